import { sigmoid } from "../../activations";
import { type Exercise, T9 } from "../../checks";
import { type Matrix, map, row } from "../../matrix";
import { randn } from "../../random";

type OnMatrix = (Z: Matrix) => Matrix;

/** The far ends in both orders, and mixed with ordinary numbers within a row. */
const far = row([-1000, -3, 0, 3.5, 1000]);

/** A value that came for an input, number by number. */
const pairsOf = (input: Matrix, got: unknown): (readonly [z: number, s: number])[] => {
  const data = (got as Partial<Matrix> | undefined)?.data ?? [];
  return Array.from(input.data, (z, k) => [z, data[k]] as const);
};

export const sigmoidExercise: Exercise<
  OnMatrix,
  "overflow" | "oneMinus" | "clipped" | "step" | "tanh" | "derivative"
> = {
  id: "1.2",
  name: "sigmoid",
  parameters: ["Z"],
  points: 3,
  reference: (Z) => sigmoid(Z),
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[row([-3, 0, 3.5])]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [[far], [row([1000, 0, -1000, 710, -710, 36.74, -36.74, 0.1])]],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        [randn(rng, 4, 3)],
        [randn(rng, 5, 1)],
        [map(randn(rng, 2, 6), (z) => 30 * z)],
      ],
    },
  ],
  diagnoses: [
    {
      mistake: "overflow",
      // NaN where an exponential overflows, and nowhere else.
      sign: (evidence) => {
        const nans = evidence.flatMap(({ input: [Z], got }) =>
          pairsOf(Z, got).flatMap(([z, s]) => (Number.isNaN(s) ? [z] : [])),
        );
        return nans.includes(1000) && nans.every((z) => Math.abs(z) > 700);
      },
    },
    { mistake: "oneMinus", wrong: (Z) => map(Z, (z) => 1 / (1 + Math.exp(z))) },
    { mistake: "step", wrong: (Z) => map(Z, (z) => (z > 0 ? 1 : 0)) },
    { mistake: "step", wrong: (Z) => map(Z, (z) => (z >= 0 ? 1 : 0)) },
    { mistake: "tanh", wrong: (Z) => map(Z, Math.tanh) },
    { mistake: "derivative", wrong: (Z) => map(Z, sigmoid.df) },
    {
      mistake: "clipped",
      // Right in the middle, one same small number wherever the input is far to the left.
      sign: (evidence) =>
        evidence.every(({ input: [Z], got }) =>
          pairsOf(Z, got).every(([z, s]) => Math.abs(z) > 5 || Math.abs(s - sigmoid.f(z)) < 1e-9),
        ) &&
        evidence.some(({ input: [Z], got }) =>
          pairsOf(Z, got).some(([z, s]) => z <= -700 && s > 1e-12),
        ),
    },
  ],
  words: {
    en: {
      hints: [
        "What is `Math.exp(1000)`? Which of your terms becomes that, and what is it divided by?",
        "Exponentiate $-|x|$ only: it is never above 0, so its exponential is never above 1.",
        "For `x >= 0`: `1 / (1 + Math.exp(-x))`; otherwise `e = Math.exp(x)` and `e / (1 + e)`.",
      ],
      mistakes: {
        overflow: "NaN at 1000: Infinity/Infinity. Let no exponential grow without bound.",
        oneMinus: "This is 1−σ: look at the sign of the exponent.",
        clipped: "σ(−1000) should be 0; clipping hides small values and stops gradients.",
        tanh: "This is tanh, which goes from −1 to 1; the sigmoid goes from 0 to 1.",
        derivative: "This is the derivative σ(1−σ); the function itself is wanted.",
        step: "A step, not a sigmoid: σ(0) = 0.5, and it changes smoothly.",
      },
    },
    ru: {
      hints: [
        "Чему равно `Math.exp(1000)`? Какое из ваших слагаемых становится этим и на что оно делится?",
        "Возводите $e$ только в степень $-|x|$: она не бывает больше 0, а экспонента — больше 1.",
        "Для `x >= 0`: `1 / (1 + Math.exp(-x))`; иначе `e = Math.exp(x)` и `e / (1 + e)`.",
      ],
      mistakes: {
        overflow:
          "NaN при 1000: Infinity/Infinity. Не давайте ни одной экспоненте расти без предела.",
        oneMinus: "Это 1−σ: посмотрите на знак показателя.",
        clipped: "σ(−1000) должна быть 0; обрезка прячет малые значения и останавливает градиент.",
        tanh: "Это гиперболический тангенс, он идёт от −1 до 1; сигмоида идёт от 0 до 1.",
        derivative: "Это производная σ(1−σ), а нужна сама функция.",
        step: "Это ступенька, а не сигмоида: σ(0) = 0,5, и меняется она плавно.",
      },
    },
  },
};
