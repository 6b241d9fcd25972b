import type { Annotation, Dash, Data } from "plotly.js";
import type { Matrix } from "../matrix";
import { factor, show } from "../plots/numbers";
import { control, ink } from "../plots/palette";
import { hover } from "../plots/theme";
import { wording } from "../words";
import { beadPlaces } from "./bead-places";
import type { Share } from "./graph";
import type { Placed, Point } from "./layout";
import { isLeaf, signs, sizeOf } from "./looks";
import { type GraphNode, handedOn, localOf, written } from "./node";
import type { Scene } from "./scenes";

const words = wording({
  en: { upstream: "upstream", local: "local", downstream: "downstream" },
  ru: { upstream: "сверху", local: "локальная", downstream: "вниз" },
});

/** An argument of a node, and what is known of it in a scene. */
interface Edge {
  readonly parent: GraphNode;
  readonly child: GraphNode;
  /** ∂child/∂parent, and what becomes of a gradient g, in names. */
  readonly local: string;
  readonly product: string;
  readonly points: readonly Point[];
  /** Where its label stands. */
  readonly middle: Point;
  /** Whether the value has passed, and what of the gradient came back. */
  readonly isOn: boolean;
  readonly isActive: boolean;
  readonly share: Share | undefined;
  readonly upstream: Matrix | undefined;
}

function edgesOf(nodes: readonly GraphNode[], placed: Placed, scene: Scene): Edge[] {
  const middles = beadPlaces(placed, (i) => isLeaf(nodes[i]));
  return nodes.flatMap((child, i) =>
    child.parents.map((parent, k) => ({
      parent: nodes[parent],
      child,
      local: localOf(nodes, child, k),
      product: handedOn(nodes, child, k, "g"),
      points: placed.curves[i][k],
      middle: middles[i][k],
      isOn: scene.computed[i],
      isActive: scene.active === i,
      share: scene.shares[i][k],
      upstream: scene.gradients[i],
    })),
  );
}

/** The three looks of an edge. */
const looks = {
  waiting: { color: ink, dash: "dot", width: 1 },
  forward: { color: signs.value.colour, dash: signs.value.dash, width: 2 },
  backward: { color: signs.gradient.colour, dash: signs.gradient.dash, width: 2 },
} as const;

const lookOf = ({ share, isOn }: Edge): keyof typeof looks =>
  share ? "backward" : isOn ? "forward" : "waiting";

/**
 * For each edge a curve in each look, of which one is seen: so a frame has to say only which, and
 * the figure stays small. The arrow shows the way of now.
 * @param last the last scene, in which everything is known that the mouse is told.
 */
export function drawEdges(
  nodes: readonly GraphNode[],
  placed: Placed,
  scene: Scene,
  last: Scene,
): Data[] {
  const known = edgesOf(nodes, placed, last);
  return edgesOf(nodes, placed, scene).flatMap((edge, i) => {
    const { points, parent, child } = edge;
    const there = hover(...told(edge, undefined));
    const curves = {
      waiting: { ...arrow(points, child, looks.waiting), hovertemplate: there },
      forward: { ...arrow(points, child, looks.forward), hovertemplate: there },
      backward: {
        ...arrow([...points].reverse(), parent, looks.backward),
        hovertemplate: hover(...told(known[i], known[i].share)),
      },
    };
    const seen = lookOf(edge);
    return Object.entries(curves).map(([look, curve]) => ({ ...curve, visible: look === seen }));
  });
}

/** A curve with an arrow that ends at the rim of a node. */
function arrow(
  curve: readonly Point[],
  goal: GraphNode,
  line: { color: string; dash: Dash; width: number },
) {
  const atEnd = (x: number) => curve.map((_, i) => (i === curve.length - 1 ? x : 0));
  return {
    type: "scatter" as const,
    mode: "lines+markers" as const,
    x: curve.map(({ x }) => x),
    y: curve.map(({ y }) => y),
    line,
    marker: {
      symbol: "arrow" as const,
      angleref: "previous" as const,
      color: line.color,
      line: { width: 0 },
      size: atEnd(11),
      standoff: atEnd(sizeOf(goal) / 2 + 2),
    },
    showlegend: false,
  };
}

/** What the mouse is told. */
function told(
  { parent, child, local, product, upstream }: Edge,
  share: Share | undefined,
): string[] {
  if (share === undefined || upstream === undefined) return [`${parent.name} → ${child.name}`];
  const way = `${child.name} → ${parent.name}`;
  const [before, after] = [written(upstream), `<b>${written(share.gradient)}</b>`];
  if (share.local === undefined)
    return [way, `${words.upstream} g, ${before}`, `${words.downstream} ${product}, ${after}`];
  const number = show(share.local);
  return [
    way,
    `${words.upstream} ${before}`,
    `${words.local} ∂${child.name}/∂${parent.name} = ${[...new Set([local, number])].join(" = ")}`,
    `${words.downstream} ${after}`,
  ];
}

/**
 * On each edge that a gradient has passed its local derivative; where it passes now, the whole
 * equation: upstream × local = downstream. `still` is what never changes, `moving` what may.
 */
export function drawProducts(
  nodes: readonly GraphNode[],
  placed: Placed,
  scenes: readonly Scene[],
): { still: Annotation[]; moving: Annotation[][] } {
  const last = edgesOf(nodes, placed, scenes[scenes.length - 1]);
  return {
    still: last.map((edge) => ({
      ...edge.middle,
      showarrow: false,
      bgcolor: control.ground,
      borderwidth: 1,
      borderpad: 2,
      hovertext: told(edge, edge.share).join("<br>"),
    })),
    moving: scenes.map((scene) =>
      edgesOf(nodes, placed, scene).map((edge) => ({
        visible: edge.share !== undefined,
        text: bead(edge),
        font: { size: edge.isActive ? 12 : 11, color: control.text },
        bordercolor: edge.isActive ? signs.gradient.colour : control.edge,
      })),
    ),
  };
}

function bead({ share, upstream, product, isActive }: Edge): string {
  if (share === undefined || upstream === undefined) return " ";
  const downstream = `<b>${written(share.gradient)}</b>`;
  const short = share.local === undefined ? product : `× ${factor(share.local)}`;
  if (!isActive) return short;
  if (share.local === undefined) return `${product}<br>${downstream}`;
  return `${show(upstream.data[0])} ${short}<br>= ${downstream}`;
}
