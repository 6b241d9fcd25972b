import { ShapeError } from "../errors";
import { ownWork } from "../own-work";
import { dense } from "./dense";
import { add } from "./elementwise";
import { type Matrix, requireMatrices, shapeOf } from "./types";

/** The products of the same two matrices that do exist, as a question. */
function mend(A: Matrix, B: Matrix): string {
  const fitting = [
    ...(A.cols === B.cols ? ["matmul(A, transpose(B))"] : []),
    ...(A.rows === B.rows ? ["matmul(transpose(A), B)"] : []),
    ...(A.rows === B.cols ? ["matmul(B, A)"] : []),
  ];
  return fitting.length > 0 ? ` Did you mean ${fitting.join(" or ")}?` : "";
}

/**
 * The matrix product A·B: out[i, j] = Σₖ a[i, k] b[k, j].
 *
 * @param A n×k
 * @param B k×m
 * @returns n×m
 * @throws ShapeError unless A has as many columns as B has rows.
 */
export function matmul(A: Matrix, B: Matrix): Matrix {
  requireMatrices("matmul", { A, B });
  if (A.cols !== B.rows)
    throw new ShapeError(
      `matmul: need A columns = B rows, got [${shapeOf(A)}] and [${shapeOf(B)}].${mend(A, B)}`,
    );
  const out = new Float64Array(A.rows * B.cols);
  // i, k, j and not i, j, k: the inner loop then walks along rows of B and of the result.
  for (let i = 0; i < A.rows; i++)
    for (let k = 0; k < A.cols; k++) {
      const a = A.data[i * A.cols + k];
      for (let j = 0; j < B.cols; j++) out[i * B.cols + j] += a * B.data[k * B.cols + j];
    }
  return dense(A.rows, B.cols, out);
}

/** Mᵀ: rows become columns. n×m → m×n. */
export function transpose(M: Matrix): Matrix {
  requireMatrices("transpose", { M });
  const out = new Float64Array(M.data.length);
  for (let i = 0; i < M.rows; i++)
    for (let j = 0; j < M.cols; j++) out[j * M.rows + i] = M.data[i * M.cols + j];
  return dense(M.cols, M.rows, out);
}

/**
 * A layer before its activation, X·W + b: the weighted sums of every sample's features.
 *
 * @param X n×k, one sample a row
 * @param W k×m, one unit a column
 * @param b 1×m, one bias for each unit, added to every row
 * @returns n×m
 * @throws ShapeError that says which of the three doesn't fit.
 */
export function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {
  ownWork("affine");
  requireMatrices("affine", { X, W, b });
  if (X.cols !== W.rows)
    throw new ShapeError(
      `affine: X is ${shapeOf(X)} and W is ${shapeOf(W)}. X has ${X.cols} columns, ` +
        `so W needs ${X.cols} rows; W has ${W.rows}.${X.cols === W.cols ? " Did you pass Wᵀ?" : ""}`,
    );
  if (b.rows !== 1 || b.cols !== W.cols)
    throw new ShapeError(
      `affine: W is ${shapeOf(W)} and b is ${shapeOf(b)}. W has ${W.cols} columns, ` +
        `so b needs to be 1×${W.cols}.${b.rows === W.cols && b.cols === 1 ? " Did you pass bᵀ?" : ""}`,
    );
  return add(matmul(X, W), b);
}
