import { type Exercise, T9 } from "../../checks";
import { add, affine, fromRows, type Matrix, map, matmul, matrix, row, sub } from "../../matrix";
import { randn } from "../../random";

type Affine = (X: Matrix, W: Matrix, b: Matrix) => Matrix;

const X = fromRows([
  [0.5, 1, 0, 1],
  [1, 0, 2, -1],
]);
const W = fromRows([
  [0, -2],
  [1, 0],
  [0.5, -1],
  [-1, 3],
]);
const b = row([0, 1.5]);

/** x·W + b as a formula of single numbers, with one of its factors read wrongly. */
const readAs =
  (
    w: (W: Matrix, k: number, j: number) => number,
    bias: (b: Matrix, i: number, j: number) => number,
  ) =>
  (X: Matrix, W: Matrix, b: Matrix): Matrix =>
    matrix(
      X.rows,
      W.cols,
      Float64Array.from({ length: X.rows * W.cols }, (_, index) => {
        const [i, j] = [Math.floor(index / W.cols), index % W.cols];
        let sum = bias(b, i, j);
        for (let k = 0; k < X.cols; k++) sum += X.data[i * X.cols + k] * w(W, k, j);
        return sum;
      }),
    );

const weight = (W: Matrix, k: number, j: number) => W.data[k * W.cols + j];

export const affineExercise: Exercise<
  Affine,
  "noBias" | "biasByRow" | "byColumns" | "fromOne" | "minusBias" | "oneRow" | "running"
> = {
  id: "1.1",
  name: "affine",
  parameters: ["X", "W", "b"],
  points: 3,
  reference: affine,
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[X, W, b]] },
    {
      name: "hard",
      share: 1,
      // One sample, one feature, one output, and numbers far apart.
      inputs: () => [
        [row([3]), row([-2]), row([0.5])],
        [row([1e6, -1e-6, 0]), fromRows([[1], [1e6], [7]]), row([-1e6])],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        [
          [5, 3, 4],
          [3, 4, 4],
          [4, 2, 1],
          [1, 6, 3],
        ].map(([n, d, m]) => [randn(rng, n, d), randn(rng, d, m), randn(rng, 1, m)]),
    },
  ],
  diagnoses: [
    { mistake: "noBias", wrong: (X, W) => matmul(X, W) },
    { mistake: "biasByRow", wrong: readAs(weight, (b, i) => b.data[i]) },
    { mistake: "biasByRow", wrong: readAs(weight, (b, i) => b.data[i % b.cols]) },
    {
      mistake: "byColumns",
      wrong: readAs(
        (W, k, j) => W.data[j * W.rows + k],
        (b, _, j) => b.data[j],
      ),
    },
    {
      mistake: "fromOne",
      wrong: (X, W, b) =>
        add(
          matmul(
            map(X, (x, _, k) => (k === 0 ? 0 : x)),
            W,
          ),
          b,
        ),
    },
    { mistake: "minusBias", wrong: (X, W, b) => sub(matmul(X, W), b) },
    { mistake: "oneRow", wrong: readAs(weight, (b, i, j) => (i === 0 ? b.data[j] : 0)) },
    {
      mistake: "running",
      wrong: (X, W, b) => {
        let sum = 0;
        const sums = map(matmul(X, W), (entry) => {
          sum += entry;
          return sum;
        });
        return add(sums, b);
      },
    },
  ],
  words: {
    en: {
      hints: [
        "One number of the result is one row of `X` times one column of `W`, plus the bias of that column. How many such numbers are there?",
        "$\\text{out}_{ij} = \\sum_k X_{ik} W_{kj} + b_j$. The result has the rows of `X` and the columns of `W`.",
        "For each row `i` and column `j`: `sum = b.data[j]`, then for each `k`: `sum += X.data[i * X.cols + k] * W.data[k * W.cols + j]`.",
      ],
      mistakes: {
        noBias: "Off by exactly b in every row: the bias is missing.",
        biasByRow:
          "Row 2 received the bias of another column: b goes along columns, so it is b.data[j], not b.data[i].",
        byColumns:
          "Values of W read as if stored by columns. They are stored by rows: W.data[k * W.cols + j].",
        minusBias: "b is subtracted: it is added to every row.",
        oneRow: "Only row 0 received the bias: b is added to every row.",
        running:
          "The sum goes on from one entry to the next: start it anew for each row and column.",
        fromOne: "Feature 0 has no influence: does your loop start at 1?",
      },
    },
    ru: {
      hints: [
        "Одно число результата — это одна строка `X`, умноженная на один столбец `W`, плюс смещение этого столбца. Сколько таких чисел?",
        "$\\text{out}_{ij} = \\sum_k X_{ik} W_{kj} + b_j$. У результата строки от `X`, а столбцы от `W`.",
        "Для каждой строки `i` и столбца `j`: `sum = b.data[j]`, затем для каждого `k`: `sum += X.data[i * X.cols + k] * W.data[k * W.cols + j]`.",
      ],
      mistakes: {
        noBias: "В каждой строке не хватает ровно b: смещение забыто.",
        biasByRow:
          "Строка 2 получила смещение другого столбца: b идёт вдоль столбцов, значит, нужно b.data[j], а не b.data[i].",
        byColumns:
          "Значения W прочитаны так, будто они лежат по столбцам. Они лежат по строкам: W.data[k * W.cols + j].",
        minusBias: "b вычитается, а его надо прибавить к каждой строке.",
        oneRow: "Смещение получила только строка 0: b прибавляется к каждой строке.",
        running:
          "Сумма переходит от одного элемента к следующему: начинайте её заново для каждой строки и каждого столбца.",
        fromOne: "Признак 0 ни на что не влияет: не начинается ли цикл с 1?",
      },
    },
  },
};
