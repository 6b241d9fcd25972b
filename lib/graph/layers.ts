/** A list of nodes, each with the places of its parents, which come before it. */
export type Parents = readonly (readonly number[])[];

/** A graph cut into columns, where an edge leads only from one column to the next. */
export interface Layered {
  /** The columns, left to right, with the places of their nodes from the top. */
  readonly columns: readonly (readonly number[])[];
  /** For each node of a column, its neighbours in the column before. */
  readonly left: Parents;
  /** For each edge of the graph, parent by parent of each node: the nodes that it runs through. */
  readonly paths: readonly (readonly (readonly number[])[])[];
}

/**
 * Cuts a graph into columns. A result stands right of all that it was made from; what nobody
 * computed stands just before its first use. An edge that passes columns gets a stand-in node in
 * each, with the numbers after the graph's own (Sugiyama, Tagawa, Toda 1981).
 */
export function layered(parents: Parents): Layered {
  const column = columnOf(parents);
  const columns: number[][] = Array.from({ length: Math.max(...column) + 1 }, () => []);
  const left: number[][] = parents.map(() => []);
  column.forEach((c, node) => {
    columns[c].push(node);
  });
  const paths = parents.map((own, node) =>
    own.map((parent) => {
      const path = [parent];
      for (let c = column[parent] + 1; c < column[node]; c++) {
        left.push([path[path.length - 1]]);
        path.push(left.length - 1);
        columns[c].push(left.length - 1);
      }
      left[node].push(path[path.length - 1]);
      return [...path, node];
    }),
  );
  return { columns, left, paths };
}

function columnOf(parents: Parents): number[] {
  const isMade = (node: number) => parents[node].length > 0;
  const column: number[] = [];
  parents.forEach((own, node) => {
    const before = own.filter(isMade).map((parent) => column[parent]);
    column[node] = isMade(node) ? 1 + Math.max(0, ...before) : Number.POSITIVE_INFINITY;
  });
  parents.forEach((own, node) => {
    for (const parent of own)
      if (!isMade(parent)) column[parent] = Math.min(column[parent], column[node] - 1);
  });
  return column.map((c) => (Number.isFinite(c) ? c : 0));
}
