import { type Matrix, shapeOf } from "../matrix";
import { show } from "../plots/numbers";
import { notationOf, productOf } from "./notation";

/** One value of a computation. */
export interface GraphNode {
  readonly name: string;
  readonly operation: string;
  /** How it follows from its parents: w₁·x. Empty for what nobody computed. */
  readonly formula: string;
  readonly value: Matrix;
  /** Places in the list of nodes, one for each argument. */
  readonly parents: readonly number[];
}

/** A value on a page: a number, or else a matrix's shape. */
export const written = (value: Matrix): string =>
  value.data.length === 1 ? show(value.data[0]) : shapeOf(value);

/** name = formula = value, each of them once. */
export const describe = ({ name, formula, value }: GraphNode): string =>
  [...new Set([name, formula, written(value)])].filter(Boolean).join(" = ");

const namesOf = (nodes: readonly GraphNode[], places: readonly number[]): string[] =>
  places.map((at) => nodes[at].name);

/** The local derivative of a node by its argument k, in names. */
export const localOf = (nodes: readonly GraphNode[], node: GraphNode, k: number): string =>
  notationOf(node.operation).local(node.name, ...namesOf(nodes, node.parents))[k];

/** What a node hands to its argument k of the gradient called g, in names. */
export const handedOn = (
  nodes: readonly GraphNode[],
  node: GraphNode,
  k: number,
  g: string,
): string => productOf(node.operation, k, g, node.name, namesOf(nodes, node.parents));

/** ∂L/∂a, where the last node is L. */
export const slopeOf = (nodes: readonly GraphNode[], node: GraphNode): string =>
  `∂${nodes[nodes.length - 1].name}/∂${node.name}`;
