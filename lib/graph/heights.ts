import type { Layered } from "./layers";

/** Heights that keep the order and make the edges as level as they can be. */
export function heightsOf(columns: readonly (readonly number[])[], { left }: Layered): number[] {
  const neighbours: number[][] = left.map((own) => [...own]);
  left.forEach((own, node) => {
    for (const neighbour of own) neighbours[neighbour].push(node);
  });
  const y: number[] = [];
  for (const column of columns)
    column.forEach((node, at) => {
      y[node] = (column.length - 1) / 2 - at;
    });
  // What nobody computed makes room for the line of operations.
  const weight = left.map((own) => (own.length > 0 ? 1 : 1e-3));
  const sweep = [...columns, ...[...columns].reverse()];
  for (let round = 0; round < 12; round++)
    for (const column of sweep) {
      const wishes = column.map((node) => ({
        height: mean(neighbours[node], y, weight) ?? y[node],
        weight: weight[node],
      }));
      apart(wishes).forEach((height, at) => {
        y[column[at]] = height;
      });
    }
  return y;
}

/** The weighted mean of these nodes' heights. */
function mean(
  nodes: readonly number[],
  y: readonly number[],
  weight: readonly number[],
): number | undefined {
  if (nodes.length === 0) return undefined;
  const total = nodes.reduce((sum, node) => sum + weight[node], 0);
  return nodes.reduce((sum, node) => sum + weight[node] * y[node], 0) / total;
}

/**
 * The heights nearest to the wishes (weighted least squares) that fall by at least 1 from place to
 * place. With 1 added per place the condition is "never rise", and neighbours that break it share
 * their mean (pool adjacent violators; Ayer et al. 1955).
 */
function apart(wishes: readonly { height: number; weight: number }[]): number[] {
  const pools: { height: number; weight: number; size: number }[] = [];
  wishes.forEach(({ height, weight }, at) => {
    let pool = { height: height + at, weight, size: 1 };
    while (pools.length > 0 && pools[pools.length - 1].height < pool.height) {
      const above = pools.pop()!;
      const total = above.weight + pool.weight;
      const shared = (above.height * above.weight + pool.height * pool.weight) / total;
      pool = { height: shared, weight: total, size: above.size + pool.size };
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ height, size }) => new Array<number>(size).fill(height))
    .map((height, at) => height - at);
}
