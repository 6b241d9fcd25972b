import { bipolarRelu } from "../../activations";
import { type Exercise, T9 } from "../../checks";
import { fromRows, type Matrix, map } from "../../matrix";
import { randn } from "../../random";

type Outcome = { Y: Matrix; D: Matrix };
type BipolarRelu = (X: Matrix) => Outcome;
type Entry = (x: number, i: number, j: number) => number;

const isEven = (k: number) => k % 2 === 0;
const value = (even: boolean, x: number) => (even ? Math.max(0, x) : Math.min(0, x));
const slope = (even: boolean, x: number) => Number(even ? x > 0 : x < 0);

/** Both results, entry by entry; what isn't given is right. */
const entries =
  ({
    Y = (x, _, j) => value(isEven(j), x),
    D = (x, _, j) => slope(isEven(j), x),
  }: {
    Y?: Entry;
    D?: Entry;
  }): BipolarRelu =>
  (X) => ({ Y: map(X, Y), D: map(X, D) });

/** Right, but for the index that decides: another one than the column. */
const by =
  (index: (i: number, j: number, X: Matrix) => number): BipolarRelu =>
  (X) => ({
    Y: map(X, (x, i, j) => value(isEven(index(i, j, X)), x)),
    D: map(X, (x, i, j) => slope(isEven(index(i, j, X)), x)),
  });

export const bipolarReluExercise: Exercise<
  BipolarRelu,
  | "byRow"
  | "byPlace"
  | "fromOne"
  | "oddSign"
  | "slopeSign"
  | "allRelu"
  | "slopeAtZero"
  | "slopeEverywhere"
  | "slopeRelu"
  | "slopeIsY"
> = {
  id: "6.4",
  name: "bipolarRelu",
  parameters: ["X"],
  points: 2,
  reference: (X) => ({ Y: bipolarRelu(X), D: bipolarRelu.derivative(X) }),
  close: T9,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [
          fromRows([
            [1, -2, -3, 4],
            [-1, 2, 3, -4],
          ]),
        ],
      ],
    },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [
          fromRows([
            [0, 0, 0],
            [-1000, 1000, 1e-9],
            [1000, -1000, -1e-9],
          ]),
        ],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [[randn(rng, 4, 3)], [randn(rng, 2, 5)], [randn(rng, 6, 1)]],
    },
  ],
  diagnoses: [
    { mistake: "byRow", wrong: by((i) => i) },
    { mistake: "byPlace", wrong: by((i, j, { cols }) => i * cols + j) },
    { mistake: "fromOne", wrong: by((_, j) => j + 1) },
    {
      mistake: "allRelu",
      wrong: entries({ Y: (x) => Math.max(0, x), D: (x) => Number(x > 0) }),
    },
    { mistake: "allRelu", wrong: entries({ Y: (x) => Math.max(0, x) }) },
    { mistake: "oddSign", wrong: entries({ Y: (x, _, j) => Math.max(0, isEven(j) ? x : -x) }) },
    {
      mistake: "oddSign",
      wrong: entries({
        Y: (x, _, j) => Math.max(0, isEven(j) ? x : -x),
        D: (x, _, j) => (isEven(j) ? 1 : -1) * slope(isEven(j), x),
      }),
    },
    {
      mistake: "slopeSign",
      wrong: entries({ D: (x, _, j) => (isEven(j) ? 1 : -1) * slope(isEven(j), x) }),
    },
    {
      mistake: "slopeAtZero",
      wrong: entries({ D: (x, _, j) => Number(isEven(j) ? x >= 0 : x <= 0) }),
    },
    {
      mistake: "slopeAtZero",
      wrong: entries({ D: (x, _, j) => Number(isEven(j) ? x > 0 : x <= 0) }),
    },
    {
      mistake: "slopeAtZero",
      wrong: entries({ D: (x, _, j) => Number(isEven(j) ? x >= 0 : x < 0) }),
    },
    { mistake: "slopeEverywhere", wrong: entries({ D: () => 1 }) },
    { mistake: "slopeRelu", wrong: entries({ D: (x) => Number(x > 0) }) },
    { mistake: "slopeIsY", wrong: entries({ D: (x, _, j) => x * slope(isEven(j), x) }) },
  ],
  words: {
    en: {
      hints: [
        "Everything depends on the column's index j, counted from 0: even units are ReLU, odd ones its mirror image.",
        "Odd: $-\\text{relu}(-x) = \\min(0, x)$. The slope is 1 wherever something passed, on both kinds of units.",
        "`Y = nn.map(X, (x, i, j) => j % 2 === 0 ? Math.max(0, x) : Math.min(0, x))`, then `D` is 1 where that is not 0.",
      ],
      mistakes: {
        byRow: "Alternate units, not samples: a row is a sample, the column decides.",
        byPlace:
          "Counted through the whole matrix: the column decides, so a unit is of one kind for every sample.",
        fromOne: "Units are counted from 0: column 0 is an even one, ReLU.",
        oddSign: "The sign of odd units is lost: −relu(−x) is 0 or negative.",
        slopeSign: "The slope of odd units is +1: the two minuses of −relu(−x) cancel.",
        allRelu: "Odd columns must be ≤ 0: they are the mirror image of ReLU.",
        slopeAtZero: "At 0 we agree on the slope 0, for both kinds of units: nothing passes there.",
        slopeEverywhere: "D is 0 where nothing passed: where Y is 0.",
        slopeRelu: "On odd units the slope is 1 where x < 0, as that is what passes there.",
        slopeIsY: "D is the slope, 1 where something passes, not the value that passes.",
      },
    },
    ru: {
      hints: [
        "Всё решает номер столбца j, считая от 0: чётные нейроны — ReLU, нечётные — её зеркальное отражение.",
        "Нечётные: $-\\text{relu}(-x) = \\min(0, x)$. Наклон равен 1 всюду, где что-то прошло, у нейронов обоих видов.",
        "`Y = nn.map(X, (x, i, j) => j % 2 === 0 ? Math.max(0, x) : Math.min(0, x))`, а `D` равна 1 там, где это не 0.",
      ],
      mistakes: {
        byRow: "Чередуются нейроны, а не примеры: строка — это пример, решает столбец.",
        byPlace:
          "Счёт идёт через всю матрицу, а решает столбец: нейрон одного и того же вида для каждого примера.",
        fromOne: "Нейроны считают от 0: столбец 0 — чётный, это ReLU.",
        oddSign: "У нечётных нейронов потерян знак: −relu(−x) равно 0 или отрицательно.",
        slopeSign: "Наклон нечётных нейронов +1: два минуса в −relu(−x) уничтожают друг друга.",
        allRelu: "Нечётные столбцы должны быть ≤ 0: это зеркальное отражение ReLU.",
        slopeAtZero:
          "В 0 мы условились о наклоне 0 для нейронов обоих видов: там ничего не проходит.",
        slopeEverywhere: "D равна 0 там, где ничего не прошло, то есть где Y равна 0.",
        slopeRelu: "У нечётных нейронов наклон 1 там, где x < 0: там у них и проходит сигнал.",
        slopeIsY: "D — это наклон, 1 там, где что-то проходит, а не само прошедшее значение.",
      },
    },
  },
};
