import { describe, type GraphNode } from "./node";

/** Names may hold anything; Mermaid's labels stand in double quotes and read # as an entity. */
const quoted = (text: string): string =>
  `"${text.replaceAll("#", "#35;").replaceAll('"', "#quot;").replaceAll("<", "#lt;")}"`;

/** Variables are stadiums, constants plain boxes, results of operations rounded boxes. */
function box(node: GraphNode): string {
  const label = quoted(describe(node));
  if (node.operation === "variable") return `([${label}])`;
  return node.operation === "constant" ? `[${label}]` : `(${label})`;
}

/** The graph in Mermaid's language, as Markdown: drawn by JupyterLab from 4.1 on. */
export function toMermaid(nodes: readonly GraphNode[]): string {
  const lines = nodes.flatMap((node, i) => [
    `  n${i}${box(node)}`,
    ...node.parents.map((parent) => `  n${parent} --> n${i}`),
  ]);
  return ["```mermaid", "flowchart LR", ...lines, "```"].join("\n");
}
