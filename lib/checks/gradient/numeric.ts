import { copy, type Matrix, matrix } from "../../matrix";
import { requireMatrices } from "../../matrix/types";
import { ownWork } from "../../own-work";

/** ε^(1/3): the step at which truncation (∝ h²) and cancellation (∝ ε/h) weigh the same. */
export const STEP = Number.EPSILON ** (1 / 3);

/** The step for a coordinate: relative for large ones, absolute for small ones. */
export const stepAt = (x: number, step = STEP): number => step * Math.max(1, Math.abs(x));

/**
 * The gradient of f at x by central differences: gᵢ = (f(x + hᵢeᵢ) − f(x − hᵢeᵢ)) / 2hᵢ with
 * hᵢ = step·max(1, |xᵢ|). Its error is of the order h², where a forward difference's is of order h.
 *
 * @param f a number for every matrix of x's shape. It gets a copy of x, never x itself.
 * @param step ε^(1/3) ≈ 6e-6 by default, the best for float64.
 * @returns a matrix of x's shape.
 */
export function numericGradient(f: (x: Matrix) => number, x: Matrix, step = STEP): Matrix {
  ownWork("numericGradient");
  requireMatrices("numericGradient", { x });
  return matrix(
    x.rows,
    x.cols,
    x.data.map((_, k) => slope(f, x, k, step)),
  );
}

function slope(f: (x: Matrix) => number, x: Matrix, k: number, step: number): number {
  const [up, down] = neighbours(x, k, step);
  // The step that float64 really took: x + h is rounded.
  return (f(up) - f(down)) / (up.data[k] - down.data[k]);
}

/** x with its k-th number one step up, and one step down. */
export function neighbours(x: Matrix, k: number, step = STEP): readonly [up: Matrix, down: Matrix] {
  const h = stepAt(x.data[k], step);
  const [up, down] = [copy(x), copy(x)];
  up.data[k] += h;
  down.data[k] -= h;
  return [up, down];
}
