import type { Annotation, Data, Layout } from "plotly.js";
import { type Operand, type Tensor, visits } from "../autograd";
import { ValueError } from "../errors";
import { Figure } from "../plots/figure";
import { sliding } from "../plots/interactive";
import { layout, noAxis, size } from "../plots/theme";
import { wording } from "../words";
import { drawEdges, drawProducts } from "./draw-edges";
import { drawNodes } from "./draw-nodes";
import { Graph, graphOf } from "./graph";
import { type Placed, place } from "./layout";
import { signs } from "./looks";
import { type Scene, scenesOf } from "./scenes";

const words = wording({
  en: {
    description: (count: number, name: string) =>
      `The graph of ${name} with ${count} nodes: a slider computes the values from left to right, then the gradients from right to left.`,
    step: "step",
    value: "value, on the way forward",
    gradient: "gradient, on the way back",
  },
  ru: {
    description: (count, name) =>
      `Граф вычисления ${name}, число вершин: ${count}. Ползунок вычисляет значения слева направо, затем градиенты справа налево.`,
    step: "шаг",
    value: "значение, на прямом проходе",
    gradient: "градиент, на обратном проходе",
  },
});

/** With more, nothing can be read any more, and the figure grows beyond 2 MB. */
const mostNodes = 40;

/** Pixels from row to row, and left of the first column for its words. */
const rowHeight = 104;
const leftRoom = 150;

/** Pixels from column to column: less where there are many. */
const columnWidth = (columns: number): number => Math.max(110, Math.min(140, 1000 / columns));

/** How a computation is shown. */
export interface Walk {
  /** What else has a name, as in `graphStepper(loss, { names: { X } })`. */
  readonly names?: Readonly<Record<string, Operand>>;
  /** The last step that is shown, for who shall find out the next one; without it, all are. */
  readonly upTo?: number;
}

/**
 * A computation, step by step: a slider walks forward, operation by operation, then backward, where
 * each edge shows upstream × local = downstream.
 *
 * @param loss 1×1, made from at least one variable; or a graph that ends in one.
 * @throws ShapeError or ValueError as `backward` does, and for a graph of more than 40 nodes.
 */
export function graphStepper(loss: Tensor | Graph, { names = {}, upTo }: Walk = {}): Figure {
  const graph = loss instanceof Graph ? loss : graphOfLoss(loss, names);
  const { nodes } = graph;
  if (nodes.length > mostNodes)
    throw new ValueError({
      en:
        `graphStepper: a figure has room for ${mostNodes} nodes, and this graph has ${nodes.length}. ` +
        "graphOf lists it; for fewer nodes take fewer operations.",
      ru:
        `graphStepper: на рисунке помещается вершин: ${mostNodes}, а в этом графе их ${nodes.length}. ` +
        "graphOf покажет их списком; чтобы вершин было меньше, нужно меньше операций.",
    });
  const placed = place(nodes.map(({ parents }) => parents));
  const scenes = scenesOf(graph).slice(0, upTo === undefined ? undefined : upTo + 1);
  const {
    data,
    frames,
    layout: controls,
  } = sliding(
    {
      label: words.step,
      values: scenes,
      show: (scene) => String(scenes.indexOf(scene)),
      pace: 1500,
    },
    (scene) => [
      ...legend(),
      ...drawEdges(nodes, placed, scene, scenes[scenes.length - 1]),
      ...drawNodes(nodes, placed, scene),
    ],
    ({ title }) => title,
  );
  const products = drawProducts(nodes, placed, scenes);
  const notes = [detailsLine, ...products.still];
  const changes = scenes.map((scene, i) => [detailsOf(scene), ...products.moving[i]]);
  const look = layout({
    ...controls,
    legendRows: 2,
    x: noAxis([-leftRoom / columnWidth(placed.columns), placed.columns - 0.5]),
    y: noAxis([placed.rows[0] - 0.6, placed.rows[1] + 0.6]),
    annotations: notes.map((note, k) => ({ ...note, ...changes[0][k] })),
  });
  return new Figure({
    description: words.description(nodes.length, nodes[nodes.length - 1].name),
    data,
    frames: frames.map((frame, i) => ({
      ...frame,
      layout: { ...frame.layout, annotations: changes[i] },
    })),
    layout: sized(look, placed),
  });
}

function graphOfLoss(loss: Tensor, names: Walk["names"]): Graph {
  visits(loss).next(); // says in words what is no loss
  return graphOf(loss, names);
}

const legend = (): Data[] =>
  (["value", "gradient"] as const).map((name) => ({
    type: "scatter",
    mode: "lines",
    name: words[name],
    x: [null],
    y: [null],
    line: { color: signs[name].colour, dash: signs[name].dash, width: 2.5 },
    hoverinfo: "skip",
  }));

/** The second line of the title, above the legend. */
const detailsLine: Annotation = {
  showarrow: false,
  xref: "paper",
  yref: "paper",
  x: 0,
  y: 1,
  xanchor: "left",
  yanchor: "bottom",
  yshift: 30,
  font: { size: 14 },
};

const detailsOf = ({ details }: Scene): Annotation => ({
  text: details.replace(/\^(\(.*?\)|[^\s,]+)/g, "<sup>$1</sup>"),
});

/** As large as the graph needs, but in width not smaller than other figures. */
function sized(look: Layout, { columns, rows }: Placed): Layout {
  const margin = { ...look.margin, l: 16, r: 16 };
  const width = leftRoom + (columns - 0.5) * columnWidth(columns);
  const height = (rows[1] - rows[0] + 1.2) * rowHeight;
  return {
    ...look,
    margin,
    width: Math.max(size.width, Math.round(width) + margin.l + margin.r),
    height: Math.round(height) + (margin.t ?? 0) + (margin.b ?? 0),
  };
}
