import { ShapeError } from "../errors";
import { dense } from "./dense";
import { numbers } from "./numbers";
import { ofEntries } from "./simd/entries";
import { type Matrix, requireMatrices, shapeOf } from "./types";

/** `part` can be stretched to the shape of `whole`: in each direction it is as long, or 1. */
const fits = (part: Matrix, whole: Matrix): boolean =>
  (part.rows === whole.rows || part.rows === 1) && (part.cols === whole.cols || part.cols === 1);

function commonShape(name: string, A: Matrix, B: Matrix): Matrix {
  if (fits(B, A)) return A;
  if (fits(A, B)) return B;
  const turned = A.rows === B.cols && A.cols === B.rows;
  throw new ShapeError({
    en:
      `${name}: need equal shapes, or a 1×m row, an n×1 column or a number beside an n×m matrix; ` +
      `got [${shapeOf(A)}] and [${shapeOf(B)}].${turned ? " Did you mean transpose(B)?" : ""}`,
    ru:
      `${name}: нужны одинаковые размеры или же строка 1×m, столбец n×1 либо число рядом с матрицей n×m; ` +
      `получены [${shapeOf(A)}] и [${shapeOf(B)}].${turned ? " Может быть, transpose(B)?" : ""}`,
  });
}

const asMatrix = (A: Matrix | number): Matrix =>
  typeof A === "number" ? dense(1, 1, Float64Array.of(A)) : A;

/**
 * One operation along a line of n numbers: out[o + k] = a[i + k·di] ∘ b[j + k·dj]. A step of 0 repeats
 * one number. Each operation has a loop of its own, as a call for every number would cost more
 * than the operation.
 */
type Line = (
  n: number,
  out: Float64Array,
  o: number,
  a: Float64Array,
  i: number,
  di: number,
  b: Float64Array,
  j: number,
  dj: number,
) => void;

/** How far the next row and the next column are in the data; 0 repeats the same entry. */
const steps = ({ rows, cols }: Matrix): [down: number, along: number] => [
  rows === 1 ? 0 : cols,
  cols === 1 ? 0 : 1,
];

/** Entry by entry: out[i, j] = a[i, j] ∘ b[i, j], where a row, column or number is repeated. */
function elementwise(name: string, line: Line) {
  return (a: Matrix | number, b: Matrix | number): Matrix => {
    const [A, B] = [asMatrix(a), asMatrix(b)];
    requireMatrices(name, { A, B });
    const { rows, cols } = commonShape(name, A, B);
    const out = numbers(rows * cols);
    if (isOneLine(A, out) && isOneLine(B, out)) {
      const [i, j] = [A, B].map(({ data }) => (data.length === 1 ? 0 : 1));
      line(out.length, out, 0, A.data, 0, i, B.data, 0, j);
    } else {
      const [[aDown, aAlong], [bDown, bAlong]] = [steps(A), steps(B)];
      for (let i = 0; i < rows; i++)
        line(cols, out, i * cols, A.data, i * aDown, aAlong, B.data, i * bDown, bAlong);
    }
    return dense(rows, cols, out);
  };
}

/** The whole matrix can be walked as one line: it has all the numbers, or a single one. */
const isOneLine = ({ data }: Matrix, out: Float64Array): boolean =>
  data.length === out.length || data.length === 1;

/**
 * A + B, entry by entry. Beside an n×m matrix may stand a 1×m row (added to every row), an n×1
 * column (added to every column) or a number. A column beside a row is an error: usually one of
 * them was meant to be transposed.
 * @throws ShapeError if the shapes don't fit. The same holds for `sub`, `mul` and `div`.
 */
export const add = elementwise("add", (n, out, o, a, i, di, b, j, dj) => {
  for (let k = 0; k < n; k++) out[o + k] = a[i + k * di] + b[j + k * dj];
});

/** A − B, entry by entry; shapes as in `add`. */
export const sub = elementwise("sub", (n, out, o, a, i, di, b, j, dj) => {
  for (let k = 0; k < n; k++) out[o + k] = a[i + k * di] - b[j + k * dj];
});

/** A ∘ B, entry by entry (the matrix product is `matmul`); shapes as in `add`. */
export const mul = elementwise("mul", (n, out, o, a, i, di, b, j, dj) => {
  for (let k = 0; k < n; k++) out[o + k] = a[i + k * di] * b[j + k * dj];
});

/** A / B, entry by entry; shapes as in `add`. */
export const div = elementwise("div", (n, out, o, a, i, di, b, j, dj) => {
  for (let k = 0; k < n; k++) out[o + k] = a[i + k * di] / b[j + k * dj];
});

/** f of every entry, in a new matrix of the same shape. f is told the entry's row and column, too. */
export function map(M: Matrix, f: (x: number, i: number, j: number) => number): Matrix {
  requireMatrices("map", { M });
  const out = numbers(M.data.length);
  for (let i = 0, k = 0; i < M.rows; i++)
    for (let j = 0; j < M.cols; j++, k++) out[k] = f(M.data[k], i, j);
  return dense(M.rows, M.cols, out);
}

/** −M. */
export const neg = (M: Matrix): Matrix => map(M, (x) => -x);

/** eˣ of every entry. */
export function exp(M: Matrix): Matrix {
  requireMatrices("exp", { M });
  const fast = ofEntries("exp", M.data);
  if (fast) return dense(M.rows, M.cols, fast);
  const out = numbers(M.data.length);
  for (let k = 0; k < out.length; k++) out[k] = Math.exp(M.data[k]);
  return dense(M.rows, M.cols, out);
}

/** The natural logarithm of every entry; ln 0 = −Infinity. */
export const log = (M: Matrix): Matrix => map(M, Math.log);

/** The square root of every entry. */
export const sqrt = (M: Matrix): Matrix => map(M, Math.sqrt);

/** Every entry without its sign. */
export const abs = (M: Matrix): Matrix => map(M, Math.abs);
