import { ShapeError, ValueError } from "../errors";
import { type Matrix, map, mul, shapeOf } from "../matrix";
import { dense } from "../matrix/dense";
import { requireMatrices } from "../matrix/types";
import { ownWork } from "../own-work";
import { type Random, uniform } from "../random";

export type Mode = "train" | "eval";

/** A layer that draws slopes on the way forward and remembers them for the way back. */
export interface RandomizedLayer {
  /** "train": a new slope for every entry, drawn row after row. "eval": their mean, no draws. */
  forward(X: Matrix, mode: Mode): Matrix;
  /** Upstream gradient times the slopes of the latest `forward`, of either mode. */
  backward(dY: Matrix): Matrix;
}

/**
 * Randomized ReLU (Xu et al. 2015): x where x > 0, else rx with r from U(lower, upper).
 * The slope at 0 is r.
 *
 * @throws ValueError if lower > upper, or if `backward` comes before any `forward`.
 * @throws ShapeError if `backward` gets another shape than the latest `forward`.
 */
export function rrelu(lower: number, upper: number, rng: Random): RandomizedLayer {
  ownWork("rrelu");
  if (!(lower <= upper))
    throw new ValueError({
      en: `rrelu: need lower ≤ upper, got ${lower} and ${upper}.`,
      ru: `rrelu: нужно lower ≤ upper, получено ${lower} и ${upper}.`,
    });
  let slopes: Matrix | undefined;
  return {
    forward(X, mode) {
      requireMatrices("rrelu", { X });
      const r =
        mode === "train"
          ? uniform(rng, X.rows, X.cols, lower, upper)
          : map(X, () => (lower + upper) / 2);
      slopes = dense(
        X.rows,
        X.cols,
        r.data.map((slope, at) => (X.data[at] > 0 ? 1 : slope)),
      );
      return mul(X, slopes);
    },
    backward(dY) {
      requireMatrices("rrelu", { dY });
      if (slopes === undefined)
        throw new ValueError({
          en: "rrelu: backward needs the slopes of a forward, and none was run yet.",
          ru: "rrelu: методу backward нужны наклоны из forward, а его ещё не вызывали.",
        });
      if (dY.rows !== slopes.rows || dY.cols !== slopes.cols)
        throw new ShapeError({
          en: `rrelu: the latest forward had ${shapeOf(slopes)}, so dY needs the same; it is ${shapeOf(dY)}.`,
          ru: `rrelu: у последнего forward был размер ${shapeOf(slopes)}, и dY нужен такой же; у него ${shapeOf(dY)}.`,
        });
      return mul(dY, slopes);
    },
  };
}
