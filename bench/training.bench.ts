/**
 * The two trainings of lesson 08 against the same in NumPy, both on this machine in this run:
 * digits, 64-32-10, ten epochs of batches of 64; and the character model, 3,000 batches of 32.
 *
 *     node --import tsx bench/training.bench.ts
 *
 * NumPy is no part of the project. Where python3 has none, its times are left out.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { relu } from "../lib/activations";
import { noGrad, softmaxCrossEntropy } from "../lib/autograd";
import { buildDataset, characterModel } from "../lib/characters";
import { loadDigits } from "../lib/data/digits";
import { loadNames } from "../lib/data/names";
import { div, fromRows } from "../lib/matrix";
import { accuracy, mlp, train } from "../lib/network";
import { sgd } from "../lib/optimizers";
import { mulberry32 } from "../lib/random";

/** How long a training took, and the number that it is judged by. */
interface Run {
  readonly seconds: number;
  readonly outcome: number;
}

function timed(work: () => number): Run {
  const start = performance.now();
  const outcome = work();
  return { seconds: (performance.now() - start) / 1000, outcome };
}

const digits = loadDigits();
const [X, testX] = [div(digits.train.X, 16), div(digits.test.X, 16)];

function trainDigits(): number {
  const rng = mulberry32(1);
  const model = mlp([64, 32, 10], { activation: relu, rng });
  const optimizer = sgd(model.parameters(), { lr: 0.2 });
  const batches = { size: 64, rng };
  train({ model, X, y: digits.train.y, loss: softmaxCrossEntropy, optimizer, epochs: 10, batches });
  return accuracy(model, testX, digits.test.y);
}

const examples = buildDataset(loadNames("spells-tabletop").slice(0, 24), 3);
const contexts = fromRows(examples.X);

function trainCharacters(): number {
  const rng = mulberry32(1);
  const model = characterModel({ rng });
  const { y } = examples;
  const optimizer = sgd(model.parameters(), { lr: 0.2 });
  const batches = { size: 32, rng, count: 100 };
  train({ model, X: contexts, y, loss: softmaxCrossEntropy, optimizer, epochs: 30, batches });
  return noGrad(() => softmaxCrossEntropy(model(contexts), y)).item();
}

/** The same in NumPy; undefined where there is none. */
function inNumpy(): { digits: Run; characters: Run } | undefined {
  const program = path.join(__dirname, "numpy", "training.py");
  // One thread: so small products gain nothing from more.
  const env = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
  const { status, stdout } = spawnSync("python3", [program], { env, encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const numpy = inNumpy();
for (const [name, ours, theirs, goal, measure] of [
  ["digits, 10 epochs", timed(trainDigits), numpy?.digits, 2, "test accuracy"],
  ["characters, 3000 batches", timed(trainCharacters), numpy?.characters, 10, "loss"],
] as const) {
  const line = (what: string, who: string, { seconds, outcome }: Run, more = "") =>
    console.log(
      [what, who, `${seconds.toFixed(2)} s, ${measure} ${outcome.toFixed(3)}${more}`].join("\t"),
    );
  line(name, "Spellgrad", ours, ` (aim: under ${goal} s)`);
  if (theirs) {
    line("", "NumPy", theirs);
    console.log(`\tratio\t${(ours.seconds / theirs.seconds).toFixed(1)}`);
  } else console.log("\tNumPy\tnot measured: python3 has no numpy here");
}
