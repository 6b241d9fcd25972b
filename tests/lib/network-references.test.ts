import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type LibraryActivation, parametricRelu, relu, tanh } from "../../lib/activations";
import { noGrad, softmaxCrossEntropy } from "../../lib/autograd";
import { buildDataset, characterModel, inventName } from "../../lib/characters";
import { loadDigits } from "../../lib/data/digits";
import { spirals } from "../../lib/data/generators";
import { loadNames } from "../../lib/data/names";
import { div, fromRows, type Matrix, mean, mul, sqrt, sub, zeros } from "../../lib/matrix";
import { accuracy, lecun, linear, mlp, sequential, train } from "../../lib/network";
import { momentum, sgd } from "../../lib/optimizers";
import { mulberry32 } from "../../lib/random";
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

describe("the character model, 24 names, 30 · 100 batches", () => {
  const references = [
    ["spells-tabletop", 316, 0.39, ["tipne mur", "owl passage", "oml passage", "hollow drum"]],
  ] as const;
  for (const [list, transitions, reference, invented] of references)
    it(`memorises ${list}: loss 3.367 → ${reference}, and invents ${invented[0]}`, () => {
      const { X, y } = buildDataset(loadNames(list).slice(0, 24), 3);
      assert.equal(y.length, transitions);
      const rng = mulberry32(1);
      const model = characterModel({ rng });
      const contexts = fromRows(X);
      const optimizer = sgd(model.parameters(), { lr: 0.2 });
      const loss = () => noGrad(() => softmaxCrossEntropy(model(contexts), y)).item();
      closeNumber(loss(), Math.log(29), 0.02);
      train({
        model,
        X: contexts,
        y,
        loss: softmaxCrossEntropy,
        optimizer,
        epochs: 30,
        batches: { size: 32, rng, count: 100 },
      });
      closeNumber(loss(), reference, 0.001);
      assert.deepEqual(
        invented.map(() => inventName(model, rng)),
        invented,
      );
    });
});
