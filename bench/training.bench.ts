/**
 * The two trainings of lesson 08 against the same in NumPy on one thread: digits, 64-32-10, ten
 * epochs of batches of 64; and the character model, 3,000 batches of 32. A learner waits for the
 * first run, which the compiler has not met before; what the code can do is the shortest of all.
 */
import { relu } from "../lib/activations";
import { noGrad, softmaxCrossEntropy } from "../lib/autograd";
import { buildDataset, characterModel } from "../lib/characters";
import { loadDigits } from "../lib/data/digits";
import { loadNames } from "../lib/data/names";
import { div, fromRows } from "../lib/matrix";
import { accuracy, mlp, train } from "../lib/network";
import { sgd } from "../lib/optimizers";
import { mulberry32 } from "../lib/random";
import { startNumpy } from "./numpy";
import { byTurns, short, timed } from "./rounds";

const digits = loadDigits();
const [X, testX] = [div(digits.train.X, 16), div(digits.test.X, 16)];

/** @returns the accuracy on pictures that were not seen. */
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

/** @returns the loss at the end. */
function trainCharacters(): number {
  const rng = mulberry32(1);
  const model = characterModel({ rng });
  const { y } = examples;
  const optimizer = sgd(model.parameters(), { lr: 0.2 });
  const batches = { size: 32, rng, count: 100 };
  train({ model, X: contexts, y, loss: softmaxCrossEntropy, optimizer, epochs: 30, batches });
  return noGrad(() => softmaxCrossEntropy(model(contexts), y)).item();
}

async function main(): Promise<void> {
  const numpy = startNumpy();
  for (const [name, train, what, aim] of [
    ["digits", trainDigits, "test accuracy", 2],
    ["characters", trainCharacters, "loss", 2],
  ] as const) {
    let outcome = 0;
    const ours = timed(() => {
      outcome = train();
    });
    const first = await ours();
    const contestants = { spellgrad: ours, NumPy: () => numpy.time(name) };
    const times = await byTurns(contestants, { rounds: 12, budget: 8000 });
    console.log(`training of lesson 08's ${name}\tspellgrad, first run\t${short(first)} ms`);
    console.log(`\tspellgrad\t${short(times.spellgrad)} ms, ${what} ${outcome.toFixed(3)}`);
    console.log(`\tNumPy, one thread\t${short(times.NumPy)} ms`);
    const ratio = short(times.spellgrad / times.NumPy);
    console.log(`\ttimes NumPy (aim: at most ${aim})\t${ratio}`);
  }
  numpy.stop();
}

main();
