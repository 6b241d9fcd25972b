import type { Mode, RandomizedLayer } from "../../activations";
import { type Matrix, map, mul } from "../../matrix";
import { mulberry32, type Random, uniform } from "../../random";

export type Rrelu = (lower: number, upper: number, rng: Random) => RandomizedLayer;
/** "another": a second layer, with the same generator, trains on dY. */
type Step = Mode | "backward" | "another";

/** What a check of 6.3 asks: several calls of one layer, and of another beside it. */
export type Asked = (
  lower: number,
  upper: number,
  seed: number,
  X: Matrix,
  dY: Matrix,
  steps: readonly Step[],
) => Record<string, Matrix>;

/** What each of several calls gives, in their order. */
export const run = (
  own: Rrelu,
  ...[lower, upper, seed, X, dY, steps]: Parameters<Asked>
): ReturnType<Asked> => {
  const rng = mulberry32(seed);
  const [layer, another] = [own(lower, upper, rng), own(lower, upper, rng)];
  const call = (step: Step) =>
    step === "backward"
      ? layer.backward(dY)
      : step === "another"
        ? another.forward(dY, "train")
        : layer.forward(X, step);
  return Object.fromEntries(steps.map((step, k) => [`steps[${k}] = ${step}`, call(step)]));
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
  /** Where a layer keeps its latest forward. */
  memory(): { latest?: Latest };
}

type Latest = Parameters<Slip["back"]>[0];

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
    memory: () => ({}),
    ...changed,
  };
  return (lower, upper, rng) => {
    const memory = layer.memory();
    return {
      forward(X, mode) {
        const slopes = layer[mode](X, lower, upper, rng);
        const trained = mode === "train" ? slopes : (memory.latest?.trained ?? slopes);
        memory.latest = { X, slopes, trained };
        return mul(X, leftOnly(X, slopes));
      },
      backward(dY) {
        const latest = memory.latest as Latest;
        const again = () => drawn(latest.X, lower, upper, rng);
        return layer.gradient(dY, layer.back(latest, again));
      },
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
