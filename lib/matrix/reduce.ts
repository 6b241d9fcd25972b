import { ShapeError, ValueError } from "../errors";
import { dense } from "./dense";
import { numbers } from "./numbers";
import { type Matrix, requireMatrices, shapeOf } from "./types";

/** The direction in which numbers are put together: 0 = down each column, 1 = along each row. */
export type Axis = 0 | 1;

/** Many numbers to one: of the whole matrix, of each column (1×m) or of each row (n×1). */
export interface Reduction {
  (M: Matrix): number;
  (M: Matrix, axis: Axis): Matrix;
}

/** A line of `count` numbers, from the place `from` on and `step` apart, to one number. */
type Reduce = (data: Float64Array, from: number, step: number, count: number) => number;

function requireNumbers(name: string, M: Matrix, count: number): void {
  if (count === 0)
    throw new ShapeError({
      en: `${name}: a ${shapeOf(M)} matrix has no numbers to take the ${name} of.`,
      ru: `${name}: в матрице ${shapeOf(M)} нет чисел, вычислять ${name} не из чего.`,
    });
}

/** `reduce` of each column (axis 0) or each row (axis 1), written to `out`. */
function eachLine(
  name: string,
  { rows, cols, data }: Matrix,
  axis: Axis,
  reduce: Reduce,
  out: Float64Array | Int32Array,
): void {
  if (axis === 0) for (let j = 0; j < cols; j++) out[j] = reduce(data, j, cols, rows);
  else if (axis === 1) for (let i = 0; i < rows; i++) out[i] = reduce(data, i * cols, 1, cols);
  else
    throw new ValueError({
      en: `${name}: axis is 0 (down each column) or 1 (along each row), got ${axis as number}.`,
      ru: `${name}: axis — это 0 (вниз по столбцам) или 1 (вдоль строк), получено ${axis as number}.`,
    });
}

/**
 * Makes a reduction from what it does to one line of numbers.
 * @param empty its value for no numbers; without it, no numbers are a ShapeError.
 */
export function reduction(name: string, reduce: Reduce, empty?: number): Reduction {
  return ((M: Matrix, axis?: Axis): number | Matrix => {
    requireMatrices(name, { M });
    const { rows, cols, data } = M;
    const toOne: Reduce = (data, from, step, count) => {
      if (count > 0) return reduce(data, from, step, count);
      if (empty === undefined) requireNumbers(name, M, count);
      return empty as number;
    };
    if (axis === undefined) return toOne(data, 0, 1, data.length);
    const out = axis === 0 ? dense(1, cols, numbers(cols)) : dense(rows, 1, numbers(rows));
    eachLine(name, M, axis, toOne, out.data);
    return out;
  }) as Reduction;
}

const total: Reduce = (data, from, step, count) => {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += data[from + k * step];
  return sum;
};

/** The sum; of no numbers it is 0. `sum(M, 0)` are the column sums, `sum(M, 1)` the row sums. */
export const sum = reduction("sum", total, 0);

/** The mean. @throws ShapeError if there are no numbers; the same holds for `max` and `min`. */
export const mean = reduction(
  "mean",
  (data, from, step, count) => total(data, from, step, count) / count,
);

/** The largest number; NaN if one of the numbers is NaN. */
export const max = reduction("max", (data, from, step, count) => {
  let largest = data[from];
  for (let k = 1; k < count; k++) largest = Math.max(largest, data[from + k * step]);
  return largest;
});

/** The smallest number; NaN if one of the numbers is NaN. */
export const min = reduction("min", (data, from, step, count) => {
  let smallest = data[from];
  for (let k = 1; k < count; k++) smallest = Math.min(smallest, data[from + k * step]);
  return smallest;
});

/** NaN counts as the largest, so that a broken row is seen and not passed over (as in NumPy). */
const exceeds = (a: number, b: number): boolean => a > b || (Number.isNaN(a) && !Number.isNaN(b));

const argmaxOf: Reduce = (data, from, step, count) => {
  let best = 0;
  for (let k = 1; k < count; k++)
    if (exceeds(data[from + k * step], data[from + best * step])) best = k;
  return best;
};

/**
 * Where the largest number of each row (axis 1) or each column (axis 0) stands, counted from 0.
 * Among equals the first; a NaN counts as the largest.
 * @throws ShapeError if a line has no numbers.
 */
export function argmax(M: Matrix, axis: Axis = 1): Int32Array {
  requireMatrices("argmax", { M });
  const [lines, count] = axis === 0 ? [M.cols, M.rows] : [M.rows, M.cols];
  if (lines > 0) requireNumbers("argmax", M, count);
  const out = new Int32Array(lines);
  eachLine("argmax", M, axis, argmaxOf, out);
  return out;
}

/**
 * The length of the matrix taken as one long vector: √Σ m². (Frobenius norm; the largest entry is
 * taken out of the root, so that squares neither overflow nor vanish.)
 */
export function norm(M: Matrix): number {
  requireMatrices("norm", { M });
  const largest = M.data.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(M.data.reduce((a, x) => a + (x / largest) ** 2, 0));
}
