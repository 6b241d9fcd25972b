import { type Exercise, T9 } from "../../checks";
import { crossEntropy, softmax } from "../../losses";
import { fromRows, type Matrix } from "../../matrix";
import { integer, type Random, randn } from "../../random";

type CrossEntropy = (P: Matrix, y: Int32Array) => number;

const P = fromRows([
  [0.9, 0.09, 0.01],
  [0.1, 0.9, 0],
  [0.01, 0.29, 0.7],
]);
const converted = fromRows([
  [0.9, 0.09, 0.01],
  [0.1, 0.9, 0],
  [0.01, 0.99, 0],
]);

/** So many samples that the product of their probabilities is 0 in the computer. */
const many: [Matrix, Int32Array] = [
  fromRows(Array.from({ length: 1000 }, () => [0.4, 0.35, 0.25])),
  Int32Array.from({ length: 1000 }, (_, i) => i % 3),
];

/** n samples of K classes: probabilities and what happened. */
const drawn = (rng: Random, n: number, K: number): [Matrix, Int32Array] => [
  softmax(randn(rng, n, K)),
  Int32Array.from({ length: n }, () => integer(rng, K)),
];

const rowMaxima = (P: Matrix) =>
  Array.from({ length: P.rows }, (_, i) => Math.max(...P.data.slice(i * P.cols, (i + 1) * P.cols)));
const happened = (P: Matrix, y: Int32Array) =>
  Array.from(y, (label, i) => P.data[i * P.cols + label]);
const meanOf = (terms: readonly number[]) => terms.reduce((a, b) => a + b, 0) / terms.length;

export const crossEntropyExercise: Exercise<
  CrossEntropy,
  | "sum"
  | "confidence"
  | "minusSum"
  | "epsilon"
  | "log10"
  | "sign"
  | "product"
  | "fromOne"
  | "zeroTimes"
  | "allEntries"
  | "oneRow"
  | "meanFirst"
  | "noLogarithm"
