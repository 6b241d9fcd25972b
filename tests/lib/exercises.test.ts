import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOf, type Exercise, judge } from "../../lib/checks";
import { load, standardise, toMatrix } from "../../lib/data";
import { exercises as lesson01 } from "../../lib/exercises/01-logistic-regression";
import { exercises as lesson02 } from "../../lib/exercises/02-softmax";
import { exercises as lesson03 } from "../../lib/exercises/03-gradient-descent";
import { trainSoftmax } from "../../lib/exercises/03-gradient-descent/train-softmax";
import { exercises as lesson04 } from "../../lib/exercises/04-linear-layers";
import { exercises as lesson05 } from "../../lib/exercises/05-activations";
import { exercises as lesson06 } from "../../lib/exercises/06-gallery";
import { exercises as lesson07 } from "../../lib/exercises/07-backpropagation";
import { exercises as lesson08 } from "../../lib/exercises/08-full-exercise";
import { softmaxCrossEntropy } from "../../lib/losses";
import { affine, argmax, row } from "../../lib/matrix";
import { minibatches } from "../../lib/optimizers";
import { mulberry32 } from "../../lib/random";
import { say } from "../../lib/words";

// biome-ignore lint/suspicious/noExplicitAny: exercises of any function, mistake and kind of work
const all: [string, Exercise<any, any, any>][] = Object.entries({
  ...lesson01,
  ...lesson02,
  ...lesson03,
  ...lesson04,
  ...lesson05,
  ...lesson06,
  ...lesson07,
  ...lesson08,
});

test("an exercise is found under its own number", () => {
  for (const [id, exercise] of all) assert.equal(exercise.id, id);
});

for (const [id, exercise] of all) {
  test(`${id}: three hints, each its own`, () => {
    const { hints } = say(exercise.words);
    assert.equal(new Set(hints).size, 3);
    for (const hint of hints) assert.ok(hint.length > 20, hint);
  });

  test(`${id}: no sentence for a mistake that nothing finds`, () => {
    const found = new Set<string>(exercise.diagnoses.map(({ mistake }) => mistake));
    for (const mistake of Object.keys(say(exercise.words).mistakes))
      assert.ok(found.has(mistake), mistake);
  });
}

test("a guarded reference earns nothing, so a learner can't forward to it", () => {
  const verdict = judge(lesson01["1.1"], answersOf(lesson01["1.1"], affine, 20), 20);
  assert.equal(verdict.points, 0);
  assert.equal(verdict.finding.kind, "own work");
});

test("3.1: three steps on the bowl", () => {
  const bowl = (w: { data: Float64Array }) => row([w.data[0], 10 * w.data[1]]);
  const path = lesson03["3.1"].reference(bowl, row([1, 1]), 0.18, 3);
  const expected = [
    [0.82, -0.8],
    [0.551368, -0.512],
  ];
  for (const [k, point] of [path[1], path[3]].entries())
    point.data.forEach((x, j) => {
      assert.ok(Math.abs(x - expected[k][j]) < 1e-12);
    });
});

test("3.2: ten samples in fours, seed 42", () => {
  const batches = minibatches(10, 4, mulberry32(42)).map((batch) => [...batch]);
  assert.deepEqual(batches, [
    [0, 7, 3, 5],
    [2, 1, 8, 9],
    [4, 6],
  ]);
});

test("3.3: the irises, 146 of 150 after 200 steps", async () => {
  const iris = await load("iris");
  const { X } = standardise(
    toMatrix(iris, ["sepal_length", "sepal_width", "petal_length", "petal_width"]),
  );
  const y = Int32Array.from({ length: 150 }, (_, i) => Math.floor(i / 50));
  const { W, b, losses } = trainSoftmax(X, y, { lr: 0.5, steps: 200 });
  const logits = affine(X, W, b);
  assert.ok(Math.abs(losses[0] - Math.log(3)) < 1e-12);
  assert.equal(losses[1].toPrecision(7), "0.7287297");
  assert.equal(softmaxCrossEntropy(logits, y).loss.toPrecision(7), "0.1235749");
  assert.equal(argmax(logits, 1).filter((k, i) => k === y[i]).length, 146);
});

test("3.4: three steps with momentum", () => {
  let [w, v] = [row([1, 1]), row([0, 0])];
  for (let t = 0; t < 3; t++) {
    const g = row([w.data[0], 10 * w.data[1]]);
    ({ w, v } = lesson03["3.4"].reference(w, v, g, 0.05, 0.9));
  }
  assert.ok(Math.abs(w.data[0] - 0.731375) < 1e-12 && Math.abs(w.data[1] + 0.73) < 1e-12);
});
