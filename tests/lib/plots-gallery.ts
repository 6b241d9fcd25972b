import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromRows, type Matrix } from "../../lib/matrix";
import * as plots from "../../lib/plots";

/** Every figure of the library with data as a lesson gives it: what the tests and the eye look at. */
export const gallery: Record<string, () => plots.Figure> = {
  layerDiagram: () => plots.layerDiagram(deck.x, deck.W),
  layerDiagramWithBias: () => plots.layerDiagram(deck.x, deck.W, fromRows([[0, 1.5]])),
  sigmoidExplorer: () => plots.sigmoidExplorer(),
  boundaryTraining: () => plots.boundaryTraining({ ...twoSpecies(), names, axes: petals }),
  logLossCurves: () => plots.logLossCurves(),
  multiclassBoundaries: () => plots.multiclassBoundaries(threeSpecies()),
};

const deck = {
  x: fromRows([[0.5, 1, 0, 1]]),
  W: fromRows([
    [0, -2],
    [1, 0],
    [0.5, -1],
    [-1, 3],
  ]),
};

export const names = ["setosa", "versicolor", "virginica"];
export const petals: [string, string] = ["petal length, standardised", "petal width, standardised"];

/** Petal length and width, standardised over all 150 flowers, and the species. */
export function iris(): { X: Matrix; y: number[] } {
  const lines = readFileSync(join(__dirname, "../../data/iris.csv"), "utf8").trim().split("\n");
  const cells = lines.slice(1).map((line) => line.split(","));
  const standard = [2, 3].map((j) => {
    const values = cells.map((row) => Number(row[j]));
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
    return values.map((v) => (v - mean) / sd);
  });
  return {
    X: fromRows(cells.map((_, i) => [standard[0][i], standard[1][i]])),
    y: cells.map((row) => names.findIndex((name) => row[4].includes(name))),
  };
}

/** Versicolor and virginica, and logistic regression between them, step by step. */
export function twoSpecies() {
  const { X, y } = iris();
  const keep = y.flatMap((label, i) => (label === 0 ? [] : [i]));
  const rows = keep.map((i) => [X.data[2 * i], X.data[2 * i + 1]]);
  const labels = keep.map((i) => y[i]);
  const marks = new Set([
    0, 1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200, 300, 500, 1000, 2000, 4000,
  ]);
  const steps = descend(
    rows,
    labels.map((k) => Number(k === 2)),
    4000,
  ).filter(({ step }) => marks.has(step));
  return { X: fromRows(rows), y: labels, steps };
}

export function threeSpecies() {
  const { X, y } = iris();
  const rows = y.map((_, i) => [X.data[2 * i], X.data[2 * i + 1]]);
  const last = (points: number[][], first: boolean[]) => {
    const { w, b } = descend(points, first.map(Number), 2000).at(-1)!;
    return { w, b };
  };
  const oneVsAll = [0, 1, 2].map((k) =>
    last(
      rows,
      y.map((label) => label === k),
    ),
  );
  const duels = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as [number, number][];
  const oneVsOne = duels.map((pair) => {
    const both = y.flatMap((label, i) => (pair.includes(label) ? [i] : []));
    return {
      pair,
      ...last(
        both.map((i) => rows[i]),
        both.map((i) => y[i] === pair[0]),
      ),
    };
  });
  return { X, y, names, axes: petals, oneVsAll, oneVsOne };
}

/** Logistic regression by gradient descent from zero, rate 1: the model before each step. */
function descend(rows: number[][], y: number[], steps: number) {
  const path: (plots.TrainingStep & { w: [number, number] })[] = [];
  let [w0, w1, b] = [0, 0, 0];
  for (let step = 0; step <= steps; step++) {
    let [g0, g1, gb, loss] = [0, 0, 0, 0];
    rows.forEach(([x0, x1], i) => {
      const z = w0 * x0 + w1 * x1 + b;
      const error = 1 / (1 + Math.exp(-z)) - y[i];
      loss += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
      g0 += error * x0;
      g1 += error * x1;
      gb += error;
    });
    const n = rows.length;
    path.push({ step, w: [w0, w1], b, loss: loss / n });
    [w0, w1, b] = [w0 - g0 / n, w1 - g1 / n, b - gb / n];
  }
  return path;
}
