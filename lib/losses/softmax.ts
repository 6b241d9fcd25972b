import { ShapeError } from "../errors";
import { type Matrix, shapeOf } from "../matrix";
import { dense } from "../matrix/dense";
import { numbers } from "../matrix/numbers";
import { reduction } from "../matrix/reduce";
import { ofEntries } from "../matrix/simd/entries";
import { requireMatrices } from "../matrix/types";
import { ownWork } from "../own-work";

/**
 * ln Σ e^z, the smooth maximum. The largest z is taken out, m + ln Σ e^(z−m), so that no exponential
 * overflows and at least one is 1.
 *
 * `logSumExp(z)` is one number for all entries, `logSumExp(Z, 1)` one for each row (n×1).
 * @throws ShapeError if there are no numbers.
 */
export const logSumExp = reduction("logSumExp", (data, from, step, count) => {
  ownWork("logSumExp");
  let m = data[from];
  for (let k = 1; k < count; k++) m = Math.max(m, data[from + k * step]);
  if (!Number.isFinite(m)) return m; // ±Infinity and NaN decide alone
  let total = 0;
  for (let k = 0; k < count; k++) total += Math.exp(data[from + k * step] - m);
  return m + Math.log(total);
});

/**
 * The softmax of each row and, as it is known on the way, the row's logSumExp: pᵢ = e^(zᵢ−m) / Σ
 * and m + ln Σ, where Σ = Σₖ e^(zₖ−m) and m is the row's largest logit.
 * @param Z n×K, K ≥ 1
 */
export function softmaxRows({ rows, cols, data }: Matrix): { P: Matrix; logSums: Float64Array } {
  const shifted = numbers(data.length);
  const logSums = numbers(rows);
  for (let i = 0; i < rows; i++) {
    const [from, end] = [i * cols, (i + 1) * cols];
    let m = data[from];
    for (let k = from + 1; k < end; k++) m = Math.max(m, data[k]);
    logSums[i] = m;
    for (let k = from; k < end; k++) shifted[k] = data[k] - m;
  }
  const P = ofEntries("exp", shifted) ?? shifted;
  if (P === shifted) for (let k = 0; k < P.length; k++) P[k] = Math.exp(P[k]);
  for (let i = 0; i < rows; i++) {
    const [from, end] = [i * cols, (i + 1) * cols];
    let total = 0;
    for (let k = from; k < end; k++) total += P[k];
    for (let k = from; k < end; k++) P[k] /= total;
    if (Number.isFinite(logSums[i])) logSums[i] += Math.log(total);
  }
  return { P: dense(rows, cols, P), logSums };
}

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
  return softmaxRows(Z).P;
}
