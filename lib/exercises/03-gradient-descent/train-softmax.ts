import { exercise, T9 } from "../../checks";
import { standardise } from "../../data/standardise";
import { softmaxCrossEntropy } from "../../losses";
import {
  add,
  affine,
  fromRows,
  type Matrix,
  matmul,
  mul,
  sub,
  sum,
  takeRows,
  transpose,
  zeros,
} from "../../matrix";
import { minibatches } from "../../optimizers";
import { integer, mulberry32, type Random, randn } from "../../random";

type Options = { lr: number; steps: number; batch?: number; seed?: number };
type Trained = { W: Matrix; b: Matrix; losses: Float64Array };
type TrainSoftmax = (X: Matrix, y: Int32Array, o: Options) => Trained;
type Gradients = { dW: Matrix; db: Matrix };

/** Row numbers of one batch after another, shuffled anew for each epoch; all rows without a size. */
function* batches(
  n: number,
  size: number | undefined,
  rng: Random,
): Generator<Int32Array, never, undefined> {
  const all = Int32Array.from({ length: n }, (_, i) => i);
  for (;;) yield* size === undefined ? [all] : minibatches(n, size, rng);
}

/** Training in which `update` makes of a step's gradients what is subtracted. */
const trainingBy =
  (newUpdate: () => (gradients: Gradients, n: number) => Gradients): TrainSoftmax =>
  (X, y, { lr, steps, batch, seed = 0 }) => {
    const update = newUpdate();
    const K = y.reduce((a, b) => Math.max(a, b)) + 1;
    const source = batches(X.rows, batch, mulberry32(seed));
    let [W, b] = [zeros(X.cols, K), zeros(1, K)];
    const losses = Float64Array.from({ length: steps }, () => {
      const rows: Int32Array = source.next().value;
      const Xt = takeRows(X, rows);
      const { loss, dZ } = softmaxCrossEntropy(
        affine(Xt, W, b),
        rows.map((i) => y[i]),
      );
      const { dW, db } = update({ dW: matmul(transpose(Xt), dZ), db: sum(dZ, 0) }, Xt.rows);
      W = sub(W, mul(dW, lr));
      b = sub(b, mul(db, lr));
      return loss;
    });
    return { W, b, losses };
  };

export const trainSoftmax = trainingBy(() => (gradients) => gradients);

const scaled = ({ dW, db }: Gradients, by: number): Gradients => ({
  dW: mul(dW, by),
  db: mul(db, by),
});

/** Samples of K clouds, the number of each left to chance but none missing. */
const clouds = (rng: Random, n: number, d: number, K: number): [Matrix, Int32Array] => {
  const y = Int32Array.from({ length: n }, (_, i) => (i < K ? i : integer(rng, K)));
  const centres = mul(randn(rng, K, d), 2);
  return [standardise(add(takeRows(centres, y), randn(rng, n, d))).X, y];
};

/**
 * What is compared of a training. Which samples meet in a batch is left open: with `batch`, only
 * the number of losses and where the training ends.
 */
const observe = (train: TrainSoftmax, X: Matrix, y: Int32Array, o: Options) => {
  const trained: Trained | undefined = train(X, y, o);
  if (!trained?.W || !trained.b || !trained.losses) return trained;
  const { W, b, losses } = trained;
  if (o.batch === undefined) return { W, b, losses };
  const { loss } = softmaxCrossEntropy(affine(X, W, b), y);
  return { length: losses.length, learned: loss < 0.6 * Math.log(W.cols) ? 1 : 0 };
};

/** A training by another update, seen in the same way. */
const wrongBy =
  (newUpdate: Parameters<typeof trainingBy>[0]) => (X: Matrix, y: Int32Array, o: Options) =>
    observe(trainingBy(newUpdate), X, y, o);

/** Three clouds that lie apart, so that every order of the batches learns them. */
const apart = (rng: Random, n: number): [Matrix, Int32Array] => {
  const y = Int32Array.from({ length: n }, (_, i) => i % 3);
  const centres = fromRows([
    [2, 0],
    [-1, 2],
    [-1, -2],
  ]);
  return [add(takeRows(centres, y), mul(randn(rng, n, 2), 0.5)), y];
};

export const trainSoftmaxExercise = exercise<
  TrainSoftmax,
  "divided" | "kept" | "climbs" | "noBias"
>({
  id: "3.3",
  name: "trainSoftmax",
  parameters: ["X", "y", "o"],
  points: 4,
  reference: trainSoftmax,
  close: T9,
  observe,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [
          fromRows([
            [-1, 0.5],
            [-0.5, -1],
            [0.5, 1],
            [1, -0.5],
          ]),
          Int32Array.of(0, 0, 1, 1),
          { lr: 0.5, steps: 5 },
        ],
      ],
    },
    {
      name: "hard",
      share: 1,
      inputs: (rng) => [
        [...apart(rng, 40), { lr: 0.5, steps: 120, batch: 8, seed: 7 }],
        [...clouds(rng, 5, 3, 2), { lr: 0.5, steps: 0 }],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [
        [...clouds(rng, 30, 4, 3), { lr: 0.5, steps: 40 }],
        [...clouds(rng, 12, 2, 4), { lr: 0.1, steps: 15 }],
        [...clouds(rng, 9, 3, 2), { lr: 1, steps: 1 }],
      ],
    },
  ],
  diagnoses: [
    { mistake: "divided", wrong: wrongBy(() => (g, n) => scaled(g, 1 / n)) },
    {
      mistake: "kept",
      wrong: wrongBy(() => {
        let all: Gradients | undefined;
        return ({ dW, db }) => {
          all = all ? { dW: add(all.dW, dW), db: add(all.db, db) } : { dW, db };
          return all;
        };
      }),
    },
    { mistake: "climbs", wrong: wrongBy(() => (g) => scaled(g, -1)) },
    {
      mistake: "noBias",
      wrong: wrongBy(() => ({ dW, db }) => ({ dW, db: mul(db, 0) })),
    },
  ],
  words: {
    en: {
      hints: [
        "Lesson 02 gave you the loss and dZ of one step. What is left is to carry dZ to W and b, and to repeat.",
        "$dW = X^\\top dZ$ and $db$ = the column sums of $dZ$; then $W \\leftarrow W - \\text{lr} \\cdot dW$, and the same for $b$.",
        "For each step: `{ loss, dZ } = nn.softmaxCrossEntropy(nn.affine(X, W, b), y)`; `losses[t] = loss`; update `W` and `b`. With `batch`, take the rows of the next mini-batch first.",
      ],
      mistakes: {
        divided: "Slow: dZ already holds 1/n, and you divide once more.",
        kept: "Each step adds all earlier gradients: start every step from its own.",
        climbs: "The loss rises from step 1: subtract the gradient.",
        noBias: "The bias never moves: b has a gradient, too, the column sums of dZ.",
      },
    },
  },
});
