import { lineage, type Operand, Tensor, visits } from "../autograd";
import { ValueError } from "../errors";
import { isMatrix, type Matrix, ones } from "../matrix";
import { toMermaid } from "./mermaid";
import { namesOf } from "./names";
import { describe, type GraphNode } from "./node";
import { notationOf } from "./notation";

/** What a node hands to one of its parents. */
export interface Share {
  readonly gradient: Matrix;
  /** The local derivative, if both ends are numbers. */
  readonly local: number | undefined;
}

/** A node's turn in the backward pass: undefined shares are those of constants. */
export interface Turn {
  readonly node: number;
  /** ∂loss/∂node, complete. */
  readonly gradient: Matrix;
  /** One for each of the node's parents. */
  readonly shares: readonly (Share | undefined)[];
}

/** A computation as data. It shows itself as a drawing (Mermaid) and as a list of formulas. */
export class Graph {
  constructor(
    /** Each after its parents. */
    readonly nodes: readonly GraphNode[],
    /** Each before its parents; empty if the last node is no loss that depends on a variable. */
    readonly backward: readonly Turn[],
  ) {}

  [Symbol.for("Jupyter.display")]() {
    return { "text/markdown": toMermaid(this.nodes), "text/plain": this.#text() };
  }

  [Symbol.for("nodejs.util.inspect.custom")]() {
    return this.#text();
  }

  #text(): string {
    return this.nodes.map(describe).join("\n");
  }
}

/**
 * The graph of all that `root` was made from, and of its backward pass if `root` is a loss.
 * @param known what else has a name: `graphOf(loss, { X })` says which constant is X.
 */
export function graphOf(root: Tensor, known: Readonly<Record<string, Operand>> = {}): Graph {
  if (!(root instanceof Tensor))
    throw new ValueError({
      en: `graphOf: need a tensor, which remembers how it was made; got ${isMatrix(root) ? "a plain matrix" : `a ${typeof root}`}.`,
      ru: `graphOf: нужен тензор, который помнит, как он получен; получено: ${isMatrix(root) ? "обычная матрица" : `значение типа ${typeof root}`}.`,
    });
  const tensors = lineage(root);
  const names = namesOf(tensors, known);
  const place = new Map(tensors.map((tensor, i) => [tensor, i]));
  // Values as they were used: a step of an optimizer may have come in between.
  const used = new Map(
    tensors.flatMap(({ origin }) => origin.parents.map((t, k) => [t, origin.inputs[k]] as const)),
  );
  const parentsOf = ({ origin }: Tensor) => origin.parents.map((parent) => place.get(parent)!);
  const nodes = tensors.map((tensor, i): GraphNode => {
    const { operation, parents } = tensor.origin;
    const arguments_ = parentsOf(tensor).map((parent) => names[parent]);
    const formula = parents.length > 0 ? notationOf(operation).formula(...arguments_) : "";
    const value = used.get(tensor) ?? tensor.value;
    return { name: names[i], operation, formula, value, parents: parentsOf(tensor) };
  });
  const isLoss = root.value.data.length === 1 && !root.isConstant;
  const backward = isLoss
    ? Array.from(visits(root), ({ tensor, gradient, shares }) => ({
        node: place.get(tensor)!,
        gradient,
        shares: shares.map((share, k) => share && { gradient: share, local: slope(tensor, k) }),
      }))
    : [];
  return new Graph(nodes, backward);
}

/** ∂y/∂x as a number: what a gradient of 1 becomes on its way from y to x. */
function slope({ value, origin }: Tensor, k: number): number | undefined {
  const numbers = value.data.length === 1 && origin.parents[k].value.data.length === 1;
  return numbers ? origin.pull(ones(1, 1), k).data[0] : undefined;
}
