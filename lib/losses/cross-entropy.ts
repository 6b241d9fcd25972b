import { ShapeError, ValueError } from "../errors";
import { type Matrix, shapeOf } from "../matrix";
import { dense } from "../matrix/dense";
import { requireLabelsOf } from "../matrix/labels";
import { requireMatrices } from "../matrix/types";
import { ownWork } from "../own-work";
import { softmaxRows } from "./softmax";

function requireSamples(where: string, name: string, M: Matrix, labels: ArrayLike<number>): void {
  requireMatrices(where, { [name]: M });
  if (M.rows === 0)
    throw new ShapeError({
      en: `${where}: need at least one sample, a row of ${name}; it is ${shapeOf(M)}.`,
      ru: `${where}: нужен хотя бы один пример, то есть строка ${name}; размер — ${shapeOf(M)}.`,
    });
  requireLabelsOf(where, name, M, labels);
}

/** The entry of each row that its label names, n×1. */
const atLabels = ({ rows, cols, data }: Matrix, labels: ArrayLike<number>): Matrix =>
  dense(
    rows,
    1,
    Float64Array.from({ length: rows }, (_, i) => data[i * cols + labels[i]]),
  );

/**
 * Cross entropy: the mean surprise −(1/n) Σ ln p of the classes that happened.
 *
 * @param P n×K probabilities
 * @param labels n classes, 0 … K−1
 * @returns 0 or more; Infinity if a class that happened had probability 0.
 * @throws ValueError if a probability that counts is below 0 or above 1.
 */
export function crossEntropy(P: Matrix, labels: ArrayLike<number>): number {
  ownWork("crossEntropy");
  requireSamples("crossEntropy", "P", P, labels);
  const happened = atLabels(P, labels).data;
  const wrong = happened.findIndex((p) => p < 0 || p > 1 + 1e-9);
  if (wrong >= 0)
    throw new ValueError({
      en:
        `crossEntropy: probabilities are 0 to 1, and row ${wrong} of P has ${happened[wrong]} at its label. ` +
        "For logits there is softmaxCrossEntropy.",
      ru:
        `crossEntropy: вероятности лежат от 0 до 1, а в строке ${wrong} матрицы P на месте метки ${happened[wrong]}. ` +
        "Для логитов есть softmaxCrossEntropy.",
    });
  return happened.reduce((total, p) => total - Math.log(p), 0) / P.rows;
}

/**
 * Cross entropy of softmax(Z), from the logits: ln softmax(z)_y = z_y − logSumExp(z), so that no
 * logarithm meets a probability that has underflowed to 0.
 *
 * @param Z n×K logits
 * @param labels n classes, 0 … K−1
 * @returns the mean loss and `dZ` = ∂L/∂Z = (softmax(Z) − oneHot(labels))/n, n×K.
 */
export function softmaxCrossEntropy(
  Z: Matrix,
  labels: ArrayLike<number>,
): { loss: number; dZ: Matrix } {
  // It does the work of three exercises.
  ["softmaxCrossEntropy", "softmax", "logSumExp"].forEach(ownWork);
  requireSamples("softmaxCrossEntropy", "Z", Z, labels);
  const { P, logSums } = softmaxRows(Z);
  let loss = 0;
  for (let i = 0; i < Z.rows; i++) {
    const at = i * Z.cols + labels[i];
    loss += logSums[i] - Z.data[at];
    P.data[at] -= 1; // P was made here; now it becomes P − oneHot
  }
  for (let k = 0; k < P.data.length; k++) P.data[k] /= Z.rows;
  return { loss: loss / Z.rows, dZ: P };
}
