import assert from "node:assert/strict";
import { test } from "node:test";
import * as nn from "../../lib";
import {
  closeMatrix,
  closeNumber,
  forAll,
  matrices,
  sameMatrix,
  throws,
  untouched,
} from "./properties";

const M = nn.fromRows([
  [1, 5, 3],
  [4, 2, 6],
]);

test("axis 0 is down the columns, axis 1 along the rows, none is everything", () => {
  assert.equal(nn.sum(M), 21);
  assert.deepEqual(nn.toRows(nn.sum(M, 0)), [[5, 7, 9]]);
  assert.deepEqual(nn.toRows(nn.sum(M, 1)), [[9], [12]]);
  assert.equal(nn.mean(M), 3.5);
  assert.deepEqual(nn.toRows(nn.mean(M, 0)), [[2.5, 3.5, 4.5]]);
  assert.deepEqual(nn.toRows(nn.max(M, 1)), [[5], [6]]);
  assert.deepEqual(nn.toRows(nn.min(M, 0)), [[1, 2, 3]]);
  assert.deepEqual([nn.max(M), nn.min(M)], [6, 1]);
  assert.deepEqual([...nn.argmax(M)], [1, 2]);
  assert.deepEqual([...nn.argmax(M, 0)], [1, 0, 1]);
});

for (const [name, reduce] of Object.entries({ sum: nn.sum, max: nn.max, min: nn.min })) {
  test(`${name}: all at once equals rows first, then their results; columns are the transpose's rows`, () =>
    forAll(matrices(), (A) => {
      const perRow = untouched([A], () => reduce(A, 1));
      closeNumber(reduce(perRow), reduce(A));
      sameMatrix(reduce(nn.transpose(A), 0), nn.transpose(perRow));
    }));
}

test("the mean is the sum through the count, in every direction", () =>
  forAll(matrices(), (A) => {
    closeNumber(nn.mean(A), nn.sum(A) / A.data.length);
    closeMatrix(nn.mean(A, 0), nn.div(nn.sum(A, 0), A.rows));
    closeMatrix(nn.mean(A, 1), nn.div(nn.sum(A, 1), A.cols));
  }));

test("argmax points at the maximum, and at nothing equal before it", () =>
  forAll(matrices(3), (A) => {
    const largest = nn.max(A, 1);
    nn.argmax(A).forEach((j, i) => {
      assert.ok(nn.get(A, i, j) === nn.get(largest, i, 0));
      for (let before = 0; before < j; before++)
        assert.ok(nn.get(A, i, before) < nn.get(largest, i, 0));
    });
  }));

test("NaN is not hidden: max and min are NaN, argmax points at the first NaN", () => {
  const broken = nn.row([3, NaN, 7, NaN]);
  assert.ok(Number.isNaN(nn.max(broken)) && Number.isNaN(nn.min(broken)));
  assert.deepEqual([...nn.argmax(broken)], [1]);
});

test("ties and −Infinity: the first maximum", () => {
  assert.deepEqual([...nn.argmax(nn.row([2, 2, 1]))], [0]);
  assert.deepEqual([...nn.argmax(nn.row([-Infinity, -Infinity]))], [0]);
  assert.equal(nn.max(nn.row([-5, -3])), -3);
});

test("no numbers: the sum is 0, the others have nothing to say", () => {
  const none = nn.zeros(0, 2);
  assert.equal(nn.sum(none), 0);
  assert.deepEqual(nn.toRows(nn.sum(none, 0)), [[0, 0]]);
  for (const [name, reduce] of Object.entries({ mean: nn.mean, max: nn.max, min: nn.min }))
    throws(
      () => reduce(none),
      nn.ShapeError,
      `${name}: a 0×2 matrix has no numbers to take the ${name} of.`,
    );
  assert.throws(() => nn.argmax(none, 0), nn.ShapeError);
  assert.equal(nn.argmax(none).length, 0);
});

test("an axis that does not exist is named", () =>
  throws(
    () => nn.sum(M, 2 as nn.Axis),
    nn.ValueError,
    "sum: axis is 0 (down each column) or 1 (along each row), got 2.",
  ));

test("norm is the root of the sum of squares, also where squares overflow or vanish", () => {
  forAll(matrices(), (A) => closeNumber(nn.norm(A), Math.sqrt(nn.sum(nn.mul(A, A))), 1e-9));
  closeNumber(nn.norm(nn.row([3e200, 4e200])) / 1e200, 5);
  closeNumber(nn.norm(nn.row([3e-200, 4e-200])) / 1e-200, 5);
  assert.equal(nn.norm(nn.zeros(2, 2)), 0);
  assert.equal(nn.norm(nn.row([1, -Infinity])), Infinity);
  assert.ok(Number.isNaN(nn.norm(nn.row([1, NaN]))));
});
