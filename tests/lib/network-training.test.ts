import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tanh } from "../../lib/activations";
import {
  bceWithLogits,
  meanSquaredError,
  mul,
  softmaxCrossEntropy,
  tensor,
} from "../../lib/autograd";
import { affine, column, fromRows } from "../../lib/matrix";
import {
  accuracy,
  type Display,
  layer,
  linear,
  mlp,
  train,
  trainingEpochs,
  xavier,
} from "../../lib/network";
import { progress } from "../../lib/network/progress";
import { momentum, sgd } from "../../lib/optimizers";
import { mulberry32, randn } from "../../lib/random";
import { closeMatrix, sameMatrix } from "./properties";

describe("training", () => {
  const X = randn(mulberry32(3), 40, 2);
  const inside = (i: number): number => Number(Math.hypot(X.data[2 * i], X.data[2 * i + 1]) < 1);
  const y = Int32Array.from({ length: 40 }, (_, i) => inside(i));
  const circle = (seed = 1) => {
    const rng = mulberry32(seed);
    const model = mlp([2, 8, 2], { activation: tanh, rng, init: xavier });
    const optimizer = momentum(model.parameters(), { lr: 0.1 });
    const batches = { size: 16, rng };
    return { model, X, y, loss: softmaxCrossEntropy, optimizer, epochs: 30, batches };
  };

  it("gives the loss of every batch before its step, and of every epoch over its samples", () => {
    const epochs = train(circle());
    assert.deepEqual(
      epochs.map(({ epoch }) => epoch),
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
    const [{ loss, losses }] = epochs;
    assert.equal(losses.length, 3);
    assert.ok(Math.abs(loss - (16 * losses[0] + 16 * losses[1] + 8 * losses[2]) / 40) < 1e-12);
    assert.ok(epochs[29].loss < 0.6 * loss);
  });

  it("is the same for the same seed", () => {
    assert.deepEqual(train(circle(7)), train(circle(7)));
  });

  it("can be stopped after any epoch, and goes on from there", () => {
    const [whole, parts] = [circle(), circle()];
    for (const { epoch } of trainingEpochs(parts)) if (epoch === 12) break;
    train({ ...parts, epochs: 18 });
    train(whole);
    whole.model.parameters().forEach(({ value }, k) => {
      sameMatrix(parts.model.parameters()[k].value, value);
    });
  });

  it("leaves the model of the last complete step when it is interrupted", () => {
    const [stopped, whole] = [circle(), circle()];
    let steps = 0;
    const loss: typeof softmaxCrossEntropy = (Z, labels) => {
      if (steps++ === 6) throw new Error("interrupt");
      return softmaxCrossEntropy(Z, labels);
    };
    assert.throws(() => train({ ...stopped, loss }), /interrupt/);
    train({ ...whole, epochs: 2 });
    whole.model.parameters().forEach(({ value }, k) => {
      sameMatrix(stopped.model.parameters()[k].value, value);
    });
  });

  it("notes measures after each epoch", () => {
    const training = circle();
    const measure = () => ({ accuracy: accuracy(training.model, X, y) });
    const epochs = train({ ...training, measure });
    assert.equal(epochs[29].measures.accuracy, accuracy(training.model, X, y));
  });

  it("learns numbers and yes or no, too: the targets are then a matrix", () => {
    const rng = mulberry32(2);
    const W = column([2, -1]);
    const line = linear(2, 1, { rng });
    const target = affine(X, W, fromRows([[0.5]]));
    const optimizer = sgd(line.parameters(), { lr: 0.1 });
    train({ model: line, X, y: target, loss: meanSquaredError, optimizer, epochs: 500 });
    closeMatrix(line.parameters()[0].value, W, 1e-6);

    const yes = column(target.data.map((t) => Number(t > 0)));
    const logistic = linear(2, 1, { rng });
    const { loss } = train({
      model: logistic,
      X,
      y: yes,
      loss: bceWithLogits,
      optimizer: sgd(logistic.parameters(), { lr: 1 }),
      epochs: 200,
      batches: { size: 10, rng },
    })[199];
    assert.ok(loss < 0.1, `${loss}`);
  });

  it("shows its progress in one display that the environment offers or the caller gives", () => {
    const pages: string[][] = [];
    const newDisplay = (): Display => {
      const page: string[] = [];
      pages.push(page);
      return (value) => void page.push(shownBy(value)["text/html"]);
    };
    const offer = Symbol.for("Jupyter.newDisplay");
    const environment = globalThis as { [key: symbol]: unknown };
    environment[offer] = newDisplay;
    try {
      train(circle());
    } finally {
      delete environment[offer];
    }
    train({ ...circle(), display: newDisplay() });
    train(circle());
    assert.equal(pages.length, 2);
    for (const page of pages)
      assert.match(page[page.length - 1], /epoch 30 of 30 · loss 0\.\d{4,5} · done in \d+ ms/);
  });
});

/** The MIME bundle of a value that knows how to show itself. */
const shownBy = (value: object): { readonly [type: string]: string } =>
  (value as { [key: symbol]: () => { [type: string]: string } })[Symbol.for("Jupyter.display")]();

describe("progress", () => {
  const shown = (times: number[], losses: number[] = times): string[] => {
    const pages: string[] = [];
    let tick = 0;
    const clock = () => [0, ...times][tick++];
    const display = (value: object) => void pages.push(shownBy(value)["text/plain"]);
    const report = progress(display, times.length, clock);
    losses.forEach((loss, k) => {
      report({ epoch: k + 1, loss, losses: new Float64Array(), measures: { test: 0.5 } });
    });
    return pages;
  };

  it("says epoch, loss, measures and the time that is left", () =>
    assert.deepEqual(shown([2000, 4000, 250_000], [1, 0.5, 0.25]), [
      "the first epoch …",
      "epoch 1 of 3 · loss 1.000 · test 0.5000 · 4 s left",
      "epoch 2 of 3 · loss 0.5000 · test 0.5000 · 2 s left",
      "epoch 3 of 3 · loss 0.2500 · test 0.5000 · done in 4 min 10 s",
    ]));

  it("is redrawn ten times a second at most, and at the end", () =>
    assert.equal(shown([1, 2, 3, 101, 102, 103]).length, 4));

  it("says when the loss is no number any more", () =>
    assert.match(shown([1], [Number.NaN])[1], /try a smaller lr\.$/));
});

it("names that a learner gives are text on the page: of tensors, of layers and of measures", () => {
  const name = "<b>&";
  const parameter = tensor(1).named(name);
  const pages = [parameter, layer((X) => mul(X, parameter), [parameter])].map(shownBy);
  const display = (value: object) => void pages.push(shownBy(value));
  const measures = { [name]: 1 };
  progress(display, 1)({ epoch: 1, loss: 1, losses: new Float64Array(), measures });
  for (const page of [pages[0], pages[1], pages[3]]) {
    assert.ok(page["text/plain"].includes(name));
    assert.ok(page["text/html"].includes("&#60;b&#62;&#38;"), page["text/html"]);
  }
});
