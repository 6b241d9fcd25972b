import { ShapeError, ValueError } from "../errors";
import { add, type Matrix, ones, shapeOf } from "../matrix";
import { ownWork } from "../own-work";
import { Tensor } from "./tensor";

/** One step of the backward pass. */
export interface Visit {
  readonly tensor: Tensor;
  /** ∂loss/∂tensor: all that its users have handed down, added up. */
  readonly gradient: Matrix;
  /** What it hands down to each of its parents; undefined for a constant. */
  readonly shares: readonly (Matrix | undefined)[];
}

/** The tensor and everything that made it, each after its parents. */
export function lineage(tensor: Tensor): Tensor[] {
  const found = new Set([tensor]);
  for (const { origin } of found) for (const parent of origin.parents) found.add(parent);
  return [...found].sort((a, b) => a.serial - b.serial);
}

/** The exercises that this engine would do for the learner. */
const exercises = ["backward", "activationBackward", "linearBackward", "mlpLossAndGrads"];

/**
 * The backward pass, step by step: each tensor once, after everything that was made from it. So its
 * gradient is complete when it hands down its shares. Nothing is changed.
 * @throws as `backward`
 */
export function* visits(loss: Tensor): Generator<Visit, void> {
  exercises.forEach(ownWork);
  requireLoss(loss);
  const arrived = new Map([[loss, ones(1, 1)]]);
  for (const tensor of lineage(loss).reverse()) {
    const gradient = arrived.get(tensor);
    if (gradient === undefined) continue; // a constant
    const { parents, pull } = tensor.origin;
    const shares = parents.map((parent, k) => (parent.isConstant ? undefined : pull(gradient, k)));
    shares.forEach((share, k) => {
      if (share) arrived.set(parents[k], plus(arrived.get(parents[k]), share));
    });
    yield { tensor, gradient, shares };
  }
}

const plus = (before: Matrix | undefined, more: Matrix): Matrix =>
  before === undefined ? more : add(before, more);

/**
 * Finds ∂loss/∂t for every tensor t that the loss was made from, and adds it to `t.grad`
 * (reverse-mode differentiation; Linnainmaa 1970). It costs about as much as two forward passes,
 * however many tensors there are, and a chain of any length fits, as nothing is recursive.
 *
 * @param loss 1×1
 * @throws ShapeError if the loss is not one number, ValueError if it depends on no variable.
 */
export function backward(loss: Tensor): void {
  for (const { tensor, gradient } of visits(loss)) tensor.grad = plus(tensor.grad, gradient);
}

function requireLoss(loss: Tensor): void {
  if (!(loss instanceof Tensor))
    throw new ValueError({
      en:
        `backward: need a tensor, which remembers how it was made; got a ${typeof loss}.` +
        `${typeof loss === "number" ? " Leave out item(), which forgets it." : ""}`,
      ru:
        `backward: нужен тензор, который помнит, как он получен; получено значение типа ${typeof loss}.` +
        `${typeof loss === "number" ? " Уберите item(): он об этом забывает." : ""}`,
    });
  if (loss.isConstant)
    throw new ValueError({
      en:
        "backward: this loss depends on no variable, so there is no gradient to find. " +
        "Was it made inside noGrad, or from plain matrices only? tensor(W) makes a variable.",
      ru:
        "backward: эти потери не зависят ни от одной переменной, и градиента у них нет. " +
        "Они вычислены внутри noGrad или только из обычных матриц? Переменную создаёт tensor(W).",
    });
  if (loss.value.data.length !== 1)
    throw new ShapeError({
      en:
        `backward: need a loss, one number in 1×1; got ${shapeOf(loss.value)}. ` +
        "Did you mean backward(mean(…)) or backward(sum(…))?",
      ru:
        `backward: нужны потери, одно число 1×1; получено ${shapeOf(loss.value)}. ` +
        "Может быть, backward(mean(…)) или backward(sum(…))?",
    });
}

/** Forgets the gradients of these tensors, before the next `backward` adds its own. */
export function zeroGrad(tensors: Iterable<Tensor>): void {
  for (const tensor of tensors) tensor.grad = undefined;
}
