import type { ActivationFamily, LibraryActivation, ParameterValues } from "../activations";
import * as table from "../activations";
import { ShapeError } from "../errors";
import type { Matrix } from "../matrix";
import * as M from "../matrix";
import { record } from "./operation";
import type { Operand, Tensor } from "./tensor";

/** Y = f(X), entry by entry, for any activation of the table ⇒ ∂L/∂X = g∘f′(X). */
export const activate = (f: LibraryActivation, X: Operand): Tensor =>
  record(
    f.name,
    [X],
    ([X]) => f(X),
    (_, g, __, [X]) => f.vjp(g, X),
  );

/**
 * An activation whose parameter is learned: one number a, shared by all units.
 * Y = f(X; a) ⇒ ∂L/∂X = g∘f′(X), ∂L/∂a = Σ g∘∂f/∂a.
 * @param f an activation that knows its ∂f/∂a, as Parametric ReLU does.
 * @param a 1×1
 */
export const activateWith = <P extends ParameterValues & { a: number }>(
  f: ActivationFamily<P>,
  X: Operand,
  a: Operand,
): Tensor => {
  const at = (A: Matrix): LibraryActivation => {
    if (A.data.length === 1) return f.with({ a: A.data[0] } as Partial<P>);
    throw new ShapeError({
      en: `activateWith: need one number a for all units, 1×1; got ${M.shapeOf(A)}.`,
      ru: `activateWith: нужно одно число a на все нейроны, 1×1; получено ${M.shapeOf(A)}.`,
    });
  };
  return record(
    f.name,
    [X, a],
    ([X, A]) => at(A)(X),
    (k, g, _, [X, A]) => M.mul(g, k === 0 ? at(A).derivative(X) : M.map(X, f.dParameters.a)),
  );
};

/** max(0, X). */
export const relu = (X: Operand): Tensor => activate(table.relu, X);

/** tanh X. */
export const tanh = (X: Operand): Tensor => activate(table.tanh, X);

/** 1/(1 + e⁻ˣ). */
export const sigmoid = (X: Operand): Tensor => activate(table.sigmoid, X);
