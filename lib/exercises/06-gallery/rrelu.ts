import { rrelu } from "../../activations";
import { type Evidence, type Exercise, T9 } from "../../checks";
import { fromRows, get, type Matrix, map, mul } from "../../matrix";
import { randn } from "../../random";
import { type Asked, drawn, everywhere, leftOnly, type Rrelu, run, wrong } from "./rrelu-slips";

/** The first step is training, and its slopes on the left side are all the same. */
const slopesRepeat = (calls: readonly Evidence<Asked>[]): boolean =>
  calls.some(({ input: [, , , X, , [first]], got }) => {
    const [Y] = Object.values(got as Record<string, Matrix>);
    const slopes = Array.from(X.data, (x, k) => Y.data[k] / x).filter((_, k) => X.data[k] < 0);
    return (
      first === "train" && slopes.length > 2 && slopes.every((r) => Math.abs(r - slopes[0]) < 1e-9)
    );
  });

const example = fromRows([
  [-1, 2, -4],
  [-0.5, -8, 1],
]);
const ones = fromRows([
  [1, 1, 1],
  [1, 1, 1],
]);

/** One memory for all layers. */
const common = {};

export const rreluExercise: Exercise<
  Asked,
  | "oneSlope"
  | "evalRandom"
  | "evalDraws"
  | "inverseMean"
  | "evalEnd"
  | "evalRelu"
  | "fixedMean"
  | "resampled"
  | "shared"
  | "slopeAtZero"
  | "notLatest"
  | "leftOnlyDraws"
  | "columnWise"
  | "width"
  | "rightSide"
  | "noUpstream"
  | "forwardAgain"
  | "backEverywhere"
  | "backByUpstream",
  Rrelu
