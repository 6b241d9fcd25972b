import assert from "node:assert/strict";
import { test } from "node:test";
import * as nn from "../../lib";
import { closeMatrix, forAll, matrices, sameMatrix, throws, untouched } from "./properties";

const X = nn.fromRows([
  [-1, 2, -4],
  [-0.5, -8, 1],
]);
const layer = (seed = 42): nn.RandomizedLayer => nn.rrelu(1 / 8, 1 / 3, nn.mulberry32(seed));

test("seed 42 gives the course's numbers, in training and in evaluation", () => {
  const { forward } = layer();
  const train = nn.reshape(forward(X, "train"), 1, 6);
  closeMatrix(train, nn.row([-0.2502299, 2, -1.210388, -0.132264, -1.291356, 1]), 1e-6);
  const evaluated = nn.reshape(forward(X, "eval"), 1, 6);
  closeMatrix(evaluated, nn.row([-0.2291667, 2, -0.9166667, -0.1145833, -1.833333, 1]), 1e-6);
});

test("evaluation is the gallery's record and draws nothing", () =>
  forAll(matrices(), (Z) => {
    const silent = nn.rrelu(1 / 8, 1 / 3, () => assert.fail("drawn"));
    closeMatrix(
      untouched([Z], () => silent.forward(Z, "eval")),
      nn.randomizedRelu(Z),
    );
    closeMatrix(silent.backward(nn.ones(Z.rows, Z.cols)), nn.randomizedRelu.derivative(Z));
  }));

test("training draws one slope for every entry, in bounds, and backward uses the same", () =>
  forAll(matrices(), (Z) => {
    let draws = 0;
    const rng = nn.mulberry32(1);
    const { forward, backward } = nn.rrelu(1 / 8, 1 / 3, () => {
      draws++;
      return rng();
    });
    const Y = forward(Z, "train");
    assert.equal(draws, Z.data.length);
    const slopes = backward(nn.ones(Z.rows, Z.cols));
    sameMatrix(nn.mul(Z, slopes), Y);
    Z.data.forEach((z, k) => {
      const r = slopes.data[k];
      assert.ok(z > 0 ? r === 1 : r >= 1 / 8 && r < 1 / 3);
    });
    sameMatrix(backward(nn.full(Z.rows, Z.cols, 2)), nn.mul(slopes, 2));
  }));

test("backward belongs to the latest forward, and to none before the first", () => {
  const { forward, backward } = layer();
  throws(
    () => backward(X),
    nn.ValueError,
    "rrelu: backward needs the slopes of a forward, and none was run yet.",
  );
  forward(X, "train");
  forward(X, "eval");
  assert.equal(backward(nn.ones(2, 3)).data[0], (1 / 8 + 1 / 3) / 2);
  throws(
    () => backward(nn.ones(3, 2)),
    nn.ShapeError,
    "rrelu: the latest forward had 2×3, so dY needs the same; it is 3×2.",
  );
  throws(
    () => nn.rrelu(0.5, 0.2, nn.mulberry32(1)),
    nn.ValueError,
    "rrelu: need lower ≤ upper, got 0.5 and 0.2.",
  );
});

test("two layers with one seed agree, and a layer's two passes do not", () => {
  const [a, b] = [layer(7), layer(7)];
  sameMatrix(a.forward(X, "train"), b.forward(X, "train"));
  assert.notDeepEqual(a.forward(X, "train").data, layer(7).forward(X, "train").data);
});
