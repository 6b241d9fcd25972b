import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import * as nn from "../../lib";
import { forAll } from "./properties";

/** What a learner may hand over in place of a matrix, a list or a size. */
const notMatrices: unknown[] = [
  undefined,
  null,
  3,
  [1, 2],
  { rows: 2, cols: 2, data: new Float64Array(3) },
  { rows: Number.NaN, cols: 1, data: new Float64Array(1) },
  { rows: 1, cols: 2, data: [1, 2] },
];
const notLists: unknown[] = [undefined, null, 3, "12"];
const notSizes = [Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY];
const notLabels = [
  [Number.NaN, 0],
  [0.5, 0],
];

const notTexts: unknown[] = [undefined, null, 3, ["a"], Symbol("a")];
const notFunctions: unknown[] = [undefined, null, 42, "relu", {}];
const notCounts = [...notSizes, 0, null, "2"];
const rng = nn.mulberry32(1);

const M = nn.fromRows([
  [1, 2],
  [3, 4],
]);
const model = nn.linear(2, 2, { rng });
const learned = nn.embedding(3, 2, { rng, init: nn.lecun });
const training = {
  model,
  X: M,
  y: Int32Array.of(0, 1),
  loss: nn.autograd.softmaxCrossEntropy,
  optimizer: nn.sgd(model.parameters(), { lr: 0.1 }),
  epochs: 1,
};

// biome-ignore lint/suspicious/noExplicitAny: wrong arguments on purpose
type Call = (wrong: any) => unknown;

/** Calls with one argument missing, and what must not stand in its place. */
const doors: Record<string, [wrong: readonly unknown[], ...calls: Call[]]> = {
  oneVsOne: [notMatrices, (S) => nn.oneVsOne(S, 2)],
  numericGradient: [notMatrices, (x) => nn.numericGradient(() => 0, x)],
  checkGradient: [
    notMatrices,
    (x) => nn.checkGradient(() => 0, x, M),
    (G) => nn.checkGradient(() => 0, M, G),
  ],
  takeRows: [[...notLists, [2], [0.5]], (indices) => nn.takeRows(M, indices)],
  takeColumns: [[...notLists, [2], [0.5]], (indices) => nn.takeColumns(M, indices)],
  oneHot: [[...notLists, ...notLabels, [2]], (labels) => nn.oneHot(labels, 2)],
  fromRows: [[[1, 2], [null], [[1], 2], [], [[]]], (rows) => nn.fromRows(rows)],
  randn: [notSizes, (n) => nn.randn(() => 0.5, n, 2), (n) => nn.randn(() => 0.5, 2, n)],
  uniform: [
    [Number.NaN, Number.POSITIVE_INFINITY, 2],
    (low) => nn.uniform(() => 0.5, 1, 1, low, 1),
  ],
  accuracy: [[[], [0], ...notLabels], (labels) => nn.accuracy(model, M, labels)],
  sampleIndex: [
    [...notMatrices, nn.zeros(1, 0), nn.row([Number.NaN, 1]), nn.row([-1, 2])],
    (p) => nn.sampleIndex(p, 0.5),
  ],
  zeros: [notSizes, (n) => nn.zeros(n, 2), (n) => nn.zeros(2, n)],
  ones: [notSizes, (n) => nn.ones(n, 2), (n) => nn.ones(2, n)],
  full: [notSizes, (n) => nn.full(n, 2, 7), (n) => nn.full(2, n, 7)],
  reshape: [[...notSizes, 3], (n) => nn.reshape(M, n, 2), (n) => nn.reshape(M, 2, n)],
  matrix: [notLists, (data) => nn.matrix(1, 2, data)],
  row: [notLists, (numbers) => nn.row(numbers)],
  column: [notLists, (numbers) => nn.column(numbers)],
  hstack: [
    [...notLists, M, [], ...notMatrices.map((wrong) => [M, wrong])],
    (parts) => nn.hstack(parts),
    (parts) => nn.autograd.hstack(parts),
  ],
  vstack: [
    [...notLists, M, [], ...notMatrices.map((wrong) => [M, wrong])],
    (parts) => nn.vstack(parts),
    (parts) => nn.autograd.vstack(parts),
  ],
  encode: [notTexts, (text) => nn.encode(text)],
  decode: [
    [...notLists, [99], [-1], [0.5], [Number.NaN], [undefined]],
    (numbers) => nn.decode(numbers),
  ],
  buildDataset: [
    [undefined, null, 3, "hex", ...notTexts.map((wrong) => ["hex", wrong])],
    (names) => nn.buildDataset(names, 3),
  ],
  linear: [notSizes, (n) => nn.linear(n, 2, { rng }), (n) => nn.linear(2, n, { rng })],
  embedding: [
    notSizes,
    (n) => nn.embedding(n, 2, { rng, init: nn.lecun }),
    (n) => nn.embedding(2, n, { rng, init: nn.lecun }),
    (n) => learned(nn.row([n])),
    (n) => learned(n),
  ],
  mlp: [
    [undefined, null, 3, "23", [], [2], ...notCounts.map((wrong) => [2, wrong, 2])],
    (sizes) => nn.mlp(sizes, { activation: nn.relu, rng }),
  ],
  train: [
    notCounts,
    (epochs) => nn.train({ ...training, epochs }),
    (size) => nn.train({ ...training, batches: { size, rng } }),
    (size) => nn.train({ ...training, batches: { size, rng, count: 2 } }),
    (count) => nn.train({ ...training, batches: { size: 2, rng, count: count ?? Number.NaN } }),
    (y) => nn.train({ ...training, y }),
  ],
};

