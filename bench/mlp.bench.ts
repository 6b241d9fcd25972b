/**
 * An epoch of training, by `train` as in a lesson, against the same epoch in NumPy on one thread: a
 * network for 28×28 pictures, with other libraries beside, and lesson 06's on the spirals.
 */
import { relu } from "../lib/activations";
import { softmaxCrossEntropy } from "../lib/autograd";
import { oneHot, sliceRows } from "../lib/matrix";
import { mlp, trainingEpochs } from "../lib/network";
import { sgd } from "../lib/optimizers";
import { mulberry32, randn } from "../lib/random";
import { type Data, jaxEpoch, mlMatrixEpoch, tfjsEpoch } from "./mlp-peers";
import { startNumpy } from "./numpy";
import { loadPeers } from "./peers";
import { byTurns, type Contestant, short, timed } from "./rounds";

interface Task {
  readonly sizes: readonly [number, number, number];
  readonly samples: number;
  readonly batch: number;
}

const pictures: Task = { sizes: [784, 128, 10], samples: 10_000, batch: 128 };
const spirals: Task = { sizes: [2, 32, 3], samples: 300, batch: 300 };

function inputs({ sizes, samples }: Task) {
  const rng = mulberry32(1);
  const X = randn(rng, samples, sizes[0]);
  const y = Int32Array.from({ length: samples }, () => Math.floor(sizes[2] * rng()));
  return { rng, X, y };
}

/** With all that training does beside: batches drawn, losses noted. */
function ours(task: Task, repeats = 1): Contestant {
  const { rng, X, y } = inputs(task);
  const model = mlp(task.sizes, { activation: relu, rng });
  const optimizer = sgd(model.parameters(), { lr: 0.01 });
  const batches = task.batch < task.samples ? { size: task.batch, rng } : undefined;
  const training = { ...{ model, X, y, optimizer, batches }, loss: softmaxCrossEntropy };
  const epochs = trainingEpochs({ ...training, epochs: 1_000_000 });
  return timed(() => epochs.next(), repeats);
}

function dataOf(task: Task): Data {
  const { X, y } = inputs(task);
  const Y = oneHot(y, task.sizes[2]);
  const model = mlp(task.sizes, { activation: relu, rng: mulberry32(2) });
  const [W1, , W2] = model.parameters().map(({ value }) => value.data);
  const batches = Array.from({ length: Math.ceil(task.samples / task.batch) }, (_, k) => {
    const [from, to] = [k * task.batch, Math.min((k + 1) * task.batch, task.samples)];
    return { n: to - from, X: sliceRows(X, from, to).data, Y: sliceRows(Y, from, to).data };
  });
  return { sizes: task.sizes, batches, W1, W2 };
}

function print(what: string, times: Record<string, number>, aim: string): void {
  for (const [name, time] of Object.entries(times))
    console.log(`${name === "spellgrad" ? what : ""}\t${name}\t${short(time)} ms`);
  console.log(
    `\ttimes NumPy (aim: ${aim})\t${short(times.spellgrad / times["NumPy, one thread"])}`,
  );
}

async function main(): Promise<void> {
  await loadPeers();
  const numpy = startNumpy();
  const inNumpy = ({ sizes, samples, batch }: Task): Contestant => {
    return () => numpy.time("epoch", sizes, samples, batch);
  };
  const data = dataOf(pictures);
  const times = await byTurns(
    {
      spellgrad: ours(pictures),
      "NumPy, one thread": inNumpy(pictures),
      "jax-js (f32)": await jaxEpoch(data),
      "tfjs wasm (f32)": await tfjsEpoch("wasm", data),
      "tfjs cpu (f32)": await tfjsEpoch("cpu", data),
      "ml-matrix": mlMatrixEpoch(data),
    },
    { rounds: 8, budget: 6000 },
  );
  print("epoch of 784-128-10, 10,000 by 128", times, "at most 3.5");

  const small = { spellgrad: ours(spirals, 10), "NumPy, one thread": inNumpy(spirals) };
  print("epoch of 2-32-3, 300 spirals", await byTurns(small, { rounds: 100 }), "at most 4");
  numpy.stop();
}

main();
