import { type LibraryActivation, randomizedRelu } from "../../activations";
import * as autograd from "../../autograd";
import { spirals } from "../../data/generators";
import { type Matrix, map } from "../../matrix";
import {
  accuracy,
  type Layer,
  layer,
  lecun,
  linear,
  sequential,
  trainingEpochs,
} from "../../network";
import { momentum } from "../../optimizers";
import { mulberry32, type Random, uniform } from "../../random";

/** How a training on the spirals ended. */
export interface SpiralRun {
  /** How many of the 300 points are right. */
  readonly right: number;
  readonly loss: number;
  /** The learned parameter of the activation, where it has one. */
  readonly a?: number;
}

/**
 * Trains 2-32-3 on three spirals with all 300 points in every step: learning rate 0.1, momentum
 * 0.9. The weights are drawn from the seed: W1 from N(0, 1), then W2 from N(0, 1/32); biases start
 * at 0. Randomized ReLU draws its slopes from seed 5 while it learns and is judged with their mean.
 */
export function trainOnSpirals(
  f: LibraryActivation,
  { seed = 3, steps = 1000 }: { seed?: number; steps?: number } = {},
): SpiralRun {
  const { X, y } = spirals(100, 3, 1);
  const rng = mulberry32(seed);
  const hidden = linear(2, 32, { rng });
  const output = linear(32, 3, { rng, init: lecun });
  const model = sequential(hidden, f, output);
  const learning = f === randomizedRelu ? sequential(hidden, noisy(mulberry32(5)), output) : model;
  const optimizer = momentum(model.parameters(), { lr: 0.1 });
  const loss = autograd.softmaxCrossEntropy;
  for (const _ of trainingEpochs({ model: learning, X, y, loss, optimizer, epochs: steps }));
  return {
    right: Math.round(300 * accuracy(model, X, y)),
    loss: autograd.noGrad(() => loss(model(X), y)).item(),
    a: model
      .parameters()
      .find(({ name }) => name === "a")
      ?.item(),
  };
}

/** Randomized ReLU in training: X∘S, where S is 1 on the right and on the left drawn anew. */
function noisy(rng: Random): Layer {
  const { lower, upper } = randomizedRelu.parameters;
  return layer((X) => {
    const { rows, cols, data } = matrixOf(X);
    const drawn = uniform(rng, rows, cols, lower, upper);
    return autograd.mul(
      X,
      map(drawn, (r, i, j) => (data[i * cols + j] > 0 ? 1 : r)),
    );
  }, []);
}

const matrixOf = (X: autograd.Operand): Matrix =>
  (X instanceof autograd.Tensor ? X.value : X) as Matrix;
