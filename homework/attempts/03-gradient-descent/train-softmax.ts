import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  `function trainSoftmax(
  X: Matrix,
  y: Int32Array,
  o: { lr: number; steps: number; batch?: number; seed?: number },
): { W: Matrix; b: Matrix; losses: Float64Array }`,
);

/** The whole training, with what is done to the gradients before the update. */
const trained = (update: string, before = "") =>
  cell(`
      const K = Math.max(...y) + 1;
      const rng = nn.mulberry32(o.seed ?? 0);
      let [W, b] = [nn.zeros(X.cols, K), nn.zeros(1, K)];
      let queue: Int32Array[] = [];
      const losses = new Float64Array(o.steps);
      ${before}
      for (let t = 0; t < o.steps; t++) {
        if (queue.length === 0) queue = nn.minibatches(X.rows, o.batch ?? X.rows, rng);
        const rows = o.batch ? queue.shift()! : Int32Array.from(y.keys());
        const Xt = nn.takeRows(X, rows);
        const { loss, dZ } = nn.softmaxCrossEntropy(nn.affine(Xt, W, b), rows.map((i) => y[i]));
        losses[t] = loss;
        let [dW, db] = [nn.matmul(nn.transpose(Xt), dZ), nn.sum(dZ, 0)];
        ${update}
        W = nn.sub(W, nn.mul(dW, o.lr));
        b = nn.sub(b, nn.mul(db, o.lr));
      }
      return { W, b, losses };`);

