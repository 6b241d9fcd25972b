/**
 * Backpropagation at its smallest: one number a node. Lesson 07 builds on these; `lib/autograd` is
 * the same idea with a matrix in each node.
 */
import { ValueError } from "./errors";

/**
 * A number that remembers how it was made: y = f(x₀, x₁, …) keeps its x as `children` and the local
 * derivative ∂y/∂xₖ as `local[k]`.
 */
export class Value {
  /** ∂root/∂this, once a backward pass from the root has been here. */
  grad = 0;

  constructor(
    public data: number,
    readonly children: readonly Value[] = [],
    readonly local: readonly number[] = [],
    /** "variable" and "constant" are what nobody computed. */
    readonly operation = "variable",
  ) {
    if (children.length !== local.length)
      throw new ValueError({
        en: `Value: need one local derivative for each child; got ${children.length} children and ${local.length} derivatives.`,
        ru: `Value: нужна одна локальная производная на каждого из детей; детей ${children.length}, производных ${local.length}.`,
      });
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Value(${this.data}, grad ${this.grad})`;
  }
}

/** What operations take; a plain number is a constant. */
export type Scalar = Value | number;

/** A number that a computation starts from. */
export const value = (data: number): Value => new Value(data);

const asValue = (x: Scalar): Value =>
  typeof x === "number" ? new Value(x, [], [], "constant") : x;

type Unary = (x: Scalar) => Value;
type Binary = (a: Scalar, b: Scalar) => Value;

/** An operation from its value and, beside it, its derivatives by each argument. */
const unary =
  (name: string, f: (x: number) => number, df: (y: number, x: number) => number): Unary =>
  (x) => {
    const child = asValue(x);
    const y = f(child.data);
    return new Value(y, [child], [df(y, child.data)], name);
  };

const binary =
  (
    name: string,
    f: (a: number, b: number) => number,
    df: (a: number, b: number) => readonly [da: number, db: number],
  ): Binary =>
  (a, b) => {
    const [left, right] = [asValue(a), asValue(b)];
    const { data: x } = left;
    const { data: y } = right;
    return new Value(f(x, y), [left, right], df(x, y), name);
  };

/** ∂(a + b) = 1·∂a + 1·∂b. */
export const add = binary(
  "add",
  (a, b) => a + b,
  () => [1, 1],
);

/** ∂(a − b) = 1·∂a − 1·∂b. */
export const sub = binary(
  "sub",
  (a, b) => a - b,
  () => [1, -1],
);

/** ∂(a·b) = b·∂a + a·∂b. */
export const mul = binary(
  "mul",
  (a, b) => a * b,
  (a, b) => [b, a],
);

/** ∂eˣ = eˣ·∂x. */
export const exp = unary("exp", Math.exp, (y) => y);

/** ∂ tanh x = (1 − tanh²x)·∂x. */
export const tanh = unary("TanH", Math.tanh, (y) => 1 - y * y);

/** ∂ max(0, x) = [x > 0]·∂x. */
export const relu = unary(
  "ReLU",
  (x) => Math.max(0, x),
  (_, x) => (x > 0 ? 1 : 0),
);
