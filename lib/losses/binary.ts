import { sigmoid } from "../activations";
import { ShapeError, ValueError } from "../errors";
import { div, type Matrix, map, mean, shapeOf, sub } from "../matrix";
import { dense } from "../matrix/dense";
import { requireMatrices } from "../matrix/types";
import { ownWork } from "../own-work";

function requirePairs(z: Matrix, y: Matrix): void {
  requireMatrices("bceWithLogits", { z, y });
  const isRow = z.rows === 1 && z.cols > 1;
  if (z.cols !== 1 || z.rows === 0)
    throw new ShapeError({
      en: `bceWithLogits: z needs one logit a sample, n×1 with n ≥ 1; it is ${shapeOf(z)}.${isRow ? " Did you mean transpose(z)?" : ""}`,
      ru: `bceWithLogits: z — по одному логиту на пример, n×1 при n ≥ 1; получено ${shapeOf(z)}.${isRow ? " Может быть, transpose(z)?" : ""}`,
    });
  if (y.rows !== z.rows || y.cols !== 1)
    throw new ShapeError({
      en: `bceWithLogits: z is ${shapeOf(z)}, so y needs to be ${shapeOf(z)}; it is ${shapeOf(y)}.`,
      ru: `bceWithLogits: z имеет размер ${shapeOf(z)}, и y нужен размер ${shapeOf(z)}; у него ${shapeOf(y)}.`,
    });
  const wrong = y.data.findIndex((label) => label !== 0 && label !== 1);
  if (wrong >= 0)
    throw new ValueError({
      en: `bceWithLogits: labels are 0 or 1, and the label of sample ${wrong} is ${y.data[wrong]}.`,
      ru: `bceWithLogits: метки — 0 или 1, а метка примера ${wrong} — ${y.data[wrong]}.`,
    });
}

/**
 * Binary cross entropy of σ(z), from the logits:
 * L = −(1/n) Σ [y ln σ(z) + (1−y) ln(1−σ(z))].
 *
 * With ln put into σ, a sample's share is max(z, 0) − zy + ln(1 + e^(−|z|)), which is finite for
 * every z. Its derivative is σ(z) − y.
 *
 * @param z n×1 logits
 * @param y n×1 labels, 0 or 1
 * @returns the mean loss and `dz` = ∂L/∂z = (σ(z) − y)/n, n×1.
 */
export function bceWithLogits(z: Matrix, y: Matrix): { loss: number; dz: Matrix } {
  ownWork("bceWithLogits");
  requirePairs(z, y);
  const losses = z.data.map(
    (zi, i) => Math.max(zi, 0) - zi * y.data[i] + Math.log1p(Math.exp(-Math.abs(zi))),
  );
  return {
    loss: mean(dense(z.rows, 1, losses)),
    dz: div(sub(map(z, sigmoid.f), y), z.rows),
  };
}
