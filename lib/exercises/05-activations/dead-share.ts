import { type Exercise, T9 } from "../../checks";
import { fromRows, type Matrix, map, zeros } from "../../matrix";
import { type Random, randn } from "../../random";

type DeadShare = (H: Matrix) => number;

const column = ({ rows, cols, data }: Matrix, j: number) =>
  Array.from({ length: rows }, (_, i) => data[i * cols + j]);
const rowOf = ({ cols, data }: Matrix, i: number) =>
  Array.from(data.slice(i * cols, (i + 1) * cols));
const units = (H: Matrix) => Array.from({ length: H.cols }, (_, j) => column(H, j));
const samples = (H: Matrix) => Array.from({ length: H.rows }, (_, i) => rowOf(H, i));

/** The share of `rows` that pass. */
const share = (rows: readonly number[][], passes: (values: number[]) => boolean) =>
  rows.filter(passes).length / rows.length;

const silent = (values: number[]) => values.every((h) => h === 0);

/** A unit is dead when it is 0 for every sample. H is n×m, after ReLU: a column is a unit. */
export const deadShare: DeadShare = (H) => share(units(H), silent);

/** ReLU's outputs for n samples and m units, some of which are off for all samples. */
function layer(rng: Random, n: number, m: number): Matrix {
  const dead = Array.from({ length: m }, () => rng() < 0.4);
  return map(randn(rng, n, m), (z, _, j) => (dead[j] ? 0 : Math.max(0, z)));
}

export const deadShareExercise: Exercise<
  DeadShare,
  "zeros" | "rows" | "once" | "count" | "alive" | "percent" | "sum" | "oneSample"
> = {
  id: "5.3",
  name: "deadShare",
  parameters: ["H"],
  points: 2,
  reference: deadShare,
  close: T9,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [
          fromRows([
            [0, 1, 0, 0],
            [0, 0, 2, 0],
            [0, 0, 3, 0],
          ]),
        ],
      ],
    },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [zeros(3, 2)],
        [
          fromRows([
            [1e-300, 0, 5],
            [0, 0, 0],
          ]),
        ],
        [fromRows([[0, 2, 0, 0, 7]])],
        [fromRows([[0], [3], [0]])],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [
        [layer(rng, 6, 10)],
        [layer(rng, 9, 4)],
        [layer(rng, 3, 15)],
        [layer(rng, 20, 7)],
      ],
    },
  ],
  diagnoses: [
    { mistake: "alive", wrong: (H) => 1 - deadShare(H) },
    { mistake: "percent", wrong: (H) => 100 * deadShare(H) },
    { mistake: "count", wrong: (H) => deadShare(H) * H.cols },
    {
      mistake: "zeros",
      wrong: (H) =>
        share(
          [...H.data].map((h) => [h]),
          silent,
        ),
    },
    { mistake: "rows", wrong: (H) => share(samples(H), silent) },
    { mistake: "rows", wrong: (H) => (deadShare(H) * H.cols) / H.rows },
    { mistake: "oneSample", wrong: (H) => share(units(H), ([first]) => first === 0) },
    { mistake: "once", wrong: (H) => share(units(H), (values) => values.includes(0)) },
    { mistake: "sum", wrong: (H) => (deadShare(H) * H.cols) / H.data.length },
  ],
  words: {
    en: {
      hints: [
        "A unit that is off now and then is doing its work. Dead is one that is off for *every* sample.",
        "A unit is a column: count the columns whose largest entry is 0, and divide by the number of columns.",
        "For each column `j`: dead unless some row `i` has `nn.get(H, i, j) > 0`; at the end `count / H.cols`.",
      ],
      mistakes: {
        alive: "This is the share that lives: 1 minus it is wanted.",
        percent: "A share is between 0 and 1, not in percent.",
        count:
          "This is the number of dead units: their share is wanted, so divide by the number of columns.",
        zeros: "Sparse is not dead: this is the share of zeros. A dead unit is 0 for every sample.",
        rows: "A row is a sample, a column is a unit: count columns, and divide by their number.",
        oneSample: "Only the first sample was asked: a dead unit is 0 for every one.",
        once: "One silence is not death: a dead unit is 0 for every sample, not for some.",
        sum: "Divided by all entries: the share of units is wanted, so divide by the number of columns.",
      },
    },
    ru: {
      hints: [
        "Нейрон, который иногда выключается, делает своё дело. «Мёртв» тот, что выключен для *каждого* примера.",
        "Нейрон — это столбец: посчитайте столбцы, в которых наибольший элемент равен 0, и разделите на число столбцов.",
        "Для каждого столбца `j`: «мёртв», если ни в одной строке `i` нет `nn.get(H, i, j) > 0`; в конце `count / H.cols`.",
      ],
      mistakes: {
        alive: "Это доля живых: нужна 1 минус она.",
        percent: "Доля лежит между 0 и 1, это не проценты.",
        count: "Это число «мёртвых» нейронов, а нужна их доля: разделите на число столбцов.",
        zeros:
          "Разреженный не значит «мёртвый»: это доля нулей. У «мёртвого» нейрона 0 для каждого примера.",
        rows: "Строка — это пример, столбец — нейрон: считайте столбцы и делите на их число.",
        oneSample: "Проверен только первый пример: мёртвый нейрон равен 0 для каждого.",
        once: "Замолчать однажды — ещё не смерть: у «мёртвого» нейрона 0 для каждого примера, а не для некоторых.",
        sum: "Поделено на число всех элементов, а нужна доля нейронов: разделите на число столбцов.",
      },
    },
  },
};
