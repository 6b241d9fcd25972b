import { type Matrix, map, matrix, mul, sum, transpose } from "../../matrix";
import { relativeError } from "../closeness";

/** What a learner can tell the checker about a gradient, each of which opens another diagnosis. */
export interface GradientContext {
  /** Number of samples over which the loss is a mean. */
  readonly samples?: number;
  /** ∂L/∂output of the operation under test, where f multiplies the output by it. */
  readonly upstream?: Matrix;
  /** How many times the value is used in the computation. */
  readonly uses?: number;
  /** Wrong formulas evaluated at the same input, by the mistake that they stand for. */
  readonly wrong?: { readonly [mistake in WrongFormula]?: Matrix };
  /** The same backward pass with its learning rate multiplied: finds weights updated too early. */
  readonly withRate?: (factor: number) => Matrix;
  /**
   * Which side of every kink a computation is on: signs of pre-activations, winners of maxima.
   * Coordinates whose step crosses a kink are skipped, since no difference is right there.
   */
  readonly branches?: (x: Matrix) => ArrayLike<number>;
}

/** Mistakes that are recognised by the wrong formula's own value. */
export type WrongFormula =
  | "firstRow"
  | "notTransposed"
  | "onePath"
  | "sigmoidTwice"
  | "sigmoidOfInput"
  | "tanhOfInput";

/** A gradient beside its numeric twin, with the coordinates that cross a kink left out of both. */
export interface GradientEvidence {
  readonly numeric: Matrix;
  readonly analytic: Matrix;
  readonly context: GradientContext;
}

/** Largest relative error of two matrices of the same shape; NaN counts as infinite. */
export function worstError(analytic: Matrix, numeric: Matrix): number {
  let worst = 0;
  analytic.data.forEach((a, k) => {
    const error = relativeError(a, numeric.data[k]);
    worst = Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(worst, error);
  });
  return worst;
}

export const sameShape = (A: Matrix, B: Matrix): boolean => A.rows === B.rows && A.cols === B.cols;

/** Equal but for what differences can't resolve. */
export const agree = (analytic: Matrix, numeric: Matrix, tolerance = 1e-6): boolean =>
  sameShape(analytic, numeric) && worstError(analytic, numeric) < tolerance;

/** Numeric slopes below this are zeros that rounding has touched. */
const ZERO = 1e-9;

/**
 * The one number by which the analytic gradient has to be multiplied everywhere, or `undefined`
 * where there is no such number.
 */
export function constantRatio({ numeric, analytic }: GradientEvidence): number | undefined {
  const ratios: number[] = [];
  for (let k = 0; k < numeric.data.length; k++) {
    if (Math.abs(numeric.data[k]) <= ZERO) continue;
    if (Math.abs(analytic.data[k]) <= 1e-12) return undefined;
    ratios.push(numeric.data[k] / analytic.data[k]);
  }
  if (ratios.length === 0) return undefined;
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
  const spread = Math.max(...ratios.map((r) => Math.abs(r - median))) / Math.abs(median);
  return spread < 1e-5 ? median : undefined;
}

/** Right wherever the numeric gradient is not 0, and something else where it is. */
export function hasExtraEntries({ numeric, analytic }: GradientEvidence): boolean {
  const isZero = (k: number) => Math.abs(numeric.data[k]) <= ZERO;
  const masked = map(analytic, (a, i, j) => (isZero(i * analytic.cols + j) ? 0 : a));
  const target = map(numeric, (g, i, j) => (isZero(i * numeric.cols + j) ? 0 : g));
  const extra = analytic.data.some((a, k) => isZero(k) && Math.abs(a) > ZERO);
  const some = target.data.some((g) => g !== 0);
  return some && extra && agree(masked, target);
}

export const isTransposed = ({ numeric, analytic }: GradientEvidence): boolean =>
  agree(transpose(analytic), numeric);

/** The gradient of a bias, given for each sample instead of summed over them. */
export const isUnsummed = ({ numeric, analytic }: GradientEvidence): boolean =>
  numeric.rows === 1 && analytic.rows > 1 && agree(sum(analytic, 0), numeric);

export const lacksUpstream = ({ numeric, analytic, context }: GradientEvidence): boolean =>
  context.upstream !== undefined &&
  sameShape(context.upstream, analytic) &&
  agree(mul(analytic, context.upstream), numeric);

/** Half the learning rate, half the error: the backward pass saw weights that were updated. */
export function scalesWithRate({ numeric, context }: GradientEvidence): boolean {
  if (!context.withRate) return false;
  const distance = (A: Matrix) => Math.hypot(...A.data.map((a, k) => a - numeric.data[k]));
  return Math.abs(distance(context.withRate(0.5)) / distance(context.withRate(1)) - 0.5) < 0.05;
}

/** Both matrices with the given entries set to 0, which then agree. */
export const without = (M: Matrix, skipped: ReadonlySet<number>): Matrix =>
  matrix(
    M.rows,
    M.cols,
    M.data.map((x, k) => (skipped.has(k) ? 0 : x)),
  );
