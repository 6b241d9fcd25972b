import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { forAll, numbers } from "./properties";

/** Every record, and the families with other parameters. */
const all: readonly nn.LibraryActivation[] = [
  ...nn.activations,
  nn.leakyRelu.with({ a: 0.3 }),
  nn.randomizedRelu.with({ lower: 0, upper: 0.5 }),
  nn.parametricRelu.with({ a: -0.6 }),
  nn.elu.with({ alpha: 1.5 }),
  nn.isru.with({ alpha: 3 }),
  nn.isrlu.with({ alpha: 0.2 }),
];

const label = ({ name, parameters }: nn.LibraryActivation): string =>
  Object.keys(parameters).length > 0 ? `${name} ${JSON.stringify(parameters)}` : name;

/** Bipolar ReLU has two kinds of unit, the others one. */
const units = (activation: nn.LibraryActivation): readonly nn.Unit[] => [
  activation.unit(0),
  activation.unit(1),
];

const step = Math.cbrt(Number.EPSILON);

/** The central difference, and half of the steps between which it is taken. */
function difference({ f }: nn.Unit, x: number): { slope: number; h: number } {
  const h = step * Math.max(1, Math.abs(x));
  return { slope: (f(x + h) - f(x - h)) / (2 * h), h };
}

for (const activation of all) {
  test(`${label(activation)}: f′ equals the central difference away from the kinks`, () => {
    const smooth = (x: number): boolean =>
      activation.kinks.every((kink) => Math.abs(x - kink) > 2 * step * Math.max(1, Math.abs(x)));
    forAll(numbers(30).filter(smooth), (x) => {
      for (const unit of units(activation)) {
        const { slope, h } = difference(unit, x);
        // Where f″ jumps, the difference itself is wrong by the order of h.
        assert.ok(Math.abs(unit.df(x) - slope) <= h, `at ${x}: ${unit.df(x)}, not ${slope}`);
      }
    });
    for (let x = -6.03; x < 6.1; x += 0.17)
      for (const unit of units(activation)) {
        const { slope } = difference(unit, x);
        assert.ok(Math.abs(unit.df(x) - slope) < 1e-9, `at ${x}: ${unit.df(x)}, not ${slope}`);
      }
  });

  test(`${label(activation)}: where f′ jumps, there is a kink, and there f′ is the left slope`, () => {
    const tiny = 1e-9;
    for (const unit of units(activation))
      for (const x of [-2, -1, 0, 1, 2]) {
        const jumps = Math.abs(unit.df(x + tiny) - unit.df(x - tiny)) > 1e-6;
        if (jumps) assert.ok(activation.kinks.includes(x), `${x} is missing among the kinks`);
        // Binary and Bipolar ReLU have 0 at the kink by convention.
        if (jumps && activation !== nn.bipolarRelu)
          assert.ok(Math.abs(unit.df(x) - unit.df(x - tiny)) < 1e-6);
      }
    if (activation === nn.bipolarRelu || activation === nn.binary)
      assert.deepEqual(
        units(activation).map(({ df }) => df(0)),
        [0, 0],
      );
  });

  test(`${label(activation)}: values stay in the range, finite up to ±1e200`, () =>
    forAll(fc.oneof(numbers(), fc.constantFrom(1000, -1000, 1e200, -1e200), numbers(1e6)), (x) => {
      for (const { f, df } of units(activation)) {
        assert.ok(
          f(x) >= activation.range.low && f(x) <= activation.range.high,
          `f(${x}) = ${f(x)}`,
        );
        assert.ok(Number.isFinite(f(x)) && Number.isFinite(df(x)));
      }
    }));

  test(`${label(activation)}: f never falls where f′ is never negative`, () => {
    if (units(activation).some(({ df }) => df(-1) < 0)) return;
    forAll(fc.tuple(numbers(50), numbers(50)), ([a, b]) => {
      const [x, y] = [Math.min(a, b), Math.max(a, b)];
      for (const { f, df } of units(activation)) {
        assert.ok(df(x) >= 0);
        assert.ok(f(y) >= f(x) - 1e-15 * Math.abs(f(x)), `f(${x}) = ${f(x)}, f(${y}) = ${f(y)}`);
      }
    });
  });

  test(`${label(activation)}: its traits are true`, () => {
    const [{ df }] = units(activation);
    const flat = { left: Math.abs(df(-50)) < 0.01, right: Math.abs(df(50)) < 0.01 };
    const said = activation.saturates;
    assert.equal(flat.right, said.startsWith("both") || said === "everywhere");
    assert.equal(flat.left, said !== "no");
    if (said === "both, exactly 0") assert.deepEqual([df(-2.5), df(2.5)], [0, 0]);
    const decay = df(1e4) / df(2e4);
    if (said === "both, as 1/x²") assert.ok(Math.abs(decay - 4) < 0.01);
    if (said === "both, as 1/x³") assert.ok(Math.abs(decay - 8) < 0.01);
    forAll(numbers(), (x) => {
      const [even, odd] = units(activation);
      if (activation.zeroCentred === "yes") assert.equal(even.f(-x) + 0, -even.f(x) + 0);
      if (activation.zeroCentred === "the layer, not the unit")
        assert.equal(even.f(-x) + 0, -odd.f(x) + 0);
    });
  });
}

test("sigmoid, softplus and tanh know one another", () =>
  forAll(numbers(), (x) => {
    const near = (a: number, b: number): void =>
      assert.ok(Math.abs(a - b) <= 1e-13 * (1 + Math.abs(b)), `${a}, ${b}`);
    near(nn.sigmoid(x) + nn.sigmoid(-x), 1);
    near(nn.tanh(x), 2 * nn.sigmoid(2 * x) - 1);
    near(nn.softplus(x) - nn.softplus(-x), x);
    assert.equal(nn.softplus.df(x), nn.sigmoid(x));
  }));

test("mean outputs for normal inputs are the course's", () => {
  const table = [
    [0, 0.5, 0, 0],
    [0.3989, 0.395, 0.3075, 0.2992],
    [0.5, 0.1605, 0, 0],
    [0.1374, 0, 0, 0.8061],
  ].flat();
  const width = 1e-3;
  nn.activations.forEach((activation, k) => {
    // Half of Bipolar's units are odd, so its mean is that of both kinds.
    const f = (x: number): number => (activation.unit(0).f(x) + activation.unit(1).f(x)) / 2;
    let mean = 0;
    for (let x = -10 + width / 2; x < 10; x += width)
      mean += ((f(x) * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)) * width;
    assert.ok(Math.abs(mean - table[k]) < 6e-5, `${activation.name}: ${mean}`);
  });
});
