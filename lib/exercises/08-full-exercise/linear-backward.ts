import { butWith, type Exercise, T9 } from "../../checks";
import { div, fromRows, type Matrix, matmul, mul, sliceRows, sum, transpose } from "../../matrix";
import { type Random, randn } from "../../random";

interface Gradients {
  readonly dX: Matrix;
  readonly dW: Matrix;
  readonly db: Matrix;
}
type LinearBackward = (X: Matrix, W: Matrix, dZ: Matrix) => Gradients;

/** Z = X·W + b ⇒ ∂L/∂X = dZ·Wᵀ, ∂L/∂W = Xᵀ·dZ, ∂L/∂b = the column sums of dZ. */
export const linearBackward: LinearBackward = (X, W, dZ) => ({
  dX: matmul(dZ, transpose(W)),
  dW: matmul(transpose(X), dZ),
  db: sum(dZ, 0),
});

/** n samples, d features, m units. */
const layer = (rng: Random, n: number, d: number, m: number): [Matrix, Matrix, Matrix] => [
  randn(rng, n, d),
  randn(rng, d, m),
  mul(randn(rng, n, m), 0.4),
];

const but = (wrong: (right: Gradients, ...input: [Matrix, Matrix, Matrix]) => Partial<Gradients>) =>
  butWith(linearBackward, wrong);

export const linearBackwardExercise: Exercise<
  LinearBackward,
  | "swapped"
  | "squareW"
  | "transposedW"
  | "firstRow"
  | "unsummed"
  | "mean"
  | "meanW"
  | "rowSums"
  | "noUpstream"
> = {
  id: "8.1",
  name: "linearBackward",
  parameters: ["X", "W", "dZ"],
  points: 4,
  reference: linearBackward,
  close: T9,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [
          fromRows([
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
          fromRows([
            [1, -1],
            [2, 0.5],
          ]),
          fromRows([
            [1, 0],
            [0, 1],
            [2, -1],
          ]),
        ],
      ],
    },
    {
      name: "hard",
      share: 1,
      inputs: (rng) => [layer(rng, 3, 3, 3), layer(rng, 1, 2, 4), layer(rng, 4, 1, 1)],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [layer(rng, 5, 4, 6), layer(rng, 2, 5, 3), layer(rng, 6, 3, 2)],
    },
  ],
  diagnoses: [
    { mistake: "swapped", wrong: but(({ dX, dW }) => ({ dX: dW, dW: dX })) },
    { mistake: "squareW", wrong: but((_, __, W, dZ) => ({ dX: matmul(dZ, W) })) },
    { mistake: "transposedW", wrong: but(({ dW }) => ({ dW: transpose(dW) })) },
    { mistake: "firstRow", wrong: but((_, __, ___, dZ) => ({ db: sliceRows(dZ, 0, 1) })) },
    { mistake: "unsummed", wrong: but((_, __, ___, dZ) => ({ db: dZ })) },
    { mistake: "mean", wrong: but(({ db }, X) => ({ db: div(db, X.rows) })) },
    { mistake: "meanW", wrong: but(({ dW }, X) => ({ dW: div(dW, X.rows) })) },
    {
      mistake: "meanW",
      wrong: but(({ dW, db }, X) => ({ dW: div(dW, X.rows), db: div(db, X.rows) })),
    },
    { mistake: "rowSums", wrong: but((_, __, ___, dZ) => ({ db: sum(dZ, 1) })) },
    { mistake: "rowSums", wrong: but((_, __, ___, dZ) => ({ db: transpose(sum(dZ, 1)) })) },
    {
      mistake: "noUpstream",
      wrong: (X, W, dZ) => ({ dX: transpose(W), dW: transpose(X), db: sum(dZ, 0) }),
    },
  ],
  words: {
    en: {
      hints: [
        "Shapes decide: dX looks like X, dW like W, db like b. For each there is one product of what you have that fits.",
        "$dX = dZ \\cdot W^\\top$ and $dW = X^\\top \\cdot dZ$. One bias serves all samples, and copy adds: $db$ = the column sums of $dZ$.",
        "`{ dX: nn.matmul(dZ, nn.transpose(W)), dW: nn.matmul(…), db: nn.sum(dZ, 0) }`.",
      ],
      mistakes: {
        swapped: "dX and dW have changed places: dX looks like X, dW like W.",
        squareW:
          "dX: W square hides a missing transpose. It is dZ·Wᵀ; with any other W, dZ·W doesn't even fit.",
        transposedW: "dW is transposed: XᵀdZ, not dZᵀX.",
        firstRow: "db: only sample 0 counted. Sum dZ over all samples.",
        unsummed:
          "db: one row for each sample, and the bias is a single row (3×2 for a 1×2 bias in the example). Sum over samples: forward, broadcasting copied b to every row; backward, the copies add.",
        mean: "db is n times too small: a sum over samples, not a mean. The 1/n is already in dZ.",
        meanW: "dW is n times too small: the 1/n is already in dZ.",
        rowSums: "db: summed along the rows. Sum down the columns: one number for each unit.",
        noUpstream: "Local derivatives only: multiply them by the upstream gradient dZ.",
      },
    },
    ru: {
      hints: [
        "Решают размеры: dX выглядит как X, dW как W, db как b. Для каждого из того, что у вас есть, подходит одно произведение.",
        "$dX = dZ \\cdot W^\\top$ и $dW = X^\\top \\cdot dZ$. Одно смещение служит всем примерам, а копирование складывает: $db$ — суммы столбцов $dZ$.",
        "`{ dX: nn.matmul(dZ, nn.transpose(W)), dW: nn.matmul(…), db: nn.sum(dZ, 0) }`.",
      ],
      mistakes: {
        swapped: "dX и dW поменялись местами: dX выглядит как X, dW как W.",
        squareW:
          "dX: при квадратной W не видно, что забыто транспонирование. Нужно dZ·Wᵀ; при любой другой W dZ·W даже не перемножить.",
        transposedW: "dW транспонирована: XᵀdZ, а не dZᵀX.",
        firstRow: "db: учтён только пример 0. Сложите dZ по всем примерам.",
        unsummed:
          "db: по строке на каждый пример, а смещение — одна строка (3×2 вместо 1×2 в примере). Сложите по примерам: на прямом проходе растягивание размерностей скопировало b в каждую строку, на обратном копии складываются.",
        mean: "db в n раз меньше: сумма по примерам, а не среднее. В dZ уже есть 1/n.",
        meanW: "dW в n раз меньше: в dZ уже есть 1/n.",
        rowSums: "db: сложено вдоль строк. Складывайте вниз по столбцам: по числу на нейрон.",
        noUpstream: "Это только локальные производные: умножьте их на градиент сверху, dZ.",
      },
    },
  },
};
