import { plural, wording } from "../words";
import { describe, type GraphNode } from "./node";

const words = wording({
  en: {
    title: (n: number) =>
      `A graph of ${n} ${n === 1 ? "node" : "nodes"}: arrows lead from each value to the operations that take it.`,
  },
  ru: {
    title: (n) =>
      `Граф из ${n} ${plural(n, "вершины", "вершин", "вершин")}: стрелки ведут от каждого значения к операциям, которые его берут.`,
  },
});

/** Names may hold anything; Mermaid's labels stand in double quotes and read # as an entity. */
const quoted = (text: string): string =>
  `"${text.replaceAll("#", "#35;").replaceAll('"', "#quot;").replaceAll("<", "#lt;")}"`;

/** Variables are stadiums, constants plain boxes, results of operations rounded boxes. */
function box(node: GraphNode): string {
  const label = quoted(describe(node));
  if (node.operation === "variable") return `([${label}])`;
  return node.operation === "constant" ? `[${label}]` : `(${label})`;
}

/** The graph in Mermaid's language, as Markdown: drawn by JupyterLab from 4.1 on, its title read aloud. */
export function toMermaid(nodes: readonly GraphNode[]): string {
  const lines = nodes.flatMap((node, i) => [
    `  n${i}${box(node)}`,
    ...node.parents.map((parent) => `  n${parent} --> n${i}`),
  ]);
  const title = `  accTitle: ${words.title(nodes.length)}`;
  return ["```mermaid", "flowchart LR", title, ...lines, "```"].join("\n");
}
