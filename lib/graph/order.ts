import type { Layered } from "./layers";

type Columns = readonly (readonly number[])[];

/**
 * Puts the nodes of each column in an order in which few edges cross: columns are sorted by turns,
 * by the mean place of their neighbours on the left and on the right, and the best of all states
 * is kept. For graphs that fit on a page this finds no crossing where none is needed.
 */
export function ordered({ columns, left }: Layered): Columns {
  const right: number[][] = left.map(() => []);
  left.forEach((neighbours, node) => {
    for (const neighbour of neighbours) right[neighbour].push(node);
  });
  let best = columns;
  let fewest = crossings(columns, left);
  let state = columns.map((column) => [...column]);
  for (let sweep = 0; sweep < 12 && fewest > 0; sweep++) {
    const [neighbours, direction] = sweep % 2 === 0 ? [right, -1] : [left, 1];
    const places = state.map((_, c) => (direction === 1 ? c : state.length - 1 - c));
    for (const c of places.slice(1)) state[c] = sorted(state[c], state[c - direction], neighbours);
    state = exchanged(state, left);
    const count = crossings(state, left);
    if (count < fewest) [best, fewest] = [state.map((column) => [...column]), count];
  }
  return best;
}

/** A column sorted by the mean place of its nodes' neighbours; without neighbours they stay. */
function sorted(
  column: readonly number[],
  beside: readonly number[],
  neighbours: readonly (readonly number[])[],
): number[] {
  const wish = new Map(
    column.map((node, at) => {
      const places = neighbours[node].map((neighbour) => beside.indexOf(neighbour));
      return [node, places.length > 0 ? places.reduce((a, b) => a + b) / places.length : at];
    }),
  );
  return [...column].sort((a, b) => wish.get(a)! - wish.get(b)!);
}

/** Exchanges neighbours in a column wherever that takes a crossing away. */
function exchanged(columns: number[][], left: Layered["left"]): number[][] {
  for (const column of columns)
    for (let at = 0; at + 1 < column.length; at++) {
      const before = crossings(columns, left);
      [column[at], column[at + 1]] = [column[at + 1], column[at]];
      if (crossings(columns, left) >= before)
        [column[at], column[at + 1]] = [column[at + 1], column[at]];
    }
  return columns;
}

/** The number of pairs of edges that cross. */
export function crossings(columns: Columns, left: Layered["left"]): number {
  let count = 0;
  columns.slice(1).forEach((column, c) => {
    const edges = column.flatMap((node, to) =>
      left[node].map((neighbour) => ({ from: columns[c].indexOf(neighbour), to })),
    );
    for (const a of edges) for (const b of edges) if (a.from < b.from && a.to > b.to) count++;
  });
  return count;
}
