import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import {
  centralDifferences,
  closeMatrix,
  closeNumber,
  forAll,
  matrices,
  matricesOf,
  sizes,
  throws,
  untouched,
} from "./properties";

/** Logits with one label for each row. */
const labelled = fc.tuple(sizes(), sizes(2)).chain(([n, K]) =>
  fc.tuple(
    matricesOf(n, K, 10),
    fc.array(fc.nat(K - 1), { minLength: n, maxLength: n }).map((y) => Int32Array.from(y)),
  ),
);

test("logSumExp: the course's numbers, up to logits of ±1000", () => {
  closeNumber(nn.logSumExp(nn.row([1, 2, 3])), 3.40760596, 1e-8);
  closeNumber(nn.logSumExp(nn.row([1000, 1000])), 1000.69315, 1e-8);
  closeNumber(nn.logSumExp(nn.row([-1000, -1000, -1000])), -998.901388, 1e-8);
});

test("logSumExp is between the maximum and the maximum + ln n, and moves with its numbers", () =>
  forAll(fc.tuple(matrices(), fc.double({ min: -1e3, max: 1e3, noNaN: true })), ([Z, c]) => {
    const l = nn.logSumExp(Z);
    assert.ok(l >= nn.max(Z) && l <= nn.max(Z) + Math.log(Z.data.length) + 1e-12);
    closeNumber(nn.logSumExp(nn.add(Z, c)), l + c, 1e-12);
    const rows = nn.toRows(Z).map((z) => nn.logSumExp(nn.row(z)));
    closeMatrix(
      untouched([Z], () => nn.logSumExp(Z, 1)),
      nn.column(rows),
      0,
    );
  }));

test("logSumExp of infinities and of nothing", () => {
  assert.equal(nn.logSumExp(nn.row([-Infinity, -Infinity])), -Infinity);
  assert.equal(nn.logSumExp(nn.row([Infinity, 0])), Infinity);
  closeNumber(nn.logSumExp(nn.row([-Infinity, 2])), 2);
  throws(
    () => nn.logSumExp(nn.zeros(1, 0)),
    nn.ShapeError,
    "logSumExp: a 1×0 matrix has no numbers to take the logSumExp of.",
  );
});

test("softmax: the course's numbers, both rows in one matrix", () => {
  const Z = nn.fromRows([
    [1, 2, 3],
    [0, 1000, 0],
  ]);
  const P = nn.fromRows([
    [0.09003057, 0.2447285, 0.665241],
    [0, 1, 0],
  ]);
  closeMatrix(nn.softmax(Z), P, 1e-7);
});

test("softmax: rows sum to 1, keep their order, and don't change when a constant is added", () =>
  forAll(fc.tuple(matrices(), fc.double({ min: -1e3, max: 1e3, noNaN: true })), ([Z, c]) => {
    const P = untouched([Z], () => nn.softmax(Z));
    closeMatrix(nn.sum(P, 1), nn.ones(Z.rows, 1), 1e-12);
    assert.ok(P.data.every((p) => p >= 0 && p <= 1));
    closeMatrix(nn.softmax(nn.add(Z, c)), P, 1e-11);
    nn.argmax(Z).forEach((j, i) => {
      closeNumber(nn.get(P, i, j), nn.get(nn.max(P, 1), i, 0), 1e-15);
    });
  }));

test("softmax of no samples has none; without classes it is an error", () => {
  assert.equal(nn.shapeOf(nn.softmax(nn.zeros(0, 3))), "0×3");
  throws(
    () => nn.softmax(nn.zeros(3, 0)),
    nn.ShapeError,
    "softmax: need at least one class, a column of Z; Z is 3×0.",
  );
});

const P = nn.fromRows([
  [0.9, 0.09, 0.01],
  [0.1, 0.9, 0],
  [0.01, 0.29, 0.7],
]);

test("crossEntropy: the deck's table", () => {
  closeNumber(nn.crossEntropy(P, Int32Array.of(0, 1, 2)), 0.189132, 1e-6);
  closeNumber(nn.crossEntropy(P, Int32Array.of(1, 1, 2)), 0.9566604, 1e-7);
  assert.equal(nn.crossEntropy(P, [0, 2, 2]), Infinity);
  assert.ok(Object.is(nn.crossEntropy(nn.eye(3), [0, 1, 2]), 0));
});

test("crossEntropy refuses logits, and says what to call", () =>
  throws(
    () => nn.crossEntropy(nn.row([0.5, -1, 2]), [2]),
    nn.ValueError,
    "crossEntropy: probabilities are 0 to 1, and row 0 of P has 2 at its label. For logits there is softmaxCrossEntropy.",
  ));

test("softmaxCrossEntropy: the course's numbers, finite where softmax underflows", () => {
  const Z = nn.fromRows([
    [1, 2, 3],
    [0, 1000, 0],
  ]);
  const { loss, dZ } = nn.softmaxCrossEntropy(Z, Int32Array.of(2, 0));
  closeNumber(loss, 500.203803, 1e-9);
  const gradient = nn.fromRows([
    [0.04501529, 0.1223642, -0.1673795],
    [-0.5, 0.5, 0],
  ]);
  closeMatrix(dZ, gradient, 1e-7);
  closeNumber(nn.softmaxCrossEntropy(nn.zeros(4, 10), [0, 3, 6, 9]).loss, Math.log(10), 1e-15);
});

test("softmaxCrossEntropy of infinite logits is what logSumExp says", () => {
  assert.equal(nn.softmaxCrossEntropy(nn.row([Infinity, 0]), [1]).loss, Infinity);
  assert.equal(nn.softmaxCrossEntropy(nn.row([0, -Infinity]), [0]).loss, 0);
  assert.equal(nn.softmaxCrossEntropy(nn.row([0, -Infinity]), [1]).loss, Infinity);
});

