import { backward, noGrad, type Tensor } from "../autograd";
import { ShapeError, ValueError } from "../errors";
import { isMatrix, type Matrix, takeRows } from "../matrix";
import { sharingMemory } from "../matrix/numbers";
import { kindOf, quoted, requireFunction, requireList, requireMatrices } from "../matrix/types";
import { minibatches, Optimizer } from "../optimizers";
import { integer, type Random, requireRandom } from "../random";
import type { Layer } from "./layer";
import { cellDisplay, type Display, progress } from "./progress";

/** A label for each sample, or a row of target numbers. */
export type Targets = Int32Array | Matrix;

/** Which samples meet in a step. */
export interface Batches {
  /** Samples of a batch. */
  readonly size: number;
  readonly rng: Random;
  /**
   * So many batches make an epoch, each of samples drawn with replacement. Without it, an epoch is
   * all samples once, shuffled and cut.
   */
  readonly count?: number;
}

/** What training needs to know. */
export interface Training<Y extends Targets> {
  readonly model: Layer;
  /** One sample a row. */
  readonly X: Matrix;
  readonly y: Y;
  /** 1×1, from the model's output for some samples and their targets. */
  readonly loss: (output: Tensor, y: Y) => Tensor;
  /** Made for the model's parameters: `sgd(model.parameters(), { lr: 0.1 })`. */
  readonly optimizer: Optimizer;
  /** How often every sample is seen. */
  readonly epochs: number;
  /** Without it, each step uses all samples in their order. */
  readonly batches?: Batches;
  /** What else to note after each epoch, as `() => ({ test: accuracy(model, test.X, test.y) })`. */
  readonly measure?: () => Readonly<Record<string, number>>;
}

/** What happened in one epoch. */
export interface Epoch {
  /** Counted from 1. */
  readonly epoch: number;
  /** The mean over all samples that were seen, each with the model of its step. */
  readonly loss: number;
  /** The loss of each batch, before the step that it led to. */
  readonly losses: Float64Array;
  readonly measures: Readonly<Record<string, number>>;
}

/**
 * Trains epoch by epoch and gives what happened after each one. Whoever asks for the next decides
 * how long it goes on: `for (const { loss } of trainingEpochs({ … })) if (loss < 0.1) break;`
 * The model is the optimizer's latest step at any time, also after an interrupt or an error.
 */
export function* trainingEpochs<Y extends Targets>(training: Training<Y>): Generator<Epoch, void> {
  requireTraining(training);
  const { model, X, y, loss: lossOf, optimizer, batches, measure } = training;
  for (let epoch = 1; epoch <= training.epochs; epoch++) {
    const parts = batches ? partsOf(X.rows, batches) : [undefined];
    let [total, seen] = [0, 0];
    const losses = Float64Array.from(parts, (part) => {
      const loss = sharingMemory(() => {
        const loss = part ? lossOf(model(takeRows(X, part)), take(y, part)) : lossOf(model(X), y);
        optimizer.zeroGrad();
        backward(loss);
        return loss;
      });
      optimizer.step();
      const samples = part ? part.length : X.rows;
      total += loss.item() * samples;
      seen += samples;
      return loss.item();
    });
    yield { epoch, loss: total / seen, losses, measures: measure ? noGrad(measure) : {} };
  }
}

/**
 * Trains for all epochs.
 * @param display where progress is shown; in a cell whose environment offers one, that.
 * @returns what happened in each epoch, for plots.
 */
export function train<Y extends Targets>(
  options: Training<Y> & { readonly display?: Display },
): Epoch[] {
  const { display = cellDisplay(), ...training } = { ...options };
  const report = display && progress(display, training.epochs);
  return Array.from(trainingEpochs(training), (epoch) => {
    report?.(epoch);
    return epoch;
  });
}

/** The samples of an epoch's batches. */
function partsOf(n: number, { size, rng, count }: Batches): Int32Array[] {
  if (count === undefined) return minibatches(n, size, rng);
  const draw = () => Int32Array.from({ length: size }, () => integer(rng, n));
  return Array.from({ length: count }, draw);
}

/** The targets of these samples. */
const take = <Y extends Targets>(y: Y, samples: Int32Array): Y =>
  (isMatrix(y) ? takeRows(y, samples) : samples.map((i) => (y as Int32Array)[i])) as Y;

function requireTraining<Y extends Targets>(training: Training<Y>): void {
  const { model, X, y, loss, optimizer, epochs, batches } = training;
  requireFunction("train", "model", model, "nn.mlp([2, 8, 3], { activation: nn.relu, rng })");
  requireFunction("train", "loss", loss, "nn.autograd.softmaxCrossEntropy");
  if (!(optimizer instanceof Optimizer))
    throw new ValueError({
      en: `train: optimizer needs to be one that moves the model's parameters, such as nn.sgd(model.parameters(), { lr: 0.1 }), and is ${kindOf(optimizer)}.`,
      ru: `train: optimizer должен двигать параметры модели, например nn.sgd(model.parameters(), { lr: 0.1 }), а это ${kindOf(optimizer)}.`,
    });
  requireMatrices("train", { X });
  if (!isMatrix(y)) requireList("train", "y", y);
  const targets = isMatrix(y) ? y.rows : y.length;
  if (X.rows === 0 || targets !== X.rows)
    throw new ShapeError({
      en: `train: need a target for each row of X, at least one; X has ${X.rows} rows, y has ${targets}.`,
      ru: `train: нужен ответ для каждой строки X, хотя бы один; строк в X ${X.rows}, в y — ${targets}.`,
    });
  requireCount("epochs", epochs);
  if (!batches) return;
  requireRandom("train", batches.rng);
  requireCount("batches.size", batches.size);
  if (batches.count !== undefined) requireCount("batches.count", batches.count);
}

function requireCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new ValueError({
      en: `train: ${name} needs to be 1, 2, 3, …; got ${quoted(value)}.`,
      ru: `train: ${name} должно быть 1, 2, 3, …; получено ${quoted(value)}.`,
    });
}
