import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as nn from "../../lib";
import { forAll, matrices, sameMatrix, shaped, throws, untouched } from "./properties";

const M = nn.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

test("takeRows and takeColumns: in the order asked, repeats allowed", () => {
  assert.deepEqual(nn.toRows(nn.takeRows(M, [1, 0, 1])), [
    [4, 5, 6],
    [1, 2, 3],
    [4, 5, 6],
  ]);
  assert.deepEqual(nn.toRows(nn.takeColumns(M, Int32Array.of(2, 0))), [
    [3, 1],
    [6, 4],
  ]);
  assert.equal(nn.shapeOf(nn.takeRows(M, [])), "0×3");
});

test("columns are the transpose's rows", () =>
  forAll(fc.tuple(matrices(), fc.nat()), ([A, seed]) => {
    const order = nn.shuffle(A.cols, nn.mulberry32(seed));
    sameMatrix(
      untouched([A], () => nn.takeColumns(A, order)),
      nn.transpose(nn.takeRows(nn.transpose(A), order)),
    );
  }));

test("a matrix cut anywhere and stacked again is the matrix", () =>
  forAll(fc.tuple(matrices(), fc.nat()), ([A, seed]) => {
    const rng = nn.mulberry32(seed);
    const [i, j] = [nn.integer(rng, A.rows + 1), nn.integer(rng, A.cols + 1)];
    sameMatrix(nn.vstack([nn.sliceRows(A, 0, i), nn.sliceRows(A, i)]), A);
    sameMatrix(nn.hstack([nn.sliceColumns(A, 0, j), nn.sliceColumns(A, j)]), A);
  }));

test("hstack is vstack seen through transpose, arguments untouched", () =>
  forAll(
    shaped(3, (n, m, k) => [
      [n, m],
      [n, k],
    ]),
    ([A, B]) =>
      sameMatrix(
        untouched([A, B], () => nn.hstack([A, B])),
        nn.transpose(nn.vstack([nn.transpose(A), nn.transpose(B)])),
      ),
  ));

test("reshape keeps the numbers in their order", () => {
  assert.deepEqual(nn.toRows(nn.reshape(M, 3, 2)), [
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  throws(() => nn.reshape(M, 4, 2), nn.ShapeError, "reshape: 2×3 has 6 numbers, 4×2 needs 8.");
  assert.throws(() => nn.reshape(M, -2, -3), nn.ShapeError);
});

test("rows that are not there are named", () => {
  throws(() => nn.takeRows(M, [2]), nn.IndexError, "takeRows: rows are 0 to 1, got row 2.");
  throws(
    () => nn.takeColumns(M, [-1]),
    nn.IndexError,
    "takeColumns: columns are 0 to 2, got column -1.",
  );
  throws(
    () => nn.sliceRows(M, 1, 3),
    nn.IndexError,
    "sliceRows: need 0 ≤ from ≤ to ≤ 2 (the number of rows), got from 1 to 3.",
  );
  assert.throws(() => nn.sliceColumns(M, -1), nn.IndexError);
});

test("stacks that do not fit are named", () => {
  throws(
    () => nn.vstack([M, M, nn.zeros(1, 2)]),
    nn.ShapeError,
    "vstack: need equal numbers of columns; matrix 0 is 2×3 and matrix 2 is 1×2.",
  );
  throws(() => nn.hstack([]), nn.ShapeError, "hstack: need at least one matrix, got none.");
});

test("oneHot has a single 1 in each row, at the label", () => {
  assert.deepEqual(nn.toRows(nn.oneHot([2, 0], 3)), [
    [0, 0, 1],
    [1, 0, 0],
  ]);
  forAll(fc.array(fc.nat(4)), (labels) => {
    const H = nn.oneHot(Int32Array.from(labels), 5);
    assert.deepEqual([...nn.argmax(H)], labels);
    assert.equal(nn.sum(H), labels.length);
  });
});

test("oneHot refuses what is no label", () => {
  throws(
    () => nn.oneHot([0, 3], 3),
    nn.IndexError,
    "oneHot: 3 classes have the labels 0 to 2, and label 1 is 3. Do your labels start at 1?",
  );
  throws(
    () => nn.oneHot([-1], 3),
    nn.IndexError,
    "oneHot: 3 classes have the labels 0 to 2, and label 0 is -1.",
  );
  throws(
    () => nn.oneHot([0.5], 3),
    nn.ValueError,
    "oneHot: a label is a whole number, and label 0 is 0.5.",
  );
  throws(
    () => nn.oneHot([], 0),
    nn.ValueError,
    "oneHot: need K classes, a whole number of at least 1; got 0.",
  );
});
