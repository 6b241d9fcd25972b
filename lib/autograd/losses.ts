import * as losses from "../losses";
import type { Matrix } from "../matrix";
import * as M from "../matrix";
import { operation, record } from "./operation";
import type { Operand, Tensor } from "./tensor";

/** P = softmax(Z), row by row ⇒ ∂L/∂Z = P∘(g − Σₖ gₖPₖ), the sum along each row. */
export const softmax = operation<[Z: Matrix]>("softmax", losses.softmax, (g, P) =>
  M.mul(P, M.sub(g, M.sum(M.mul(g, P), 1))),
);

/** A mean loss whose gradient is computed together with it ⇒ ∂L/∂Z = g·(that gradient). */
function loss(
  name: string,
  Z: Operand,
  compute: (Z: Matrix) => { readonly loss: number; readonly gradient: Matrix },
): Tensor {
  let local: Matrix;
  const value = ([Z]: readonly Matrix[]): Matrix => {
    const { loss, gradient } = compute(Z);
    local = gradient;
    return M.full(1, 1, loss);
  };
  return record(name, [Z], value, (_, g) => M.mul(local, g));
}

/**
 * Mean cross entropy of softmax(Z), from the logits; its derivative is (softmax(Z) − oneHot)/n.
 * @param Z n×K logits
 * @param labels n classes, 0 … K−1
 */
export const softmaxCrossEntropy = (Z: Operand, labels: ArrayLike<number>): Tensor =>
  loss("softmaxCrossEntropy", Z, (Z) => {
    const { loss, dZ } = losses.softmaxCrossEntropy(Z, labels);
    return { loss, gradient: dZ };
  });

/**
 * Mean binary cross entropy of σ(z), from the logits; its derivative is (σ(z) − y)/n.
 * @param z n×1 logits
 * @param y n×1 labels, 0 or 1
 */
export const bceWithLogits = (z: Operand, y: Matrix): Tensor =>
  loss("bceWithLogits", z, (z) => {
    const { loss, dz } = losses.bceWithLogits(z, y);
    return { loss, gradient: dz };
  });

/** Mean of (prediction − target)²; its derivative is 2(prediction − target)/(number of entries). */
export const meanSquaredError = (prediction: Operand, target: Matrix): Tensor =>
  loss("meanSquaredError", prediction, (prediction) => {
    const { loss, dPrediction } = losses.meanSquaredError(prediction, target);
    return { loss, gradient: dPrediction };
  });
