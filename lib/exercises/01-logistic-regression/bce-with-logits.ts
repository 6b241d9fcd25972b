import { sigmoid } from "../../activations";
import { alike, butWith, type Exercise, notFinite, T9 } from "../../checks";
import { bceWithLogits } from "../../losses";
import { column, div, type Matrix, map, mean, mul } from "../../matrix";
import { type Random, randn } from "../../random";

type Bce = (z: Matrix, y: Matrix) => { loss: number; dz: Matrix };

const z = column([0, 3.5, -2, 1000]);
const y = column([0, 1, 1, 0]);
const first = (M: Matrix, n: number) => column(M.data.slice(0, n));

/** Labels 0 and 1 drawn for n samples. */
const labels = (rng: Random, n: number) =>
  column(Array.from({ length: n }, () => (rng() < 0.5 ? 0 : 1)));

type Result = { loss: number; dz: Matrix };

/** The mean with a minus before the term of the labels 1 only: the others' costs are negative. */
const signed = (z: Matrix, y: Matrix): number =>
  mean(
    map(z, (zi, i) => {
      const { loss } = bceWithLogits(column([zi]), column([y.data[i]]));
      return y.data[i] === 1 ? loss : -loss;
    }),
  );

/** σ(z) as it comes out in floating point: exactly 1 from z = 37 on. */
const p = (z: number) => sigmoid.f(z);
const meanOf = (z: Matrix, y: Matrix, term: (p: number, y: number) => number) =>
  mean(column(Array.from(z.data, (zi, i) => term(p(zi), y.data[i]))));

export const bceExercise: Exercise<
  Bce,
  "infinite" | "minus" | "noMean" | "twice" | "climbs" | "sum" | "negative"
> = {
  id: "1.3",
  name: "bceWithLogits",
  parameters: ["z", "y"],
  points: 4,
  reference: bceWithLogits,
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[first(z, 3), first(y, 3)]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [z, y],
        [column([-1000, 1000, -1000, 1000, 0]), column([0, 1, 1, 0, 1])],
        [column([800, -800]), column([0, 1])],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [1, 5, 8].map((n) => [map(randn(rng, n, 1), (x) => 3 * x), labels(rng, n)]),
    },
  ],
  diagnoses: [
    { mistake: "noMean", wrong: butWith(bceWithLogits, ({ dz }, z) => ({ dz: mul(dz, z.rows) })) },
    { mistake: "twice", wrong: butWith(bceWithLogits, ({ dz }, z) => ({ dz: div(dz, z.rows) })) },
    { mistake: "negative", wrong: butWith(bceWithLogits, ({ loss }) => ({ loss: -loss })) },
    { mistake: "climbs", wrong: butWith(bceWithLogits, ({ dz }) => ({ dz: mul(dz, -1) })) },
    { mistake: "climbs", wrong: butWith(bceWithLogits, ({ dz }, z) => ({ dz: mul(dz, -z.rows) })) },
    { mistake: "sum", wrong: butWith(bceWithLogits, ({ loss }, z) => ({ loss: loss * z.rows })) },
    {
      mistake: "sum",
      wrong: butWith(bceWithLogits, ({ loss, dz }, z) => ({
        loss: loss * z.rows,
        dz: mul(dz, z.rows),
      })),
    },
    {
      mistake: "minus",
      wrong: butWith(bceWithLogits, (_, z, y) => ({
        loss: meanOf(z, y, (p, y) => -y * Math.log(p) + (1 - y) * Math.log(1 - p)),
      })),
    },
    {
      mistake: "minus",
      // The same slip in a stable form, or with other infinities far out.
      sign: (evidence) => {
        const finite = evidence.filter(({ got }) => Number.isFinite((got as Result).loss));
        return (
          finite.some(({ right }) => !right) &&
          finite.every(({ input: [z, y], got }) => alike((got as Result).loss, signed(z, y)))
        );
      },
    },
    {
      mistake: "infinite",
      sign: notFinite("loss"),
    },
  ],
  words: {
    en: {
      hints: [
        "Put the logarithm into σ on paper: what is $-\\ln \\sigma(z)$, and what is $-\\ln(1 - \\sigma(z))$?",
        "One sample costs $\\max(z, 0) - zy + \\ln(1 + e^{-|z|})$, and its gradient is $\\sigma(z) - y$. Both are means over the samples.",
        "`cost += Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)))`, `dz[i] = (sigmoid(z) - y) / n`; at the end `cost / n`.",
      ],
      mistakes: {
        infinite:
          "Infinity at z=1000; the true loss is 1000. σ(1000) is exactly 1 in float64, and ln(1 − 1) is −Infinity: put the logarithm into σ before computing.",
        minus: "The minus must cover both terms: put brackets after Σ.",
        noMean:
          "dz is n times too large: the loss is a mean, so its gradient is divided by n, too.",
        twice: "dz is n times too small: 1/n was applied twice.",
        negative:
          "The loss is negative: the logarithm of a probability is, and the minus makes it a cost.",
        climbs: "Opposite sign: this would climb. The gradient is σ−y.",
        sum: "The loss is n times too large: the mean is wanted.",
      },
    },
    ru: {
      hints: [
        "Внесите логарифм в σ на бумаге: чему равны $-\\ln \\sigma(z)$ и $-\\ln(1 - \\sigma(z))$?",
        "Один пример стоит $\\max(z, 0) - zy + \\ln(1 + e^{-|z|})$, его градиент — $\\sigma(z) - y$. И то и другое — средние по примерам.",
        "`cost += Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)))`, `dz[i] = (sigmoid(z) - y) / n`; в конце `cost / n`.",
      ],
      mistakes: {
        infinite:
          "Infinity при z=1000, а настоящие потери — 1000. В float64 σ(1000) в точности 1, и ln(1 − 1) — это −Infinity: внесите логарифм в σ прежде, чем вычислять.",
        minus: "Минус относится к обоим слагаемым: поставьте скобки после Σ.",
        noMean: "dz в n раз больше: функция потерь — среднее, значит, и её градиент делится на n.",
        twice: "dz в n раз меньше: 1/n применено дважды.",
        negative: "Потери отрицательны: таков логарифм вероятности, и минус превращает его в цену.",
        climbs: "Знак противоположный: так мы шли бы вверх. Градиент — σ−y.",
        sum: "Потери в n раз больше: нужно среднее.",
      },
    },
  },
};
