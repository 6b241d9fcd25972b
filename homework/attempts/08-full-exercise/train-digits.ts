import { type Attempts, bodiesOf } from "../attempts";

const cell = (body: string): string =>
  `type Digits = import("./lib/data/digits").Digits;\n${bodiesOf(
    "function trainDigits(o: { seed: number }, digits: Digits): { testAccuracy: number }",
  )(body)}`;

/** The training by hand, with the lines in which it goes wrong left open. */
const attempt = ({
  scale = "16",
  W1 = "nn.mul(nn.randn(rng, 64, 32), Math.sqrt(2 / 64))",
  before = "",
  epochs = "10",
  labels = "rows.map((i) => y[i])",
  dZ = "step.dZ",
  update = "nn.sub(M, nn.mul(G, 0.2))",
  judged = "digits.test",
  testScale = "",
  H = "nn.map(Z1, (z) => Math.max(0, z))",
  mask = "nn.map(Z1, (z) => (z > 0 ? 1 : 0))",
  accuracy = "right / judged.y.length",
}) =>
  cell(`
      const rng = nn.mulberry32(o.seed);
      let W1 = ${W1};
      let W2 = nn.mul(nn.randn(rng, 32, 10), Math.sqrt(2 / 32));
      let [b1, b2] = [nn.zeros(1, 32), nn.zeros(1, 10)];
      const moved = (M: Matrix, G: Matrix) => ${update};
      let [X, y] = [nn.div(digits.train.X, ${scale}), digits.train.y];
      ${before}
      for (let epoch = 0; epoch < ${epochs}; epoch++)
        for (const rows of nn.minibatches(X.rows, 64, rng)) {
          const batch = nn.takeRows(X, rows);
          const Z1 = nn.affine(batch, W1, b1);
          const H = ${H};
          const step = nn.softmaxCrossEntropy(nn.affine(H, W2, b2), ${labels});
          const dZ2 = ${dZ};
          const dH = nn.matmul(dZ2, nn.transpose(W2));
          const dZ1 = nn.mul(dH, ${mask});
          W1 = moved(W1, nn.matmul(nn.transpose(batch), dZ1));
          b1 = moved(b1, nn.sum(dZ1, 0));
          W2 = moved(W2, nn.matmul(nn.transpose(H), dZ2));
          b2 = moved(b2, nn.sum(dZ2, 0));
        }
      const judged = ${judged};
      const Z1 = nn.affine(nn.div(judged.X, ${testScale || scale}), W1, b1);
      const H = ${H};
      const answers = nn.argmax(nn.affine(H, W2, b2), 1);
      const right = answers.filter((k, i) => k === judged.y[i]).length;
      return { testAccuracy: ${accuracy} };`);

/** The training by the library. */
const byLibrary = (optimizer: string, activation: string) =>
  cell(`
      const rng = nn.mulberry32(o.seed);
      const model = nn.mlp([64, 32, 10], { activation: nn.${activation}, rng });
      nn.train({
        model,
        X: nn.div(digits.train.X, 16),
        y: digits.train.y,
        loss: nn.autograd.softmaxCrossEntropy,
        optimizer: ${optimizer},
        epochs: 10,
        batches: { size: 64, rng },
      });
      return { testAccuracy: nn.accuracy(model, nn.div(digits.test.X, 16), digits.test.y) };`);

