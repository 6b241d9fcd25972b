import type { Matrix } from "../matrix";
import * as M from "../matrix";
import { requireMatrixList } from "../matrix/types";
import { record } from "./operation";
import type { Operand, Tensor } from "./tensor";

/**
 * The rows with these numbers, as in an embedding: each index looks up its row of X. A row gets the
 * sum of the gradients of all places to which it was copied; one that was not used gets 0.
 */
export const takeRows = (X: Operand, indices: ArrayLike<number>): Tensor =>
  record(
    "takeRows",
    [X],
    ([X]) => M.takeRows(X, indices),
    (_, g, __, [X]) => scatterRows(g, indices, X.rows),
  );

/** Row k of g, added to row indices[k] of a matrix of zeros. */
function scatterRows(g: Matrix, indices: ArrayLike<number>, rows: number): Matrix {
  const out = M.zeros(rows, g.cols);
  for (let k = 0; k < indices.length; k++)
    for (let j = 0; j < g.cols; j++) out.data[indices[k] * g.cols + j] += g.data[k * g.cols + j];
  return out;
}

/** Rows `from` to `to`, the last not included. What was cut off gets the gradient 0. */
export const sliceRows = (X: Operand, from: number, to?: number): Tensor =>
  record(
    "sliceRows",
    [X],
    ([X]) => M.sliceRows(X, from, to),
    (_, g, y, [X]) => M.vstack([M.zeros(from, X.cols), g, M.zeros(X.rows - from - y.rows, X.cols)]),
  );

/** Columns `from` to `to`, the last not included. What was cut off gets the gradient 0. */
export const sliceColumns = (X: Operand, from: number, to?: number): Tensor =>
  record(
    "sliceColumns",
    [X],
    ([X]) => M.sliceColumns(X, from, to),
    (_, g, y, [X]) => M.hstack([M.zeros(X.rows, from), g, M.zeros(X.rows, X.cols - from - y.cols)]),
  );

/** Where part k begins and ends when the parts stand in a line. */
function place(sizes: readonly number[], k: number): [from: number, to: number] {
  const from = sizes.slice(0, k).reduce((total, size) => total + size, 0);
  return [from, from + sizes[k]];
}

/** The parts below one another; each gets its own rows of the gradient. */
export function vstack(parts: readonly Operand[]): Tensor {
  requireMatrixList("vstack", parts);
  return record("vstack", parts, M.vstack, (k, g, _, Xs) =>
    M.sliceRows(
      g,
      ...place(
        Xs.map(({ rows }) => rows),
        k,
      ),
    ),
  );
}

/** The parts beside one another; each gets its own columns of the gradient. */
export function hstack(parts: readonly Operand[]): Tensor {
  requireMatrixList("hstack", parts);
  return record("hstack", parts, M.hstack, (k, g, _, Xs) =>
    M.sliceColumns(
      g,
      ...place(
        Xs.map(({ cols }) => cols),
        k,
      ),
    ),
  );
}

/** The same numbers in another shape; the gradient goes back to the old one. */
export const reshape = (X: Operand, rows: number, cols: number): Tensor =>
  record(
    "reshape",
    [X],
    ([X]) => M.reshape(X, rows, cols),
    (_, g, __, [X]) => M.reshape(g, X.rows, X.cols),
  );
