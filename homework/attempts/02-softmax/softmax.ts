import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function softmax(Z: Matrix): Matrix");

/** Shares from powers, with what is taken out and what is divided by left open. */
const attempt = (shift: string, total: string) =>
  cell(`
      const E = nn.exp(nn.sub(Z, ${shift}));
      return nn.div(E, ${total});`);

export const softmax: Attempts = {
  exercise: "2.2",
  name: "softmax",
  right: {
    "matrices all the way": attempt("nn.max(Z, 1)", "nn.sum(E, 1)"),
    loops: cell(`
      const data = new Float64Array(Z.rows * Z.cols);
      for (let i = 0; i < Z.rows; i++) {
        let m = -Infinity;
        for (let j = 0; j < Z.cols; j++) m = Math.max(m, Z.data[i * Z.cols + j]);
        let sum = 0;
        for (let j = 0; j < Z.cols; j++) {
          data[i * Z.cols + j] = Math.exp(Z.data[i * Z.cols + j] - m);
          sum += data[i * Z.cols + j];
        }
        for (let j = 0; j < Z.cols; j++) data[i * Z.cols + j] /= sum;
      }
      return { rows: Z.rows, cols: Z.cols, data };`),
    "rows as arrays": cell(`
      return nn.fromRows(
        nn.toRows(Z).map((z) => {
          const m = Math.max(...z);
          const e = z.map((x) => Math.exp(x - m));
          const total = e.reduce((a, b) => a + b, 0);
          return e.map((x) => x / total);
        }),
      );`),
    "the exponential of z − logSumExp": cell("return nn.exp(nn.sub(Z, nn.logSumExp(Z, 1)));"),
    "one over a sum of ratios": cell(`
      return nn.map(Z, (z, i) => {
        let sum = 0;
        for (let k = 0; k < Z.cols; k++) sum += Math.exp(nn.get(Z, i, k) - z);
        return 1 / sum;
      });`),
  },
  wrong: {
    "nothing taken out": {
      says: "NaN in row 1: Infinity/Infinity at 1000",
      source: cell("return nn.div(nn.exp(Z), nn.sum(nn.exp(Z), 1));"),
    },
    "the total of the matrix": {
      says: "Every row should add up to 1",
      source: attempt("nn.max(Z)", "nn.sum(E)"),
    },
    "the total of the matrix, nothing taken out": {
      says: "Every row should add up to 1",
      source: cell("return nn.div(nn.exp(Z), nn.sum(nn.exp(Z)));"),
    },
    "each row's maximum, the total of the matrix": {
      says: "Every row should add up to 1",
      source: attempt("nn.max(Z, 1)", "nn.sum(E)"),
    },
    "over columns": {
      says: "The columns add up to 1: rows are samples",
      source: attempt("nn.max(Z, 0)", "nn.sum(E, 0)"),
    },
    "over columns, nothing taken out": {
      says: "The columns add up to 1: rows are samples",
      source: cell("return nn.div(nn.exp(Z), nn.sum(nn.exp(Z), 0));"),
    },
    "each row's maximum, the columns' totals": {
      says: "The columns add up to 1: rows are samples",
      source: attempt("nn.max(Z, 1)", "nn.sum(E, 0)"),
    },
    "one maximum for all rows": {
      says: "Row 0 became NaN",
      source: attempt("nn.max(Z)", "nn.sum(E, 1)"),
    },
    "each column's maximum, the rows' totals": {
      says: "each column's largest",
      source: attempt("nn.max(Z, 0)", "nn.sum(E, 1)"),
    },
    "the maximum from 0": {
      says: "expected, got NaN",
      source: attempt("nn.map(nn.max(Z, 1), (m) => Math.max(0, m))", "nn.sum(E, 1)"),
    },
    "not divided": {
      says: "the powers were not divided",
      source: cell("return nn.exp(nn.sub(Z, nn.max(Z, 1)));"),
    },
    "divided by the largest": {
      says: "were not divided by the sum of their row",
      source: attempt("nn.max(Z, 1)", "nn.max(E, 1)"),
    },
    "divided before the exponential": {
      says: "expected, got",
      source: cell("return nn.exp(nn.div(Z, nn.sum(Z, 1)));"),
    },
    "sigmoids instead": { says: "have to share", source: cell("return nn.sigmoid(Z);") },
    "the logarithm of the shares": {
      says: "the logarithm of the shares",
      source: cell("return nn.sub(Z, nn.logSumExp(Z, 1));"),
    },
    "the sum is not started anew": {
      says: "expected, got",
      source: cell(`
      const E = nn.exp(nn.sub(Z, nn.max(Z, 1)));
      let sum = 0;
      for (let i = 0; i < Z.rows; i++) {
        for (let j = 0; j < Z.cols; j++) sum += E.data[i * Z.cols + j];
        for (let j = 0; j < Z.cols; j++) E.data[i * Z.cols + j] /= sum;
      }
      return E;`),
    },
    "in place": {
      says: "softmax wrote to its argument Z",
      source: cell(`
      for (let i = 0; i < Z.rows; i++) {
        const z = Z.data.subarray(i * Z.cols, (i + 1) * Z.cols);
        const m = Math.max(...z);
        z.forEach((x, j) => (z[j] = Math.exp(x - m)));
        const sum = z.reduce((a, b) => a + b, 0);
        z.forEach((x, j) => (z[j] = x / sum));
      }
      return Z;`),
    },
    transposed: {
      says: "transposed?",
      source: cell(`
      const E = nn.exp(nn.sub(Z, nn.max(Z, 1)));
      return nn.transpose(nn.div(E, nn.sum(E, 1)));`),
    },
    "in float32": {
      says: "expected, got",
      source: cell(`
      const E = nn.exp(nn.sub(Z, nn.max(Z, 1)));
      return nn.map(nn.div(E, nn.sum(E, 1)), Math.fround);`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.softmax(Z);"),
    },
  },
};
