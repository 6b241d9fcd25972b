/**
 * What automatic differentiation costs: a training step of an MLP 64-32-10 on 64 digits, once by
 * `backward` and once with the same matrix functions and the gradients written by hand.
 *
 *     npm run bench -- autograd
 */
import { performance } from "node:perf_hooks";
import { relu } from "../lib/activations";
import { backward, softmaxCrossEntropy } from "../lib/autograd";
import { loadDigits } from "../lib/data/digits";
import * as losses from "../lib/losses";
import {
  affine,
  div,
  type Matrix,
  matmul,
  mul,
  sub,
  sum,
  takeRows,
  transpose,
} from "../lib/matrix";
import { mlp, train } from "../lib/network";
import { sgd } from "../lib/optimizers";
import { mulberry32 } from "../lib/random";

const lr = 0.2;
const digits = loadDigits().train;
const X = div(digits.X, 16);
const first = Int32Array.from({ length: 64 }, (_, i) => i);
const [batch, labels] = [takeRows(X, first), digits.y.subarray(0, 64)];

function byAutograd(): () => void {
  const model = mlp([64, 32, 10], { activation: relu, rng: mulberry32(1) });
  const optimizer = sgd(model.parameters(), { lr });
  return () => {
    optimizer.zeroGrad();
    backward(softmaxCrossEntropy(model(batch), labels));
    optimizer.step();
  };
}

function byHand(): () => void {
  const model = mlp([64, 32, 10], { activation: relu, rng: mulberry32(1) });
  let [W1, b1, W2, b2] = model.parameters().map(({ value }) => value);
  const descend = (theta: Matrix, gradient: Matrix) => sub(theta, mul(lr, gradient));
  return () => {
    const Z = affine(batch, W1, b1);
    const H = relu(Z);
    const { dZ: dOut } = losses.softmaxCrossEntropy(affine(H, W2, b2), labels);
    const dZ = mul(matmul(dOut, transpose(W2)), relu.derivative(Z));
    W1 = descend(W1, matmul(transpose(batch), dZ));
    b1 = descend(b1, sum(dZ, 0));
    W2 = descend(W2, matmul(transpose(H), dOut));
    b2 = descend(b2, sum(dOut, 0));
  };
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Both by turns, so that a busy machine slows both down. */
function compare(rounds: number, warmUp: number): { autograd: number; hand: number } {
  const steps = { autograd: byAutograd(), hand: byHand() };
  const times = { autograd: [] as number[], hand: [] as number[] };
  for (let round = -warmUp; round < rounds; round++)
    for (const way of ["autograd", "hand"] as const) {
      const time = timed(steps[way]);
      if (round >= 0) times[way].push(time);
    }
  return { autograd: median(times.autograd), hand: median(times.hand) };
}

/** One pass over the 3823 digits, with all that `train` does beside. */
function epoch(): number {
  const rng = mulberry32(1);
  const model = mlp([64, 32, 10], { activation: relu, rng });
  const optimizer = sgd(model.parameters(), { lr });
  const batches = { size: 64, rng };
  return timed(() =>
    train({ model, X, y: digits.y, loss: softmaxCrossEntropy, optimizer, epochs: 1, batches }),
  );
}

const { autograd, hand } = compare(500, 200);
const ratio = autograd / hand;
console.log(`step 64-32-10, batch 64   by autograd   ${autograd.toFixed(3)} ms`);
console.log(`                          by hand       ${hand.toFixed(3)} ms`);
console.log(`                          ratio         ${ratio.toFixed(2)} (aim: at most 1.3)`);
console.log(
  `epoch of 3823 digits      by autograd   ${median(Array.from({ length: 7 }, epoch)).toFixed(0)} ms`,
);
