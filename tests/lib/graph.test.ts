import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import {
  add,
  affine,
  exp,
  mul,
  named,
  pow,
  relu,
  softmaxCrossEntropy,
  sub,
  sum,
  type Tensor,
  tensor,
} from "../../lib/autograd";
import { graphOf } from "../../lib/graph";
import { scenesOf } from "../../lib/graph/scenes";
import { ones, row, zeros } from "../../lib/matrix";

/** The deck's example: f = 1 + e^(w₀ + w₁x). */
function deck(): Tensor {
  const { x, w0, w1 } = named({ x: 1, w0: 1, w1: 2 });
  const a = mul(w1, x).named("a");
  const b = add(a, w0).named("b");
  return add(exp(b).named("c"), 1).named("f");
}

describe("the deck's graph", () => {
  const graph = graphOf(deck());

  it("lists its values in the order of computation", () =>
    assert.equal(
      inspect(graph),
      [
        "x = 1",
        "w₀ = 1",
        "w₁ = 2",
        "a = w₁·x = 2",
        "b = a + w₀ = 3",
        "c = e^b = 20.09",
        "1",
        "f = c + 1 = 21.09",
      ].join("\n"),
    ));

  it("is drawn by Mermaid", () => {
    const shown = (graph as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ].call(graph);
    assert.equal(shown["text/plain"], inspect(graph));
    assert.equal(
      shown["text/markdown"],
      [
        "```mermaid",
        "flowchart LR",
        "  accTitle: A graph of 8 nodes: arrows lead from each value to the operations that take it.",
        '  n0(["x = 1"])',
        '  n1(["w₀ = 1"])',
        '  n2(["w₁ = 2"])',
        '  n3("a = w₁·x = 2")',
        "  n2 --> n3",
        "  n0 --> n3",
        '  n4("b = a + w₀ = 3")',
        "  n3 --> n4",
        "  n1 --> n4",
        '  n5("c = e^b = 20.09")',
        "  n4 --> n5",
        '  n6["1"]',
        '  n7("f = c + 1 = 21.09")',
        "  n5 --> n7",
        "  n6 --> n7",
        "```",
      ].join("\n"),
    );
  });

  it("is walked forward, then backward", () =>
    assert.deepEqual(
      scenesOf(graph).map(({ title, details }) => `${title}: ${details}`),
      [
        "The inputs: values that nobody computed",
        "Forward: a: a = w₁·x = 2·1 = 2",
        "Forward: b: b = a + w₀ = 2 + 1 = 3",
        "Forward: c: c = e^b = e^3 = 20.09",
        "Forward: f: f = c + 1 = 20.09 + 1 = 21.09",
        "Backward starts at the end: ∂f/∂f = 1",
        "Backward through f: ∂f/∂c = 1 × 1 = 1",
        "Backward through c: ∂f/∂b = 1 × (c = 20.09) = 20.09",
        "Backward through b: ∂f/∂a = 20.09 × 1 = 20.09,   ∂f/∂w₀ = 20.09 × 1 = 20.09",
        "Backward through a: ∂f/∂w₁ = 20.09 × (x = 1) = 20.09,   ∂f/∂x = 20.09 × (w₁ = 2) = 40.17",
      ],
    ));

  it("shows the values that were used, also after a step", () => {
    const { w } = named({ w: 3 });
    const y = mul(w, 2).named("y");
    w.assign(row([100]));
    assert.equal(inspect(graphOf(y)), "w = 3\n2\ny = w·2 = 6");
  });

  it("leaves the tensors as they were", () => {
    const f = deck();
    graphOf(f);
    assert.equal(f.grad, undefined);
  });
});

describe("names", () => {
  const namesIn = (root: Tensor, known = {}) => graphOf(root, known).nodes.map(({ name }) => name);

  it("are the learner's, a constant's number, the operation's with a count, and L for the loss", () => {
    const { x } = named({ x: 3 });
    const square = mul(x, x);
    assert.deepEqual(namesIn(add(mul(square, -2), sub(x, 0.5))), [
      "x",
      "mul₁",
      "−2",
      "mul₂",
      "0.5",
      "sub",
      "L",
    ]);
  });

  it("can be given to what has none", () => {
    const [X, W] = [row([1, 2]), tensor(ones(2, 1))];
    const z = affine(X, W, zeros(1, 1));
    assert.deepEqual(namesIn(z, { X, W12: W }), ["W₁₂", "X", "0", "L"]);
  });

  it("may hold anything, also in Mermaid", () => {
    const shown = (graph: object) =>
      (graph as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]();
    const graph = graphOf(mul(tensor(2).named('a "#1" <b>'), 1));
    assert.match(shown(graph)["text/markdown"], /n0\(\["a #quot;#35;1#quot; #lt;b> = 2"\]\)/);
  });
});

describe("the walk", () => {
  it("adds up what arrives at a value that is used twice", () => {
    const { x } = named({ x: 3 });
    const details = scenesOf(graphOf(mul(x, x).named("y"))).map((scene) => scene.details);
    assert.equal(
      details[details.length - 1],
      "∂y/∂x = 1 × (x = 3) = 3,   ∂y/∂x += 1 × (x = 3) = 3",
    );
  });

  it("writes powers as powers", () => {
    const y = pow(named({ x: 3 }).x, 2).named("y");
    assert.deepEqual(
      scenesOf(graphOf(y))
        .map(({ details }) => details)
        .slice(1),
      ["y = x^2 = 3^2 = 9", "∂y/∂y = 1", "∂y/∂x = 1 × (2·x = 6) = 6"],
    );
  });

  it("speaks of matrices in formulas and shapes", () => {
    const { W, b } = named({ W: ones(3, 2), b: zeros(1, 2) });
    const X = ones(4, 3);
    const H = relu(affine(X, W, b).named("Z")).named("H");
    const scenes = scenesOf(graphOf(softmaxCrossEntropy(H, [0, 1, 0, 1]), { X }));
    assert.deepEqual(
      scenes.slice(-4).map(({ details }) => details),
      [
        "∂L/∂L = 1",
        "∂L/∂H = ∂L/∂L∘(p − y)/n, 4×2",
        "∂L/∂Z = ∂L/∂H∘[Z > 0], 4×2",
        "∂L/∂W = Xᵀ·∂L/∂Z, 3×2,   ∂L/∂b = Σ rows of ∂L/∂Z, 1×2",
      ],
    );
  });

  it("ends after the values where there is no loss", () => {
    const W = tensor(ones(2, 2)).named("W");
    assert.equal(graphOf(mul(W, 2)).backward.length, 0);
    assert.deepEqual(
      scenesOf(graphOf(mul(W, 2))).map(({ title }) => title),
      ["The inputs", "Forward: mul"],
    );
  });

  it("ends with the gradients that backward finds", () => {
    const { a, b } = named({ a: 3, b: -2 });
    const c = mul(a, b).named("c");
    const e = sum(mul(c, add(c, a).named("d"))).named("e");
    const graph = graphOf(e);
    const scenes = scenesOf(graph);
    const { gradients } = scenes[scenes.length - 1];
    const found = Object.fromEntries(
      graph.nodes.map(({ name }, i) => [name, gradients[i]?.data[0]]),
    );
    assert.deepEqual(found, { a: 12, b: -27, c: -9, d: -6, mul: 1, e: 1 });
  });
});
