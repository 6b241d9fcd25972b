import type { Data } from "plotly.js";
import { control, ink } from "../plots/palette";
import { hover } from "../plots/theme";
import { wording } from "../words";
import type { Placed } from "./layout";
import { isLeaf, signs, sizeOf } from "./looks";
import { describe, type GraphNode, slopeOf, written } from "./node";
import { notationOf } from "./notation";
import type { Scene } from "./scenes";

const words = wording({ en: { unknown: "not computed yet" }, ru: { unknown: "ещё не вычислено" } });

/** How far the words of an operation stand above and below it, in rows. */
const lift = 0.33;

/** The nodes, their operation inside, their name, value and gradient around. */
export const drawNodes = (nodes: readonly GraphNode[], placed: Placed, scene: Scene): Data[] => [
  bodies(nodes, placed, scene),
  ...texts(nodes, placed, scene),
];

/** The node at work has a strong outline. */
function bodies(nodes: readonly GraphNode[], { nodes: at }: Placed, scene: Scene): Data {
  const accent = (scene.isBackward ? signs.gradient : signs.value).colour;
  const symbols = nodes.map((node) => (isLeaf(node) ? "" : notationOf(node.operation).symbol));
  return {
    type: "scatter",
    mode: "text+markers",
    x: at.map(({ x }) => x),
    y: at.map(({ y }) => y),
    text: symbols,
    textfont: {
      color: control.text,
      size: symbols.map((symbol) => (symbol.length > 3 ? 11 : 15)),
    },
    marker: {
      symbol: nodes.map((node) => (isLeaf(node) ? "square" : "circle")),
      size: nodes.map(sizeOf),
      color: control.ground,
      opacity: 1,
      line: {
        color: nodes.map((node, i) =>
          i === scene.active ? accent : node.operation === "variable" ? signs.value.colour : ink,
        ),
        width: nodes.map((node, i) =>
          i === scene.active ? 4 : node.operation === "variable" ? 3 : 1.5,
        ),
      },
    },
    customdata: nodes.map((node, i) => {
      const arrived = scene.gradients[i];
      const value = scene.computed[i] ? describe(node) : words.unknown;
      return arrived ? `${value}<br>${slopeOf(nodes, node)} = ${written(arrived)}` : value;
    }),
    hovertemplate: hover("%{customdata}"),
    showlegend: false,
  };
}

/**
 * Name and value above an operation, the gradient below it; both left of what nobody computed,
 * where no edge runs.
 */
function texts(nodes: readonly GraphNode[], { nodes: at, columns }: Placed, scene: Scene): Data[] {
  const isNarrow = columns > 7; // colour and place then say that it is the gradient
  const shown = (lines: readonly string[], up: 1 | -1, colour: string): Data => ({
    type: "scatter",
    mode: "text",
    x: nodes.map((node, i) => (isLeaf(node) ? at[i].x - 0.09 : at[i].x)),
    y: nodes.map((node, i) => at[i].y + up * (isLeaf(node) ? leafLift(i) : lift)),
    text: [...lines],
    textposition: nodes.map((node) => (isLeaf(node) ? "middle left" : "middle center")),
    textfont: { color: colour, size: 13 },
    hoverinfo: "skip",
    showlegend: false,
  });
  // The name alone stands level with its node.
  const leafLift = (i: number): number => (scene.gradients[i] ? 0.1 : 0);
  const values = nodes.map((node, i) => {
    const value = scene.computed[i] ? written(node.value) : "?";
    return value === node.name ? `<b>${value}</b>` : `${node.name} = <b>${value}</b>`;
  });
  const gradients = nodes.map((node, i) => {
    const arrived = scene.gradients[i];
    if (arrived === undefined) return "";
    const number = `<b>${written(arrived)}</b>`;
    return isNarrow && !isLeaf(node) ? number : `${slopeOf(nodes, node)} = ${number}`;
  });
  return [shown(values, 1, ink), shown(gradients, -1, signs.gradient.colour)];
}
