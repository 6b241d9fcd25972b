import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fromRows } from "../../lib/matrix";
import * as plots from "../../lib/plots";
import { type Box, halfPlane, opposite, score } from "../../lib/plots/plane";
import { gallery } from "./plots-gallery";

// biome-ignore lint/suspicious/noExplicitAny: any trace of any kind
type Json = any;

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };
const near = (a: number, b: number, tolerance = 1e-4) =>
  assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`);
const tracesOf = (figure: plots.Figure) => figure.data as Json[];

describe("softmaxBars", () => {
  const figure = gallery.softmaxBars();
  const bars = tracesOf(figure).filter(({ type }) => type === "bar");

  it("shows z, e^z and the course's shares, at T = 1 and nothing added", () => {
    assert.deepEqual(
      bars.slice(0, 3).map(({ customdata }) => customdata),
      [
        ["0.5", "−1", "2"],
        ["1.64872", "0.367879", "7.38906"],
        ["0.17529", "0.0391126", "0.785597"],
      ],
    );
  });

  it("adds 100 to every logit without a change of the shares", () => {
    assert.deepEqual(bars.at(-1).customdata, bars[2].customdata);
    assert.deepEqual(bars.at(-2).customdata[2], "1.98626e+44");
  });

  it("flattens at T = 10, where the sum of the shares is still 1", () => {
    const shares: number[] = figure.frames.at(-1)!.data![4].y;
    near(
      shares.reduce((a, b) => a + b),
      1,
    );
    near(shares[2] / shares[1], Math.exp(0.3));
  });

  it("asks for one row", () => {
    assert.throws(() => plots.softmaxBars(fromRows([[1], [2]])), /as a row; z is 2×1/);
  });
});

it("runningLikelihood: 0.4ⁿ is 0 in float64 from n = 814 on, the sum goes on to −916.29", () => {
  const figure = gallery.runningLikelihood();
  const [sum, product] = tracesOf(figure);
  assert.equal(product.y[812] !== null, true);
  assert.equal(product.y[813], null);
  near(sum.y[999], -916.291, 1e-3);
  assert.match(figure.layout.annotations![0].text!, /814/);
  assert.deepEqual(plots.runningLikelihood([0.5, 0.5]).layout.annotations, []);
});

it("softmaxGradient: the third panel is (p − y)/n, its rows sum to 0", () => {
  const [p, y, gradient] = tracesOf(gallery.softmaxGradient());
  gradient.z.forEach((row: number[], i: number) => {
    near(
      row.reduce((a, b) => a + b),
      0,
    );
    for (const [k, value] of row.entries()) near(value, (p.z[i][k] - y.z[i][k]) / 5);
  });
  near(gradient.z[0][0], -0.12664991);
  assert.throws(() => plots.softmaxGradient([0, 1], []), /at least one step/);
  const P = fromRows([[0.5, 0.5]]);
  assert.throws(
    () => plots.softmaxGradient([0, 1], [{ step: 3, P, loss: 1 }]),
    /a row of 2 probabilities for each of the 2 labels; P of step 3 is 1×2/,
  );
});

it("descentPaths: the mark of step 3 at rate 0.18 is (0.551368, −0.512)", () => {
  const figure = gallery.descentPaths();
  const names = tracesOf(figure).map(({ name }) => name);
  const mark: Json = figure.frames[3].data![3];
  assert.equal(names.length, 9);
  assert.deepEqual([mark.x, mark.y], [[0.551368], [-0.512]]);
  const path = [fromRows([[1, 1]])];
  assert.throws(
    () =>
      plots.descentPaths({
        loss: () => 0,
        paths: [
          { lr: 1, path },
          { lr: 2, path: [...path, ...path] },
        ],
      }),
    /one slider moves them all; the paths have 1, 2 points/,
  );
});

it("learningCurves: a loss that overflows leaves a gap", () => {
  const [curve] = tracesOf(plots.learningCurves([{ name: "a", losses: [1, 2, Infinity] }]));
  assert.deepEqual(curve.y, [1, 2, null]);
});

it("gradientNoise: the line is σ/√B, and lists of two lengths are refused", () => {
  const [theory] = tracesOf(gallery.gradientNoise());
  theory.y.forEach((value: number, i: number) => {
    near(value, 1.31 / Math.sqrt([1, 4, 16, 64][i]), 1e-5);
  });
  const uneven = { sizes: [1, 2], errors: [1], sigma: 1 };
  assert.throws(() => plots.gradientNoise(uneven), /got 2 sizes and 1 errors/);
});

it("trainTestLoss: batches stand in their epochs, under the mean of each", () => {
  const [batch, train, test] = tracesOf(
    plots.trainTestLoss({ train: [4, 2, 2, 0], test: [3.5, 2.5] }),
  );
  assert.deepEqual(batch.x, [0.5, 1, 1.5, 2]);
  assert.deepEqual(batch.customdata, [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
  assert.deepEqual(
    [train.y, test.x],
    [
      [3, 1],
      [1, 2],
    ],
  );
  assert.throws(
    () => plots.trainTestLoss({ train: [1, 2, 3], test: [1, 2] }),
    /3 batches in 2 epochs/,
  );
});

it("a half-plane and its opposite share the window, each on its own side", () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const box: Box = { x: [-1, 2], y: [-2, 1] };
  const area = ({ x, y }: { x: number[]; y: number[] }) =>
    Math.abs(
      x.reduce((sum, px, i) => {
        const next = (i + 1) % x.length;
        return sum + px * y[next] - x[next] * y[i];
      }, 0),
    ) / 2;
  fc.assert(
    fc.property(number, number, number, (w0, w1, b) => {
      fc.pre(Math.hypot(w0, w1) > 0.05);
      const line = { w: [w0, w1] as const, b };
      const [positive, negative] = [line, opposite(line)].map((side) => halfPlane(side, box));
      near(area(positive) + area(negative), 9, 1e-9);
      positive.x.forEach((px, i) => {
        assert.ok(score(line, px, positive.y[i]) > -1e-9);
      });
    }),
    runs,
  );
});

it("xorPlane: some line has three of the four right, none has four", () => {
  const figure = plots.xorPlane();
  const counts = figure.frames.flatMap(({ data }) =>
    data!.flatMap(({ name }) => (name ? [Number(name.match(/(\d) of 4/)[1])] : [])),
  );
  assert.equal(Math.max(...counts), 3);
  assert.equal(Math.min(...counts), 1);
});

it("probabilityMaps: the menu has a map each, and the boundary counts what is right", () => {
  const figure = gallery.probabilityMaps();
  const boundaries = tracesOf(figure).filter(({ type }) => type === "contour");
  assert.match(boundaries[0].name, /^p = 0\.5: 1\d\d of 200 right$/);
  assert.equal(boundaries[1].name, "p = 0.5: 200 of 200 right");
  assert.throws(() => plots.probabilityMaps([], [], ["x", "y"]), /at least one map/);
});

it("hiddenSpace: XOR's points go to 0, 1, 1 and (2, 1), and are told apart by the line", () => {
  const figure = gallery.hiddenSpace();
  const { data, traces } = figure.frames.at(-1)!;
  const [zero, one] = [2, 3].map((trace) => ({
    ...tracesOf(figure)[trace],
    ...data![traces.indexOf(trace)],
  }));
  assert.deepEqual(
    [zero.x, zero.y],
    [
      [0, 2],
      [0, 1],
    ],
  );
  assert.deepEqual(
    [one.x, one.y],
    [
      [1, 1],
      [0, 0],
    ],
  );
  assert.throws(
    () =>
      plots.hiddenSpace({
        X: fromRows([[0, 0]]),
        y: [0],
        names: ["a"],
        W1: fromRows([[1], [1]]),
        b1: fromRows([[0]]),
        output: { w: [1, 1], b: 0 },
      }),
    /two hidden units, one for each axis; W1 is 2×1/,
  );
});

it("reluApproximation: more units, less error; without ReLU it stays the least-squares line", () => {
  const figure = gallery.reluApproximation();
  const errors = figure.frames.map(({ layout }) =>
    Number((layout!.title!.text as string).replace(/^.* /, "").replace("−", "-")),
  );
  errors.slice(1).forEach((error, i) => {
    assert.ok(error < errors[i], `${errors}`);
  });
  // For sin on [−π, π] the best slope is ∫x sin x / ∫x² = 3/π².
  const line = tracesOf(figure)[1];
  near(line.y.at(-1), 3 / Math.PI, 0.02);
  const W = fromRows([[1]]);
  assert.throws(
    () =>
      plots.reluApproximation({
        target: Math.sin,
        range: [0, 1],
        fits: [{ W1: W, b1: W, W2: W, b2: fromRows([[1, 2]]) }],
      }),
    /need W1 1×h, b1 1×h, W2 h×1 and b2 1×1, got 1×1, 1×1, 1×1, 1×2/,
  );
});
