import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { relu, sigmoid, tanh } from "../../lib/activations";
import { checkGradient, type GradientContext, numericGradient } from "../../lib/checks";
import { softmax, softmaxCrossEntropy } from "../../lib/losses";
import {
  add,
  affine,
  fromRows,
  type Matrix,
  map,
  matmul,
  matrix,
  mean,
  mul,
  neg,
  oneHot,
  row,
  sliceRows,
  sub,
  sum,
  transpose,
} from "../../lib/matrix";
import { mulberry32, randn } from "../../lib/random";

/** What a wrong gradient is called: the mistake, or "right". */
const found = (
  f: (x: Matrix) => number,
  x: Matrix,
  analytic: Matrix,
  context: GradientContext = {},
): string => {
  const report = checkGradient(f, x, analytic, context);
  assert.equal(report.right, report.mistake === undefined);
  return report.mistake ?? "right";
};

// The 5×3 softmax cross-entropy of the course, and a 4-6-3 ReLU network over 5 samples.
const labels = Int32Array.of(0, 2, 1, 1, 0);
const n = 5;
const Z = randn(mulberry32(2024), 5, 3);
const loss = (Z: Matrix) => softmaxCrossEntropy(Z, labels).loss;
const { dZ } = softmaxCrossEntropy(Z, labels);

const rng = mulberry32(99);
const X = randn(rng, 5, 4);
const W1 = mul(randn(rng, 4, 6), 0.7);
const b1 = mul(randn(rng, 1, 6), 0.3);
const W2 = mul(randn(rng, 6, 3), 0.7);
const b2 = mul(randn(rng, 1, 3), 0.3);
const Z1 = affine(X, W1, b1);
const mlp = (w1: Matrix, bias1: Matrix, w2: Matrix, bias2: Matrix) =>
  loss(affine(relu(affine(X, w1, bias1)), w2, bias2));
const dZ2 = softmaxCrossEntropy(affine(relu(Z1), W2, b2), labels).dZ;
const dH = matmul(dZ2, transpose(W2));
const dZ1 = mul(dH, relu.derivative(Z1));
const dW1 = matmul(transpose(X), dZ1);
const dW2 = matmul(transpose(relu(Z1)), dZ2);
const fromZ1 = (Z1: Matrix) => loss(affine(relu(Z1), W2, b2));
const ofW1 = (w1: Matrix) => mlp(w1, b1, W2, b2);
const ofB1 = (bias: Matrix) => mlp(W1, bias, W2, b2);
const ofW2 = (w2: Matrix) => mlp(W1, b1, w2, b2);

describe("the gradient checker accepts what is right", () => {
  it("softmax cross-entropy, with an error near 1e-9", () => {
    const report = checkGradient(loss, Z, dZ, { samples: n });
    assert.ok(report.right && report.error < 1e-8, report.message);
  });
  it("every gradient of a network", () => {
    assert.equal(found(ofW1, W1, dW1), "right");
    assert.equal(found(ofB1, b1, sum(dZ1, 0)), "right");
    assert.equal(found(ofW2, W2, dW2), "right");
    assert.equal(found(fromZ1, Z1, dZ1), "right");
  });
});

