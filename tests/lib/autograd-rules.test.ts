import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { activations, parametricRelu } from "../../lib/activations";
import * as ad from "../../lib/autograd";
import type { Matrix } from "../../lib/matrix";
import * as M from "../../lib/matrix";
import { mulberry32, randn } from "../../lib/random";
import { type Law, laws, offZero, plain, positive, type Shape, unary } from "./autograd-laws";
import { centralDifferences, closeMatrix, closeNumber, forAll, sizes } from "./properties";

const cases = fc.record({ n: sizes(), m: sizes(), k: sizes(), seed: fc.integer() });

/** Every gradient of Σ G∘y, for a random G, equals the central differences. */
function agrees({ shapes, of, domain = (X) => X }: Law): void {
  forAll(cases, ({ n, m, k, seed }) => {
    const rng = mulberry32(seed);
    const inputs = shapes(n, m, k).map(([rows, cols]) => domain(randn(rng, rows, cols)));
    const forward = (values: readonly Matrix[]) => {
      const xs = values.map((value) => ad.tensor(value));
      const again = mulberry32(seed);
      const Y = of(again)(...xs);
      const G = randn(again, Y.value.rows, Y.value.cols);
      return { xs, loss: ad.sum(ad.mul(Y, G)) };
    };
    const { xs, loss } = forward(inputs);
    ad.backward(loss);
    inputs.forEach((X, at) => {
      const f = (moved: Matrix) =>
        forward(inputs.map((same, k) => (k === at ? moved : same))).loss.item();
      closeMatrix(xs[at].grad!, centralDifferences(f, X), 1e-6);
    });
  });
}

const { add, sub, mul, div, sum, mean, max, logSumExp } = ad;

describe("every rule equals the central differences", () => {
  for (const [name, law] of Object.entries(laws)) it(name, () => agrees(law));

  for (const axis of [0, 1] as const)
    for (const [name, reduce] of Object.entries({ sum, mean, max, logSumExp }))
      it(`${name} along axis ${axis}`, () => agrees(unary((X) => reduce(X, axis))));

  for (const f of activations) it(f.name, () => agrees(unary((X) => ad.activate(f, X), offZero)));

  it("Parametric ReLU, for its slope too", () =>
    agrees({
      shapes: (n, m) => [
        [n, m],
        [1, 1],
      ],
      of: plain((X, a) => ad.activateWith(parametricRelu, X, a)),
      domain: offZero,
    }));
});

describe("what is repeated on the way forward is summed on the way back", () => {
  const partners: Record<string, (n: number, m: number) => readonly Shape[]> = {
    "a row": (n, m) => [
      [n, m],
      [1, m],
    ],
    "a column": (n, m) => [
      [n, 1],
      [n, m],
    ],
    "a number": (n, m) => [
      [1, 1],
      [n, m],
    ],
  };
  for (const [partner, shapes] of Object.entries(partners))
    for (const [name, f] of Object.entries({ add, sub, mul, div }))
      it(`${name} with ${partner}`, () => agrees({ shapes, of: plain(f), domain: positive }));
});

describe("rules where no difference can look", () => {
  it("max gives the gradient to the first of equals", () => {
    const X = ad.tensor({ rows: 1, cols: 3, data: Float64Array.of(1, 2, 2) });
    ad.backward(ad.max(X));
    assert.deepEqual([...X.grad!.data], [0, 1, 0]);
  });

  it("pow has the slope 0 for n = 0 and 1 for n = 1, at 0 too", () => {
    for (const n of [0, 1]) {
      const x = ad.tensor(0);
      ad.backward(ad.pow(x, n));
      assert.equal(x.grad!.data[0], n);
    }
  });

  it("a lookup is the product with one-hot rows", () => {
    const [rng, indices] = [mulberry32(7), [3, 0, 3, 3]];
    const [table, G] = [randn(rng, 5, 2), randn(rng, 4, 2)];
    const [looked, multiplied] = [ad.tensor(table), ad.tensor(table)];
    ad.backward(ad.sum(ad.mul(ad.takeRows(looked, indices), G)));
    ad.backward(ad.sum(ad.mul(ad.matmul(M.oneHot(indices, 5), multiplied), G)));
    closeMatrix(looked.grad!, multiplied.grad!);
    closeNumber(M.sum(looked.grad!), M.sum(G));
  });

  it("losses at ±1000 have finite gradients", () => {
    const Z = ad.tensor({ rows: 2, cols: 2, data: Float64Array.of(1000, -1000, -1000, 1000) });
    ad.backward(ad.softmaxCrossEntropy(Z, [1, 1]));
    assert.deepEqual([...Z.grad!.data], [0.5, -0.5, 0, 0]);
  });
});
