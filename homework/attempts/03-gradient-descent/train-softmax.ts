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
      says: "expected, got",
      source: trained("").replace("return { W", "losses.set(losses.slice(1));\n  return { W"),
    },
    "the rate is ignored": {
      says: "expected, got",
      source: trained("dW = nn.div(dW, o.lr); db = nn.div(db, o.lr);"),
    },
  },
};
