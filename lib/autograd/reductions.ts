import { logSumExp as logSumExpOf } from "../losses";
import type { Axis, Matrix, Reduction } from "../matrix";
import * as M from "../matrix";
import { record } from "./operation";
import type { Operand, Tensor } from "./tensor";

/** Of the whole matrix (1×1), of each column (axis 0, 1×m) or of each row (axis 1, n×1). */
type Reduce = (X: Operand, axis?: Axis) => Tensor;

/** Makes a reduction from its values and its vector-Jacobian product. */
const reduction =
  (
    name: string,
    reduce: Reduction,
    vjp: (g: Matrix, y: Matrix, X: Matrix, axis?: Axis) => Matrix,
  ): Reduce =>
  (X, axis) =>
    record(
      name,
      [X],
      ([X]) => (axis === undefined ? M.full(1, 1, reduce(X)) : reduce(X, axis)),
      (_, g, y, [X]) => vjp(g, y, X, axis),
    );

/** g, repeated to the shape of X. */
const spread = (g: Matrix, X: Matrix): Matrix => M.add(M.zeros(X.rows, X.cols), g);

/** y = Σx ⇒ ∂L/∂x = g for each of them. */
export const sum = reduction("sum", M.sum, (g, _, X) => spread(g, X));

/** y = (Σx)/n ⇒ ∂L/∂x = g/n for each of the n. */
export const mean = reduction("mean", M.mean, (g, y, X) =>
  M.div(spread(g, X), X.data.length / y.data.length),
);

/** y = max x ⇒ ∂L/∂x = g for the largest (the first of equals), 0 for all others. */
export const max = reduction("max", M.max, (g, _, X, axis) => M.mul(winners(X, axis), g));

/** 1 where the first largest number stands, else 0. */
function winners(X: Matrix, axis?: Axis): Matrix {
  if (axis === 1) return M.oneHot(M.argmax(X, 1), X.cols);
  if (axis === 0) return M.transpose(M.oneHot(M.argmax(X, 0), X.rows));
  const whole = M.reshape(X, 1, X.data.length);
  return M.reshape(winners(whole, 1), X.rows, X.cols);
}

/** y = ln Σ eˣ ⇒ ∂L/∂x = g∘e^(x−y), the softmax. */
export const logSumExp = reduction("logSumExp", logSumExpOf, (g, y, X) =>
  M.mul(M.exp(M.sub(X, y)), g),
);
