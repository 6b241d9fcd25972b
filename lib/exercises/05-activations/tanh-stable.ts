import { type Exercise, T9r } from "../../checks";
import { Held } from "../../held";
import { type Matrix, map, row } from "../../matrix";
import { OwnWorkError } from "../../own-work";
import { uniform } from "../../random";

type OnMatrix = (Z: Matrix) => Matrix;
type OnNumber = (x: number) => number;

/**
 * (1 − e^(−2|x|)) / (1 + e^(−2|x|)) with x's sign: nothing overflows, and expm1 computes e^u − 1
 * without the loss of digits that the subtraction would bring for small u.
 */
export const tanhStable: OnMatrix = (Z) =>
  map(Z, (x) => {
    const u = -2 * Math.abs(x);
    return (Math.sign(x) * -Math.expm1(u)) / (1 + Math.exp(u));
  });

const { exp, abs, sign, tanh } = Math;
const refusing = new Held(false);

/** Runs `work` while `Math.tanh` refuses to be called. */
function withoutTanh<T>(work: () => T): T {
  // An interrupt leaves it so; then it refuses nobody.
  Math.tanh = (x) => {
    if (refusing.now) throw new OwnWorkError("Math.tanh");
    return tanh(x);
  };
  try {
    return refusing.during(true, work);
  } finally {
    Math.tanh = tanh;
  }
}

const entries =
  (f: OnNumber): OnMatrix =>
  (Z) =>
    map(Z, f);

export const tanhStableExercise: Exercise<
  OnMatrix,
  "cancels" | "overflows" | "argument" | "signLost" | "signTurned" | "sigmoid"
> = {
  id: "5.2",
  name: "tanhStable",
  parameters: ["Z"],
  points: 3,
  reference: tanhStable,
  close: T9r,
  observe: (f, Z) => withoutTanh(() => f(Z)),
  parts: [
    { name: "example", share: 1, inputs: () => [[row([-1, 0, 0.5, 2])]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [row([-1000, -1, 1e-10, 0.5, 1000])],
        [row([-1e-10, 1e-5, -1e-7, 0, 0.01, -0.05, 20, -20, 1e-200, -300, 400])],
      ],
    },
    {
      name: "shapes",
      share: 1.5,
      inputs: (rng) => [
        [uniform(rng, 4, 3, -3, 3)],
        [uniform(rng, 2, 5, -1e-6, 1e-6)],
        [uniform(rng, 3, 1, -800, 800)],
      ],
    },
  ],
  diagnoses: [
    { mistake: "argument", wrong: entries((x) => 2 / (1 + exp(-x)) - 1) },
    {
      mistake: "argument",
      wrong: entries((x) => (sign(x) * -Math.expm1(-abs(x))) / (1 + exp(-abs(x)))),
    },
    { mistake: "sigmoid", wrong: entries((x) => 1 / (1 + exp(-2 * x))) },
    {
      mistake: "signLost",
      wrong: entries((x) => -Math.expm1(-2 * abs(x)) / (1 + exp(-2 * abs(x)))),
    },
    { mistake: "signLost", wrong: entries((x) => (1 - exp(-2 * abs(x))) / (1 + exp(-2 * abs(x)))) },
    {
      mistake: "signTurned",
      wrong: entries((x) => (sign(x) * Math.expm1(-2 * abs(x))) / (1 + exp(-2 * abs(x)))),
    },
    {
      mistake: "overflows",
      sign: (evidence) =>
        evidence.some(({ input: [Z], got }) => {
          const data = (got as Matrix | undefined)?.data;
          return data !== undefined && Z.data.some((x, k) => abs(x) > 350 && Number.isNaN(data[k]));
        }),
    },
    {
      mistake: "cancels",
      // Right to nine digits of 1, wrong to nine digits of itself.
      sign: (evidence) =>
        evidence.every(({ expected, got }) => {
          const [e, g] = [(expected as Matrix).data, (got as Matrix).data];
          return e.every((value, k) => abs(g[k] - value) < 1e-12);
        }),
    },
  ],
  words: {
    en: {
      hints: [
        "Two enemies: large inputs, whose exponential overflows, and small ones, where almost-1 minus 1 leaves few digits. Treat |x| first.",
        "$\\tanh |x| = \\dfrac{1 - e^{-2|x|}}{1 + e^{-2|x|}}$, and the numerator is −`Math.expm1(-2|x|)`.",
        "For each entry: `u = -2 * Math.abs(x)`, the value is `-Math.expm1(u) / (1 + Math.exp(u))`; then restore the sign with `Math.sign(x)`.",
      ],
      mistakes: {
        cancels:
          "At 1e-10 the relative error is about 8.27e-8: 1 was subtracted from almost 1, and most digits went with it. Math.expm1 computes e^u − 1 without subtracting.",
        overflows: "NaN at 1000 or −1000: Infinity/Infinity. Exponentiate −|x| only.",
        argument: "The argument must be 2x: tanh x = 2σ(2x) − 1.",
        sigmoid: "This is σ(2x), between 0 and 1: tanh x = 2σ(2x) − 1.",
        signLost: "tanh is odd: tanh(−x) = −tanh x. Restore the sign.",
        signTurned: "Every sign is opposite: expm1 of a negative number is negative.",
      },
    },
    ru: {
      hints: [
        "Врагов двое: большие входы, у которых экспонента переполняется, и малые, где из почти 1 вычитают 1 и остаётся мало цифр. Начните с |x|.",
        "$\\tanh |x| = \\dfrac{1 - e^{-2|x|}}{1 + e^{-2|x|}}$, и числитель — это −`Math.expm1(-2|x|)`.",
        "Для каждого элемента: `u = -2 * Math.abs(x)`, значение — `-Math.expm1(u) / (1 + Math.exp(u))`; затем верните знак с помощью `Math.sign(x)`.",
      ],
      mistakes: {
        cancels:
          "При 1e-10 относительная погрешность около 8.27e-8: из почти 1 вычли 1, и большинство цифр пропало. Math.expm1 вычисляет e^u − 1 без вычитания.",
        overflows: "NaN при 1000 или −1000: Infinity/Infinity. Возводите e только в степень −|x|.",
        argument: "Аргумент должен быть 2x: tanh x = 2σ(2x) − 1.",
        sigmoid: "Это σ(2x), она между 0 и 1: tanh x = 2σ(2x) − 1.",
        signLost: "tanh нечётен: tanh(−x) = −tanh x. Верните знак.",
        signTurned: "Все знаки противоположны: expm1 от отрицательного числа отрицательна.",
      },
    },
  },
};
