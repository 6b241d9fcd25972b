import { readFileSync } from "node:fs";
import { join } from "node:path";
import { activations, relu, sigmoid } from "../../lib/activations";
import { loadDigits } from "../../lib/data/digits";
import { softmax, softmaxCrossEntropy } from "../../lib/losses";
import { fromRows, type Matrix, map, mul, sub } from "../../lib/matrix";
import * as plots from "../../lib/plots";
import { gauss, mulberry32, randn } from "../../lib/random";
import { turningSectors } from "./turning-sectors";

/** Every figure of the library with data as a lesson gives it: what the tests and the eye look at. */
export const gallery: Record<string, () => plots.Figure> = {
  layerDiagram: () => plots.layerDiagram(deck.x, deck.W),
  layerDiagramWithBias: () => plots.layerDiagram(deck.x, deck.W, fromRows([[0, 1.5]])),
  sigmoidExplorer: () => plots.sigmoidExplorer(),
  boundaryTraining: () => plots.boundaryTraining({ ...twoSpecies(), names, axes: petals }),
  logLossCurves: () => plots.logLossCurves(),
  multiclassBoundaries: () => plots.multiclassBoundaries(threeSpecies()),

  softmaxBars: () => plots.softmaxBars(fromRows([[0.5, -1, 2]])),
  runningLikelihood: () => plots.runningLikelihood(new Array(1000).fill(0.4)),
  softmaxGradient: () => plots.softmaxGradient(fiveSamples.y, fiveSamples.steps()),

  descentPaths: () => plots.descentPaths({ loss: bowl, paths: waysDown }),
  learningCurves: () =>
    plots.learningCurves(
      waysDown.map(({ lr, path }) => ({
        name: `learning rate ${lr}`,
        losses: path.map(({ data }) => bowl(data[0], data[1])),
      })),
    ),
  gradientNoise: () =>
    plots.gradientNoise({
      sizes: [1, 4, 16, 64],
      errors: [1.3, 0.642, 0.321, 0.162],
      sigma: 1.31,
    }),
  trainTestLoss: () => plots.trainTestLoss(tenEpochs()),

  xorPlane: () => plots.xorPlane(),
  probabilityMaps: () => plots.probabilityMaps(circleMaps(), ["ring", "core"], ["x₁", "x₂"]),
  hiddenSpace: () =>
    plots.hiddenSpace({
      X: fromRows([
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]),
      y: [0, 1, 1, 0],
      names: ["XOR = 0", "XOR = 1"],
      W1: fromRows([
        [1, 1],
        [1, 1],
      ]),
      b1: fromRows([[0, -1]]),
      output: { w: [1, -2], b: -0.5 },
    }),
  reluApproximation: () =>
    plots.reluApproximation({
      target: Math.sin,
      range: [-Math.PI, Math.PI],
      fits: [2, 3, 4, 6, 8, 12, 16].map(sineOf),
    }),

  gateRules: () => plots.gateRules(),
  differenceErrors: () =>
    plots.differenceErrors(
      [1e-1, 1e-3, 1e-5, 1e-8, 1e-11, 1e-13],
      [
        { name: "both sides", errors: [0.0066, 6.6e-7, 5.9e-10, 3e-7, 0.00027, 0.054] },
        { name: "one side", errors: [0.07, 7e-4, 7e-6, 8.3e-7, 0.0003, 0.06] },
      ],
    ),

  trainingHistory: () => plots.trainingHistory(history),
  confusionMatrix: () => plots.confusionMatrix(misread()),
  nextCharacters: () => plots.nextCharacters("Owl-o p", mul(randn(mulberry32(8), 8, 29), 3)),

  tangent: () => plots.tangent(sigmoid),
  gradientDepth: () =>
    plots.gradientDepth({
      gains: [0.5, 1, 2],
      start: 1,
      curves: [
        { name: "quarter", norms: [0.5, 1, 2].map((gain) => fading(0.25 * Math.sqrt(gain))) },
        { name: "nine tenths", norms: [0.5, 1, 2].map((gain) => fading(0.9 * Math.sqrt(gain))) },
      ],
    }),
  weightPaths: () =>
    plots.weightPaths({
      goal: [1, -1],
      paths: [
        { name: "zigzag", path: zigzag(0.1) },
        { name: "straight", path: zigzag(0) },
      ],
    }),
  deadUnits: () =>
    plots.deadUnits([
      { lr: 0.1, H: relu(randn(mulberry32(1), 60, 8)) },
      { lr: 3, H: map(relu(randn(mulberry32(1), 60, 8)), (h, _, j) => (j % 3 === 0 ? 0 : h)) },
    ]),

  activationGallery: () => plots.activationGallery(activations),
  trainingRegions: () => plots.trainingRegions(turningSectors()),
};

