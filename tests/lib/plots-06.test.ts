import assert from "node:assert/strict";
import { it } from "node:test";
import { activations, binary, relu, tanh } from "../../lib/activations";
import { fromRows } from "../../lib/matrix";
import * as plots from "../../lib/plots";
import { curve } from "../../lib/plots/activation-curves";
import { gallery } from "./plots-gallery";
import { turningSectors } from "./turning-sectors";

// biome-ignore lint/suspicious/noExplicitAny: any trace of any kind
type Json = any;

/** To the digits that a figure keeps. */
const round = (x: number): number => Number(x.toPrecision(6));

const bytes = (figure: plots.Figure): number => JSON.stringify(figure).length;

it("activationGallery: a panel each, both values under the mouse, one slider for all", () => {
  const figure = gallery.activationGallery();
  const traces = figure.data as Json[];
  const lines = traces.filter(({ mode, name }) => mode === "lines" && name !== "f of odd units");
  assert.equal(lines.length, 2 * activations.length);
  assert.equal(new Set(lines.map(({ xaxis }) => xaxis)).size, activations.length);
  const last = lines.filter(({ xaxis }) => xaxis === "x16");
  const at = last[0].x.indexOf(0);
  assert.deepEqual([last[0].y[at], last[0].customdata[at]], [round(Math.LN2), 0.5]);
  assert.deepEqual([last[1].y[at], last[1].customdata[at]], [0.5, round(Math.LN2)]);
  assert.equal((figure.layout.sliders as Json[]).length, 1);
});

it("activationGallery: the slider moves a point on every curve and tells its height", () => {
  const figure = gallery.activationGallery();
  const frame = figure.frames.find(({ name }) => name === "−1.00") as Json;
  const moved = frame.traces.map((trace: number, k: number) => ({
    panel: (figure.data[trace] as Json).xaxis,
    ...frame.data[k],
  }));
  assert.equal(moved.filter(({ x }: Json) => x?.[0] === -1).length, activations.length);
  const elu = moved.filter(({ panel }: Json) => panel === "x10");
  assert.deepEqual(elu.find(({ y }: Json) => y).y, [-0.632121, 0.367879]);
  assert.deepEqual(elu.find(({ text }: Json) => text).text, ["f −0.632<br>f′ 0.368"]);
});

it("activationGallery: kinks are marked on f, and nowhere else", () => {
  const marked = (gallery.activationGallery().data as Json[]).filter(({ name }) => name === "kink");
  assert.equal(marked.length, activations.filter(({ kinks }) => kinks.length > 0).length);
  const stepped = marked.find(({ xaxis }) => xaxis === "x9");
  assert.deepEqual([stepped.x, stepped.y], [[0], [1]]);
  assert.throws(() => plots.activationGallery([]), /at least one activation/);
});

it("curve: a jump leaves a gap, with both ends at the kink; a bend leaves none", () => {
  const step = curve(binary.f, [0], [-1, 1], 5);
  assert.deepEqual(step.x, [-1, -0.5, 0, null, 0, 0.5, 1]);
  assert.deepEqual(step.y, [0, 0, 0, null, 1, 1, 1]);
  assert.deepEqual(curve(relu.f, [0], [-1, 1], 3).y, [0, 0, 1]);
  assert.deepEqual(curve(relu.df, [0], [-1, 1], 2).y, [0, 0, null, 1, 1]);
  assert.ok(!curve(tanh.df, [], [-1, 1], 5).y.includes(null));
});

it("trainingRegions: a map for each run and step, small in a saved lesson", () => {
  const { grid, runs, steps, y } = turningSectors();
  const figure = gallery.trainingRegions();
  const maps = (figure.data as Json[]).filter(({ type }) => type === "heatmap");
  assert.deepEqual(
    maps.map(({ visible }) => visible),
    [true, false],
  );
  const last = runs[0].stages[steps.length - 1];
  assert.deepEqual(maps[0].z.flat(), Array.from(last.labels));
  assert.equal(last.right, y.length);
  assert.equal(maps[0].z.length, grid.side);

  const first = figure.frames[0] as Json;
  const texts = first.data.filter(({ text }: Json) => text).map(({ text }: Json) => text[0]);
  assert.deepEqual(
    texts,
    runs.map(({ stages }) => `${stages[0].right} of 90 right`),
  );
  assert.ok(bytes(figure) < 2.2 * 41 * 41 * runs.length * (steps.length + 1) + 20_000);
});

it("trainingRegions: what doesn't fit together is refused", () => {
  const given = turningSectors();
  const { grid } = given;
  const run = (stages: plots.TrainingRun["stages"]) => ({
    ...given,
    runs: [{ name: "A", stages }],
  });
  assert.throws(() => plots.trainingRegions({ ...given, runs: [] }), /at least one run/);
  assert.throws(() => plots.trainingRegions(run([])), /each of the 4 steps; A has 0/);
  const short = given.steps.map(() => ({ labels: [0], right: 1 }));
  assert.throws(() => plots.trainingRegions(run(short)), /each of the 1681 places of the grid/);
  assert.equal(grid.points.rows, 41 * 41);
  assert.throws(() => new plots.PlaneGrid(fromRows([[1, 2, 3]])), /two features/);
});
