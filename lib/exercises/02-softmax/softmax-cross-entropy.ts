import { butWith, type Exercise, notFinite, T9 } from "../../checks";
import { softmax, softmaxCrossEntropy } from "../../losses";
import { fromRows, type Matrix, map, mul, oneHot, sub } from "../../matrix";
import { integer, mulberry32, type Random, randn } from "../../random";

type Result = { loss: number; dZ: Matrix };
type Fused = (Z: Matrix, y: Int32Array) => Result;

const Z = fromRows([
  [1, 2, 3],
  [0, 1000, 0],
]);

const drawn = (rng: Random, n: number, K: number, scale = 1): [Matrix, Int32Array] => [
  mul(randn(rng, n, K), scale),
  Int32Array.from({ length: n }, () => integer(rng, K)),
];

/** One-hot rows for the class after the right one. */
const oneFurther = (y: ArrayLike<number>, K: number) =>
  oneHot(
    Array.from(y, (label) => (label + 1) % K),
    K,
  );

export const softmaxCrossEntropyExercise: Exercise<
  Fused,
  "noMean" | "climbs" | "infinite" | "clipped" | "oneTooFar" | "onlyTrue" | "notTaken" | "sum"
> = {
  id: "2.4",
  name: "softmaxCrossEntropy",
  parameters: ["Z", "y"],
  points: 4,
  reference: (Z, y) => softmaxCrossEntropy(Z, y),
  close: T9,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [
          fromRows([
            [1, 2, 3],
            [0.5, -1, 2],
          ]),
          Int32Array.of(2, 0),
        ],
      ],
    },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [Z, Int32Array.of(2, 0)],
        [
          fromRows([
            [-1000, 1000],
            [1000, -1000],
            [1000, 1000],
          ]),
          Int32Array.of(0, 0, 1),
        ],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        [randn(mulberry32(2024), 5, 3), Int32Array.of(0, 2, 1, 1, 0)],
        drawn(rng, 4, 2),
        drawn(rng, 3, 5, 10),
        drawn(rng, 1, 3),
      ],
    },
  ],
  diagnoses: [
    {
      mistake: "noMean",
      wrong: butWith(softmaxCrossEntropy, ({ dZ }, Z) => ({ dZ: mul(dZ, Z.rows) })),
    },
    { mistake: "climbs", wrong: butWith(softmaxCrossEntropy, ({ dZ }) => ({ dZ: mul(dZ, -1) })) },
    {
      mistake: "climbs",
      wrong: butWith(softmaxCrossEntropy, ({ dZ }, Z) => ({ dZ: mul(dZ, -Z.rows) })),
    },
    {
      mistake: "sum",
      wrong: butWith(softmaxCrossEntropy, ({ loss }, Z) => ({ loss: loss * Z.rows })),
    },
    {
      mistake: "sum",
      wrong: butWith(softmaxCrossEntropy, ({ loss, dZ }, Z) => ({
        loss: loss * Z.rows,
        dZ: mul(dZ, Z.rows),
      })),
    },
    {
      mistake: "oneTooFar",
      wrong: butWith(softmaxCrossEntropy, (_, Z, y) => ({
        dZ: mul(sub(softmax(Z), oneFurther(y, Z.cols)), 1 / Z.rows),
      })),
    },
    {
      mistake: "oneTooFar",
      // y + 1 where the last class has none further: its row gets no −1 at all.
      wrong: butWith(softmaxCrossEntropy, (_, Z, y) => ({
        dZ: map(softmax(Z), (p, i, j) => (p - (j === y[i] + 1 ? 1 : 0)) / Z.rows),
      })),
    },
    {
      mistake: "notTaken",
      wrong: butWith(softmaxCrossEntropy, (_, Z) => ({ dZ: mul(softmax(Z), 1 / Z.rows) })),
    },
    {
      mistake: "oneTooFar",
      // y + 1 without the wrap: the last class's −1 falls into the next row, or out of the matrix.
      sign: (evidence) =>
        evidence.every(({ input: [Z, y], got }) => {
          const dZ = (got as Partial<Result> | undefined)?.dZ;
          if (!dZ || dZ.data.length !== Z.data.length) return false;
          const wrong = Float64Array.from(softmax(Z).data);
          y.forEach((label, i) => {
            if (i * Z.cols + label + 1 < wrong.length) wrong[i * Z.cols + label + 1] -= 1;
          });
          return dZ.data.every((g, k) => Math.abs(g - wrong[k] / Z.rows) < 1e-9);
        }),
    },
    {
      mistake: "onlyTrue",
      wrong: butWith(softmaxCrossEntropy, ({ dZ }, Z, y) => ({ dZ: mul(dZ, oneHot(y, Z.cols)) })),
    },
    {
      mistake: "onlyTrue",
      wrong: butWith(softmaxCrossEntropy, (_, Z, y) => ({
        dZ: mul(
          map(oneHot(y, Z.cols), (yes, i, j) => (yes ? softmax(Z).data[i * Z.cols + j] - 1 : 0)),
          1 / Z.rows,
        ),
      })),
    },
    {
      mistake: "clipped",
      // Right as long as the probability is not too small, and a finite number where it underflows.
      sign: (evidence) =>
        evidence.every(({ input: [Z, y], right, got }) => {
          const { loss, dZ } = got as Result;
          const exact = softmaxCrossEntropy(Z, y);
          const sameSlope = dZ.data.every((g, k) => Math.abs(g - exact.dZ.data[k]) < 1e-9);
          const near = Math.abs(loss - exact.loss) < 1e-4;
          return right || (sameSlope && Number.isFinite(loss) && (near || exact.loss > 100));
        }),
    },
    {
      mistake: "infinite",
      sign: notFinite("loss"),
    },
  ],
  words: {
    en: {
      hints: [
        "Never take the logarithm of a softmax: put the one into the other on paper first.",
        "The loss of a row is $\\operatorname{logSumExp}(z) - z_y$; its gradient is $(p - \\text{onehot}(y)) / n$.",
        "`dZ` starts as a copy of `softmax(Z)`; for each row `dZ[i][y[i]] -= 1`; then everything is divided by `n`.",
      ],
      mistakes: {
        noMean:
          "dZ is n times too large (with n = 2 the ratio is 1/2 everywhere): the loss is a mean, so its gradient is divided by n.",
        climbs: "Every sign is opposite: p − y, not y − p.",
        infinite:
          "Infinity: the probability underflowed to 0 before its logarithm was taken. The true loss is finite; take it from the logits.",
        clipped:
          "The probability underflows to 0, and a constant in the logarithm hides it: the true loss is larger. Take it from the logits.",
        notTaken:
          "Nothing was taken from the true class: it gets p − 1, so that every row of dZ adds up to 0.",
        oneTooFar: "The −1 sits one class too far: labels start at 0.",
        onlyTrue: "The other classes need p/n, too: every row of dZ must add up to 0.",
        sum: "The loss is n times too large: the mean is wanted.",
      },
    },
    ru: {
      hints: [
        "Никогда не берите логарифм софтмакса: сначала подставьте одно в другое на бумаге.",
        "Потери одной строки — $\\operatorname{logSumExp}(z) - z_y$, их градиент — $(p - \\text{onehot}(y)) / n$.",
        "`dZ` сначала копия `softmax(Z)`; для каждой строки `dZ[i][y[i]] -= 1`; затем всё делится на `n`.",
      ],
      mistakes: {
        noMean:
          "dZ в n раз больше (при n = 2 отношение всюду 1/2): функция потерь — среднее, и её градиент делится на n.",
        climbs: "Все знаки противоположны: p − y, а не y − p.",
        infinite:
          "Infinity: вероятность обратилась в 0 раньше, чем взят её логарифм. Настоящие потери конечны; вычисляйте их по логитам.",
        clipped:
          "Вероятность обращается в 0, а константа под логарифмом это прячет: настоящие потери больше. Вычисляйте их по логитам.",
        notTaken:
          "У верного класса ничего не вычтено: он получает p − 1, и тогда каждая строка dZ в сумме даёт 0.",
        oneTooFar: "−1 стоит на один класс дальше: метки начинаются с 0.",
        onlyTrue: "Другим классам тоже нужно p/n: каждая строка dZ в сумме даёт 0.",
        sum: "Потери в n раз больше: нужно среднее.",
      },
    },
  },
};
