import { add, type Matrix } from "../matrix";
import { factor, show } from "../plots/numbers";
import { wording } from "../words";
import type { Graph, Share } from "./graph";
import { describe, type GraphNode, handedOn, localOf, slopeOf, written } from "./node";
import { notationOf } from "./notation";

/** What is known at one moment of the walk through a graph. */
export interface Scene {
  /** What happens now: a heading and, in formulas, the details. */
  readonly title: string;
  readonly details: string;
  /** The node at work; undefined at the start. */
  readonly active: number | undefined;
  readonly isBackward: boolean;
  /** For each node: whether its value is there, and what of its gradient has arrived. */
  readonly computed: readonly boolean[];
  readonly gradients: readonly (Matrix | undefined)[];
  /** For each node and each of its parents: what it has handed down. */
  readonly shares: readonly (readonly (Share | undefined)[])[];
}

const words = wording({
  en: {
    start: "The inputs",
    given: "values that nobody computed",
    forward: (name: string) => `Forward: ${name}`,
    seed: "Backward starts at the end",
    backward: (name: string) => `Backward through ${name}`,
  },
  ru: {
    start: "Входы",
    given: "значения, которых никто не вычислял",
    forward: (name) => `Прямой проход: ${name}`,
    seed: "Обратный проход начинается с конца",
    backward: (name) => `Обратный проход через ${name}`,
  },
});

/**
 * The walk through a graph: the inputs, one operation after another forward, the seed 1 at the
 * loss, one operation after another backward.
 */
export function scenesOf({ nodes, backward }: Graph): Scene[] {
  const isLeaf = ({ parents }: GraphNode) => parents.length === 0;
  const start: Scene = {
    title: words.start,
    details: words.given,
    active: undefined,
    isBackward: false,
    computed: nodes.map(isLeaf),
    gradients: nodes.map(() => undefined),
    shares: nodes.map(({ parents }) => parents.map(() => undefined)),
  };
  const scenes = [start];
  const next = (changes: Partial<Scene>) => {
    scenes.push({ ...scenes[scenes.length - 1], ...changes });
  };

  nodes.forEach((node, i) => {
    if (isLeaf(node)) return;
    const computed = nodes.map((other, at) => isLeaf(other) || at <= i);
    const details = inNumbers(node, nodes);
    next({ title: words.forward(node.name), details, active: i, computed });
  });

  for (const { node, gradient, shares } of backward) {
    if (node === nodes.length - 1)
      next({
        title: words.seed,
        details: `${slopeOf(nodes, nodes[node])} = 1`,
        active: node,
        isBackward: true,
        gradients: nodes.map((_, at) => (at === node ? gradient : undefined)),
      });
    if (shares.length === 0) continue;
    const before = scenes[scenes.length - 1];
    const gradients = [...before.gradients];
    const details: string[] = [];
    shares.forEach((share, k) => {
      if (share === undefined) return;
      const to = nodes[node].parents[k];
      const sofar = gradients[to];
      gradients[to] = sofar ? add(sofar, share.gradient) : share.gradient;
      const product = inNumbersBack(nodes, nodes[node], k, share, gradient);
      details.push(`${slopeOf(nodes, nodes[to])} ${sofar ? "+=" : "="} ${product}`);
    });
    next({
      title: words.backward(nodes[node].name),
      details: details.join(",   "),
      active: node,
      gradients,
      shares: before.shares.map((own, at) => (at === node ? shares : own)),
    });
  }
  return scenes;
}

/** a = w₁·x = 2·1 = 2; for matrices, whose numbers would fill the page, their shape at the end. */
function inNumbers(node: GraphNode, nodes: readonly GraphNode[]): string {
  const parents = node.parents.map((parent) => nodes[parent]);
  const areNumbers = [node, ...parents].every(({ value }) => value.data.length === 1);
  if (!areNumbers) return describe(node);
  const { formula } = notationOf(node.operation);
  const numbers = formula(...parents.map(({ value }) => factor(value.data[0])));
  return [...new Set([node.name, node.formula, numbers, written(node.value)])].join(" = ");
}

/** Upstream × local = downstream; for matrices the formula and the shape. */
function inNumbersBack(
  nodes: readonly GraphNode[],
  node: GraphNode,
  k: number,
  { gradient, local }: Share,
  upstream: Matrix,
): string {
  if (local === undefined)
    return `${handedOn(nodes, node, k, slopeOf(nodes, node))}, ${written(gradient)}`;
  const [name, number] = [localOf(nodes, node, k), show(local)];
  const factored = name === number ? factor(local) : `(${name} = ${number})`;
  return `${show(upstream.data[0])} × ${factored} = ${written(gradient)}`;
}
