export { Graph, graphOf, type Share, type Turn } from "./graph";
export type { GraphNode } from "./node";
export { graphStepper, type Walk } from "./stepper";
