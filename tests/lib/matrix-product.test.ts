import assert from "node:assert/strict";
import { test } from "node:test";
import * as nn from "../../lib";
import { closeMatrix, forAll, matrices, sameMatrix, shaped, throws, untouched } from "./properties";

test("each entry is a row of A times a column of B", () =>
  forAll(
    shaped(3, (n, k, m) => [
      [n, k],
      [k, m],
    ]),
    ([A, B]) => {
      const product = untouched([A, B], () => nn.matmul(A, B));
      const [rows, columns] = [nn.toRows(A), nn.toRows(nn.transpose(B))];
      const byHand = rows.map((a) =>
        columns.map((b) => a.reduce((total, x, k) => total + x * b[k], 0)),
      );
      closeMatrix(product, nn.fromRows(byHand));
    },
  ));

test("(AB)ᵀ = BᵀAᵀ, A(BC) = (AB)C, A(B+C) = AB + AC", () =>
  forAll(
    shaped(
      4,
      (n, k, m, p) => [
        [n, k],
        [k, m],
        [m, p],
        [k, m],
      ],
      10,
    ),
    ([A, B, C, D]) => {
      const AB = nn.matmul(A, B);
      sameMatrix(nn.transpose(AB), nn.matmul(nn.transpose(B), nn.transpose(A)));
      closeMatrix(nn.matmul(A, nn.matmul(B, C)), nn.matmul(AB, C), 1e-7);
      closeMatrix(nn.matmul(A, nn.add(B, D)), nn.add(AB, nn.matmul(A, D)), 1e-7);
    },
  ));

test("the identity changes nothing, and a double transpose is the matrix", () =>
  forAll(matrices(), (M) => {
    closeMatrix(nn.matmul(nn.eye(M.rows), M), M);
    closeMatrix(nn.matmul(M, nn.eye(M.cols)), M);
    sameMatrix(nn.transpose(untouched([M], () => nn.transpose(M))), M);
  }));

test("NaN and Infinity go through: 0·NaN is NaN", () =>
  assert.ok(Number.isNaN(nn.matmul(nn.row([0, 1]), nn.column([NaN, 1])).data[0])));

test("matmul: the error offers every product that exists", () => {
  const say = (A: [number, number], B: [number, number], mend: string): void =>
    throws(
      () => nn.matmul(nn.zeros(...A), nn.zeros(...B)),
      nn.ShapeError,
      `matmul: need A columns = B rows, got [${A.join("×")}] and [${B.join("×")}].${mend}`,
    );
  say([1, 3], [2, 1], " Did you mean matmul(B, A)?");
  say([2, 3], [4, 3], " Did you mean matmul(A, transpose(B))?");
  say([2, 3], [2, 3], " Did you mean matmul(A, transpose(B)) or matmul(transpose(A), B)?");
  say([2, 3], [4, 5], "");
});

test("affine: the deck's example", () => {
  const X = nn.fromRows([
    [0.5, 1, 0, 1],
    [1, 0, 2, -1],
  ]);
  const W = nn.fromRows([
    [0, -2],
    [1, 0],
    [0.5, -1],
    [-1, 3],
  ]);
  assert.deepEqual(nn.toRows(nn.affine(X, W, nn.row([0, 1.5]))), [
    [0, 3.5],
    [2, -5.5],
  ]);
});

test("affine is X·W + b", () =>
  forAll(
    shaped(3, (n, k, m) => [
      [n, k],
      [k, m],
      [1, m],
    ]),
    ([X, W, b]) =>
      sameMatrix(
        untouched([X, W, b], () => nn.affine(X, W, b)),
        nn.add(nn.matmul(X, W), b),
      ),
  ));

test("affine: the error says which of the three does not fit", () => {
  const say = (X: nn.Matrix, W: nn.Matrix, b: nn.Matrix, words: string): void =>
    throws(() => nn.affine(X, W, b), nn.ShapeError, words);
  say(
    nn.zeros(1, 4),
    nn.zeros(2, 4),
    nn.zeros(1, 2),
    "affine: X is 1×4 and W is 2×4. X has 4 columns, so W needs 4 rows; W has 2. Did you pass Wᵀ?",
  );
  say(
    nn.zeros(5, 3),
    nn.zeros(2, 4),
    nn.zeros(1, 4),
    "affine: X is 5×3 and W is 2×4. X has 3 columns, so W needs 3 rows; W has 2.",
  );
  say(
    nn.zeros(5, 3),
    nn.zeros(3, 2),
    nn.zeros(2, 1),
    "affine: W is 3×2 and b is 2×1. W has 2 columns, so b needs to be 1×2. Did you pass bᵀ?",
  );
});
