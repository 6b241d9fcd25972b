import { type Attempts, bodiesOf } from "../attempts";

const parameters = "{ W1: Matrix; b1: Matrix; W2: Matrix; b2: Matrix }";
const cell = bodiesOf(
  `function mlpLossAndGrads(
  p: ${parameters},
  X: Matrix,
  y: Int32Array,
): { loss: number; grads: ${parameters} }`,
);

/** The whole pass, with the lines in which it goes wrong left open. */
const attempt = ({
  H = "nn.map(Z1, (z) => Math.max(0, z))",
  loss = "step.loss",
  dZ2 = "step.dZ",
  dW1 = "nn.matmul(nn.transpose(X), dZ1)",
  b1 = "nn.sum(dZ1, 0)",
  b2 = "nn.sum(dZ2, 0)",
  dW2 = "nn.matmul(nn.transpose(H), dZ2)",
  W2 = "p.W2",
  dZ1 = "nn.mul(dH, nn.map(Z1, (z) => (z > 0 ? 1 : 0)))",
}) =>
  cell(`
      const Z1 = nn.affine(X, p.W1, p.b1);
      const H = ${H};
      const step = nn.softmaxCrossEntropy(nn.affine(H, p.W2, p.b2), y);
      const dZ2 = ${dZ2};
      const dW2 = ${dW2};
      const dH = nn.matmul(dZ2, nn.transpose(${W2}));
      const dZ1 = ${dZ1};
      return {
        loss: ${loss},
        grads: { W1: ${dW1}, b1: ${b1}, W2: dW2, b2: ${b2} },
      };`);

export const mlpLossAndGrads: Attempts = {
  exercise: "8.2",
  name: "mlpLossAndGrads",
  right: {
    "station by station": attempt({}),
    "a mask by multiplication, biases as features": cell(`
      const withOnes = (M: Matrix) => nn.hstack([M, nn.ones(M.rows, 1)]);
      const [V1, V2] = [nn.vstack([p.W1, p.b1]), nn.vstack([p.W2, p.b2])];
      const X1 = withOnes(X);
      const Z1 = nn.matmul(X1, V1);
      const mask = nn.map(Z1, (z) => Number(z > 0));
      const H1 = withOnes(nn.mul(Z1, mask));
      const logits = nn.matmul(H1, V2);
      const lse = nn.logSumExp(logits, 1);
      const P = nn.exp(nn.sub(logits, lse));
      const target = nn.oneHot(y, p.W2.cols);
      const loss = (nn.sum(lse) - nn.sum(nn.mul(target, logits))) / y.length;
      const dZ2 = nn.div(nn.sub(P, target), y.length);
      const G2 = nn.matmul(nn.transpose(H1), dZ2);
      const G1 = nn.matmul(
        nn.transpose(X1),
        nn.mul(nn.matmul(dZ2, nn.transpose(p.W2)), mask),
      );
      const [d, h] = [p.W1.rows, p.W2.rows];
      const grads = {
        W1: nn.sliceRows(G1, 0, d),
        b1: nn.sliceRows(G1, d),
        W2: nn.sliceRows(G2, 0, h),
        b2: nn.sliceRows(G2, h),
      };
      return { loss, grads };`),
    "one sample after another": cell(`
      const zero = (M: Matrix) => nn.zeros(M.rows, M.cols);
      const grads = { W1: zero(p.W1), b1: zero(p.b1), W2: zero(p.W2), b2: zero(p.b2) };
      let loss = 0;
      for (let i = 0; i < X.rows; i++) {
        const x = nn.sliceRows(X, i, i + 1);
        const z = nn.affine(x, p.W1, p.b1);
        const h = nn.map(z, (t) => (t > 0 ? t : 0));
        const one = nn.softmaxCrossEntropy(nn.affine(h, p.W2, p.b2), y.slice(i, i + 1));
        loss += one.loss / X.rows;
        const d2 = nn.div(one.dZ, X.rows);
        const d1 = nn.map(nn.matmul(d2, nn.transpose(p.W2)), (g, _, j) => (h.data[j] > 0 ? g : 0));
        grads.W1 = nn.add(grads.W1, nn.matmul(nn.transpose(x), d1));
        grads.b1 = nn.add(grads.b1, d1);
        grads.W2 = nn.add(grads.W2, nn.matmul(nn.transpose(h), d2));
        grads.b2 = nn.add(grads.b2, d2);
      }
      return { loss, grads };`),
  },
  wrong: {
    "not divided by n": {
      says: "Ratio 1/n in every gradient",
      source: attempt({ dZ2: "nn.mul(step.dZ, X.rows)" }),
    },
    "divided by n again": {
      says: "1/n was applied twice",
      source: attempt({ dZ2: "nn.div(step.dZ, X.rows)" }),
    },
    "y − p": { says: "Ratio −1", source: attempt({ dZ2: "nn.neg(step.dZ)" }) },
    "no mask": { says: "dZ1 is nonzero where Z1 ≤ 0", source: attempt({ dZ1: "dH" }) },
    "a mask of the gradient": {
      says: "The mask comes from the forward pass",
      source: attempt({ dZ1: "nn.map(dH, (g) => (g > 0 ? g : 0))" }),
    },
    "a mean for the biases": {
      says: "have the ratio n",
      source: attempt({ b1: "nn.mean(dZ1, 0)", b2: "nn.mean(dZ2, 0)" }),
    },
    "the first sample's bias": {
      says: "those of sample 0 alone",
      source: attempt({ b1: "nn.sliceRows(dZ1, 0, 1)", b2: "nn.sliceRows(dZ2, 0, 1)" }),
    },
    "W2 was updated on the way": {
      says: "Finish backward, then update",
      source: attempt({ W2: "nn.sub(p.W2, nn.mul(dW2, 0.05))" }),
    },
    "W2 was updated on the way, with a large rate": {
      says: "Finish backward, then update",
      source: attempt({ W2: "nn.sub(p.W2, nn.mul(dW2, 2))" }),
    },
    "dW2 from Z1": {
      says: "dW2 is made from Z1",
      source: attempt({ dW2: "nn.matmul(nn.transpose(Z1), dZ2)" }),
    },
    "no ReLU": {
      says: "The network has no ReLU",
      source: attempt({ H: "Z1", dZ1: "dH" }),
    },
    "a sum for the loss": {
      says: "The loss is n times too large",
      source: attempt({ loss: "step.loss * X.rows" }),
    },
    "weights transposed": {
      says: "The weights' gradients are transposed",
      source: attempt({
        dW1: "nn.matmul(nn.transpose(dZ1), X)",
        dW2: "nn.matmul(nn.transpose(dZ2), H)",
        W2: "p.W2",
      }),
    },
    "the hidden bias is forgotten": {
      says: "expected, got",
      source: attempt({ b1: "nn.zeros(1, p.b1.cols)" }),
    },
    "forwarded to automatic differentiation": {
      says: "write it yourself",
      source: cell(`
      const t = nn.autograd.named(p);
      const H = nn.autograd.relu(nn.autograd.affine(X, t.W1, t.b1));
      const loss = nn.autograd.softmaxCrossEntropy(nn.autograd.affine(H, t.W2, t.b2), y);
      nn.autograd.backward(loss);
      const grads = { W1: t.W1.grad!, b1: t.b1.grad!, W2: t.W2.grad!, b2: t.b2.grad! };
      return { loss: loss.item(), grads };`),
    },
  },
};
