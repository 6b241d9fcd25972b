import { ValueError } from "../errors";
import { Held } from "../held";
import { type Matrix, sum } from "../matrix";
import { constant, type Operand, Tensor } from "./tensor";

/**
 * Vector-Jacobian product of y = f(x₀, x₁, …) for one of the x: from g = ∂L/∂y, which has y's
 * shape, it makes ∂L/∂x.
 */
export type Vjp<Xs extends readonly Matrix[]> = (g: Matrix, y: Matrix, ...xs: Xs) => Matrix;

/**
 * Makes an operation from its value and, for each argument, the vector-Jacobian product; the
 * compiler counts them. Where the value repeats a row, a column or a number, the gradient is
 * summed over the copies, so that a product needs not think of it.
 */
export function operation<Xs extends readonly Matrix[]>(
  name: string,
  value: (...xs: Xs) => Matrix,
  ...vjps: { readonly [k in keyof Xs]: Vjp<Xs> }
): (...operands: { readonly [k in keyof Xs]: Operand }) => Tensor {
  const perform = (xs: readonly Matrix[]) => value(...(xs as Xs));
  const pull: Pull = (k, g, y, xs) => vjps[k](g, y, ...(xs as Xs));
  return (...operands) => record(name, operands as readonly Operand[], perform, pull);
}

/** The vector-Jacobian product of argument k. */
export type Pull = (k: number, g: Matrix, y: Matrix, xs: readonly Matrix[]) => Matrix;

const recording = new Held(true);

/** Computes `value` of the operands and notes how, if any of them is or comes from a variable. */
export function record(
  operation: string,
  operands: readonly Operand[],
  value: (xs: readonly Matrix[]) => Matrix,
  pull: Pull,
): Tensor {
  const parents = operands.map((x) => (x instanceof Tensor ? x : constant(operation, x)));
  const inputs = parents.map((parent) => parent.value);
  const y = value(inputs);
  if (!recording.now || parents.every((parent) => parent.isConstant)) return constant(operation, y);
  return new Tensor(y, {
    operation,
    parents,
    inputs,
    pull: (gradient, k) => sumTo(inputs[k], pull(k, gradient, y, inputs)),
  });
}

/** y repeats x ⇒ ∂L/∂x is the sum of ∂L/∂y over the repetitions. */
function sumTo(x: Matrix, gradient: Matrix): Matrix {
  const down = x.rows === gradient.rows ? gradient : sum(gradient, 0);
  return x.cols === gradient.cols ? down : sum(down, 1);
}

/**
 * Runs `work` without remembering how its values are made: for looking at a model, not training
 * it. What it returns are constants.
 * @throws ValueError if `work` is asynchronous, as then it would go on after the memory is back.
 */
export const noGrad = <T>(work: () => T): T =>
  recording.during(false, () => {
    const result = work();
    if (result instanceof Promise)
      throw new ValueError({
        en:
          "noGrad: need a function that is done when it returns; got an async one. " +
          "Call noGrad inside of it, around the operations.",
        ru:
          "noGrad: нужна функция, которая закончила работу, когда вернула ответ; получена async. " +
          "Вызывайте noGrad внутри неё, вокруг операций.",
      });
    return result;
  });
