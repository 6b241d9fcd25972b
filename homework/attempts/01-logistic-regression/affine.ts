import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function affine(X: Matrix, W: Matrix, b: Matrix): Matrix");

/** Three loops, with the places where they go wrong left open. */
const loops = ({
  start = "b.data[j]",
  from = 0,
  weight = "W.data[k * W.cols + j]",
  entry = "sum",
}: {
  start?: string;
  from?: number;
  weight?: string;
  entry?: string;
}) =>
  cell(`
      const data = new Float64Array(X.rows * W.cols);
      for (let i = 0; i < X.rows; i++)
        for (let j = 0; j < W.cols; j++) {
          let sum = ${start};
          for (let k = ${from}; k < X.cols; k++) sum += X.data[i * X.cols + k] * ${weight};
          data[i * W.cols + j] = ${entry};
        }
      return { rows: X.rows, cols: W.cols, data };`);

export const affine: Attempts = {
  exercise: "1.1",
  name: "affine",
  right: {
    "loops i, j, k": loops({}),
    "loops i, k, j, the bias first": cell(`
      const data = Float64Array.from({ length: X.rows * W.cols }, (_, t) => b.data[t % W.cols]);
      for (let i = 0; i < X.rows; i++)
        for (let k = 0; k < X.cols; k++)
          for (let j = 0; j < W.cols; j++)
            data[i * W.cols + j] += X.data[i * X.cols + k] * W.data[k * W.cols + j];
      return { rows: X.rows, cols: W.cols, data };`),
    "the library's product and sum": cell("return nn.add(nn.matmul(X, W), b);"),
    "a column of ones for the bias": cell(
      "return nn.matmul(nn.hstack([X, nn.ones(X.rows, 1)]), nn.vstack([W, b]));",
    ),
    "rows as arrays": cell(`
      const columns = nn.toRows(nn.transpose(W));
      const dot = (u: number[], v: number[]) => u.reduce((sum, x, k) => sum + x * v[k], 0);
      return nn.fromRows(
        nn.toRows(X).map((x) => columns.map((w, j) => dot(x, w) + b.data[j])),
      );`),
  },
  wrong: {
    "the bias is forgotten": {
      says: "Off by exactly b in every row: the bias is missing.",
      source: cell("return nn.matmul(X, W);"),
    },
    "the bias by row": {
      says: "Row 2 received the bias of another column",
      source: loops({ start: "b.data[i]" }),
    },
    "the bias by row, wrapped around": {
      says: "Row 2 received the bias of another column",
      source: loops({ start: "b.data[i % b.cols]" }),
    },
    "W read by columns": {
      says: "Values of W read as if stored by columns.",
      source: loops({ weight: "W.data[j * W.rows + k]" }),
    },
    "the inner loop starts at 1": {
      says: "Feature 0 has no influence: does your loop start at 1?",
      source: loops({ from: 1 }),
    },
    "the bias is subtracted": {
      says: "b is subtracted",
      source: cell("return nn.sub(nn.matmul(X, W), b);"),
    },
    "the bias in the first row only": {
      says: "Only row 0 received the bias",
      source: loops({ start: "i === 0 ? b.data[j] : 0" }),
    },
    "the sum is not started anew": {
      says: "The sum goes on from one entry to the next",
      source: cell(`
      const data = new Float64Array(X.rows * W.cols);
      let sum = 0;
      for (let i = 0; i < X.rows; i++)
        for (let j = 0; j < W.cols; j++) {
          for (let k = 0; k < X.cols; k++) sum += X.data[i * X.cols + k] * W.data[k * W.cols + j];
          data[i * W.cols + j] = sum + b.data[j];
        }
      return { rows: X.rows, cols: W.cols, data };`),
    },
    "W transposed": {
      says: "affine threw ShapeError: matmul: need A columns = B rows",
      source: cell("return nn.add(nn.matmul(X, nn.transpose(W)), b);"),
    },
    "the result transposed": {
      says: "transposed?",
      source: cell("return nn.transpose(nn.add(nn.matmul(X, W), b));"),
    },
    "the shape of X": {
      says: "shape 2×2 expected, got 2×4",
      source: cell(`
      const out = nn.add(nn.matmul(X, W), b);
      return nn.hstack([out, nn.zeros(X.rows, Math.max(0, X.cols - W.cols))]);`),
    },
    "rounded for the eye": {
      says: "expected, got",
      source: loops({ entry: "Math.round(sum * 100) / 100" }),
    },
    "the example by heart": {
      says: "With X = [3]; W = [−2]; b = [0.5]: shape 1×1 expected, got 2×2",
      source: cell("return nn.fromRows([[0, 3.5], [2, -5.5]]);"),
    },
    "sums gathered in the bias": {
      says: "affine wrote to its argument b",
      source: cell(`
      const data = new Float64Array(X.rows * W.cols);
      for (let i = 0; i < X.rows; i++)
        for (let j = 0; j < W.cols; j++) {
          for (let k = 0; k < X.cols; k++)
            b.data[j] += X.data[i * X.cols + k] * W.data[k * W.cols + j];
          data[i * W.cols + j] = b.data[j];
        }
      return { rows: X.rows, cols: W.cols, data };`),
    },
    "the result written over X": {
      says: "affine wrote to its argument X",
      source: cell(`
      const out = nn.add(nn.matmul(X, W), b);
      X.data.fill(0);
      return out;`),
    },
    "remembers its first answer": {
      says: "expected, got",
      source: `const answers: Matrix[] = [];
${cell(`
      if (answers.length === 0) answers.push(nn.add(nn.matmul(X, W), b));
      return answers[0];`)}`,
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.affine(X, W, b);"),
    },
  },
};
