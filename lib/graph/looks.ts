import { functionSigns } from "../plots/palette";
import type { GraphNode } from "./node";

/** Values belong to f, gradients to f′: their colours and dashes are the same in every lesson. */
export const signs = { value: functionSigns.f, gradient: functionSigns.df } as const;

export const isLeaf = (node: GraphNode): boolean => node.parents.length === 0;

/** A node's diameter in pixels; what nobody computed is smaller. */
export const sizeOf = (node: GraphNode): number => (isLeaf(node) ? 16 : 42);