const history: plots.TrainingHistory = {
  loss: { train: [1.1, 0.4, 0.25, 0.15, 0.1], test: [0.5, 0.35, 0.28, 0.24, 0.25] },
  accuracy: { train: [0.87, 0.93, 0.95, 0.97, 0.98], test: [0.86, 0.91, 0.925, 0.94, 0.938] },
};

/** The digits of the test, every sixteenth misread as another. */
function misread(): plots.ConfusionMatrix {
  const { X, y } = loadDigits().test;
  return { X, y, answers: y.map((digit, i) => (i % 16 === 7 ? (digit * 3 + 1) % 10 : digit)) };
}

/** A gradient of which each layer passes on the same share, at layer 1 … 20. */
const fading = (share: number) => Array.from({ length: 20 }, (_, l) => share ** (19 - l));

/** Ten steps from (−1, 1) to (1, −1), thrown to one side and the other. */
const zigzag = (throws: number) =>
  Array.from({ length: 11 }, (_, t) => {
    const [along, aside] = [t / 5 - 1, throws * (-1) ** t];
    return fromRows([[along + aside, -along + aside]]);
  });

const bowl = (w1: number, w2: number) => (w1 ** 2 + 10 * w2 ** 2) / 2;

/** Fifty steps down the bowl from (1, 1), for four learning rates. */
const waysDown = [0.05, 0.18, 0.2, 0.21].map((lr) => ({
  lr,
  path: Array.from({ length: 51 }, (_, t) => fromRows([[(1 - lr) ** t, (1 - 10 * lr) ** t]])),
}));

/** The logits of five samples, led down by their own gradient. */
const fiveSamples = {
  y: [0, 2, 1, 1, 0],
  steps(): plots.SoftmaxStep[] {
    let Z = randn(mulberry32(2024), 5, 3);
    return Array.from({ length: 21 }, (_, k) => {
      const { loss, dZ } = softmaxCrossEntropy(Z, Int32Array.from(this.y));
      const P = softmax(Z);
      Z = sub(Z, mul(dZ, 5));
      return { step: k, P, loss };
    });
  },
};

/** Losses that fall as real ones do: batches noisily, the test more slowly and up again. */
function tenEpochs(): plots.TrainTestLoss {
  const rng = mulberry32(3);
  const [batches, epochs] = [60, 10];
  return {
    train: Array.from(
      { length: batches * epochs },
      (_, i) => (0.1 + 2.2 * Math.exp(-i / 120)) * Math.exp(0.15 * gauss(rng)),
    ),
    test: Array.from({ length: epochs }, (_, e) => 0.25 + 2 * Math.exp(-(e + 1) / 2) + 0.01 * e),
  };
}

/** Two circles, one in the other, as course data has them, and models with and without r². */
function circleMaps(): plots.ProbabilityMap[] {
  const rng = mulberry32(1);
  const y = Array.from({ length: 200 }, (_, i) => i % 2);
  const X = fromRows(
    y.map((label) => {
      const [radius, angle] = [label === 0 ? 1 : 0.45, 2 * Math.PI * rng()];
      return [Math.cos, Math.sin].map((f) => radius * f(angle) + 0.08 * gauss(rng));
    }),
  );
  const sigma = (z: number) => 1 / (1 + Math.exp(-z));
  return [
    { name: "circles", X, y, p: (a, b) => sigma(0.3 * a + 0.5 * b) },
    { name: "circles, with r²", X, y, p: (a, b) => sigma(12 * (0.5 - a * a - b * b)) },
  ];
}

/** Straight pieces between points of the sine, as a network of h units. */
function sineOf(h: number): plots.ReluFit {
  const at = (k: number) => -Math.PI + (2 * Math.PI * k) / h;
  const knots = Array.from({ length: h }, (_, k) => at(k));
  const slopes = knots.map((x, k) => (Math.sin(at(k + 1)) - Math.sin(x)) / (at(1) - at(0)));
  return {
    W1: fromRows([knots.map(() => 1)]),
    b1: fromRows([knots.map((x) => -x)]),
    W2: fromRows(slopes.map((slope, k) => [slope - (slopes[k - 1] ?? 0)])),
    b2: fromRows([[0]]),
  };
}

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
