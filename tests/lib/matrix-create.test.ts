import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import * as nn from "../../lib";
import { forAll, matrices, sameMatrix, throws, untouched } from "./properties";

test("data is stored row after row", () => {
  const M = nn.fromRows([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  assert.deepEqual([M.rows, M.cols, [...M.data]], [2, 3, [1, 2, 3, 4, 5, 6]]);
  assert.equal(nn.get(M, 1, 0), 4);
  sameMatrix(M, nn.matrix(2, 3, [1, 2, 3, 4, 5, 6]));
});

test("row, column, full, zeros, ones, eye", () => {
  assert.deepEqual(nn.toRows(nn.row([1, 2])), [[1, 2]]);
  assert.deepEqual(nn.toRows(nn.column([1, 2])), [[1], [2]]);
  assert.deepEqual(nn.toRows(nn.full(1, 2, 7)), [[7, 7]]);
  assert.deepEqual(nn.toRows(nn.zeros(2, 1)), [[0], [0]]);
  assert.deepEqual(nn.toRows(nn.ones(1, 2)), [[1, 1]]);
  assert.deepEqual(nn.toRows(nn.eye(2)), [
    [1, 0],
    [0, 1],
  ]);
});

test("fromRows undoes toRows, and copy is equal but not the same", () =>
  forAll(matrices(), (M) => {
    sameMatrix(nn.fromRows(untouched([M], () => nn.toRows(M))), M);
    const twin = nn.copy(M);
    sameMatrix(twin, M);
    assert.notEqual(twin.data, M.data);
  }));

test("a new matrix does not share its numbers with what it was made from", () => {
  const source = Float64Array.of(1, 2);
  const made = [nn.matrix(1, 2, source), nn.row(source), nn.fromRows([source])];
  const view = nn.reshape(made[0], 2, 1);
  source[0] = 99;
  made[0].data[1] = 99;
  for (const M of [...made, view]) assert.equal(M.data[0], 1);
  assert.equal(view.data[1], 2);
});

test("a matrix may have no rows or no columns, if its maker says the other number", () => {
  assert.equal(nn.shapeOf(nn.zeros(0, 3)), "0×3");
  assert.equal(nn.shapeOf(nn.transpose(nn.zeros(0, 3))), "3×0");
  sameMatrix(nn.matmul(nn.zeros(3, 0), nn.zeros(0, 2)), nn.zeros(3, 2));
  throws(
    () => nn.fromRows([]),
    nn.ShapeError,
    "fromRows: need at least one row with at least one number, got none. A matrix without rows is zeros(0, cols).",
  );
  assert.throws(() => nn.fromRows([[]]), nn.ShapeError);
});

test("rows of unequal length are named", () =>
  throws(
    () => nn.fromRows([[1, 2], [3, 4], [5]]),
    nn.ShapeError,
    "fromRows: need rows of equal length; row 0 has 2 numbers and row 2 has 1.",
  ));

test("impossible sizes are named", () => {
  throws(() => nn.matrix(2, 2, [1, 2, 3]), nn.ShapeError, "matrix: 2×2 needs 4 numbers, got 3.");
  throws(() => nn.zeros(-1, 2), nn.ShapeError, "zeros: rows needs to be 0, 1, 2, …; got -1.");
  throws(() => nn.eye(1.5), nn.ShapeError, "eye: n needs to be 0, 1, 2, …; got 1.5.");
});

test("get knows its borders", () => {
  const M = nn.zeros(2, 3);
  throws(() => nn.get(M, 0, 3), nn.IndexError, "get: columns are 0 to 2, got column 3.");
  throws(() => nn.get(M, -1, 0), nn.IndexError, "get: rows are 0 to 1, got row -1.");
  throws(() => nn.get(M, 0, 0.5), nn.ValueError, "get: a column is a whole number, got 0.5.");
  throws(() => nn.get(nn.zeros(0, 3), 0, 0), nn.IndexError, "get: there are no rows, got row 0.");
});

test("any object with rows, cols and data is a matrix, also one from another realm", () => {
  assert.ok(nn.isMatrix({ rows: 1, cols: 2, data: Float64Array.of(1, 2) }));
  assert.ok(nn.isMatrix(vm.runInNewContext("({ rows: 1, cols: 1, data: new Float64Array(1) })")));
  for (const other of [undefined, null, 3, "text", [[1, 2]], {}, { rows: 1, cols: 1, data: [1] }])
    assert.equal(nn.isMatrix(other), false);
});

test("what is no matrix is described", () => {
  const say =
    (value: unknown): (() => unknown) =>
    () =>
      nn.transpose(value as nn.Matrix);
  const make = "fromRows([[1, 2], [3, 4]]) makes one.";
  const cases: [unknown, string][] = [
    [[[1]], `needs to be a matrix, and is an Array. ${make}`],
    [undefined, `needs to be a matrix, and is undefined. ${make}`],
    [3, `needs to be a matrix, and is a number. ${make}`],
    [Object.create(null), `needs to be a matrix, and is an Object. ${make}`],
    [
      { rows: 1, cols: 1, data: [1] },
      "needs its data as a Float64Array, and has an Array. matrix(rows, cols, data) makes one.",
    ],
  ];
  for (const [value, words] of cases) throws(say(value), nn.ValueError, `transpose: M ${words}`);
  throws(
    say({ rows: 2, cols: 2, data: new Float64Array(3) }),
    nn.ShapeError,
    "transpose: M says 2×2, so its data needs 4 numbers; it has 3.",
  );
  throws(
    say({ rows: 1.5, cols: 2, data: new Float64Array(3) }),
    nn.ValueError,
    "transpose: M needs whole numbers of rows and columns, and says 1.5×2.",
  );
});
