import { ShapeError } from "../errors";
import { div, exp, type Matrix, max, shapeOf, sub, sum } from "../matrix";
import { reduction } from "../matrix/reduce";
import { requireMatrices } from "../matrix/types";
import { ownWork } from "../own-work";

/**
 * ln Σ e^z, the smooth maximum. The largest z is taken out, m + ln Σ e^(z−m), so that no exponential
 * overflows and at least one is 1.
 *
 * `logSumExp(z)` is one number for all entries, `logSumExp(Z, 1)` one for each row (n×1).
 * @throws ShapeError if there are no numbers.
 */
export const logSumExp = reduction("logSumExp", (line) => {
  ownWork("logSumExp");
  const m = line.reduce((a, b) => Math.max(a, b));
  if (!Number.isFinite(m)) return m; // ±Infinity and NaN decide alone
  return m + Math.log(line.reduce((total, z) => total + Math.exp(z - m), 0));
});

/**
 * Logits to probabilities, each row alone: pᵢ = e^zᵢ / Σₖ e^zₖ. The row's largest logit is
 * subtracted first: the common factor cancels, and nothing overflows.
 *
 * @param Z n×K logits, K ≥ 1
 * @returns n×K; each row is positive and adds up to 1.
 */
export function softmax(Z: Matrix): Matrix {
  ownWork("softmax");
  requireMatrices("softmax", { Z });
  if (Z.cols === 0)
    throw new ShapeError({
      en: `softmax: need at least one class, a column of Z; Z is ${shapeOf(Z)}.`,
      ru: `softmax: нужен хотя бы один класс, то есть столбец Z; Z имеет размер ${shapeOf(Z)}.`,
    });
  const E = exp(sub(Z, max(Z, 1)));
  return div(E, sum(E, 1));
}
