import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { closeMatrix, closeNumber, forAll, matricesOf, sizes } from "./properties";

const seeds = fc.nat();

/** The numbers of units of a small network, and inputs that fit it. */
const networks = fc.array(sizes(1, 5), { minLength: 2, maxLength: 4 }).chain((units) =>
  fc.tuple(
    fc.constant(units),
    seeds,
    sizes(1, 4).chain((n) => matricesOf(n, units[0], 3)),
  ),
);

const built = (units: readonly number[], seed: number) =>
  nn.mlp(units, { activation: nn.tanh, rng: nn.mulberry32(seed) });

test("mlp: tanh between every two affine maps, none at the end", () => {
  forAll(networks, ([units, seed, X]) => {
    const model = built(units, seed);
    const values = model.parameters().map(({ value }) => value);
    let Z = X;
    for (let k = 0; k < values.length; k += 2)
      Z = nn.affine(k === 0 ? X : nn.tanh(Z), values[k], values[k + 1]);
    closeMatrix(model(X).value, Z);
    assert.equal(values.length, 2 * (units.length - 1));
  });
});

test("mlp: a sample's output doesn't depend on the samples beside it", () => {
  forAll(networks, ([units, seed, X]) => {
    const model = built(units, seed);
    const alone = nn.toRows(X).map((x) => model(nn.row(x)).value);
    closeMatrix(model(X).value, nn.vstack(alone));
  });
});

test("mlp: its gradients are those of central differences", () => {
  forAll(networks, ([units, seed, X]) => {
    const model = built(units, seed);
    const loss = () => nn.autograd.sum(nn.autograd.mul(model(X), model(X)));
    nn.autograd.backward(loss());
    const [W] = model.parameters();
    const k = seed % W.value.data.length;
    const before = W.value.data[k];
    const at = (w: number) => {
      W.value.data[k] = w;
      return nn.autograd.noGrad(loss).item();
    };
    const h = 1e-5;
    const slope = (at(before + h) - at(before - h)) / (2 * h);
    W.value.data[k] = before;
    closeNumber(W.grad?.data[k] ?? Number.NaN, slope, 1e-5);
  });
});

test("embedding: row s of the table for symbol s, and a row's gradient counts its uses", () => {
  const tasks = fc
    .tuple(sizes(), sizes(), sizes(), sizes())
    .chain(([symbols, size, n, k]) =>
      fc.tuple(
        fc.constant([symbols, size] as const),
        seeds,
        fc.array(
          fc.array(fc.integer({ min: 0, max: symbols - 1 }), { minLength: k, maxLength: k }),
          { minLength: n, maxLength: n },
        ),
      ),
    );
  forAll(tasks, ([[symbols, size], seed, samples]) => {
    const layer = nn.embedding(symbols, size, { rng: nn.mulberry32(seed), init: nn.normal(1) });
    const [C] = layer.parameters();
    const out = layer(nn.fromRows(samples));
    const table = nn.toRows(C.value);
    closeMatrix(out.value, nn.fromRows(samples.map((sample) => sample.flatMap((s) => table[s]))));
    nn.autograd.backward(nn.autograd.sum(out));
    const uses = (s: number) => samples.flat().filter((other) => other === s).length;
    closeMatrix(
      C.grad ?? nn.zeros(0, 0),
      nn.map(nn.zeros(symbols, size), (_, s) => uses(s)),
    );
  });
});
