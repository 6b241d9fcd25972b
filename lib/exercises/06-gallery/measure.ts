import { type LibraryActivation, parametricRelu, type Unit } from "../../activations";
import type { Measured } from "../../gallery";
import { gradientNorms } from "../05-activations/gradient-norms";
import { trainOnSpirals } from "./spirals";

/**
 * The mean of g(x) for x ~ N(0, deviation²): a sum over 400,000 narrow stripes between −10 and 10
 * standard deviations, each with g at its middle. A jump at 0 lies between two stripes.
 */
export function normalMean(g: (x: number) => number, deviation = 1): number {
  const [reach, stripes] = [10, 400_000];
  const width = (2 * reach) / stripes;
  let sum = 0;
  for (let k = 0; k < stripes; k++) {
    const z = -reach + (k + 0.5) * width;
    sum += g(deviation * z) * Math.exp((-z * z) / 2);
  }
  return (sum * width) / Math.sqrt(2 * Math.PI);
}

/** A layer's mean over its units, of which there are two kinds at most. */
const overUnits = (f: LibraryActivation, of: (unit: Unit) => number): number => {
  const [even, odd] = [0, 1].map(f.unit);
  return (of(even) + of(odd)) / 2;
};

/** The mean output for N(0, 1) inputs, to nine decimals. */
export const meanOutput = (f: LibraryActivation): number =>
  rounded(
    overUnits(f, (unit) => normalMean(unit.f)),
    9,
  );

/** The percentage of N(0, deviation²) inputs that let almost no gradient pass: |f′| < 0.01. */
export const flatShare = (f: LibraryActivation, deviation = 1): number => {
  const isFlat = (df: Unit["df"]) => (x: number) => (Math.abs(df(x)) < 0.01 ? 1 : 0);
  const share = overUnits(f, ({ df }) => normalMean(isFlat(df), deviation));
  return rounded(100 * share, 2);
};

const rounded = (x: number, decimals: number): number => Number(x.toFixed(decimals)) + 0;

/** How much of the gradient at layer 20 arrives at layer 1; 0 where none sets out. */
export const depthShare = (f: LibraryActivation): number => gradientNorms(f)[0] || 0;

/** The middle one of three. */
const median = (three: readonly number[]): number => [...three].sort((a, b) => a - b)[1];

/** Everything that the table says of an activation; most of the time goes into training. */
export function measure(f: LibraryActivation): Measured {
  const runs = [3, 4, 5].map((seed) => trainOnSpirals(f, { seed }));
  const rights = runs.map(({ right }) => right);
  const slopes = runs.map(({ a }) => (a === undefined ? f : parametricRelu.with({ a })).df(-1));
  return {
    mean: meanOutput(f),
    flat_1: flatShare(f, 1),
    flat_3: flatShare(f, 3),
    depth: depthShare(f),
    right_3: rights[0],
    right_4: rights[1],
    right_5: rights[2],
    right: median(rights),
    loss: median(runs.map(({ loss }) => loss)),
    left_slope: median(slopes),
  };
}
