import { Graph, type GraphNode, type Turn } from "../../graph";
import { notationOf } from "../../graph/notation";
import { matrix } from "../../matrix";
import { show, subscript } from "../../plots/numbers";
import type { Value } from "../../values";
import { topological } from "./backward";
import { Walk } from "./walk";

/** What a walk shows and where it stops. */
export interface TraceOptions {
  /** Nodes at whose turn it asks; without them, it asks at every step backward. */
  readonly stopAt?: readonly string[];
}

/**
 * Records the computation that ended in `root`, to be walked through with {@link step}.
 * @param names of its values: `trace(f, { x, w0, w1, a, b })`. What has no name is called by its
 * operation.
 */
export const trace = (
  root: Value,
  names: Readonly<Record<string, Value>> = {},
  options: TraceOptions = {},
): Walk => new Walk(graphOfValues(root, names), options.stopAt);

const scalar = (x: number) => matrix(1, 1, [x]);

/** The graph of numbers as the drawings of `lib/graph` want it. */
function graphOfValues(root: Value, known: Readonly<Record<string, Value>>): Graph {
  const values = topological(root);
  const place = new Map(values.map((v, i) => [v, i]));
  const names = namesOf(values, known);
  const nodes = values.map((v, i): GraphNode => {
    const parents = v.children.map((child) => place.get(child)!);
    const formula =
      parents.length > 0
        ? notationOf(v.operation).formula(...parents.map((parent) => names[parent]))
        : "";
    const { operation } = v;
    return { name: names[i], operation, formula, value: scalar(v.data), parents };
  });
  return new Graph(nodes, turnsOf(values, place));
}

/** The backward pass: each value once, after all its users. */
function turnsOf(values: readonly Value[], place: ReadonlyMap<Value, number>): Turn[] {
  const arrived = values.map(() => 0);
  arrived[values.length - 1] = 1;
  return [...values]
    .map((v, node) => ({ v, node }))
    .reverse()
    .map(({ v, node }) => {
      const gradient = arrived[node];
      const shares = v.children.map((child, k) => {
        if (child.operation === "constant") return undefined;
        arrived[place.get(child)!] += gradient * v.local[k];
        return { gradient: scalar(gradient * v.local[k]), local: v.local[k] };
      });
      return { node, gradient: scalar(gradient), shares };
    });
}

/** Names as they were given, constants as numbers, the rest by operation: mul₁, mul₂. */
function namesOf(values: readonly Value[], known: Readonly<Record<string, Value>>): string[] {
  const lowered = (name: string) =>
    name.replace(/\d+$/, (digits) => [...digits].map((d) => subscript(Number(d))).join(""));
  const given = values.map((v) => {
    const name = Object.keys(known).find((key) => known[key] === v);
    if (name !== undefined) return lowered(name);
    return v.operation === "constant" ? show(v.data) : undefined;
  });
  return values.map((v, i) => {
    const unnamed = values.filter((w, j) => given[j] === undefined && w.operation === v.operation);
    const numbered =
      unnamed.length > 1 ? v.operation + subscript(unnamed.indexOf(v) + 1) : v.operation;
    return given[i] ?? numbered;
  });
}
