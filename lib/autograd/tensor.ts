import { ShapeError, ValueError } from "../errors";
import { escapeHtml } from "../html";
import { type Matrix, matrix, shapeOf, toHtml, toText } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { wording } from "../words";

/** What operations take. Plain matrices and numbers are constants: no gradient is wanted for them. */
export type Operand = Tensor | Matrix | number;

/** How a value was made. */
export interface Origin {
  /** The operation's name; what no operation made is a "variable" or a "constant". */
  readonly operation: string;
  readonly parents: readonly Tensor[];
  /** The parents' values then: a variable may have another one by now. */
  readonly inputs: readonly Matrix[];
  /** Vector-Jacobian product: from the gradient that arrives here, the share of parent k. */
  pull(gradient: Matrix, k: number): Matrix;
}

const words = wording({
  en: {
    tensor: "tensor",
    by: "made by",
    gradient: "gradient",
    variable: "variable",
    constant: "constant",
    value: "the value",
    operand: "an operand",
  },
  ru: {
    tensor: "тензор",
    by: "операция",
    gradient: "градиент",
    variable: "переменная",
    constant: "постоянная",
    value: "значение",
    operand: "операнд",
  },
});

let made = 0;

/**
 * A matrix that remembers how it was made, so that `backward` can find the gradient of a loss with
 * respect to it. A scalar is 1×1.
 */
export class Tensor {
  /** Tensors count up as they are made. Parents come first, so this order is topological. */
  readonly serial = made++;
  /** ∂loss/∂this, in this tensor's shape; undefined until `backward` gets here. */
  grad: Matrix | undefined;
  /** What a drawn graph and an error call it. */
  name: string | undefined;
  #value: Matrix;

  constructor(
    value: Matrix,
    readonly origin: Origin,
  ) {
    this.#value = value;
  }

  get value(): Matrix {
    return this.#value;
  }

  /** Whether no gradient is wanted: nothing that made it was a variable. */
  get isConstant(): boolean {
    return this.origin.operation === "constant";
  }

  /** Gives the tensor a name and returns it: `const a = mul(w, x).named("a")`. */
  named(name: string): this {
    this.name = name;
    return this;
  }

  /** The number of a 1×1 tensor. @throws ShapeError for any other. */
  item(): number {
    const { rows, cols, data } = this.#value;
    if (data.length === 1) return data[0];
    throw new ShapeError({
      en: `item: need a 1×1 tensor, which is one number; got ${shapeOf({ rows, cols })}.`,
      ru: `item: нужен тензор 1×1, то есть одно число; получено ${shapeOf({ rows, cols })}.`,
    });
  }

  /**
   * Gives a variable its next value. The old matrix stays as it was, and so does every graph that
   * was computed from it.
   * @throws ValueError for the result of an operation, ShapeError for a value of another shape.
   */
  assign(value: Matrix): void {
    const { operation } = this.origin;
    requireMatrices("assign", { value });
    if (operation !== "variable")
      throw new ValueError({
        en: `assign: need a variable; this one was made by ${operation}.`,
        ru: `assign: нужна переменная; этот тензор получен операцией ${operation}.`,
      });
    if (shapeOf(value) !== shapeOf(this.#value))
      throw new ShapeError({
        en: `assign: ${this.name ?? "the variable"} is ${shapeOf(this.#value)}, got ${shapeOf(value)}.`,
        ru: `assign: у ${this.name ?? "переменной"} размер ${shapeOf(this.#value)}, получено ${shapeOf(value)}.`,
      });
    this.#value = value;
  }

  [Symbol.for("Jupyter.display")]() {
    const gradient = this.grad && `<div>${words.gradient}</div>${toHtml(this.grad)}`;
    return {
      "text/html": `<div>${escapeHtml(this.#title())}</div>${toHtml(this.#value)}${gradient ?? ""}`,
      "text/plain": this.#text(),
    };
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    return this.#text();
  }

  #title(): string {
    const { operation, parents } = this.origin;
    const what =
      parents.length > 0
        ? `${words.tensor}, ${words.by} ${operation}`
        : words[operation as "variable" | "constant"];
    return this.name === undefined ? what : `${this.name}: ${what}`;
  }

  #text(): string {
    const gradient = this.grad && `\n${words.gradient}, ${toText(this.grad)}`;
    return `${this.#title()}, ${toText(this.#value)}${gradient ?? ""}`;
  }
}

/** What has no parents has nobody to pull for. */
const source = (operation: "variable" | "constant"): Origin => ({
  operation,
  parents: [],
  inputs: [],
  pull: (gradient) => gradient,
});

const [variable, fixed] = [source("variable"), source("constant")];

const asMatrix = (where: string, what: string, value: Matrix | number): Matrix => {
  if (typeof value === "number") return matrix(1, 1, [value]);
  requireMatrices(where, { [what]: value });
  return value;
};

/** A variable: `backward` finds its gradient. A number becomes 1×1. */
export const tensor = (value: Matrix | number): Tensor =>
  new Tensor(asMatrix("tensor", words.value, value), variable);

/** What an operation meets as a plain matrix or number. */
export const constant = (where: string, value: Matrix | number): Tensor =>
  new Tensor(asMatrix(where, words.operand, value), fixed);

/** The tensors of a record, named by its keys; matrices and numbers become variables. */
export function named<Names extends string>(
  record: Readonly<Record<Names, Operand>>,
): Record<Names, Tensor> {
  const tensors = {} as Record<Names, Tensor>;
  for (const name in record) {
    const value = record[name];
    tensors[name] = (value instanceof Tensor ? value : tensor(value)).named(name);
  }
  return tensors;
}
