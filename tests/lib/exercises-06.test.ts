import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RandomizedLayer } from "../../lib/activations";
import { exercises } from "../../lib/exercises/06-gallery";
import { predictions } from "../../lib/exercises/06-gallery/predictions";
import { fromRows } from "../../lib/matrix";
import { mulberry32 } from "../../lib/random";

const near = (got: ArrayLike<number>, expected: readonly number[], relative = 1e-6) => {
  assert.equal(got.length, expected.length);
  expected.forEach((value, k) => {
    assert.ok(Math.abs(got[k] - value) <= relative * Math.abs(value), `${got[k]} is not ${value}`);
  });
};

describe("lesson 06: the references give the course's numbers", () => {
  it("6.1 softplus", () => {
    const { f, df, kinks } = exercises["6.1"].reference;
    const x = [-1000, -3, 0, 3, 1000];
    near(x.map(f), [0, 0.048587352, Math.LN2, 3.0485874, 1000]);
    near(x.map(df), [0, 0.047425873, 0.5, 0.95257413, 1]);
    assert.deepEqual(kinks, []);
  });

  it("6.2 elu", () => {
    const { f, df, kinks } = exercises["6.2"].reference(1.5);
    const x = [-1000, -1, -1e-10, 0, 2];
    near(x.map(f), [-1.5, -0.94818084, -1.5e-10, 0, 2]);
    near(x.map(df), [0, 0.55181916, 1.5, 1.5, 1]);
    assert.deepEqual(kinks, [0]);
    assert.deepEqual(exercises["6.2"].reference(1).kinks, []);
  });

  it("6.3 rrelu, seed 42", () => {
    const layer = (): RandomizedLayer => exercises["6.3"].reference(1 / 8, 1 / 3, mulberry32(42));
    const X = fromRows([
      [-1, 2, -4],
      [-0.5, -8, 1],
    ]);
    near(layer().forward(X, "train").data, [-0.2502299, 2, -1.210388, -0.132264, -1.291356, 1]);
    near(layer().forward(X, "eval").data, [-0.2291667, 2, -0.9166667, -0.1145833, -1.833333, 1]);
  });

  it("6.4 bipolarRelu", () => {
    const { Y, D } = exercises["6.4"].reference(
      fromRows([
        [1, -2, -3, 4],
        [-1, 2, 3, -4],
      ]),
    );
    assert.deepEqual([...Y.data], [1, -2, 0, 0, 0, 0, 3, -4]);
    assert.deepEqual([...D.data], [1, 1, 0, 0, 0, 0, 1, 1]);
  });

  it("6.5 sqnl", () => {
    const { f, df, kinks } = exercises["6.5"].reference;
    const x = [-3, -1.5, -1, 0, 1.5, 2.5];
    near(x.map(f), [-1, -0.9375, -0.75, 0, 0.9375, 1]);
    near(x.map(df), [0, 0.25, 0.5, 1, 0.25, 0]);
    assert.deepEqual(kinks, []);
  });
});

it("guesses: close ones count, others don't", () => {
  assert.ok(predictions["6.b"].accepts(0.69) && !predictions["6.b"].accepts(0.5));
  assert.ok(predictions["6.c"].accepts(1e-20) && !predictions["6.c"].accepts(1e-18));
  assert.ok(predictions["6.e"].accepts(0) && !predictions["6.e"].accepts(1e-9));
});
