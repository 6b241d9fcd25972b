import { type Evidence, type Exercise, firstDifference, T9 } from "../../checks";
import { standardise } from "../../data/standardise";
import { softmaxCrossEntropy } from "../../losses";
import { add, affine, fromRows, type Matrix, mul, sub, takeRows } from "../../matrix";
import { minibatches } from "../../optimizers";
import { integer, mulberry32, type Random, randn } from "../../random";
import { batchCourse, gradientsOf, type Options, startFor, type Trained } from "./batch-course";

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
    const source = batches(X.rows, batch, mulberry32(seed));
    let { W, b } = startFor(X, y);
    const losses = Float64Array.from({ length: steps }, () => {
      const rows: Int32Array = source.next().value;
      const { loss, ...gradients } = gradientsOf({ W, b }, X, y, rows);
      const { dW, db } = update(gradients, rows.length);
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
 * What is compared of a training. Which samples meet in a batch is left open: with `batch`, where
 * many samples end, and how few came there.
 */
const observe = (train: TrainSoftmax, X: Matrix, y: Int32Array, o: Options) => {
  const trained: Trained | undefined = train(X, y, o);
  if (!trained?.W || !trained.b || !trained.losses) return trained;
  const { W, b, losses } = trained;
  if (o.batch === undefined) return { W, b, losses };
  if (losses.length === o.steps && X.rows <= FEW) return batchCourse(trained, X, y, o);
  const { loss } = softmaxCrossEntropy(affine(X, W, b), y);
  return { length: losses.length, learned: loss < 0.6 * Math.log(W.cols) ? 1 : 0 };
};

/** So many samples have so few orders that all can be tried. */
const FEW = 5;

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

/** Whether all is right without batches, and the course of the batches shows something. */
const batchesGive =
  (shows: (course: ReturnType<typeof batchCourse>, steps: number) => boolean) =>
  (evidence: readonly Evidence<TrainSoftmax>[]) =>
    evidence.every(({ input: [X, , o], right, got }) =>
      o.batch === undefined || X.rows > FEW
        ? right
        : shows(got as ReturnType<typeof batchCourse>, o.steps),
    );

export const trainSoftmaxExercise: Exercise<
  TrainSoftmax,
  | "divided"
  | "kept"
  | "climbs"
  | "noBias"
  | "noRate"
  | "lossAfter"
  | "allSamples"
  | "oneOrder"
  | "labelsOfOthers"
  | "notOfBatches"
  | "fixedClasses"
  | "batchStep"
> = {
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
        // Six epochs of batches of 2, 2 and 1.
        [...clouds(rng, 5, 3, 3), { lr: 0.4, steps: 18, batch: 2, seed: 3 }],
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
    {
      mistake: "noRate",
      wrong: (X, y, o) => observe((X, y, o) => trainSoftmax(X, y, { ...o, lr: 1 }), X, y, o),
    },
    {
      mistake: "lossAfter",
      // W and b are right, and each loss is that of the step after it.
      sign: (evidence) =>
        evidence
          .filter(({ input: [, , { batch }] }) => batch === undefined)
          .every(({ got, expected }) => {
            const [mine, right] = [got as Trained, expected as Trained];
            const later = right.losses.subarray(1);
            return (
              !firstDifference({ W: right.W, b: right.b }, mine, T9) &&
              !firstDifference(later, mine.losses.subarray(0, later.length), T9)
            );
          }),
    },
    {
      mistake: "allSamples",
      wrong: (X, y, o) =>
        observe((X, y, { lr, steps }) => trainSoftmax(X, y, { lr, steps }), X, y, o),
    },
    {
      mistake: "oneOrder",
      sign: batchesGive(
        ({ lossesOfBatches, orders }, steps) => lossesOfBatches === steps && orders === 1,
      ),
    },
    {
      mistake: "labelsOfOthers",
      sign: (evidence) =>
        evidence.every(({ input: [X, , o], right, got }) =>
          o.batch === undefined
            ? right
            : X.rows <= FEW || (got as { learned?: number }).learned === 0,
        ),
    },
    {
      mistake: "notOfBatches",
      sign: batchesGive(({ lossesOfBatches }, steps) => lossesOfBatches < steps),
    },
    {
      mistake: "fixedClasses",
      sign: (evidence) => {
        const columns = evidence
          .filter(({ input: [, , o] }) => o.batch === undefined)
          .map(({ got, expected }) => [got, expected].map((one) => (one as Trained).W.cols));
        return (
          columns.some(([mine, right]) => mine !== right) &&
          columns.every(([mine]) => mine === columns[0][0])
        );
      },
    },
    {
      mistake: "batchStep",
      // Whatever it is, it is found in no step that takes all samples.
      sign: (evidence) =>
        evidence.every(({ input: [, , o], right }) => right || o.batch !== undefined),
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
        noRate: "Each step is the whole gradient: multiply it by lr.",
        lossAfter: "losses[t] is the loss before update t: record it, then step.",
        allSamples:
          "Every step looks at all samples: with `batch`, a step takes the rows of one mini-batch only.",
        oneOrder:
          "Every epoch has the same order: make the mini-batches anew for each, with the generator that goes on where the last epoch left it.",
        labelsOfOthers: "It doesn't learn with `batch`: do labels and rows belong together?",
        fixedClasses:
          "W and b have a column for each class, and other data have other classes: K = the largest label + 1.",
        batchStep:
          "Right without `batch`, and not with it: a step takes the next mini-batch's rows and labels, and its gradient moves W and b.",
        notOfBatches:
          "With `batch`, losses[t] is the loss of the batch of step t alone, before its update; and in an epoch every sample comes once.",
      },
    },
    ru: {
      hints: [
        "Урок 02 дал вам потери и dZ одного шага. Осталось донести dZ до W и b и повторить.",
        "$dW = X^\\top dZ$, а $db$ — суммы столбцов $dZ$; затем $W \\leftarrow W - \\text{lr} \\cdot dW$, и так же для $b$.",
        "На каждом шаге: `{ loss, dZ } = nn.softmaxCrossEntropy(nn.affine(X, W, b), y)`; `losses[t] = loss`; обновите `W` и `b`. Если задан `batch`, сначала возьмите строки следующего мини-пакета.",
      ],
      mistakes: {
        divided: "Медленно: в dZ уже есть 1/n, а вы делите ещё раз.",
        kept: "Каждый шаг прибавляет все прежние градиенты: начинайте каждый шаг со своего.",
        climbs: "Потери растут с шага 1: градиент надо вычитать.",
        noBias: "Смещение не движется: у b тоже есть градиент, суммы столбцов dZ.",
        noRate: "Каждый шаг равен всему градиенту: умножьте его на lr.",
        lossAfter: "losses[t] — это потери до обновления t: запишите их, потом делайте шаг.",
        allSamples:
          "Каждый шаг смотрит на все примеры: если задан `batch`, шаг берёт строки только одного мини-пакета.",
        oneOrder:
          "Порядок во всех эпохах один и тот же: составляйте мини-пакеты для каждой заново, генератором, который продолжает с того места, где остановился в прошлой эпохе.",
        labelsOfOthers: "С `batch` сеть не учится: подходят ли метки к своим строкам?",
        fixedClasses:
          "У W и b по столбцу на класс, а у других данных и классов другое число: K — наибольшая метка плюс 1.",
        batchStep:
          "Без `batch` верно, а с ним нет: шаг берёт строки и метки следующего мини-пакета, и его градиент сдвигает W и b.",
        notOfBatches:
          "Если задан `batch`, losses[t] — потери одного только пакета шага t, до обновления; и за эпоху каждый пример встречается один раз.",
      },
    },
  },
};
