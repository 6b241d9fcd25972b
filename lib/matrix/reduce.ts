import { ShapeError, ValueError } from "../errors";
import { dense } from "./dense";
import { transpose } from "./product";
import { type Matrix, requireMatrices, shapeOf } from "./types";

/** The direction in which numbers are put together: 0 = down each column, 1 = along each row. */
export type Axis = 0 | 1;

/** Many numbers to one: of the whole matrix, of each column (1×m) or of each row (n×1). */
export interface Reduction {
  (M: Matrix): number;
  (M: Matrix, axis: Axis): Matrix;
}

/** The columns (axis 0) or the rows (axis 1). */
function lines(name: string, M: Matrix, axis: Axis): Float64Array[] {
  if (axis === 0) return lines(name, transpose(M), 1);
  if (axis === 1)
    return Array.from({ length: M.rows }, (_, i) => M.data.subarray(i * M.cols, (i + 1) * M.cols));
  throw new ValueError({
    en: `${name}: axis is 0 (down each column) or 1 (along each row), got ${axis as number}.`,
    ru: `${name}: axis — это 0 (вниз по столбцам) или 1 (вдоль строк), получено ${axis as number}.`,
  });
}

const noNumbers = (name: string, M: Matrix): ShapeError =>
  new ShapeError({
    en: `${name}: a ${shapeOf(M)} matrix has no numbers to take the ${name} of.`,
    ru: `${name}: в матрице ${shapeOf(M)} нет чисел, вычислять ${name} не из чего.`,
  });

/**
 * Makes a reduction from what it does to one line of numbers.
 * @param empty its value for no numbers; without it, no numbers are a ShapeError.
 */
export function reduction(
  name: string,
  reduce: (line: Float64Array) => number,
  empty?: number,
): Reduction {
  const toOne = (M: Matrix, line: Float64Array): number => {
    if (line.length > 0) return reduce(line);
    if (empty === undefined) throw noNumbers(name, M);
    return empty;
  };
  return ((M: Matrix, axis?: Axis): number | Matrix => {
    requireMatrices(name, { M });
    if (axis === undefined) return toOne(M, M.data);
    const values = Float64Array.from(lines(name, M, axis), (line) => toOne(M, line));
    return axis === 0 ? dense(1, M.cols, values) : dense(M.rows, 1, values);
  }) as Reduction;
}

const total = (line: Float64Array): number => line.reduce((sum, x) => sum + x, 0);

/** The sum; of no numbers it is 0. `sum(M, 0)` are the column sums, `sum(M, 1)` the row sums. */
export const sum = reduction("sum", total, 0);

/** The mean. @throws ShapeError if there are no numbers; the same holds for `max` and `min`. */
export const mean = reduction("mean", (line) => total(line) / line.length);

/** The largest number; NaN if one of the numbers is NaN. */
export const max = reduction("max", (line) => line.reduce((a, b) => Math.max(a, b)));

/** The smallest number; NaN if one of the numbers is NaN. */
export const min = reduction("min", (line) => line.reduce((a, b) => Math.min(a, b)));

/** NaN counts as the largest, so that a broken row is seen and not passed over (as in NumPy). */
const exceeds = (a: number, b: number): boolean => a > b || (Number.isNaN(a) && !Number.isNaN(b));

const argmaxOf = (line: Float64Array): number =>
  line.reduce((best, x, k) => (exceeds(x, line[best]) ? k : best), 0);

/**
 * Where the largest number of each row (axis 1) or each column (axis 0) stands, counted from 0.
 * Among equals the first; a NaN counts as the largest.
 * @throws ShapeError if a line has no numbers.
 */
export function argmax(M: Matrix, axis: Axis = 1): Int32Array {
  requireMatrices("argmax", { M });
  return Int32Array.from(lines("argmax", M, axis), (line) => {
    if (line.length === 0) throw noNumbers("argmax", M);
    return argmaxOf(line);
  });
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
