import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function linearBackward(X: Matrix, W: Matrix, dZ: Matrix): { dX: Matrix; dW: Matrix; db: Matrix }",
);

const attempt = ({
  dX = "nn.matmul(dZ, nn.transpose(W))",
  dW = "nn.matmul(nn.transpose(X), dZ)",
  db = "nn.sum(dZ, 0)",
}) =>
  cell(`
      return {
        dX: ${dX},
        dW: ${dW},
        db: ${db},
      };`);

export const linearBackward: Attempts = {
  exercise: "8.1",
  name: "linearBackward",
  right: {
    "two products and a sum": attempt({}),
    "a row of ones sums": attempt({
      dX: "nn.transpose(nn.matmul(W, nn.transpose(dZ)))",
      db: "nn.matmul(nn.ones(1, dZ.rows), dZ)",
    }),
    "three loops": cell(`
      const [dX, dW, db] = [nn.zeros(X.rows, X.cols), nn.zeros(W.rows, W.cols), nn.zeros(1, W.cols)];
      for (let i = 0; i < X.rows; i++)
        for (let u = 0; u < W.cols; u++) {
          const g = dZ.data[i * W.cols + u];
          db.data[u] += g;
          for (let j = 0; j < X.cols; j++) {
            dX.data[i * X.cols + j] += g * W.data[j * W.cols + u];
            dW.data[j * W.cols + u] += g * X.data[i * X.cols + j];
          }
        }
      return { dX, dW, db };`),
  },
  wrong: {
    "dX and dW swapped": {
      says: "dX and dW have changed places",
      source: attempt({
        dX: "nn.matmul(nn.transpose(X), dZ)",
        dW: "nn.matmul(dZ, nn.transpose(W))",
      }),
    },
    "W is not transposed": {
      says: "W square hides a missing transpose",
      source: attempt({ dX: "nn.matmul(dZ, W)" }),
    },
    "dW is transposed": {
      says: "dW is transposed",
      source: attempt({ dW: "nn.matmul(nn.transpose(dZ), X)" }),
    },
    "the first sample's bias": {
      says: "only sample 0 counted",
      source: attempt({ db: "nn.sliceRows(dZ, 0, 1)" }),
    },
    "the bias is not summed": {
      says: "3×2 for a 1×2 bias",
      source: attempt({ db: "dZ" }),
    },
    "a mean for the bias": {
      says: "n times too small: a sum over samples",
      source: attempt({ db: "nn.mean(dZ, 0)" }),
    },
    "a mean for everything": {
      says: "dW is n times too small",
      source: attempt({
        dW: "nn.div(nn.matmul(nn.transpose(X), dZ), X.rows)",
        db: "nn.mean(dZ, 0)",
      }),
    },
    "sums along the rows": {
      says: "summed along the rows",
      source: attempt({ db: "nn.sum(dZ, 1)" }),
    },
    "local derivatives alone": {
      says: "multiply them by the upstream gradient",
      source: attempt({ dX: "nn.transpose(W)", dW: "nn.transpose(X)" }),
    },
    "dX is forgotten": {
      says: "undefined: is a return missing?",
      source: attempt({ dX: "undefined as unknown as Matrix" }),
    },
    "forwarded to automatic differentiation": {
      says: "write it yourself",
      source: cell(`
      const t = nn.autograd.named({ X, W, b: nn.zeros(1, W.cols) });
      const Z = nn.autograd.affine(t.X, t.W, t.b);
      nn.autograd.backward(nn.autograd.sum(nn.autograd.mul(Z, dZ)));
      return { dX: t.X.grad!, dW: t.W.grad!, db: t.b.grad! };`),
    },
  },
};
