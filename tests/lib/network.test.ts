import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import { parametricRelu, relu, tanh } from "../../lib/activations";
import {
  bceWithLogits,
  meanSquaredError,
  softmaxCrossEntropy,
  type Tensor,
} from "../../lib/autograd";
import { ShapeError, ValueError } from "../../lib/errors";
import { affine, column, fromRows, map, mean, mul, ones, zeros } from "../../lib/matrix";
import {
  accuracy,
  classify,
  type Display,
  embedding,
  he,
  lecun,
  linear,
  mlp,
  normal,
  sequential,
  train,
  trainingEpochs,
  xavier,
} from "../../lib/network";
import { progress } from "../../lib/network/progress";
import { momentum, sgd } from "../../lib/optimizers";
import { mulberry32, randn } from "../../lib/random";
import { closeMatrix, sameMatrix, throws } from "./properties";

const shapes = (parameters: readonly Tensor[]) =>
  parameters.map(({ name, value }) => `${name} ${value.rows}×${value.cols}`);

describe("layers", () => {
  it("linear is X·W + b, with b = 0 at first", () => {
    const rng = mulberry32(1);
    const layer = linear(3, 2, { rng });
    const [W, b] = layer.parameters();
    const X = randn(rng, 4, 3);
    sameMatrix(layer(X).value, affine(X, W.value, zeros(1, 2)));
    sameMatrix(b.value, zeros(1, 2));
  });

  it("an MLP draws its weights layer after layer and names them", () => {
    const model = mlp([64, 32, 10], { activation: relu, rng: mulberry32(1) });
    const rng = mulberry32(1);
    const [W1, , W2] = model.parameters();
    sameMatrix(W1.value, mul(randn(rng, 64, 32), Math.sqrt(2 / 64)));
    sameMatrix(W2.value, mul(randn(rng, 32, 10), Math.sqrt(2 / 32)));
    assert.deepEqual(shapes(model.parameters()), ["W1 64×32", "b1 1×32", "W2 32×10", "b2 1×10"]);
  });

  it("a model shows its parameters", () => {
    const model = mlp([64, 32, 10], { activation: relu, rng: mulberry32(1) });
    assert.equal(
      inspect(model),
      [
        "W1          64×32  2048",
        "b1           1×32    32",
        "W2          32×10   320",
        "b2           1×10    10",
        "parameters         2410",
      ].join("\n"),
    );
  });

  it("the slope of Parametric ReLU is a parameter", () => {
    const rng = mulberry32(1);
    const model = sequential(linear(2, 3, { rng }), parametricRelu, linear(3, 1, { rng }));
    assert.deepEqual(shapes(model.parameters()), ["W1 2×3", "b1 1×3", "a 1×1", "W2 3×1", "b2 1×1"]);
    assert.equal(model.parameters()[2].item(), 0.25);
  });

  it("embedding puts the rows of a sample's symbols beside one another", () => {
    const layer = embedding(3, 2, {
      rng: mulberry32(1),
      init: () =>
        fromRows([
          [0, 1],
          [10, 11],
          [20, 21],
        ]),
    });
    const symbols = fromRows([
      [2, 0],
      [1, 1],
    ]);
    const expected = fromRows([
      [20, 21, 0, 1],
      [10, 11, 10, 11],
    ]);
    sameMatrix(layer(symbols).value, expected);
  });

  it("the initialisations have the variances of their papers", () => {
    const variances = { he: 2 / 300, xavier: 2 / 500, lecun: 1 / 300, normal: 0.01 };
    const drawn = { he, xavier, lecun, normal: normal(0.1) };
    for (const [name, variance] of Object.entries(variances)) {
      const W = drawn[name as keyof typeof drawn](mulberry32(5), 300, 200);
      const measured = mean(mul(W, W));
      assert.ok(Math.abs(measured / variance - 1) < 0.02, `${name}: ${measured}`);
    }
  });

  it("classify takes the largest output, accuracy the share that is right", () => {
    const identity = sequential(
      linear(2, 2, {
        rng: mulberry32(1),
        init: () =>
          fromRows([
            [1, 0],
            [0, 1],
          ]),
      }),
    );
    const X = fromRows([
      [3, 1],
      [1, 3],
      [2, 0],
    ]);
    assert.deepEqual([...classify(identity, X)], [0, 1, 0]);
    assert.equal(accuracy(identity, X, [0, 1, 1]), 2 / 3);
  });
});

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
      return { html: (content) => void page.push(content) };
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

describe("progress", () => {
  const shown = (times: number[], losses: number[] = times): string[] => {
    const pages: string[] = [];
    let tick = 0;
    const clock = () => [0, ...times][tick++];
    const report = progress({ html: (content) => void pages.push(content) }, times.length, clock);
    losses.forEach((loss, k) => {
      report({ epoch: k + 1, loss, losses: new Float64Array(), measures: { test: 0.5 } });
    });
    return pages.map((page) => page.replace(/<[^>]*>/g, "").trim());
  };

  it("says epoch, loss, measures and the time that is left", () =>
    assert.deepEqual(shown([2000, 4000, 250_000], [1, 0.5, 0.25]), [
      "epoch 1 of 3 · loss 1.000 · test 0.5000 · 4 s left",
      "epoch 2 of 3 · loss 0.5000 · test 0.5000 · 2 s left",
      "epoch 3 of 3 · loss 0.2500 · test 0.5000 · done in 4 min 10 s",
    ]));

  it("is redrawn ten times a second at most, and at the end", () =>
    assert.equal(shown([1, 2, 3, 101, 102, 103]).length, 3));

  it("says when the loss is no number any more", () =>
    assert.match(shown([1], [Number.NaN])[0], /try a smaller lr\.$/));
});

describe("errors in sentences", () => {
  const model = linear(2, 2, { rng: mulberry32(1) });
  const optimizer = sgd(model.parameters(), { lr: 0.1 });
  const training = {
    model,
    X: ones(3, 2),
    y: Int32Array.of(0, 1, 0),
    loss: softmaxCrossEntropy,
    optimizer,
    epochs: 1,
  };
  it("a label too few", () =>
    throws(
      () => train({ ...training, y: Int32Array.of(0, 1) }),
      ShapeError,
      "train: need a target for each row of X, at least one; X has 3 rows, y has 2.",
    ));
  it("no epochs", () =>
    throws(
      () => train({ ...training, epochs: 0 }),
      ValueError,
      "train: epochs needs to be 1, 2, 3, …; got 0.",
    ));
  it("an MLP without layers", () =>
    throws(
      () => mlp([2], { activation: relu, rng: mulberry32(1) }),
      ValueError,
      "mlp: need the numbers of units, inputs first and outputs last, as in [64, 32, 10]; got [2].",
    ));
  it("features that the model doesn't have", () =>
    throws(
      () => train({ ...training, X: map(ones(3, 4), (x) => x) }),
      ShapeError,
      "affine: X is 3×4 and W is 2×2. X has 4 columns, so W needs 4 rows; W has 2.",
    ));
  it("accuracy without labels", () =>
    throws(
      () => accuracy(model, ones(3, 2), []),
      ShapeError,
      "accuracy: need a label for each row of X, at least one; X has 3 rows, got 0 labels.",
    ));
});
