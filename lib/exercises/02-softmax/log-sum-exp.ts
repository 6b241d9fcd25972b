import { type Exercise, T9 } from "../../checks";
import { logSumExp } from "../../losses";
import { type Matrix, map, row } from "../../matrix";
import { randn } from "../../random";

type OfRow = (z: Matrix) => number;

const total = (z: Matrix) => z.data.reduce((sum, x) => sum + Math.exp(x), 0);
const largest = (z: Matrix) => z.data.reduce((a, b) => Math.max(a, b));

/** m + ln Σ e^(z−m) with another m than the largest z. */
const shiftedBy = (m: (z: Matrix) => number) => (z: Matrix) =>
  m(z) + Math.log(total(map(z, (x) => x - m(z))));

/** The sum's logarithm to another base than e. */
const inBase = (log: (x: number) => number) => (z: Matrix) => {
  const m = largest(z);
  return m + log(total(map(z, (x) => x - m)));
};

export const logSumExpExercise: Exercise<
  OfRow,
  | "noShift"
  | "notAdded"
  | "takenTwice"
  | "noLogarithm"
  | "maximum"
  | "logOfEach"
  | "fromZero"
  | "mean"
  | "base"
> = {
  id: "2.1",
  name: "logSumExp",
  parameters: ["z"],
  points: 2,
  reference: (z) => logSumExp(z),
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[row([1, 2, 3])]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [row([1000, 1000])],
        [row([-1000, -1000, -1000])],
        [row([1000, -1000, 0, 999.5])],
        [row([-1000, 1000])],
        [row([-2000, -1000, -1001])],
        [row([-5])],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        [randn(rng, 1, 5)],
        [randn(rng, 1, 1)],
        [map(randn(rng, 1, 10), (x) => 20 * x)],
        [map(randn(rng, 1, 4), (x) => x - 30)],
      ],
    },
  ],
  diagnoses: [
    { mistake: "noShift", wrong: (z) => Math.log(total(z)) },
    { mistake: "notAdded", wrong: (z) => logSumExp(z) - largest(z) },
    { mistake: "takenTwice", wrong: (z) => logSumExp(z) - 2 * largest(z) },
    { mistake: "maximum", wrong: largest },
    { mistake: "logOfEach", wrong: (z) => z.data.reduce((a, b) => a + b, 0) },
    {
      mistake: "noLogarithm",
      wrong: (z) => largest(z) + Math.exp(logSumExp(z) - largest(z)),
    },
    { mistake: "noLogarithm", wrong: total },
    { mistake: "fromZero", wrong: shiftedBy((z) => Math.max(0, largest(z))) },
    { mistake: "mean", wrong: (z) => logSumExp(z) - Math.log(z.cols) },
    { mistake: "base", wrong: inBase(Math.log10) },
    { mistake: "base", wrong: inBase(Math.log2) },
    {
      mistake: "noShift",
      sign: (evidence) =>
        evidence.some(
          ({ input: [z], got }) => largest(z) > 700 && got === Number.POSITIVE_INFINITY,
        ),
    },
  ],
  words: {
    en: {
      hints: [
        "The largest $e^z$ is the trouble: at 1000 it is Infinity. What could be taken out of the sum before it is computed?",
        "$\\ln \\sum_k e^{z_k} = m + \\ln \\sum_k e^{z_k - m}$, with $m$ the largest of the $z_k$. Then no exponent is above 0.",
        "One pass for `m`, a second one for `sum += Math.exp(z.data[k] - m)`; then `m + Math.log(sum)`.",
      ],
      mistakes: {
        noShift:
          "Infinity at 1000, −Infinity at −1000: take the largest z out before the exponential.",
        notAdded: "Too small by max(z): what was taken out has to be added again.",
        takenTwice: "The maximum was taken out of the exponents, and now once more: add it again.",
        maximum: "This is the largest z; the logarithm of the sum is a little above it.",
        logOfEach:
          "ln of each power gives z back: first the sum of the powers, then one logarithm.",
        noLogarithm: "The sum of the powers is right; its logarithm is missing.",
        fromZero:
          "Fails when all are negative: start the maximum from −Infinity or from z₀, not from 0.",
        mean: "Too small by ln n: the sum is wanted, not the mean.",
        base: "This is a logarithm to another base than e: Math.log is the natural one.",
      },
    },
    ru: {
      hints: [
        "Всё дело в наибольшей $e^z$: при 1000 это Infinity. Что можно вынести из суммы прежде, чем её вычислять?",
        "$\\ln \\sum_k e^{z_k} = m + \\ln \\sum_k e^{z_k - m}$, где $m$ — наибольшее из $z_k$. Тогда ни один показатель не больше 0.",
        "Один проход ради `m`, второй: `sum += Math.exp(z.data[k] - m)`; затем `m + Math.log(sum)`.",
      ],
      mistakes: {
        noShift:
          "Infinity при 1000, −Infinity при −1000: вынесите наибольшее z прежде, чем брать экспоненту.",
        notAdded: "Меньше на max(z): то, что вынесено, надо прибавить обратно.",
        takenTwice:
          "Максимум уже вынесен из показателей, а теперь вычтен ещё раз: его надо прибавить.",
        maximum: "Это наибольшее z; логарифм суммы немного больше.",
        logOfEach: "ln каждой степени возвращает z: сначала сумма степеней, потом один логарифм.",
        noLogarithm: "Сумма степеней верна; не хватает её логарифма.",
        fromZero:
          "Не работает, когда все отрицательны: начинайте максимум с −Infinity или с z₀, а не с 0.",
        mean: "Меньше на ln n: нужна сумма, а не среднее.",
        base: "Это логарифм по другому основанию, не e: натуральный — Math.log.",
      },
    },
  },
};
