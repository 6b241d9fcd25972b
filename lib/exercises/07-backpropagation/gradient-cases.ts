import { softmaxCrossEntropy } from "../../losses";
import { fromRows, type Matrix, map, matmul, mul, sub, sum, transpose } from "../../matrix";
import { integer, mulberry32, type Random, randn } from "../../random";
import { say } from "../../words";

/** A number that depends on a matrix. */
export type Loss = (x: Matrix) => number;

/** The formulas of the gradients, kept apart from the functions that a solution is given. */
const gradients = new WeakMap<Loss, (x: Matrix) => Matrix>();

const withGradient = (f: Loss, gradient: (x: Matrix) => Matrix): Loss => {
  gradients.set(f, gradient);
  return f;
};

/** ∂f/∂x by formula, for the functions of this file. */
export const gradientOf = (f: Loss, x: Matrix): Matrix => {
  const gradient = gradients.get(f);
  if (!gradient)
    throw new TypeError(
      say({
        en: "gradientOf: no formula is known for this function.",
        ru: "gradientOf: для этой функции формула неизвестна.",
      }),
    );
  return gradient(x);
};

/** Σ cᵢxᵢ²: the error of a one-sided difference with step h is exactly h·cᵢ. */
export const curvatures = fromRows([
  [1, 3, -2],
  [0.5, -4, 2.5],
]);
export const parabola = (): Loss =>
  withGradient(
    (x) => sum(mul(curvatures, mul(x, x))),
    (x) => mul(mul(curvatures, x), 2),
  );

/** The cross-entropy of softmax for the labels y: the loss of exercise 2.4. */
const crossEntropyOf = (y: Int32Array): Loss =>
  withGradient(
    (Z) => softmaxCrossEntropy(Z, y).loss,
    (Z) => softmaxCrossEntropy(Z, y).dZ,
  );

export const crossEntropyCase = (): [Loss, Matrix] => [
  crossEntropyOf(Int32Array.of(0, 2, 1, 1, 0)),
  randn(mulberry32(2024), 5, 3),
];

/** ‖A·x − B‖², a sum of squares with products between the entries of x. */
function leastSquares(rng: Random, n: number, m: number): [Loss, Matrix] {
  const [A, B] = [randn(rng, n + 2, n), mul(randn(rng, n + 2, m), 5)];
  const rest = (x: Matrix) => sub(matmul(A, x), B);
  return [
    withGradient(
      (x) => sum(map(rest(x), (r) => r * r)),
      (x) => mul(matmul(transpose(A), rest(x)), 2),
    ),
    randn(rng, n, m),
  ];
}

export const drawnCases = (rng: Random): [Loss, Matrix][] => [
  leastSquares(rng, 3, 1),
  leastSquares(rng, 2, 4),
  [
    crossEntropyOf(Int32Array.from({ length: 4 }, () => integer(rng, 6))),
    // Small logits: every probability, and with it every slope, is well away from 0.
    mul(randn(rng, 4, 6), 0.5),
  ],
];

/** Entries of very different size, and zeros. */
export const unevenCase = (): [Loss, Matrix] => [
  withGradient(
    (x) => sum(map(x, (t, i) => (i === 0 ? t / 50 + Math.sin(t) / 8 : 3 * t + Math.cos(t)))),
    (x) => map(x, (t, i) => (i === 0 ? 0.02 + Math.cos(t) / 8 : 3 - Math.sin(t))),
  ),
  fromRows([
    [100, -60, 0],
    [0, 1e-3, -25],
  ]),
];