export const trainSoftmax: Attempts = {
  exercise: "3.3",
  name: "trainSoftmax",
  right: {
    "step by step": trained(""),
    "ones as another feature": cell(`
      const K = Math.max(...y) + 1;
      const X1 = nn.hstack([X, nn.ones(X.rows, 1)]);
      const losses = new Float64Array(o.steps);
      let V = nn.zeros(X1.cols, K);
      const rng = nn.mulberry32(o.seed ?? 1);
      let queue: Int32Array[] = [];
      for (let t = 0; t < o.steps; t++) {
        if (o.batch && queue.length === 0) queue = nn.minibatches(X.rows, o.batch, rng);
        const rows = o.batch ? queue.shift()! : Int32Array.from(y.keys());
        const Xt = nn.takeRows(X1, rows);
        const step = nn.softmaxCrossEntropy(nn.matmul(Xt, V), Int32Array.from(rows, (i) => y[i]));
        losses[t] = step.loss;
        V = nn.sub(V, nn.mul(nn.matmul(nn.transpose(Xt), step.dZ), o.lr));
      }
      const d = X.cols;
      return { W: nn.sliceRows(V, 0, d), b: nn.sliceRows(V, d, d + 1), losses };`),
    "by automatic differentiation": cell(`
      const K = Math.max(...y) + 1;
      const W = nn.autograd.tensor(nn.zeros(X.cols, K));
      const b = nn.autograd.tensor(nn.zeros(1, K));
      const optimizer = nn.sgd([W, b], { lr: o.lr });
      const rng = nn.mulberry32(o.seed ?? 0);
      let queue: Int32Array[] = [];
      const losses = Float64Array.from({ length: o.steps }, () => {
        if (o.batch && queue.length === 0) queue = nn.minibatches(X.rows, o.batch, rng);
        const rows = o.batch ? queue.shift()! : Int32Array.from(y.keys());
        const Z = nn.autograd.affine(nn.takeRows(X, rows), W, b);
        const loss = nn.autograd.softmaxCrossEntropy(Z, rows.map((i) => y[i]));
        optimizer.zeroGrad();
        nn.autograd.backward(loss);
        optimizer.step();
        return loss.item();
      });
      return { W: W.value, b: b.value, losses };`),
    "epoch by epoch, in an order of its own": cell(`
      const K = Math.max(...y) + 1;
      const [n, size] = [X.rows, o.batch ?? X.rows];
      const rng = nn.mulberry32(o.seed ?? 0);
      let [W, b] = [nn.zeros(X.cols, K), nn.zeros(1, K)];
      const losses: number[] = [];
      while (losses.length < o.steps) {
        const keys = Array.from({ length: n }, () => rng());
        const order = [...y.keys()].sort((i, j) => keys[i] - keys[j]);
        for (let at = 0; at < n && losses.length < o.steps; at += size) {
          const rows = order.slice(at, at + size);
          const Xt = nn.takeRows(X, rows);
          const P = nn.softmax(nn.affine(Xt, W, b));
          const labels = rows.map((i) => y[i]);
          losses.push(nn.crossEntropy(P, labels));
          const G = nn.div(nn.sub(P, nn.oneHot(labels, K)), rows.length);
          W = nn.sub(W, nn.mul(nn.matmul(nn.transpose(Xt), G), o.lr));
          b = nn.sub(b, nn.mul(nn.sum(G, 0), o.lr));
        }
      }
      return { W, b, losses: Float64Array.from(losses) };`),
  },
  wrong: {
    "divided by n again": {
      says: "Slow: dZ already holds 1/n",
      source: trained("dW = nn.div(dW, Xt.rows); db = nn.div(db, Xt.rows);"),
    },
    "gradients never zeroed": {
      says: "Each step adds all earlier gradients",
      source: trained(
        "dW = sumW = nn.add(sumW, dW); db = sumB = nn.add(sumB, db);",
        "let [sumW, sumB] = [nn.zeros(X.cols, K), nn.zeros(1, K)];",
      ),
    },
    uphill: {
      says: "The loss rises from step 1",
      source: trained("dW = nn.neg(dW); db = nn.neg(db);"),
    },
    "the bias is fixed": { says: "The bias never moves", source: trained("db = nn.mul(db, 0);") },
    "the loss after the update": {
      says: "record it, then step",
      source: trained("").replace("return { W", "losses.set(losses.slice(1));\n  return { W"),
    },
    "the batch is ignored": {
      says: "Every step looks at all samples",
      source: trained("")
        .replace("o.batch ?? X.rows", "X.rows")
        .replace("o.batch ? queue.shift()! :", ""),
    },
    "the same order for every epoch": {
      says: "Every epoch has the same order",
      source: trained("").replace("X.rows, rng", "X.rows, nn.mulberry32(o.seed ?? 0)"),
    },
    "the batches never shuffled": {
      says: "Every epoch has the same order",
      source: trained("").replace("X.rows, rng", "X.rows, () => 0.999999"),
    },
    "the loss of all samples beside batches": {
      says: "the loss of the batch of step t alone",
      source: trained("").replace(
        "losses[t] = loss",
        "losses[t] = nn.softmaxCrossEntropy(nn.affine(X, W, b), y).loss",
      ),
    },
    "batches drawn with replacement": {
      says: "in an epoch every sample comes once",
      source: trained("").replace(
        "queue.shift()!",
        "Int32Array.from({ length: o.batch }, () => nn.integer(rng, X.rows))",
      ),
    },
    "the short batch left out": {
      says: "in an epoch every sample comes once",
      source: trained("").replace(
        "o.batch ?? X.rows, rng)",
        "o.batch ?? X.rows, rng).filter((rows) => rows.length === (o.batch ?? X.rows))",
      ),
    },
    "labels of the first rows": {
      says: "do labels and rows belong together?",
      source: trained("").replace("rows.map((i) => y[i])", "y.slice(0, rows.length)"),
    },
    "three classes, always": {
      says: "K = the largest label + 1",
      source: trained("").replace("Math.max(...y) + 1", "3"),
    },
    "the weights of the last epoch's start": {
      says: "Right without `batch`, and not with it",
      source: trained("")
        .replace("let queue", "let [startW, startB] = [W, b];\n  let queue")
        .replace(
          "queue.length === 0)",
          "queue.length === 0 && t > 0) [startW, startB] = [W, b];\n    if (queue.length === 0)",
        )
        .replace("return { W, b,", "return { W: o.batch ? startW : W, b: o.batch ? startB : b,"),
    },
    "the rate is ignored": {
      says: "multiply it by lr",
      source: trained("dW = nn.div(dW, o.lr); db = nn.div(db, o.lr);"),
    },
  },
};
