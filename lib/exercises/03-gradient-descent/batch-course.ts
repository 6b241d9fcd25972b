import { T9 } from "../../checks";
import { softmaxCrossEntropy } from "../../losses";
import {
  affine,
  type Matrix,
  matmul,
  mul,
  sub,
  sum,
  takeRows,
  transpose,
  zeros,
} from "../../matrix";

export type Options = { lr: number; steps: number; batch?: number; seed?: number };
export type Trained = { W: Matrix; b: Matrix; losses: Float64Array };

/** The loss of some rows under W and b, and its gradients. */
export function gradientsOf({ W, b }: Weights, X: Matrix, y: Int32Array, rows: Int32Array) {
  const Xt = takeRows(X, rows);
  const labels = rows.map((i) => y[i]);
  const { loss, dZ } = softmaxCrossEntropy(affine(Xt, W, b), labels);
  return { loss, dW: matmul(transpose(Xt), dZ), db: sum(dZ, 0) };
}

type Weights = { W: Matrix; b: Matrix };

/** Where training starts: all weights 0, a column for each class. */
export const startFor = (X: Matrix, y: Int32Array): Weights => {
  const K = y.reduce((a, b) => Math.max(a, b)) + 1;
  return { W: zeros(X.cols, K), b: zeros(1, K) };
};

/** A way through the epochs that explains the first `length` losses. */
interface Course extends Weights {
  readonly batches: readonly Int32Array[];
}

/**
 * What every right training with batches has in common, whichever samples meet in a batch: some
 * order of each epoch explains every loss, and the weights in the end.
 *
 * There are few samples, so every order can be tried. At step 0 every batch has the loss ln K; at
 * later ones only the batch that was taken has the loss that was seen.
 *
 * @returns how many losses are explained by batches, and how many by taking all samples at every
 * step (of a right training the first alone); whether the weights are explained; and, up to 2, how
 * many different orders the epochs have
 */
export function batchCourse(
  { W, b, losses }: Trained,
  X: Matrix,
  y: Int32Array,
  { lr, batch = X.rows }: Options,
) {
  const all = Int32Array.from(y.keys());
  const next = (from: Course, rows: Int32Array): Course => {
    const { dW, db } = gradientsOf(from, X, y, rows);
    return {
      W: sub(from.W, mul(dW, lr)),
      b: sub(from.b, mul(db, lr)),
      batches: [...from.batches, rows],
    };
  };
  const explains = (from: Course, rows: Int32Array) =>
    T9(losses[from.batches.length], gradientsOf(from, X, y, rows).loss);

  /** The longest way on from here, with the samples that the epoch has left. */
  const follow = (from: Course, left: Int32Array): Course => {
    if (from.batches.length === losses.length) return from;
    if (left.length === 0) return follow(from, all);
    return choices(left, Math.min(batch, left.length))
      .filter((rows) => explains(from, rows))
      .map((rows) =>
        follow(
          next(from, rows),
          left.filter((i) => !rows.includes(i)),
        ),
      )
      .reduce((best, way) => (way.batches.length > best.batches.length ? way : best), from);
  };

  const start = { ...startFor(X, y), batches: [] };
  const way = follow(start, all);
  let full: Course = start;
  while (full.batches.length < losses.length && explains(full, all)) full = next(full, all);

  const near = (A: Matrix, B: Matrix) => A.data.every((a, k) => T9(B.data[k], a));
  const perEpoch = Math.ceil(X.rows / batch);
  const orders = new Set<string>();
  for (let t = 0; t + perEpoch <= way.batches.length; t += perEpoch)
    orders.add(way.batches.slice(t, t + perEpoch).join(" | "));
  return {
    lossesOfBatches: way.batches.length,
    lossesOfAll: full.batches.length,
    weightsOfBatches: near(way.W, W) && near(way.b, b) ? 1 : 0,
    orders: Math.min(2, orders.size),
  };
}

/** Every choice of so many, in order. */
function choices(from: Int32Array, count: number): Int32Array[] {
  if (count === 0) return [Int32Array.of()];
  return [...from].flatMap((first, k) =>
    choices(from.slice(k + 1), count - 1).map((rest) => Int32Array.of(first, ...rest)),
  );
}
