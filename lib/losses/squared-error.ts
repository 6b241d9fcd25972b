import { ShapeError } from "../errors";
import { type Matrix, map, mean, mul, shapeOf, sub } from "../matrix";
import { requireMatrices } from "../matrix/types";

/**
 * The mean of (prediction − target)² over all entries.
 *
 * @returns the loss and `dPrediction` = 2(prediction − target)/(number of entries).
 * @throws ShapeError unless both have the same shape: a column beside a row is never repeated here.
 */
export function meanSquaredError(
  prediction: Matrix,
  target: Matrix,
): { loss: number; dPrediction: Matrix } {
  requireMatrices("meanSquaredError", { prediction, target });
  if (prediction.rows !== target.rows || prediction.cols !== target.cols)
    throw new ShapeError({
      en:
        `meanSquaredError: need equal shapes, got a ${shapeOf(prediction)} prediction ` +
        `and a ${shapeOf(target)} target.`,
      ru:
        `meanSquaredError: нужны одинаковые размеры, получены предсказание ${shapeOf(prediction)} ` +
        `и цель ${shapeOf(target)}.`,
    });
  const error = sub(prediction, target);
  return {
    loss: mean(mul(error, error)),
    dPrediction: map(error, (e) => (2 * e) / error.data.length),
  };
}