/** The same for arguments that are functions or are made of them. */
const functionDoors: Record<string, [wrong: readonly unknown[], ...calls: Call[]]> = {
  randn: [notFunctions, (rng) => nn.randn(rng, 1, 1)],
  uniform: [notFunctions, (rng) => nn.uniform(rng, 1, 1, 0, 1)],
  shuffle: [notFunctions, (rng) => nn.shuffle(3, rng)],
  matrix: [
    [
      ["a", 1],
      [1, null],
    ],
    (data) => nn.matrix(1, 2, data),
  ],
  fromRows: [[["a"], [undefined], ["1"]], (row) => nn.fromRows([row])],
  linear: [notFunctions, (rng) => nn.linear(2, 2, { rng }), (options) => nn.linear(2, 2, options)],
  embedding: [
    notFunctions,
    (rng) => nn.embedding(3, 2, { rng, init: nn.lecun }),
    (init) => nn.embedding(3, 2, { rng, init }),
  ],
  sequential: [notFunctions, (part) => nn.sequential(nn.linear(2, 2, { rng }), part)],
  mlp: [
    notFunctions,
    (activation) => nn.mlp([2, 3], { activation, rng }),
    (rng) => nn.mlp([2, 3], { activation: nn.relu, rng }),
    () => (nn.mlp as Call)([2, 3]),
  ],
  sgd: [[undefined, null, 42, {}, model], (parameters) => nn.sgd(parameters, { lr: 1 })],
  train: [
    notFunctions,
    (model) => nn.train({ ...training, model }),
    (loss) => nn.train({ ...training, loss }),
    (optimizer) => nn.train({ ...training, optimizer }),
    (rng) => nn.train({ ...training, batches: { size: 2, rng } }),
    () => (nn.train as () => unknown)(),
  ],
};

for (const [name, [wrong, ...calls]] of [doors, functionDoors].flatMap(Object.entries))
  test(`${name} refuses what it can't answer for, in a sentence that starts with its name`, () => {
    for (const call of calls)
      for (const value of wrong)
        assert.throws(
          () => call(value),
          (error: Error) =>
            /^(Shape|Value|Index)Error$/.test(error.name) && error.message.startsWith(`${name}: `),
          `${call} with ${inspect(value)}`,
        );
  });

test("sampleIndex: the piece of the ruler that u lies in, for all probabilities", () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
  const places = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  forAll(fc.tuple(shares, places), ([p, u]) => {
    const total = p.reduce((a, b) => a + b, 0);
    fc.pre(total > 1e-9);
    const parts = p.map((share) => share / total);
    const k = nn.sampleIndex(nn.row(parts), u);
    const before = parts.slice(0, k).reduce((a, b) => a + b, 0);
    assert.ok(before <= u && (u < before + parts[k] || k === parts.length - 1));
  });
});

test("oneVsOne: a class that wins all its duels wins; scores may be multiplied by any positive", () => {
  const score = fc.double({ min: -9, max: 9, noNaN: true });
  forAll(
    fc.integer({ min: 2, max: 6 }).chain((K) => {
      const pairs = (K * (K - 1)) / 2;
      const row = fc.array(score, { minLength: pairs, maxLength: pairs });
      return fc.tuple(fc.constant(K), row, fc.double({ min: 0.1, max: 9, noNaN: true }));
    }),
    ([K, scores, factor]) => {
      const S = nn.row(scores);
      const [winner] = nn.oneVsOne(S, K);
      const wins = Array.from(
        { length: K },
        (_, k) => nn.pairs(K).filter(([i, j], d) => (scores[d] > 0 ? i : j) === k).length,
      );
      assert.equal(wins[winner], Math.max(...wins));
      assert.equal(wins.indexOf(wins[winner]), winner);
      const larger = nn.mul(S, factor);
      // A score so small that the product is 0 changes its vote.
      fc.pre(larger.data.every((x, d) => x > 0 === scores[d] > 0));
      assert.deepEqual(nn.oneVsOne(larger, K), nn.oneVsOne(S, K));
    },
  );
});

test("a number in quotes is shown with them, and a tensor is sent to nn.autograd", () => {
  const messageOf = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  const two = "2" as unknown as number;
  assert.match(
    messageOf(() => nn.zeros(two, 2)),
    /got "2"\.$/,
  );
  assert.match(
    messageOf(() => nn.sgd(model.parameters(), { lr: two })),
    /got "2"\.$/,
  );
  assert.match(
    messageOf(() => nn.train({ ...training, epochs: two })),
    /got "2"\.$/,
  );
  assert.match(
    messageOf(() => nn.fromRows([["a" as never]])),
    /number 0 of it is "a", a string\.$/,
  );
  const tensor = nn.autograd.tensor(M) as unknown as nn.Matrix;
  assert.match(
    messageOf(() => nn.softmax(tensor)),
    /is a tensor\. .*nn\.autograd\.$/,
  );
});
