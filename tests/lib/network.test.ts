import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import { parametricRelu, relu } from "../../lib/activations";
import { softmaxCrossEntropy, type Tensor } from "../../lib/autograd";
import { ShapeError, ValueError } from "../../lib/errors";
import { affine, fromRows, map, mean, mul, ones, zeros } from "../../lib/matrix";
import {
  accuracy,
  classify,
  embedding,
  he,
  lecun,
  linear,
  mlp,
  normal,
  sequential,
  train,
  xavier,
} from "../../lib/network";
import { sgd } from "../../lib/optimizers";
import { mulberry32, randn } from "../../lib/random";
import { sameMatrix, throws } from "./properties";

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

  it("a layer that stands in two places has its parameters once", () => {
    const shared = linear(2, 2, { rng: mulberry32(1) });
    const model = sequential(shared, relu, shared);
    assert.deepEqual(shapes(model.parameters()), ["W 2×2", "b 1×2"]);
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
