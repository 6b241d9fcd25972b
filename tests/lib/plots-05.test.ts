import assert from "node:assert/strict";
import { it } from "node:test";
import { activations } from "../../lib/activations";
import { fromRows } from "../../lib/matrix";
import * as plots from "../../lib/plots";
import { gallery } from "./plots-gallery";

// biome-ignore lint/suspicious/noExplicitAny: any trace of any kind
type Json = any;

const titleOf = (figure: plots.Figure): string => (figure.layout as Json).title.text;

it("tangent: at 0 the sigmoid's tangent has slope 0.25", () => {
  const figure = gallery.tangent();
  const at0 = figure.frames.find(({ name }) => name === "0.00") as Json;
  assert.match(at0.layout.title.text, /f = 0\.5000, slope f′ = 0\.2500/);
  const [x, y] = [at0.data[0].x, at0.data[0].y];
  assert.ok(Math.abs((y[2] - y[0]) / (x[2] - x[0]) - 0.25) < 1e-4);
});

it("tangent: no line leads across a jump", () => {
  const jumping = activations.filter((activation) => {
    const lines = (plots.tangent(activation).data as Json[]).slice(0, 2);
    for (const { name, x, y } of lines)
      for (let i = 1; i < x.length; i++) {
        if (y[i - 1] === null || y[i] === null) continue;
        const slope = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
        assert.ok(Math.abs(slope) < 3, `${activation.name}: ${name} has slope ${slope}`);
      }
    return lines.some(({ y }) => y.includes(null));
  });
  assert.ok(jumping.some(({ name }) => name === "ReLU"));
  assert.ok(!jumping.some(({ name }) => name === "Sigmoid"));
});

it("gradientDepth: layers from the last to the first; what is exactly 0 leaves a gap", () => {
  const figure = plots.gradientDepth({
    gains: [1],
    curves: [{ name: "Binary", norms: [[0, 0.5, 1]] }],
  });
  assert.deepEqual((figure.data[0] as Json).y, [null, 0.5, 1]);
  const [left, right] = (figure.layout.xaxis as Json).range;
  assert.ok(left > right);
  assert.throws(
    () => plots.gradientDepth({ gains: [1, 2], curves: [{ name: "f", norms: [[1]] }] }),
    /need norms for each of the 2 gains; f has 1/,
  );
});

it("weightPaths: the last step is seen first; paths of two lengths are refused", () => {
  assert.equal(titleOf(gallery.weightPaths()), "After 10 steps");
  const path = [fromRows([[0, 0]])];
  assert.throws(
    () =>
      plots.weightPaths({
        goal: [1, 1],
        paths: [
          { name: "a", path },
          { name: "b", path: [...path, ...path] },
        ],
      }),
    /need paths of one length, as one slider moves them all; they have 1, 2 points/,
  );
  assert.throws(() => plots.weightPaths({ goal: [1, 1], paths: [] }), /they have no points/);
});

it("deadUnits: a unit that is 0 for all samples is crossed out and counted", () => {
  const H = fromRows([
    [0, 1, 0],
    [0, 0, 2],
  ]);
  const figure = plots.deadUnits([{ lr: 0.1, H }]);
  assert.equal(titleOf(figure), "dead units: 1 of 3");
  assert.deepEqual((figure.data[1] as Json).y, [0]);
  assert.deepEqual((figure.data[0] as Json).z, [
    [0, 0],
    [100, 0],
    [0, 100],
  ]);
  assert.throws(() => plots.deadUnits([]), /at least one run/);
  assert.throws(
    () =>
      plots.deadUnits([
        { lr: 1, H },
        { lr: 2, H: fromRows([[1]]) },
      ]),
    /layers of one shape, 2×3; H at learning rate 2 is 1×1/,
  );
});
