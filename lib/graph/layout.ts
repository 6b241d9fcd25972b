import { linspace } from "../plots/numbers";
import { heightsOf } from "./heights";
import { layered, type Parents } from "./layers";
import { ordered } from "./order";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a drawing puts things: columns are 1 apart, and so are nodes of a column, at least. */
export interface Placed {
  readonly nodes: readonly Point[];
  /** For each node and each of its parents the curve from the parent to the node. */
  readonly curves: readonly (readonly (readonly Point[])[])[];
  readonly columns: number;
  /** The lowest and the highest y. */
  readonly rows: readonly [low: number, high: number];
}

/** Draws a graph from left to right. The first of a column is at the top. */
export function place(parents: Parents): Placed {
  const graph = layered(parents);
  const columns = ordered(graph);
  const heights = heightsOf(columns, graph);
  const points: Point[] = [];
  columns.forEach((column, x) => {
    for (const node of column) points[node] = { x, y: heights[node] };
  });
  const curves = graph.paths.map((paths, node) =>
    paths.map((path, k) =>
      curve(
        path.map((at) => points[at]),
        lane(parents[node], k),
      ),
    ),
  );
  const ys = [...points, ...curves.flat(2)].map(({ y }) => y);
  return {
    nodes: points.slice(0, parents.length),
    curves,
    columns: columns.length,
    rows: [Math.min(...ys), Math.max(...ys)],
  };
}

/** Edges between the same two nodes, as in x·x, part in the middle: by half a row for two. */
function lane(parents: readonly number[], k: number): number {
  const twins = parents.flatMap((parent, at) => (parent === parents[k] ? [at] : []));
  return (twins.length - 1) / 2 - twins.indexOf(k);
}

const steps = linspace(0, 1, 11).slice(1);

/** A smooth line through all points: between each two, y moves by 3t² − 2t³, level at both ends. */
function curve(path: readonly Point[], lane: number): Point[] {
  const [from, to] = [path[0], path[path.length - 1]];
  const middle =
    path.length > 2 ? path.slice(1, -1) : [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }];
  const through = lane === 0 ? path : [from, ...middle.map(({ x, y }) => ({ x, y: y + lane })), to];
  const bows = through.slice(1).map((goal, i) => {
    const start = through[i];
    return steps.map((t) => ({
      x: start.x + t * (goal.x - start.x),
      y: start.y + t * t * (3 - 2 * t) * (goal.y - start.y),
    }));
  });
  return [from, ...bows.flat()];
}
