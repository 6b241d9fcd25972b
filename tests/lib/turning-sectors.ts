import { type Matrix, map } from "../../lib/matrix";
import { PlaneGrid, type TrainingRegions } from "../../lib/plots";
import { mulberry32, randn } from "../../lib/random";

/** Three arms of a star, and sectors that turn until they fit, one way round and the other. */
export function turningSectors(): TrainingRegions {
  const sector = (x: number, y: number, turn: number) =>
    Math.floor((Math.atan2(y, x) / (2 * Math.PI) + turn + 1) * 3) % 3;
  const rng = mulberry32(4);
  const X = map(randn(rng, 90, 2), (x) => x / 3);
  const labels = ({ rows, data }: Matrix, turn: number) =>
    Int32Array.from({ length: rows }, (_, i) => sector(data[2 * i], data[2 * i + 1], turn));
  const y = labels(X, 0);
  const grid = new PlaneGrid(X, 41);
  const steps = [0, 1, 2, 5];
  const stage = (turn: number) => ({
    labels: labels(grid.points, turn),
    right: labels(X, turn).filter((label, i) => label === y[i]).length,
  });
  const runs = [1, -1].map((way) => ({
    name: way > 0 ? "to the left" : "to the right",
    stages: steps.map((step) => stage((way * (5 - step)) / 15)),
  }));
  return { X, y, grid, steps, runs };
}
