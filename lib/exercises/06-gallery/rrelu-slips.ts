import type { Mode, RandomizedLayer } from "../../activations";
import { type Matrix, map, mul } from "../../matrix";
import { mulberry32, type Random, uniform } from "../../random";

export type Rrelu = (lower: number, upper: number, rng: Random) => RandomizedLayer;
type Step = Mode | "backward";

/** What a check of 6.3 asks: several calls of one layer. */
export type Asked = (
  lower: number,
  upper: number,
  seed: number,
  X: Matrix,
  dY: Matrix,
  steps: readonly Step[],
) => Record<string, Matrix>;

/** What each of several calls of one layer gives, in their order. */
export const run = (
  own: Rrelu,
  ...[lower, upper, seed, X, dY, steps]: Parameters<Asked>
): ReturnType<Asked> => {
  const layer = own(lower, upper, mulberry32(seed));
  return Object.fromEntries(
    steps.map((step, k) => [
      `steps[${k}] = ${step}`,
      step === "backward" ? layer.backward(dY) : layer.forward(X, step),
    ]),
  );
};

/** How a wrong layer differs from the right one. */
interface Slip {
  /** Slopes of the left side in training and in evaluation, for each entry of X. */
  train(X: Matrix, lower: number, upper: number, rng: Random): Matrix;
  eval(X: Matrix, lower: number, upper: number, rng: Random): Matrix;
  /** Slopes of the way back, from the left slopes of the latest forward and of the latest training. */
  back(latest: { X: Matrix; slopes: Matrix; trained: Matrix }, again: () => Matrix): Matrix;
  /** From upstream and slopes to the gradient. */
  gradient(dY: Matrix, slopes: Matrix): Matrix;
}

export const drawn: Slip["train"] = (X, lower, upper, rng) =>
  uniform(rng, X.rows, X.cols, lower, upper);
/** 1 where x > 0, elsewhere the slope. */
export const leftOnly = (X: Matrix, slopes: Matrix) =>
  map(X, (x, i, j) => (x > 0 ? 1 : slopes.data[i * X.cols + j]));

const slip = (changed: Partial<Slip>): Rrelu => {
  const layer: Slip = {
    train: drawn,
    eval: (X, lower, upper) => map(X, () => (lower + upper) / 2),
    back: ({ X, slopes }) => leftOnly(X, slopes),
    gradient: mul,
    ...changed,
  };
  return (lower, upper, rng) => {
    let latest: Parameters<Slip["back"]>[0];
    return {
      forward(X, mode) {
        const slopes = layer[mode](X, lower, upper, rng);
        latest = { X, slopes, trained: mode === "train" ? slopes : (latest?.trained ?? slopes) };
        return mul(X, leftOnly(X, slopes));
      },
      backward: (dY) =>
        layer.gradient(
          dY,
          layer.back(latest, () => drawn(latest.X, lower, upper, rng)),
        ),
    };
  };
};

/** The calls of a check, made with a layer that is wrong in this. */
export const wrong =
  (changed: Partial<Slip>): Asked =>
  (...input) =>
    run(slip(changed), ...input);

/** One number for the whole layer. */
export const everywhere = (X: Matrix, slope: number) => map(X, () => slope);
