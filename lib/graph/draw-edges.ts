import type { Annotation, Data } from "plotly.js";
import type { Matrix } from "../matrix";
import { factor, show } from "../plots/numbers";
import { control, ink } from "../plots/palette";
import { hover } from "../plots/theme";
import { say } from "../words";
import { beadPlaces } from "./bead-places";
import type { Share } from "./graph";
import type { Placed, Point } from "./layout";
import { isLeaf, signs, sizeOf } from "./looks";
import { type GraphNode, handedOn, localOf, written } from "./node";
import type { Scene } from "./scenes";

const words = say({
  en: { upstream: "upstream", local: "local", downstream: "downstream" },
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

/** A curve for each edge; its arrow shows the way of now. */
export const drawEdges = (nodes: readonly GraphNode[], placed: Placed, scene: Scene): Data[] =>
  edgesOf(nodes, placed, scene).map((edge) => {
    const { points, share, isOn } = edge;
    const curve = share ? [...points].reverse() : points;
    const goal = share ? edge.parent : edge.child;
    const { colour, dash } = share ? signs.gradient : signs.value;
    const atEnd = (x: number) => curve.map((_, i) => (i === curve.length - 1 ? x : 0));
    return {
      type: "scatter",
      mode: "lines+markers",
      x: curve.map(({ x }) => x),
      y: curve.map(({ y }) => y),
      line: { color: isOn ? colour : ink, dash: isOn ? dash : "dot", width: isOn ? 2 : 1 },
      marker: {
        symbol: "arrow",
        angleref: "previous",
        color: isOn ? colour : ink,
        line: { width: 0 },
        size: atEnd(11),
        standoff: atEnd(sizeOf(goal) / 2 + 2),
      },
      hovertemplate: hover(...told(edge)),
      showlegend: false,
    };
  });

/** What the mouse is told. */
function told({ parent, child, local, product, share, upstream }: Edge): string[] {
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
 * equation: upstream × local = downstream.
 */
export const drawProducts = (
  nodes: readonly GraphNode[],
  placed: Placed,
  scene: Scene,
): Annotation[] =>
  edgesOf(nodes, placed, scene).map((edge) => {
    const { middle, share, isActive } = edge;
    return {
      ...middle,
      visible: share !== undefined,
      text: bead(edge),
      showarrow: false,
      font: { size: isActive ? 12 : 11, color: control.text },
      bgcolor: control.ground,
      bordercolor: isActive ? signs.gradient.colour : control.edge,
      borderwidth: 1,
      borderpad: 2,
      hovertext: told(edge).join("<br>"),
    };
  });

function bead({ share, upstream, product, isActive }: Edge): string {
  if (share === undefined || upstream === undefined) return " ";
  const downstream = `<b>${written(share.gradient)}</b>`;
  const short = share.local === undefined ? product : `× ${factor(share.local)}`;
  if (!isActive) return short;
  if (share.local === undefined) return `${product}<br>${downstream}`;
  return `${show(upstream.data[0])} ${short}<br>= ${downstream}`;
}
