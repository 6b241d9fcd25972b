import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { fromRows } from "../../lib/matrix";
import * as plots from "../../lib/plots";
import { fixed, show } from "../../lib/plots/numbers";
import { type Box, score, segment } from "../../lib/plots/plane";
import { gallery, iris, names, petals, threeSpecies, twoSpecies } from "./plots-gallery";

// biome-ignore lint/suspicious/noExplicitAny: any trace of any kind
type Json = any;

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };
const near = (a: number, b: number, tolerance = 1e-4) =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`);

it("a segment lies on its line, inside the window, and ends on the window's edge", () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 100) / 100);
  const box: Box = { x: [-1, 2], y: [-2, 1] };
  fc.assert(
    fc.property(number, number, number, (w0, w1, b) => {
      fc.pre(Math.hypot(w0, w1) > 0.05);
      const line = { w: [w0, w1] as const, b };
      const { x, y } = segment(line, box);
      const corners = box.x.flatMap((px) => box.y.map((py) => score(line, px, py)));
      const crosses = Math.min(...corners) < -1e-9 && Math.max(...corners) > 1e-9;
      if (crosses) assert.ok(x.length > 1);
      if (Math.min(...corners) > 1e-9 || Math.max(...corners) < -1e-9) assert.equal(x.length, 0);
      x.forEach((px, i) => {
        near(score(line, px, y[i]), 0, 1e-9);
        assert.ok(px >= box.x[0] - 1e-9 && px <= box.x[1] + 1e-9);
        assert.ok(y[i] >= box.y[0] - 1e-9 && y[i] <= box.y[1] + 1e-9);
      });
      if (x.length > 0)
        for (const i of [0, x.length - 1]) {
          const gaps = [...box.x.map((e) => e - x[i]), ...box.y.map((e) => e - y[i])];
          near(Math.min(...gaps.map(Math.abs)), 0, 1e-9);
        }
    }),
    runs,
  );
});

it("without weights there is no line", () => {
  assert.deepEqual(segment({ w: [0, 0], b: 0 }, { x: [-1, 1], y: [-1, 1] }), { x: [], y: [] });
});

it("numbers have a true minus sign, and no negative zero", () => {
  assert.deepEqual(
    [show(-0.5), show(1 / 3), show(-0), fixed(-0.0001, 2), fixed(-1.5, 1)],
    ["−0.5", "0.3333", "0", "0.00", "−1.5"],
  );
});

it("layerDiagram: the deck's sample gives 0 and 2, and with b = [0, 1.5] 0 and 3.5", () => {
  const outputs = (figure: plots.Figure) =>
    (figure.data.at(-1) as Json).customdata.map((text: string) => text.match(/<b>(.*)<\/b>/)?.[1]);
  assert.deepEqual(outputs(gallery.layerDiagram()), ["0", "2"]);
  assert.deepEqual(outputs(gallery.layerDiagramWithBias()), ["0", "3.5"]);
});

it("layerDiagram: a line for each weight says wᵢⱼ and xᵢwᵢⱼ, the largest is the widest", () => {
  const lines: Json[] = gallery
    .layerDiagram()
    .data.filter((trace: Json) => trace.mode === "lines" && trace.hovertemplate);
  assert.equal(lines.length, 8);
  assert.match(lines[7].hovertemplate, /^w₄₂ = 3<br>x₄·w₄₂ = 1·3 = <b>3<\/b>/);
  assert.match(lines[1].hovertemplate, /^w₁₂ = −2<br>x₁·w₁₂ = 0\.5·\(−2\) = <b>−1<\/b>/);
  assert.equal(Math.max(...lines.map(({ line }) => line.width)), lines[7].line.width);
});

it("layerDiagram: a W that does not fit x is named", () => {
  const W = fromRows([[1], [2]]);
  assert.throws(() => plots.layerDiagram(fromRows([[1, 2, 3]]), W), {
    name: "ShapeError",
    message: "layerDiagram: need one row of W for each feature; x has 3 features, W is 2×1",
  });
  assert.throws(() => plots.layerDiagram(W, W), /one sample as a row, got x of 2×1/);
  assert.throws(() => plots.layerDiagram(fromRows([[1, 2]]), W, W), /1×1; b is 2×1/);
});

it("sigmoidExplorer: every curve is σ(wx + b), and p = 0.5 at its mark", () => {
  const figure = plots.sigmoidExplorer();
  const last: Json = figure.frames.at(-1);
  const curve = last.data[0];
  const xs = (figure.data[1] as Json).x;
  xs.forEach((x: number, i: number) => {
    near(curve.customdata[i], 4 * x);
    near(curve.y[i], 1 / (1 + Math.exp(-4 * x)), 1e-6);
  });
  const marks = (figure.data as Json[]).filter(({ mode }) => mode === "markers");
  assert.deepEqual(
    marks.map(({ x }) => x[0]),
    [0, 4, 2, 1, -1, -2, -4],
  );
});

it("boundaryTraining: at the step that is shown p is 0.5 on the line, and each flower has its p", () => {
  const { steps, X } = twoSpecies();
  const figure = gallery.boundaryTraining();
  const { w, b } = steps.at(-1)!;
  const lastFrame: Json = figure.frames.at(-1);
  const at = (name: string) =>
    lastFrame.data[
      lastFrame.traces.findIndex((i: number) => (figure.data[i] as Json).name === name)
    ];
  const line = at("p = 0.5");
  assert.equal(line.x.at(-1), null);
  for (const [i, x] of line.x.slice(0, -1).entries())
    near(w[0] * x + w[1] * line.y[i] + b, 0, 1e-3);
  const virginica = at("virginica").customdata;
  assert.equal(virginica.length, 50);
  near(virginica[0], 1 / (1 + Math.exp(-(w[0] * X.data[100] + w[1] * X.data[101] + b))), 1e-5);
  assert.equal(lastFrame.layout.title.text, "step 4000: loss 0.1031, 94 of 100 right");
  assert.equal(at("wrong answer").x.length, 6);
  assert.match(figure.description, /versicolor and virginica/);
});

it("boundaryTraining: asks for two features, two classes, labels for all, and a step", () => {
  const good = { ...twoSpecies(), names, axes: petals };
  const { X, y } = iris();
  assert.throws(
    () => plots.boundaryTraining({ ...good, X, y }),
    /two classes, got the labels 0, 1, 2/,
  );
  assert.throws(() => plots.boundaryTraining({ ...good, y: [1] }), /100 rows, y has 1 label/);
  assert.throws(
    () => plots.boundaryTraining({ ...good, steps: [] }),
    /at least one step, got none/,
  );
  assert.throws(
    () => plots.boundaryTraining({ ...good, X: fromRows([[1, 2, 3]]), y: [0] }),
    /X has 3 columns\. Choose two/,
  );
});

it("logLossCurves: −ln p and −ln(1 − p), and the surprise in words", () => {
  const [zero, one]: Json[] = plots.logLossCurves().data;
  for (const [curve, chance] of [
    [zero, (p: number) => 1 - p],
    [one, (p: number) => p],
  ] as const)
    curve.x.forEach((p: number, i: number) => {
      if (curve.y[i] !== null && chance(p) > 0.01) near(curve.y[i], -Math.log(chance(p)), 1e-3);
    });
  assert.match(one.customdata[0], /^shocked: like 10 heads in a row$/);
});

it("multiclassBoundaries: the shaded winner is the first with most votes, or the most certain", () => {
  const parts = threeSpecies();
  const maps: Json[] = plots
    .multiclassBoundaries(parts)
    .data.filter((trace: Json) => trace.type === "heatmap");
  assert.equal(maps.length, 2);
  for (const { z, customdata } of maps)
    for (const [i, row] of z.entries())
      for (const [j, label] of row.entries())
        assert.equal(customdata[i][j][label], Math.max(...customdata[i][j]));
  const [, votes] = maps;
  for (const row of votes.customdata)
    for (const counts of row) assert.equal(counts[0] + counts[1] + counts[2], 3);
});
