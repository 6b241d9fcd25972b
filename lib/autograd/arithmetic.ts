import type { Matrix } from "../matrix";
import * as M from "../matrix";
import { operation, record } from "./operation";
import type { Operand, Tensor } from "./tensor";

type One = [x: Matrix];
type Two = [a: Matrix, b: Matrix];

/** y = a + b ⇒ ∂L/∂a = g, ∂L/∂b = g. Rows, columns and numbers are repeated as in `add` of matrices. */
export const add = operation<Two>(
  "add",
  M.add,
  (g) => g,
  (g) => g,
);

/** y = a − b ⇒ ∂L/∂a = g, ∂L/∂b = −g. */
export const sub = operation<Two>("sub", M.sub, (g) => g, M.neg);

/** y = a∘b ⇒ ∂L/∂a = g∘b, ∂L/∂b = g∘a. */
export const mul = operation<Two>(
  "mul",
  M.mul,
  (g, _, __, b) => M.mul(g, b),
  (g, _, a) => M.mul(g, a),
);

/** y = a/b ⇒ ∂L/∂a = g/b, ∂L/∂b = −g∘y/b. */
export const div = operation<Two>(
  "div",
  M.div,
  (g, _, __, b) => M.div(g, b),
  (g, y, _, b) => M.neg(M.div(M.mul(g, y), b)),
);

/** y = −x ⇒ ∂L/∂x = −g. */
export const neg = operation<One>("neg", M.neg, M.neg);

/** y = eˣ ⇒ ∂L/∂x = g∘y. */
export const exp = operation<One>("exp", M.exp, (g, y) => M.mul(g, y));

/** y = ln x ⇒ ∂L/∂x = g/x. */
export const log = operation<One>("log", M.log, (g, _, x) => M.div(g, x));

/** y = xⁿ for a number n ⇒ ∂L/∂x = g∘n·xⁿ⁻¹, and 0 for n = 0, where y is 1 everywhere. */
export const pow = (x: Operand, n: number): Tensor =>
  record(
    "pow",
    [x, n],
    ([X]) => M.map(X, (x) => x ** n),
    (_, g, __, [X]) =>
      M.mul(
        g,
        M.map(X, (x) => (n === 0 ? 0 : n * x ** (n - 1))),
      ),
  );