test("softmaxCrossEntropy: seed 2024's five samples", () => {
  const { loss, dZ } = nn.softmaxCrossEntropy(nn.randn(nn.mulberry32(2024), 5, 3), [0, 2, 1, 1, 0]);
  closeNumber(loss, 1.1674502, 1e-7);
  closeMatrix(nn.sliceRows(dZ, 0, 1), nn.row([-0.12664991, 0.064550578, 0.06209933]), 1e-8);
});

test("softmaxCrossEntropy is crossEntropy after softmax, and dZ is its central difference", () =>
  forAll(labelled, ([Z, y]) => {
    const { loss, dZ } = untouched([Z], () => nn.softmaxCrossEntropy(Z, y));
    closeNumber(loss, nn.crossEntropy(nn.softmax(Z), y), 1e-9);
    closeMatrix(
      dZ,
      centralDifferences((X) => nn.softmaxCrossEntropy(X, y).loss, Z),
      1e-7,
    );
    closeMatrix(nn.sum(dZ, 1), nn.zeros(Z.rows, 1), 1e-15);
  }));

for (const [name, loss, M] of [
  ["crossEntropy", nn.crossEntropy, "P"],
  ["softmaxCrossEntropy", nn.softmaxCrossEntropy, "Z"],
] as const)
  test(`${name}: labels that cannot be are named`, () => {
    const third = nn.full(2, 3, 1 / 3);
    const say = (labels: number[], Kind: new (m: string) => Error, words: string): void =>
      throws(() => loss(third, labels), Kind, `${name}: ${words}`);
    say([0], nn.ShapeError, `${M} has 2 rows, so 2 labels are needed; got 1.`);
    say(
      [1, 3],
      nn.IndexError,
      "3 classes have the labels 0 to 2, and label 1 is 3. Do your labels start at 1?",
    );
    say([-1, 0], nn.IndexError, "3 classes have the labels 0 to 2, and label 0 is -1.");
    say([0, 0.5], nn.ValueError, "a label is a whole number, and label 1 is 0.5.");
    throws(
      () => loss(nn.zeros(0, 3), []),
      nn.ShapeError,
      `${name}: need at least one sample, a row of ${M}; it is 0×3.`,
    );
  });

test("bceWithLogits: the course's numbers, finite at 1000", () => {
  const { loss, dz } = nn.bceWithLogits(nn.column([0, 3.5, -2, 1000]), nn.column([0, 1, 1, 0]));
  closeNumber(loss, 250.7124564, 1e-10);
  closeMatrix(dz, nn.column([0.125, -0.007328058, -0.2201993, 0.25]), 1e-7);
  const three = nn.bceWithLogits(nn.column([0, 3.5, -2]), nn.column([0, 1, 1]));
  closeNumber(three.loss, 0.94994187, 1e-8);
});

test("bceWithLogits is softmaxCrossEntropy of the logits 0 and z, and dz its central difference", () =>
  forAll(
    sizes().chain((n) =>
      fc.tuple(matricesOf(n, 1, 10), fc.array(fc.nat(1), { minLength: n, maxLength: n })),
    ),
    ([z, labels]) => {
      const y = nn.column(labels);
      const { loss, dz } = untouched([z, y], () => nn.bceWithLogits(z, y));
      const two = nn.softmaxCrossEntropy(nn.hstack([nn.zeros(z.rows, 1), z]), labels);
      closeNumber(loss, two.loss, 1e-12);
      closeMatrix(dz, nn.takeColumns(two.dZ, [1]), 1e-12);
      closeMatrix(
        dz,
        centralDifferences((x) => nn.bceWithLogits(x, y).loss, z),
        1e-7,
      );
    },
  ));

test("bceWithLogits: shapes and labels that cannot be are named", () => {
  throws(
    () => nn.bceWithLogits(nn.row([1, 2]), nn.row([0, 1])),
    nn.ShapeError,
    "bceWithLogits: z needs one logit a sample, n×1 with n ≥ 1; it is 1×2. Did you mean transpose(z)?",
  );
  throws(
    () => nn.bceWithLogits(nn.column([1, 2]), nn.row([0, 1])),
    nn.ShapeError,
    "bceWithLogits: z is 2×1, so y needs to be 2×1; it is 1×2.",
  );
  throws(
    () => nn.bceWithLogits(nn.column([1, 2]), nn.column([0, 2])),
    nn.ValueError,
    "bceWithLogits: labels are 0 or 1, and the label of sample 1 is 2.",
  );
});

test("meanSquaredError: the mean of squares, its gradient the central difference", () => {
  const { loss, dPrediction } = nn.meanSquaredError(nn.row([1, 4]), nn.row([0, 1]));
  assert.equal(loss, 5);
  assert.deepEqual(nn.toRows(dPrediction), [[1, 3]]);
  forAll(
    fc
      .tuple(sizes(), sizes())
      .chain(([n, m]) => fc.tuple(matricesOf(n, m, 5), matricesOf(n, m, 5))),
    ([Y, T]) =>
      closeMatrix(
        untouched([Y, T], () => nn.meanSquaredError(Y, T).dPrediction),
        centralDifferences((X) => nn.meanSquaredError(X, T).loss, Y),
        1e-7,
      ),
  );
  throws(
    () => nn.meanSquaredError(nn.zeros(3, 1), nn.zeros(1, 3)),
    nn.ShapeError,
    "meanSquaredError: need equal shapes, got a 3×1 prediction and a 1×3 target.",
  );
});
