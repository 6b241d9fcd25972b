import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type LibraryActivation, parametricRelu, relu, tanh } from "../../lib/activations";
import { backward, noGrad, softmaxCrossEntropy } from "../../lib/autograd";
import { loadDigits } from "../../lib/data/digits";
import { spirals } from "../../lib/data/generators";
import {
  div,
  fromRows,
  type Matrix,
  mean,
  mul,
  sqrt,
  sub,
  takeRows,
  zeros,
} from "../../lib/matrix";
import {
  accuracy,
  embedding,
  lecun,
  linear,
  mlp,
  normal,
  sequential,
  train,
} from "../../lib/network";
import { momentum, sgd } from "../../lib/optimizers";
import { integer, mulberry32 } from "../../lib/random";
import { closeNumber } from "./properties";

const file = (name: string): string => readFileSync(join(__dirname, "../../data", name), "utf8");

/** Four standardised features, and the species. */
function iris(): { X: Matrix; y: Int32Array } {
  const cells = file("iris.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const species = [...new Set(cells.map((row) => row[4]))];
  const raw = fromRows(cells.map((row) => row.slice(0, 4).map(Number)));
  const centred = sub(raw, mean(raw, 0));
  return {
    X: div(centred, sqrt(mean(mul(centred, centred), 0))),
    y: Int32Array.from(cells, (row) => species.indexOf(row[4])),
  };
}

it("softmax regression on iris: losses to nine digits, 146 of 150", () => {
  const { X, y } = iris();
  const model = linear(4, 3, { rng: mulberry32(1), init: (_, n, m) => zeros(n, m) });
  const optimizer = sgd(model.parameters(), { lr: 0.5 });
  const epochs = train({ model, X, y, loss: softmaxCrossEntropy, optimizer, epochs: 201 });
  closeNumber(epochs[0].loss, Math.log(3), 1e-12);
  closeNumber(epochs[1].loss, 0.7287297, 1e-7);
  closeNumber(epochs[200].loss, 0.1235749, 1e-7);
  assert.equal(Math.round(accuracy(model, X, y) * 150), 146);
});

describe("spirals, 2-32-3, full batch, 1000 steps", () => {
  const { X, y } = spirals(100, 3, 1);
  const run = (f: LibraryActivation) => {
    const rng = mulberry32(3);
    const model = sequential(linear(2, 32, { rng }), f, linear(32, 3, { rng, init: lecun }));
    const optimizer = momentum(model.parameters(), { lr: 0.1 });
    train({ model, X, y, loss: softmaxCrossEntropy, optimizer, epochs: 1000 });
    return { model, right: Math.round(accuracy(model, X, y) * 300) };
  };
  const near = (right: number, reference: number) =>
    assert.ok(Math.abs(right - reference) <= 2, `${right} of 300, reference ${reference}`);

  it("TanH: 298 of 300", () => near(run(tanh).right, 298));
  it("Parametric ReLU: 298 of 300, and the slope that it learns", () => {
    const { model, right } = run(parametricRelu);
    near(right, 298);
    closeNumber(model.parameters()[2].item(), -0.646, 1e-3);
  });
});

describe("digits, 64-32-10, ten epochs", () => {
  const { train: learn, test } = loadDigits();
  const [X, testX] = [div(learn.X, 16), div(test.X, 16)];
  const references = [
    [1, 97.33, 93.93],
    [2, 97.1, 94.32],
    [3, 97.25, 94.49],
  ];
  for (const [seed, onTrain, onTest] of references)
    it(`seed ${seed}: ${onTrain} % of the training set, ${onTest} % of the test set`, () => {
      const rng = mulberry32(seed);
      const model = mlp([64, 32, 10], { activation: relu, rng });
      train({
        model,
        X,
        y: learn.y,
        loss: softmaxCrossEntropy,
        optimizer: sgd(model.parameters(), { lr: 0.2 }),
        epochs: 10,
        batches: { size: 64, rng },
      });
      // A sample or two may move: 100/1797 = 0.056 %.
      closeNumber(100 * accuracy(model, X, learn.y), onTrain, 0.002);
      closeNumber(100 * accuracy(model, testX, test.y), onTest, 0.002);
    });
});

it("the character model memorises 24 spells: loss 3.367 → 0.39", () => {
  const symbols = ".abcdefghijklmnopqrstuvwxyz -";
  const [contexts, next]: [number[][], number[]] = [[], []];
  for (const name of file("spells-tabletop.txt").toLowerCase().split("\n").slice(0, 24)) {
    let context = [0, 0, 0];
    for (const symbol of `${name}.`) {
      contexts.push(context);
      next.push(symbols.indexOf(symbol));
      context = [...context.slice(1), symbols.indexOf(symbol)];
    }
  }
  assert.equal(next.length, 316);
  const [X, y] = [fromRows(contexts), Int32Array.from(next)];

  const rng = mulberry32(1);
  const model = sequential(
    embedding(29, 6, { rng, init: normal(0.5) }),
    linear(18, 48, { rng, init: lecun }),
    tanh,
    linear(48, 29, { rng, init: normal(0.05) }),
  );
  const optimizer = sgd(model.parameters(), { lr: 0.2 });
  const loss = () => noGrad(() => softmaxCrossEntropy(model(X), y)).item();
  closeNumber(loss(), Math.log(29), 0.02);
  for (let step = 0; step < 3000; step++) {
    const batch = Int32Array.from({ length: 32 }, () => integer(rng, y.length));
    optimizer.zeroGrad();
    backward(
      softmaxCrossEntropy(
        model(takeRows(X, batch)),
        batch.map((i) => y[i]),
      ),
    );
    optimizer.step();
  }
  closeNumber(loss(), 0.39, 0.001);
});
