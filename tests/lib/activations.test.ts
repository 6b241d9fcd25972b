import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as nn from "../../lib";
import { points, values } from "./activation-values";
import { forAll, matrices, sameMatrix, throws, untouched } from "./properties";

test("the gallery has the sixteen of the course, in its order", () =>
  assert.deepEqual(
    nn.activations.map(({ name }) => name),
    [
      ["Identity", "Sigmoid", "TanH", "ArcTan"],
      ["ReLU", "Leaky ReLU", "Randomized ReLU", "Parametric ReLU"],
      ["Binary", "ELU", "SoftSign", "ISRU"],
      ["ISRLU", "SQNL", "Bipolar ReLU", "SoftPlus"],
    ].flat(),
  ));

const unitNamed = (name: string): nn.Unit => {
  const [, base, parity] = name.match(/^(.*?)(?: \((even|odd) unit\))?$/) as RegExpMatchArray;
  const record = nn.activations.find((activation) => activation.name === base);
  assert.ok(record, name);
  return record.unit(parity === "odd" ? 1 : 0);
};

for (const { name, f, df } of values)
  test(`${name}: f and f′ are the table's at every point`, () => {
    const unit = unitNamed(name);
    points.forEach((x, k) => {
      for (const [got, wanted] of [
        [unit.f(x), f[k]],
        [unit.df(x), df[k]],
      ]) {
        const near = wanted === 0 ? Math.abs(got) < 1e-300 : Math.abs(got / wanted - 1) < 5.1e-7;
        assert.ok(near, `at ${x}: got ${got}, the table has ${wanted}`);
      }
    });
  });

test("a record is called with a number or a matrix, plain literals included", () =>
  forAll(matrices(), (Z) => {
    for (const activation of nn.activations) {
      const Y = untouched([Z], () => activation(Z));
      const D = untouched([Z], () => activation.derivative(Z));
      sameMatrix(
        Y,
        nn.map(Z, (z, _, j) => activation.unit(j).f(z)),
      );
      sameMatrix(
        D,
        nn.map(Z, (z, _, j) => activation.unit(j).df(z)),
      );
      assert.equal(activation(Z.data[0]), activation.f(Z.data[0]));
      for (const g of [nn.map(D, (d) => 3 - d), nn.sum(Z, 0)])
        sameMatrix(
          untouched([g, Z], () => activation.vjp(g, Z)),
          nn.mul(g, D),
        );
    }
  }));

test("a record tells its name, its formulas and its source", () => {
  for (const activation of nn.activations) {
    assert.equal(inspect(activation), activation.name);
    const { [Symbol.for("Jupyter.display")]: display } = activation as unknown as {
      [symbol: symbol]: () => Record<string, string>;
    };
    assert.equal(display()["text/plain"], activation.name);
    assert.ok(display()["text/latex"].includes(activation.latex.df));
    for (const text of [activation.latex.f, activation.source, activation.drawback.en])
      assert.ok(text.length > 0);
  }
});

test("stable forms keep their digits where the textbook's formulas lose them", () => {
  const relative = (got: number, wanted: number): void =>
    assert.ok(Math.abs(got / wanted - 1) < 1e-6, `${got} instead of ${wanted}`);
  relative(nn.sigmoid.df(40), 4.248354e-18);
  relative(nn.tanh.df(20), 1.699342e-17);
  relative(nn.softplus(-40), 4.248354e-18);
  relative(nn.elu(-1e-10), -1e-10);
  assert.equal(nn.isru(1e200), 1);
  assert.equal(nn.isrlu(-1e200), -1);
});

test("parameters: each family makes records with other values", () => {
  const elu = nn.elu.with({ alpha: 1.5 });
  const expected = { f: [-1.5, -0.94818084, -1.5e-10, 0, 2], df: [0, 0.55181916, 1.5, 1.5, 1] };
  [-1000, -1, -1e-10, 0, 2].forEach((x, k) => {
    assert.ok(Math.abs(elu(x) - expected.f[k]) <= 1e-8 * Math.abs(expected.f[k]));
    assert.ok(Math.abs(elu.df(x) - expected.df[k]) < 1e-8);
  });
  assert.deepEqual([nn.elu.kinks, elu.kinks], [[], [0]]);
  assert.deepEqual([nn.elu.parameters, elu.parameters], [{ alpha: 1 }, { alpha: 1.5 }]);
  assert.equal(nn.leakyRelu.with({ a: 0.2 })(-10), -2);
  assert.equal(nn.isru.with({ alpha: 4 }).range.high, 0.5);
  assert.equal(nn.randomizedRelu.with({ lower: 0.1 }).with({ upper: 0.3 })(-10), -2);
  assert.deepEqual(nn.relu.parameters, {});
});

test("parametric ReLU: ∂f/∂a is the central difference in a", () => {
  const h = 1e-6;
  for (const x of [-3, -0.5, 0, 0.5, 3]) {
    const [above, below] = [0.25 + h, 0.25 - h].map((a) => nn.parametricRelu.with({ a })(x));
    assert.ok(Math.abs(nn.parametricRelu.dParameters.a(x) - (above - below) / (2 * h)) < 1e-9);
  }
});

test("impossible parameters and arguments are refused in words", () => {
  throws(
    () => nn.isru.with({ alpha: -1 }),
    nn.ValueError,
    "ISRU: alpha needs to be above 0 (its root is taken), got -1.",
  );
  throws(
    () => nn.leakyRelu.with({ a: NaN }),
    nn.ValueError,
    "Leaky ReLU: a needs to be a number, got NaN.",
  );
  throws(
    () => nn.sigmoid([1, 2] as unknown as nn.Matrix),
    nn.ValueError,
    "Sigmoid: Z needs to be a matrix, and is an Array. fromRows([[1, 2], [3, 4]]) makes one.",
  );
});