> = {
  id: "2.3",
  name: "crossEntropy",
  parameters: ["P", "y"],
  points: 3,
  reference: (P, y) => crossEntropy(P, y),
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[P, Int32Array.of(0, 1, 2)]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [P, Int32Array.of(1, 1, 2)],
        [converted, Int32Array.of(0, 1, 2)],
        [fromRows([[1, 0]]), Int32Array.of(0)],
        many,
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [drawn(rng, 5, 4), drawn(rng, 4, 2), drawn(rng, 1, 3), drawn(rng, 8, 3)],
    },
  ],
  diagnoses: [
    { mistake: "sum", wrong: (P, y) => crossEntropy(P, y) * P.rows },
    { mistake: "sign", wrong: (P, y) => -crossEntropy(P, y) },
    { mistake: "confidence", wrong: (P) => -meanOf(rowMaxima(P).map(Math.log)) },
    { mistake: "minusSum", wrong: (P, y) => 1 / P.rows + crossEntropy(P, y) * P.rows },
    {
      mistake: "log10",
      wrong: (P, y) => crossEntropy(P, y) / Math.LN10,
    },
    { mistake: "log10", wrong: (P, y) => crossEntropy(P, y) / Math.LN2 },
    {
      mistake: "product",
      wrong: (P, y) => -Math.log(happened(P, y).reduce((a, b) => a * b, 1)) / P.rows,
    },
    { mistake: "allEntries", wrong: (P, y) => crossEntropy(P, y) / P.cols },
    {
      mistake: "oneRow",
      wrong: (P, y) => -meanOf(Array.from(y, (label) => Math.log(P.data[label]))),
    },
    {
      mistake: "oneRow",
      wrong: (P, y) => -meanOf(Array.from(y, (label, i) => Math.log(P.data[i * P.rows + label]))),
    },
    { mistake: "meanFirst", wrong: (P, y) => -Math.log(meanOf(happened(P, y))) },
    { mistake: "noLogarithm", wrong: (P, y) => 1 - meanOf(happened(P, y)) },
    { mistake: "noLogarithm", wrong: (P, y) => -meanOf(happened(P, y)) },
    {
      mistake: "fromOne",
      wrong: (P, y) =>
        -meanOf(Array.from(y, (label, i) => Math.log(P.data[i * P.cols + label - 1]))),
    },
    {
      mistake: "zeroTimes",
      // Right but for NaN where some probability is 0.
      sign: (evidence) =>
        evidence.every(
          ({ input: [P], right, got }) => right || (P.data.includes(0) && Number.isNaN(got)),
        ),
    },
    {
      mistake: "epsilon",
      // Right wherever no probability is 0, and a finite number where one is.
      sign: (evidence) =>
        evidence.some(
          ({ expected, got }) =>
            expected === Number.POSITIVE_INFINITY && Number.isFinite(got) && (got as number) > 5,
        ) &&
        evidence.every(
          ({ input: [P, y], got }) =>
            happened(P, y).some((p) => p < 1e-9) ||
            Math.abs((got as number) - crossEntropy(P, y)) < 1e-4,
        ),
    },
  ],
  words: {
    en: {
      hints: [
        "Each sample has several probabilities, and only one of them is about what happened. Which?",
        "$-\\frac{1}{n} \\sum_i \\ln P_{i, y_i}$: the logarithm of the probability at the label, its mean, and a minus.",
        "For each row `i`: `sum += Math.log(P.data[i * P.cols + y[i]])`; at the end `-sum / P.rows`.",
      ],
      mistakes: {
        sum: "n times too large: the mean is wanted.",
        sign: "The logarithm of a probability is negative: the loss has a minus in front.",
        confidence:
          "You reward confidence, not truth: see y = [1, 1, 2], where the first sample's label is not its largest probability.",
        minusSum:
          "0.9007293 instead of 0.189132: 1/n multiplies the sum; it is not a term beside it.",
        epsilon:
          "p = 0 for what happened must give Infinity: do not hide it by a small constant. Exercise 2.4 shows the honest way, from logits.",
        log10: "This is a logarithm to another base than e: Math.log is the natural one.",
        product:
          "With 1000 samples the product of many probabilities is 0 in the computer: add up the logarithms instead of multiplying first.",
        fromOne: "One class too early: labels start at 0, and so do columns.",
        allEntries: "Divided by all entries of P: the mean is over the samples, so divide by n.",
        oneRow: "The probability is read from another row: sample i's are at i · P.cols and after.",
        meanFirst: "The mean comes last: first the logarithm of each probability, then their mean.",
        noLogarithm: "The logarithm is missing: −ln p is wanted, not 1 − p or −p.",
        zeroTimes:
          "NaN where a probability is 0: in the computer 0 · −Infinity is NaN. Take the logarithm of what happened alone.",
      },
    },
    ru: {
      hints: [
        "У каждого примера несколько вероятностей, и только одна из них говорит о том, что произошло. Какая?",
        "$-\\frac{1}{n} \\sum_i \\ln P_{i, y_i}$: логарифм вероятности на месте метки, его среднее и минус.",
        "Для каждой строки `i`: `sum += Math.log(P.data[i * P.cols + y[i]])`; в конце `-sum / P.rows`.",
      ],
      mistakes: {
        sum: "В n раз больше: нужно среднее.",
        sign: "Логарифм вероятности отрицателен: перед функцией потерь стоит минус.",
        confidence:
          "Вы награждаете уверенность, а не правду: посмотрите на y = [1, 1, 2], где метка первого примера не там, где его наибольшая вероятность.",
        minusSum: "0,9007293 вместо 0,189132: 1/n умножается на сумму, а не складывается с ней.",
        epsilon:
          "Если p = 0 у того, что произошло, ответ — Infinity: не прячьте её за маленькой константой. В упражнении 2.4 показан честный путь, от логитов.",
        log10: "Это логарифм по другому основанию, не e: натуральный — Math.log.",
        product:
          "При 1000 примеров произведение многих вероятностей в компьютере равно 0: складывайте логарифмы, а не перемножайте сначала.",
        fromOne: "На один класс раньше: метки начинаются с 0, и столбцы тоже.",
        allEntries: "Поделено на число всех элементов P: среднее берётся по примерам, делите на n.",
        oneRow: "Вероятность взята из другой строки: у примера i они начинаются с i · P.cols.",
        meanFirst: "Среднее берётся в конце: сначала логарифм каждой вероятности, потом среднее.",
        noLogarithm: "Не хватает логарифма: нужно −ln p, а не 1 − p и не −p.",
        zeroTimes:
          "NaN там, где вероятность равна 0: в компьютере 0 · −Infinity — это NaN. Берите логарифм только того, что произошло.",
      },
    },
  },
};
