import { ShapeError } from "../errors";
import { ownWork } from "../own-work";
import { say, type Words } from "../words";
import { dense } from "./dense";
import { numbers } from "./numbers";
import { kernelFor } from "./simd/choose";
import { type Factor, multiply } from "./simd/multiply";
import { type Matrix, requireMatrices, shapeOf } from "./types";

/** The products of the same two matrices that do exist, as a question. */
function mend(A: Matrix, B: Matrix): string {
  const fitting = [
    ...(A.cols === B.cols ? ["matmul(A, transpose(B))"] : []),
    ...(A.rows === B.rows ? ["matmul(transpose(A), B)"] : []),
    ...(A.rows === B.cols ? ["matmul(B, A)"] : []),
  ];
  if (fitting.length === 0) return "";
  return say({
    en: ` Did you mean ${fitting.join(" or ")}?`,
    ru: ` Может быть, ${fitting.join(" или ")}?`,
  });
}

/**
 * The definition of the matrix product: out[i, j] = Σₖ a[i, k] b[k, j], added up from k = 0 on.
 * `matmul` gives the same numbers, bit for bit, and takes this way only for small matrices.
 *
 * @param A n×k
 * @param B k×m
 * @returns n×m
 * @throws ShapeError unless A has as many columns as B has rows.
 */
export function matmulByDefinition(A: Matrix, B: Matrix): Matrix {
  requireFactors("matmulByDefinition", A, B);
  const out = numbers(A.rows * B.cols);
  // i, k, j and not i, j, k: the inner loop then walks along rows of B and of the result.
  for (let i = 0; i < A.rows; i++)
    for (let k = 0; k < A.cols; k++) {
      const a = A.data[i * A.cols + k];
      for (let j = 0; j < B.cols; j++) out[i * B.cols + j] += a * B.data[k * B.cols + j];
    }
  return dense(A.rows, B.cols, out);
}

/**
 * The matrix product A·B: out[i, j] = Σₖ a[i, k] b[k, j]. `matmulByDefinition` is this sentence as
 * code; for all but small matrices, the same sums are made tile by tile in `./simd`.
 *
 * @param A n×k
 * @param B k×m
 * @returns n×m
 * @throws ShapeError unless A has as many columns as B has rows.
 */
export function matmul(A: Matrix, B: Matrix): Matrix {
  requireFactors("matmul", A, B);
  if (isFew(A.rows * A.cols * B.cols)) return matmulByDefinition(A, B);
  return dense(A.rows, B.cols, multiply(kernelFor, stored(A), stored(B)));
}

/**
 * Aᵀ·B, and no transpose is made on the way: the gradient Xᵀ·g of a layer's weights.
 *
 * @param A k×n
 * @param B k×m
 * @returns n×m
 * @throws ShapeError unless A has as many rows as B.
 */
export function matmulTN(A: Matrix, B: Matrix): Matrix {
  requireMatrices("matmulTN", { A, B });
  if (A.rows !== B.rows)
    throw unlike(
      "matmulTN",
      { en: "need A rows = B rows", ru: "число строк A и B должно быть одинаковым" },
      A,
      B,
    );
  if (isFew(A.rows * A.cols * B.cols)) return matmulByDefinition(transpose(A), B);
  return dense(A.cols, B.cols, multiply(kernelFor, turned(A), stored(B)));
}

/**
 * A·Bᵀ, and no transpose is made on the way: the gradient g·Wᵀ of a layer's inputs.
 *
 * @param A n×k
 * @param B m×k
 * @returns n×m
 * @throws ShapeError unless A has as many columns as B.
 */
export function matmulNT(A: Matrix, B: Matrix): Matrix {
  requireMatrices("matmulNT", { A, B });
  if (A.cols !== B.cols)
    throw unlike(
      "matmulNT",
      { en: "need A columns = B columns", ru: "число столбцов A и B должно быть одинаковым" },
      A,
      B,
    );
  if (isFew(A.rows * A.cols * B.rows)) return matmulByDefinition(A, transpose(B));
  return dense(A.rows, B.rows, multiply(kernelFor, stored(A), turned(B)));
}

const stored = (M: Matrix): Factor => ({ M, transposed: false });
const turned = (M: Matrix): Factor => ({ M, transposed: true });

/**
 * Whether so few products are faster by the definition than packed into tiles; so it was measured
 * up to about 6×6 by 6×6. A factor without numbers has none.
 */
const isFew = (products: number): boolean => products < 250;

function requireFactors(where: string, A: Matrix, B: Matrix): void {
  requireMatrices(where, { A, B });
  if (A.cols !== B.rows)
    throw unlike(
      where,
      { en: "need A columns = B rows", ru: "число столбцов A должно быть равно числу строк B" },
      A,
      B,
      mend(A, B),
    );
}

const unlike = (where: string, need: Words, A: Matrix, B: Matrix, mended = ""): ShapeError =>
  new ShapeError({
    en: `${where}: ${need.en}, got [${shapeOf(A)}] and [${shapeOf(B)}].${mended}`,
    ru: `${where}: ${need.ru}, получены [${shapeOf(A)}] и [${shapeOf(B)}].${mended}`,
  });

/** Mᵀ: rows become columns. n×m → m×n. */
export function transpose(M: Matrix): Matrix {
  requireMatrices("transpose", { M });
  const out = numbers(M.data.length);
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
    throw new ShapeError({
      en:
        `affine: X is ${shapeOf(X)} and W is ${shapeOf(W)}. X has ${X.cols} columns, ` +
        `so W needs ${X.cols} rows; W has ${W.rows}.${X.cols === W.cols ? " Did you pass Wᵀ?" : ""}`,
      ru:
        `affine: X имеет размер ${shapeOf(X)}, а W — ${shapeOf(W)}. Столбцов в X ${X.cols}, ` +
        `поэтому строк в W нужно ${X.cols}, а их ${W.rows}.${X.cols === W.cols ? " Не передана ли Wᵀ?" : ""}`,
    });
  if (b.rows !== 1 || b.cols !== W.cols)
    throw new ShapeError({
      en:
        `affine: W is ${shapeOf(W)} and b is ${shapeOf(b)}. W has ${W.cols} columns, ` +
        `so b needs to be 1×${W.cols}.${b.rows === W.cols && b.cols === 1 ? " Did you pass bᵀ?" : ""}`,
      ru:
        `affine: W имеет размер ${shapeOf(W)}, а b — ${shapeOf(b)}. Столбцов в W ${W.cols}, ` +
        `поэтому b должно быть 1×${W.cols}.${b.rows === W.cols && b.cols === 1 ? " Не передано ли bᵀ?" : ""}`,
    });
  if (!isFew(X.rows * X.cols * W.cols))
    return dense(X.rows, W.cols, multiply(kernelFor, stored(X), stored(W), b.data));
  const Z = matmulByDefinition(X, W);
  const { data, cols } = Z;
  for (let from = 0; from < data.length; from += cols)
    for (let j = 0; j < cols; j++) data[from + j] += b.data[j];
  return Z;
}