describe("the gradient checker names the mistake", () => {
  const swapped = mul(sub(oneHot(labels, 3), softmax(Z)), 1 / n);
  const cases: [string, string, () => string][] = [
    ["no 1/n", "notDivided", () => found(loss, Z, mul(dZ, n), { samples: n })],
    ["1/n twice", "dividedTwice", () => found(loss, Z, mul(dZ, 1 / n), { samples: n })],
    ["a factor 2", "twice", () => found(loss, Z, mul(dZ, 2), { samples: n })],
    ["half", "half", () => found(loss, Z, mul(dZ, 0.5), { samples: n })],
    ["another factor", "constant", () => found(loss, Z, mul(dZ, 3.7), { samples: n })],
    ["the sign", "sign", () => found(loss, Z, neg(dZ), { samples: n })],
    ["p and y swapped in dZ", "sign", () => found(loss, Z, swapped, { samples: n })],
    [
      "a NaN",
      "notFinite",
      () =>
        found(
          loss,
          Z,
          map(dZ, () => Number.NaN),
        ),
    ],
    ["a graph that is cut", "zero", () => found(loss, Z, mul(dZ, 0))],
    [
      "digits lost",
      "suspicious",
      () =>
        found(
          loss,
          Z,
          map(dZ, (g, i) => g * (1 + i * 1e-6)),
        ),
    ],
    ["no ReLU mask, seen at dZ1", "extraEntries", () => found(fromZ1, Z1, dH, { samples: n })],
    [
      "no ReLU mask, seen only at dW1",
      "unknown",
      () => found(ofW1, W1, matmul(transpose(X), dH), { samples: n }),
    ],
    ["a bias that is not summed", "unsummed", () => found(ofB1, b1, dZ1)],
    [
      "a bias from the first row",
      "firstRow",
      () => found(ofB1, b1, sliceRows(dZ1, 0, 1), { wrong: { firstRow: sliceRows(dZ1, 0, 1) } }),
    ],
    ["a bias's mean", "meanForSum", () => found(ofB1, b1, mean(dZ1, 0), { samples: n })],
    ["dW transposed", "transposed", () => found(ofW2, W2, transpose(dW2))],
    ["a wrong shape", "shape", () => found(ofW2, W2, row([1, 2, 3]))],
  ];
  for (const [name, mistake, make] of cases) it(name, () => assert.equal(make(), mistake));

  it("p and y swapped in the loss, too: the loss is infinite", () => {
    const swappedLoss = (Z: Matrix) =>
      -mean(sum(mul(softmax(Z), map(oneHot(labels, 3), Math.log)), 1));
    assert.throws(() => found(swappedLoss, Z, swapped), /instead of the probability\?/);
  });

  it("a square W that hides a missing transpose", () => {
    const rng = mulberry32(5);
    const [X, W, G] = [randn(rng, 5, 4), randn(rng, 4, 4), randn(rng, 5, 4)];
    const ofX = (X: Matrix) => sum(mul(G, matmul(X, W)));
    const ofW = (W: Matrix) => sum(mul(G, matmul(X, W)));
    const wrong = matmul(G, W);
    assert.equal(found(ofX, X, wrong, { wrong: { notTransposed: wrong } }), "notTransposed");
    assert.equal(found(ofW, W, matmul(transpose(G), X)), "transposed");
  });

  it("a value that is used twice and counted once", () => {
    const rng = mulberry32(5);
    const [x, g, w] = [randn(rng, 3, 4), randn(rng, 3, 4), randn(rng, 3, 4)];
    const square = (x: Matrix) => sum(mul(g, mul(x, x)));
    assert.equal(found(square, x, mul(g, x), { uses: 2 }), "countedOnce");
    const twoPaths = (x: Matrix) => sum(mul(g, add(mul(x, w), x)));
    assert.equal(found(twoPaths, x, g, { uses: 2, wrong: { onePath: g } }), "onePath");
  });

  it("weights that were updated before the backward pass was done", () => {
    const withRate = (factor: number) => {
      const updated = sub(W2, mul(dW2, 0.1 * factor));
      return matmul(transpose(X), mul(matmul(dZ2, transpose(updated)), relu.derivative(Z1)));
    };
    assert.equal(found(ofW1, W1, withRate(1), { samples: n, withRate }), "updated");
  });

  it("σ and tanh: upstream dropped, input for output, σ applied twice", () => {
    const x = row([-3, -1, -0.5, 0.5, 1, 3]);
    const upstream = row([1, -2, 0.5, 3, -1, 0.7]);
    const ofSigmoid = (x: Matrix) => sum(mul(upstream, sigmoid(x)));
    const ofTanh = (x: Matrix) => sum(mul(upstream, tanh(x)));
    const sigmoidTwice = mul(upstream, sigmoid.derivative(sigmoid(x)));
    const sigmoidOfInput = mul(
      upstream,
      map(x, (x) => x * (1 - x)),
    );
    const tanhOfInput = mul(
      upstream,
      map(x, (x) => 1 - x * x),
    );
    const context = { upstream, wrong: { sigmoidTwice, sigmoidOfInput, tanhOfInput } };
    assert.equal(found(ofSigmoid, x, sigmoid.derivative(x), context), "noUpstream");
    assert.equal(found(ofSigmoid, x, sigmoidTwice, context), "sigmoidTwice");
    assert.equal(found(ofSigmoid, x, sigmoidOfInput, context), "sigmoidOfInput");
    assert.equal(found(ofTanh, x, tanhOfInput, context), "tanhOfInput");
    assert.equal(found(ofSigmoid, x, mul(upstream, sigmoid.derivative(x)), context), "right");
  });
});

describe("kinks", () => {
  const signs = (x: Matrix) => Float64Array.from(x.data, Math.sign);
  const total = (x: Matrix) => sum(relu(x));

  it("at ReLU's 0 the numeric slope is one half, and relative error 1", () => {
    const x = row([0]);
    assert.ok(Math.abs(numericGradient(total, x).data[0] - 0.5) < 1e-9);
    assert.equal(checkGradient(total, x, relu.derivative(x)).error, 1);
  });

  it("coordinates that cross a kink are skipped and counted", () => {
    const x = matrix(1, 20, [0, ...Array.from({ length: 19 }, (_, k) => k + 1)]);
    const report = checkGradient(total, x, relu.derivative(x), { branches: signs });
    assert.ok(report.right);
    assert.match(report.message, /1 of 20 coordinates cross a kink/);
  });

  it("more than a tenth of them is no check", () => {
    const x = row([0, 0, 1, 2, 3]);
    const report = checkGradient(total, x, relu.derivative(x), { branches: signs });
    assert.ok(!report.right);
    assert.match(report.message, /More than a tenth/);
  });
});

describe("numericGradient", () => {
  it("has its best step near ε^(1/3): larger truncates, smaller cancels", () => {
    const error = (step: number) => checkError(numericGradient(loss, Z, step));
    const checkError = (g: Matrix) =>
      Math.max(
        ...g.data.map((a, k) => Math.abs(a - dZ.data[k]) / (Math.abs(a) + Math.abs(dZ.data[k]))),
      );
    assert.ok(error(6e-6) < 1e-8);
    assert.ok(error(1e-1) > 1e-4);
    assert.ok(error(1e-13) > 1e-3);
  });

  it("leaves x alone", () => {
    const x = fromRows([[1, 2]]);
    numericGradient((x) => sum(x), x);
    assert.deepEqual([...x.data], [1, 2]);
  });

  it("says where there is no slope", () => {
    assert.throws(
      () => checkGradient(() => Number.NaN, row([1]), row([1])),
      /checkGradient: f gives NaN beside x/,
    );
  });
});
