import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  add,
  affine,
  exp,
  mul,
  named,
  noGrad,
  relu,
  softmaxCrossEntropy,
  type Tensor,
  tensor,
} from "../../lib/autograd";
import { ShapeError, ValueError } from "../../lib/errors";
import { graphOf, graphStepper } from "../../lib/graph";
import { ones, zeros } from "../../lib/matrix";
import { control, ink, label, okabeIto } from "../../lib/plots/palette";
import { throws } from "./properties";

// A figure is JSON for plotly: the laws below walk through it.
// biome-ignore lint/suspicious/noExplicitAny: any trace of any kind
type Json = any;

const shown = (loss: Tensor, walk = {}): Json =>
  (graphStepper(loss, walk) as Json)[Symbol.for("Jupyter.display")]()[
    "application/vnd.plotly.v1+json"
  ];

function deck(): Tensor {
  const { x, w0, w1 } = named({ x: 1, w0: 1, w1: 2 });
  const b = add(mul(w1, x).named("a"), w0).named("b");
  return add(exp(b).named("c"), 1).named("f");
}

function network(): Tensor {
  const { W1, b1, W2, b2 } = named({
    W1: ones(4, 6),
    b1: zeros(1, 6),
    W2: ones(6, 3),
    b2: zeros(1, 3),
  });
  const H = relu(affine(ones(5, 4), W1, b1).named("Z1")).named("H");
  return softmaxCrossEntropy(affine(H, W2, b2).named("Z2"), [0, 2, 1, 1, 0]);
}

/** The labels that are seen in a step. */
const beads = (figure: Json, step: number): string[] =>
  figure.frames[step].layout.annotations
    .slice(1)
    .filter((note: Json) => note.visible)
    .map((note: Json) =>
      note.text
        .replace(/<[^>]*>/g, " ")
        .replace(/ +/g, " ")
        .trim(),
    );

describe("the stepper of the deck's graph", () => {
  const figure = shown(deck());

  it("has a step for the inputs, each operation, the seed, and each operation again", () => {
    assert.equal(figure.frames.length, 1 + 4 + 1 + 4);
    assert.deepEqual(
      figure.layout.sliders[0].steps.map((step: Json) => step.label),
      figure.frames.map((frame: Json) => frame.name),
    );
  });

  it("shows upstream × local = downstream where it walks, and × local behind it", () => {
    assert.deepEqual(beads(figure, 5), []);
    assert.deepEqual(beads(figure, 6), ["1 × 1 = 1"]);
    assert.deepEqual(beads(figure, 7), ["1 × 20.09 = 20.09", "× 1"]);
    assert.deepEqual(beads(figure, 9), [
      "20.09 × 1 = 20.09",
      "20.09 × 2 = 40.17",
      "× 1",
      "× 1",
      "× 20.09",
      "× 1",
    ]);
  });

  it("computes the values one by one, then the gradients", () => {
    const texts = (step: number) => {
      const frame = figure.frames[step];
      return frame.data
        .filter((trace: Json) => trace.text)
        .flatMap((trace: Json) => trace.text)
        .join(" | ");
    };
    assert.match(texts(0), /a = <b>\?<\/b>.*f = <b>\?<\/b>/);
    assert.match(texts(4), /a = <b>2<\/b>.*f = <b>21.09<\/b>/);
    assert.doesNotMatch(texts(4), /∂/);
    assert.match(texts(9), /∂f\/∂x = <b>40.17<\/b>.*∂f\/∂f = <b>1<\/b>/);
  });

  it("reaches only as far as it is asked to", () => {
    assert.equal(shown(deck(), { upTo: 6 }).frames.length, 7);
  });
});

describe("every stepper", () => {
  const chain = () => {
    const x = tensor(0.99).named("x");
    let y = x;
    for (let i = 0; i < 39; i++) y = mul(y, i % 2 ? y : x);
    return y;
  };
  for (const [name, make] of Object.entries({ deck, network, chain })) {
    const figure = shown(make());
    const json = JSON.stringify(figure);

    it(`${name}: is JSON under 2 MB, without an empty number`, () => {
      assert.deepEqual(JSON.parse(json), figure);
      assert.ok(json.length < 2_000_000, `${json.length} bytes`);
      assert.ok(!json.includes("NaN"));
    });

    it(`${name}: takes its colours from the palette`, () => {
      const allowed: string[] = [okabeIto, control, label].flatMap((set) => Object.values(set));
      for (const colour of json.match(/#[0-9A-Fa-f]{6}\b/g) ?? [])
        assert.ok(colour === ink || allowed.includes(colour), colour);
    });

    it(`${name}: every frame has all labels, so that none is left behind`, () => {
      const count = figure.layout.annotations.length;
      for (const frame of figure.frames) assert.equal(frame.layout.annotations.length, count);
    });

    it(`${name}: tells the mouse about every edge and node`, () => {
      for (const trace of figure.data)
        assert.ok(trace.hoverinfo === "skip" || trace.hovertemplate, JSON.stringify(trace));
    });
  }

  it("describes itself in a sentence", () =>
    assert.match(graphStepper(deck()).description, /^The graph of f with 8 nodes: .*\.$/));
});

describe("what is no loss", () => {
  it("is refused in words", () => {
    const W = tensor(ones(2, 2));
    throws(
      () => graphStepper(mul(W, 2)),
      ShapeError,
      "backward: need a loss, one number in 1×1; got 2×2. Did you mean backward(mean(…)) or backward(sum(…))?",
    );
    assert.throws(() => graphStepper(noGrad(() => deck())), ValueError);
  });

  it("nor is what has too many nodes for a figure", () => {
    let y = tensor(1);
    for (let i = 0; i < 50; i++) y = mul(y, y);
    throws(
      () => graphStepper(y),
      ValueError,
      "graphStepper: a figure has room for 40 nodes, and this graph has 51. graphOf lists it; for fewer nodes take fewer operations.",
    );
  });

  it("nor what is no tensor", () =>
    throws(
      () => graphOf(ones(1, 1) as unknown as Tensor),
      ValueError,
      "graphOf: need a tensor, which remembers how it was made; got a plain matrix.",
    ));

  it("can still be walked forward, as a graph", () => {
    const figure = graphStepper(graphOf(mul(tensor(ones(2, 2)).named("W"), 2)));
    assert.equal(figure.frames.length, 2);
  });
});
