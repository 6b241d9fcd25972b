import { type Evidence, type Exercise, G7, relativeError } from "../../checks";
import { fromRows, isMatrix, type Matrix } from "../../matrix";
import {
  crossEntropyCase,
  curvatures,
  drawnCases,
  gradientOf,
  type Loss,
  parabola,
  unevenCase,
} from "./gradient-cases";

type NumericGradient = (f: Loss, x: Matrix) => Matrix;
type Calls = readonly Evidence<NumericGradient>[];
type Seen = { gradient: Matrix; changed: 0 | 1 };

/** The gradient that came, and whether x was left as it was. */
const observe = (numericGradient: NumericGradient, f: Loss, x: Matrix): Seen => {
  const before = x.data.slice();
  const gradient = numericGradient(f, x);
  return { gradient, changed: x.data.every((t, k) => Object.is(t, before[k])) ? 0 : 1 };
};

const gradientsIn = (calls: Calls): { got: Float64Array; right: Float64Array }[] =>
  calls.flatMap(({ got, expected }) => {
    const { gradient } = got as Partial<Seen>;
    const right = (expected as Seen).gradient.data;
    return gradient && isMatrix(gradient) && gradient.data.length === right.length
      ? [{ got: gradient.data, right }]
      : [];
  });

/** Everywhere the right number times the same factor. */
const ratioIs =
  (wanted: number) =>
  (calls: Calls): boolean =>
    gradientsIn(calls).every(({ got, right }) =>
      got.every((g, k) => Math.abs(g - wanted * right[k]) < 1e-5 * (1 + Math.abs(right[k]))),
    );

/** On the parabola, the error of each entry is the same step times the curvature there. */
const isOneSided = (calls: Calls): boolean => {
  const [{ got, right }] = gradientsIn(calls);
  const steps = Array.from(got, (g, k) => (g - right[k]) / curvatures.data[k]);
  const mean = steps.reduce((a, b) => a + b) / steps.length;
  return Math.abs(mean) > 1e-9 && steps.every((h) => Math.abs(h / mean - 1) < 0.3);
};

/** About right everywhere. */
const isNear = (calls: Calls): boolean =>
  gradientsIn(calls).every(({ got, right }) =>
    got.every((g, k) => relativeError(g, right[k]) < 0.3),
  );

export const numericGradientExercise: Exercise<
  NumericGradient,
  "notRestored" | "twice" | "half" | "climbsDown" | "oneSided" | "cancels"
> = {
  id: "7.3",
  name: "numericGradient",
  parameters: ["f", "x"],
  points: 4,
  reference: gradientOf,
  close: G7,
  observe,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [
          parabola(),
          fromRows([
            [0.3, -0.7, 0.9],
            [-0.4, 0.6, 0.8],
          ]),
        ],
      ],
    },
    { name: "hard", share: 1.5, inputs: () => [crossEntropyCase(), unevenCase()] },
    { name: "shapes", share: 1.5, inputs: drawnCases },
  ],
  diagnoses: [
    {
      mistake: "notRestored",
      sign: (calls) => calls.some(({ got }) => (got as Partial<Seen>).changed === 1),
    },
    { mistake: "twice", sign: ratioIs(2) },
    { mistake: "half", sign: ratioIs(0.5) },
    { mistake: "climbsDown", sign: ratioIs(-1) },
    { mistake: "oneSided", sign: isOneSided },
    { mistake: "cancels", sign: isNear },
  ],
  words: {
    en: {
      hints: [
        "Change one number a little, look how f changes, put the number back. To both sides, so that the errors cancel.",
        "$\\partial f / \\partial x_i \\approx \\frac{f(x + h e_i) - f(x - h e_i)}{2h}$ with $h$ about $6 \\cdot 10^{-6}$.",
        "For each k: keep `old = x.data[k]`; f with `old + h`; f with `old - h`; put `old` back; then the difference divided by `2 * h`.",
      ],
      mistakes: {
        notRestored: "x changed after the call: put each number back before you go to the next.",
        twice: "Ratio 2: the two points are 2h apart, so divide by 2h.",
        half: "Half of what it should be: the two points of a one-sided difference are h apart.",
        climbsDown: "Opposite sign: f(x + h) − f(x − h), in this order.",
        oneSided:
          "A forward difference: its error is of the order h (4.5e-6 with the best-known step), not h². Step to both sides.",
        cancels:
          "Near, but not within 1e-7: cancellation. With h = 1e-13 the error is 0.054, since f(x + h) and f(x − h) share nearly all their digits. Take h near 6e-6.",
      },
    },
    ru: {
      hints: [
        "Измените немного одно число, посмотрите, как изменится f, верните число. В обе стороны, чтобы ошибки взаимно уничтожились.",
        "$\\partial f / \\partial x_i \\approx \\frac{f(x + h e_i) - f(x - h e_i)}{2h}$, где $h$ около $6 \\cdot 10^{-6}$.",
        "Для каждого k: запомните `old = x.data[k]`; f при `old + h`; f при `old - h`; верните `old`; затем разность, делённая на `2 * h`.",
      ],
      mistakes: {
        notRestored:
          "После вызова x другой: возвращайте каждое число на место, прежде чем идти к следующему.",
        twice: "Отношение 2: точки отстоят друг от друга на 2h, делите на 2h.",
        half: "Вдвое меньше нужного: точки односторонней разности отстоят друг от друга на h.",
        climbsDown: "Знак противоположный: f(x + h) − f(x − h), в этом порядке.",
        oneSided:
          "Это разность вперёд: её погрешность порядка h (4.5e-6 при лучшем известном шаге), а не h². Шагайте в обе стороны.",
        cancels:
          "Близко, но не в пределах 1e-7: потеря значащих цифр. При h = 1e-13 погрешность 0,054, потому что у f(x + h) и f(x − h) почти все цифры общие. Возьмите h около 6e-6.",
      },
    },
  },
};
