import { softmaxCrossEntropy } from "../../losses";
import { add, type Matrix, map, matmul, mul } from "../../matrix";
import { integer, mulberry32, type Random, randn } from "../../random";
import { linearBackward } from "./linear-backward";

/** The parameters of a network with one hidden layer, or their gradients. */
export interface Parameters {
  readonly W1: Matrix;
  readonly b1: Matrix;
  readonly W2: Matrix;
  readonly b2: Matrix;
}

export interface LossAndGrads {
  readonly loss: number;
  readonly grads: Parameters;
}

export type Mlp = (p: Parameters, X: Matrix, y: Int32Array) => LossAndGrads;
type Sample = [p: Parameters, X: Matrix, y: Int32Array];

/** All that a pass forward and backward computes. */
export interface Pass extends LossAndGrads {
  readonly Z1: Matrix;
  readonly H: Matrix;
  readonly Z2: Matrix;
  readonly dZ2: Matrix;
  readonly dH: Matrix;
  readonly dZ1: Matrix;
}

/** Lines of the program that a mistake replaces. */
export interface Lines {
  readonly activation: (Z1: Matrix) => Matrix;
  readonly dZ2: (right: Matrix) => Matrix;
  /** The W2 that the gradient meets on its way back. */
  readonly W2: (W2: Matrix, dW2: Matrix) => Matrix;
  readonly dZ1: (dH: Matrix, Z1: Matrix) => Matrix;
  readonly grads: (right: Parameters, pass: Omit<Pass, "loss" | "grads">) => Partial<Parameters>;
}

const relu = (z: number): number => Math.max(0, z);

const right: Lines = {
  activation: (Z1) => map(Z1, relu),
  dZ2: (dZ2) => dZ2,
  W2: (W2) => W2,
  dZ1: (dH, Z1) =>
    mul(
      dH,
      map(Z1, (z) => (z > 0 ? 1 : 0)),
    ),
  grads: () => ({}),
};

/** A pass through ReLU network and loss, forward and backward, with the given lines in place. */
export function pass(
  { W1, b1, W2, b2 }: Parameters,
  X: Matrix,
  y: Int32Array,
  lines: Partial<Lines> = {},
): Pass {
  const program = { ...right, ...lines };
  const Z1 = add(matmul(X, W1), b1);
  const H = program.activation(Z1);
  const Z2 = add(matmul(H, W2), b2);
  const { loss, dZ } = softmaxCrossEntropy(Z2, y);
  const dZ2 = program.dZ2(dZ);
  const output = linearBackward(H, W2, dZ2);
  const { dX: dH } = linearBackward(H, program.W2(W2, output.dW), dZ2);
  const dZ1 = program.dZ1(dH, Z1);
  const hidden = linearBackward(X, W1, dZ1);
  const grads = { W1: hidden.dW, b1: hidden.db, W2: output.dW, b2: output.db };
  const values = { Z1, H, Z2, dZ2, dH, dZ1 };
  return { loss, grads: { ...grads, ...program.grads(grads, values) }, ...values };
}

/** The function of exercise 8.2, with the given lines in place. */
export const mlpBy =
  (lines: Partial<Lines> = {}): Mlp =>
  (p, X, y) => {
    const { loss, grads } = pass(p, X, y, lines);
    return { loss, grads };
  };

/** n samples of d features, h units, K classes. Normal data: no pre-activation is 0. */
export function drawn(
  rng: Random,
  [n, d, h, K]: readonly [number, number, number, number],
  y = Int32Array.from({ length: n }, () => integer(rng, K)),
): Sample {
  const X = randn(rng, n, d);
  const W1 = mul(randn(rng, d, h), 0.7);
  const b1 = mul(randn(rng, 1, h), 0.3);
  const W2 = mul(randn(rng, h, K), 0.7);
  const b2 = mul(randn(rng, 1, K), 0.3);
  return [{ W1, b1, W2, b2 }, X, y];
}

/** The sample of the course: five rows, since with two a missing 1/n looks like a factor 2. */
export const courseSample = (): Sample =>
  drawn(mulberry32(99), [5, 4, 6, 3], Int32Array.of(0, 2, 1, 1, 0));