export const trainDigits: Attempts = {
  exercise: "8.3",
  name: "trainDigits",
  long: ([, { train }]) => train.X.rows > 2000,
  right: {
    "step by step": attempt({}),
    "by the library": byLibrary("nn.sgd(model.parameters(), { lr: 0.2 })", "relu"),
    "small weights at the start": attempt({ W1: "nn.mul(nn.randn(rng, 64, 32), 0.05)" }),
    "the short batch first, a seed of its own": attempt({})
      .replace("nn.minibatches(X.rows, 64, rng)", "nn.minibatches(X.rows, 64, rng).reverse()")
      .replace("nn.mulberry32(o.seed)", "nn.mulberry32(7)"),
  },
  wrong: {
    "judged by the training file": {
      says: "Too good: which rows?",
      source: attempt({ judged: "digits.train" }),
    },
    "the test's pixels from 0 to 16": {
      says: "divide them as you do in training",
      source: attempt({ testScale: "1" }),
    },
    "the best of ten epochs, by the test": {
      says: "was the best of several epochs chosen by the test?",
      source: byLibrary("nn.sgd(model.parameters(), { lr: 0.2 })", "relu")
        .replace("nn.train({", "const epochs = nn.train({")
        .replace(
          "batches: {",
          "measure: () => ({ test: nn.accuracy(model, nn.div(digits.test.X, 16), digits.test.y) }),\n        batches: {",
        )
        .replace(
          /return .*/,
          "return { testAccuracy: Math.max(...epochs.map(({ measures }) => measures.test)) };",
        ),
    },
    "no hidden layer": {
      says: "where is the hidden layer?",
      source: cell(`
      const rng = nn.mulberry32(o.seed);
      let [W, b] = [nn.zeros(64, 10), nn.zeros(1, 10)];
      const { X, y } = digits.train;
      for (let epoch = 0; epoch < 10; epoch++)
        for (const rows of nn.minibatches(X.rows, 64, rng)) {
          const batch = nn.div(nn.takeRows(X, rows), 16);
          const { dZ } = nn.softmaxCrossEntropy(nn.affine(batch, W, b), rows.map((i) => y[i]));
          W = nn.sub(W, nn.mul(nn.matmul(nn.transpose(batch), dZ), 0.2));
          b = nn.sub(b, nn.mul(nn.sum(dZ, 0), 0.2));
        }
      const answers = nn.argmax(nn.affine(nn.div(digits.test.X, 16), W, b), 1);
      const right = answers.filter((k, i) => k === digits.test.y[i]).length;
      return { testAccuracy: right / answers.length };`),
    },
    "no ReLU": {
      says: "where is the hidden layer?",
      source: attempt({ H: "Z1", mask: "nn.ones(Z1.rows, Z1.cols)" }),
    },
    "batches in one fixed order": {
      says: "make the mini-batches anew for each epoch",
      source: attempt({}).replace(
        "nn.minibatches(X.rows, 64, rng)",
        "nn.minibatches(X.rows, 64, nn.mulberry32(o.seed + 1))",
      ),
    },
    "batches made once": {
      says: "make the mini-batches anew for each epoch",
      source: attempt({ before: "const once = nn.minibatches(X.rows, 64, rng);" }).replace(
        "of nn.minibatches(X.rows, 64, rng)",
        "of once",
      ),
    },
    "the short batch left out": {
      says: "take the last as well",
      source: attempt({}).replace(
        "of nn.minibatches(X.rows, 64, rng)",
        "of nn.minibatches(X.rows, 64, rng).filter((rows) => rows.length === 64)",
      ),
    },
    "a number from somewhere": {
      says: "Too good: which rows?",
      source: cell("return { testAccuracy: 0.94 };"),
    },
    "no update": { says: "It is where it was at the start", source: attempt({ update: "M" }) },
    "a sum for the gradient": {
      says: "Diverged",
      source: attempt({ dZ: "nn.mul(step.dZ, batch.rows)" }),
    },
    uphill: {
      says: "subtract the gradient",
      source: attempt({ update: "nn.add(M, nn.mul(G, 0.2))" }),
    },
    "images without their labels": {
      says: "the labels are detached",
      source: attempt({ before: "X = nn.takeRows(X, nn.shuffle(X.rows, rng));" }),
    },
    "labels of the first rows": {
      says: "the labels are detached",
      source: attempt({ labels: "y.slice(0, rows.length)" }),
    },
    "one epoch": { says: "Still learning", source: attempt({ epochs: "1" }) },
    "per cent": {
      says: "0.94 and not 94",
      source: attempt({ accuracy: "(100 * right) / judged.y.length" }),
    },
    "all weights 0": {
      says: "weights that don't start at 0",
      source: attempt({ W1: "nn.zeros(64, 32)" }).replace(
        "nn.randn(rng, 32, 10)",
        "nn.zeros(32, 10)",
      ),
    },
  },
};