> = {
  id: "6.3",
  name: "rrelu",
  parameters: ["lower", "upper", "seed", "X", "dY", "steps"],
  points: 3,
  reference: rrelu,
  close: T9,
  observe: run,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [1 / 8, 1 / 3, 42, example, ones, ["train"]],
        [1 / 8, 1 / 3, 42, example, ones, ["eval"]],
      ],
    },
    {
      name: "hard",
      share: 1.5,
      inputs: (rng) => [
        [1 / 8, 1 / 3, 42, example, ones, ["train", "backward", "backward"]],
        [1 / 8, 1 / 3, 7, example, randn(rng, 2, 3), ["train", "eval", "backward", "train"]],
        [0.1, 0.1, 3, fromRows([[0, -1000, 1000]]), fromRows([[2, -3, 4]]), ["train", "backward"]],
        [1 / 8, 1 / 3, 5, example, randn(rng, 2, 3), ["train", "another", "backward"]],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) =>
        [
          [4, 3],
          [2, 5],
          [7, 1],
        ].map(([n, m]): Parameters<Asked> => {
          const lower = 0.5 * rng();
          const X = randn(rng, n, m);
          const steps = ["eval", "train", "backward", "train", "backward", "eval"] as const;
          return [lower, lower + 0.4, Math.floor(1e6 * rng()), X, randn(rng, n, m), steps];
        }),
    },
  ],
  diagnoses: [
    {
      mistake: "width",
      wrong: wrong({
        train: (X, lower, upper, rng) => map(X, () => lower + upper * rng()),
      }),
    },
    {
      mistake: "leftOnlyDraws",
      wrong: wrong({
        train: (X, lower, upper, rng) =>
          map(X, (x) => (x > 0 ? 1 : lower + (upper - lower) * rng())),
      }),
    },
    {
      mistake: "columnWise",
      wrong: wrong({
        train: (X, lower, upper, rng) => {
          const { data } = drawn(X, lower, upper, rng);
          return map(X, (_, i, j) => data[j * X.rows + i]);
        },
      }),
    },
    { mistake: "evalRandom", wrong: wrong({ eval: drawn }) },
    {
      mistake: "evalDraws",
      wrong: wrong({
        eval: (X, lower, upper, rng) => {
          drawn(X, lower, upper, rng);
          return everywhere(X, (lower + upper) / 2);
        },
      }),
    },
    {
      mistake: "inverseMean",
      wrong: wrong({
        eval: (X, lower, upper) => everywhere(X, 2 / (1 / lower + 1 / upper)),
      }),
    },
    { mistake: "evalEnd", wrong: wrong({ eval: (X, lower) => everywhere(X, lower) }) },
    { mistake: "evalEnd", wrong: wrong({ eval: (X, _, upper) => everywhere(X, upper) }) },
    {
      mistake: "evalEnd",
      wrong: wrong({ eval: (X, lower, upper) => everywhere(X, (upper - lower) / 2) }),
    },
    { mistake: "evalRelu", wrong: wrong({ eval: (X) => everywhere(X, 0) }) },
    { mistake: "evalRelu", wrong: wrong({ eval: (X) => everywhere(X, 1) }) },
    { mistake: "fixedMean", wrong: wrong({ eval: (X) => everywhere(X, 11 / 48) }) },
    { mistake: "shared", wrong: wrong({ memory: () => common }) },
    {
      mistake: "slopeAtZero",
      wrong: wrong({
        back: ({ X, slopes }) =>
          map(leftOnly(X, slopes), (r, i, j) => (get(X, i, j) === 0 ? 1 : r)),
      }),
    },
    { mistake: "resampled", wrong: wrong({ back: ({ X }, again) => leftOnly(X, again()) }) },
    { mistake: "notLatest", wrong: wrong({ back: ({ X, trained }) => leftOnly(X, trained) }) },
    { mistake: "noUpstream", wrong: wrong({ gradient: (_, slopes) => slopes }) },
    { mistake: "backEverywhere", wrong: wrong({ back: ({ slopes }) => slopes }) },
    {
      mistake: "backByUpstream",
      wrong: wrong({
        back: ({ slopes }) => slopes,
        gradient: (dY, slopes) => mul(dY, leftOnly(dY, slopes)),
      }),
    },
    {
      mistake: "forwardAgain",
      wrong: wrong({
        back: ({ X, slopes }) => mul(X, leftOnly(X, slopes)),
      }),
    },
    { mistake: "oneSlope", sign: slopesRepeat },
    {
      mistake: "rightSide",
      sign: (calls) =>
        calls.some(({ input: [, , , X], got }) => {
          const [Y] = Object.values(got as Record<string, Matrix>);
          return X.data.some((x, k) => x > 0 && Math.abs(Y.data[k] - x) > 1e-9);
        }),
    },
  ],
  words: {
    en: {
      hints: [
        "Two ways of being: noise while training, none when it counts. The way back has to go through the same slopes as the way forward, so they must be remembered.",
        "In training $r = \\text{lower} + (\\text{upper} - \\text{lower})\\,u$ with a new $u$ for every entry; in evaluation the mean of all slopes, $(\\text{lower} + \\text{upper})/2$, which is 11/48 for 1/8 and 1/3.",
        'Keep `let slopes: Matrix` inside `rrelu`, before the `return`; forward: `const r = mode === "train" ? nn.uniform(rng, X.rows, X.cols, lower, upper) : …`, then `slopes` is 1 where x > 0 and r elsewhere, and Y is their product with X.',
      ],
      mistakes: {
        oneSlope: "Slopes repeat: in training every entry gets a slope of its own.",
        evalRandom: 'Two evaluations differ: in "eval" the slope is the mean, nothing is drawn.',
        evalDraws:
          'Evaluation used up random numbers, so the next training step differs: in "eval" nothing is drawn.',
        inverseMean:
          "Mean of slopes, not the inverse of a mean of divisors: (1/8 + 1/3)/2 = 11/48, not 2/(8 + 3).",
        evalEnd: 'In "eval" the slope is the middle of lower and upper: (lower + upper)/2.',
        evalRelu: 'In "eval" the left side keeps a slope, the mean of those that training draws.',
        fixedMean: "11/48 is the mean of 1/8 and 1/3 only: in general it is (lower + upper)/2.",
        shared:
          "Two layers share one memory: the second's forward changed what the first's backward gives. Keep the slopes inside `rrelu`, before the `return`.",
        slopeAtZero: "The slope at 0 is r, not 1: only where x > 0 the entry passes as it is.",
        resampled:
          "Backward must reuse the slopes of the forward before it: with new ones it is the gradient of another function.",
        notLatest:
          "Backward belongs to the latest forward, of either mode: after an evaluation that is the mean slope.",
        leftOnlyDraws:
          "A slope is drawn for every entry, row by row, also where x > 0 and it isn't used: so the numbers don't depend on the data.",
        columnWise: "Slopes are drawn row by row: the right numbers at the wrong places.",
        width: "The interval from lower to upper is upper − lower wide.",
        rightSide: "Where x > 0 the entry passes as it is: the slope r is for the left side.",
        noUpstream: "Local slope only: multiply it by dY.",
        forwardAgain: "The slope is 1 or r, not the value x or rx that forward gave.",
        backEverywhere: "Where x > 0 the slope is 1, on the way back as well.",
        backByUpstream: "The side is decided by the sign of x on the way forward, not by dY's.",
      },
    },
    ru: {
      hints: [
        "Два образа жизни: шум во время обучения и тишина, когда ответ важен. Обратный путь должен пройти через те же наклоны, что и прямой, поэтому их надо запомнить.",
        "При обучении $r = \\text{lower} + (\\text{upper} - \\text{lower})\\,u$ с новым $u$ для каждого элемента; после обучения — среднее всех наклонов, $(\\text{lower} + \\text{upper})/2$, то есть 11/48 для 1/8 и 1/3.",
        'Заведите `let slopes: Matrix` внутри `rrelu`, перед `return`; forward: `const r = mode === "train" ? nn.uniform(rng, X.rows, X.cols, lower, upper) : …`, затем `slopes` равна 1 там, где x > 0, и r в остальных местах, а Y — её произведение с X.',
      ],
      mistakes: {
        oneSlope: "Наклоны повторяются: при обучении у каждого элемента свой.",
        evalRandom:
          'Два прохода в режиме "eval" различаются: в нём наклон — среднее, случайного ничего нет.',
        evalDraws:
          'Режим "eval" израсходовал случайные числа, и следующий шаг обучения стал другим: в нём ничего не выбирается.',
        inverseMean:
          "Среднее наклонов, а не обратное к среднему делителей: (1/8 + 1/3)/2 = 11/48, а не 2/(8 + 3).",
        evalEnd: 'В режиме "eval" наклон — середина между lower и upper: (lower + upper)/2.',
        evalRelu:
          'В режиме "eval" у левой части остаётся наклон: среднее тех, что выбираются при обучении.',
        fixedMean: "11/48 — среднее только для 1/8 и 1/3, а вообще это (lower + upper)/2.",
        shared:
          "У двух слоёв одна память на двоих: forward второго изменил то, что даёт backward первого. Держите наклоны внутри `rrelu`, перед `return`.",
        slopeAtZero: "Наклон в 0 — это r, а не 1: как есть проходят только x > 0.",
        resampled:
          "backward должен взять наклоны предшествующего forward: с новыми это градиент другой функции.",
        notLatest:
          "backward относится к последнему forward, в каком бы режиме тот ни был: после eval это средний наклон.",
        leftOnlyDraws:
          "Наклон выбирается для каждого элемента, строка за строкой, и там, где x > 0 и он не нужен: тогда числа не зависят от данных.",
        columnWise: "Наклоны выбираются строка за строкой: числа верные, а места — нет.",
        width: "Длина отрезка от lower до upper равна upper − lower.",
        rightSide: "Там, где x > 0, элемент проходит как есть: наклон r — для левой части.",
        noUpstream: "Это только локальный наклон: умножьте его на dY.",
        forwardAgain: "Наклон — это 1 или r, а не значение x или rx, которое дал forward.",
        backEverywhere: "Там, где x > 0, наклон равен 1 и на обратном пути.",
        backByUpstream: "Сторону определяет знак x на прямом проходе, а не знак dY.",
      },
    },
  },
};
