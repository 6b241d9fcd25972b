import { ShapeError, ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { linspace, span } from "./numbers";

/** A window on the plane of two features. */
export interface Box {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A linear score of two features: w₀x + w₁y + b. */
export interface Line {
  readonly w: readonly [number, number];
  readonly b: number;
}

/** The score of the point (x, y). */
export const score = ({ w, b }: Line, x: number, y: number): number => w[0] * x + w[1] * y + b;

/** Column `j` of `M`. */
export const columnOf = ({ rows, cols, data }: Matrix, j: number): number[] =>
  Array.from({ length: rows }, (_, i) => data[i * cols + j]);

/** The window in which every point of `X`, n × 2, is seen. */
export const boxAround = (X: Matrix): Box => ({ x: span(columnOf(X, 0)), y: span(columnOf(X, 1)) });

/**
 * Where the score of `line` equals `level`, as far as it lies inside `box`: points from one end to
 * the other, dense enough for the mouse to meet one anywhere, or none when the line does not cross
 * the window (or the score is the same everywhere).
 *
 * Liang & Barsky (1984): the line p + t·d is cut by each side of the box to an interval of t.
 */
export function segment({ w, b }: Line, box: Box, level = 0): { x: number[]; y: number[] } {
  const squared = w[0] ** 2 + w[1] ** 2;
  const nearest = w.map((weight) => (weight * (level - b)) / squared);
  const along = [-w[1], w[0]];
  let [from, to] = [-Infinity, Infinity];
  [box.x, box.y].forEach(([low, high], k) => {
    const cuts = [low, high].map((side) => (side - nearest[k]) / along[k]);
    if (along[k] !== 0) {
      from = Math.max(from, Math.min(...cuts));
      to = Math.min(to, Math.max(...cuts));
    } else if (nearest[k] < low || nearest[k] > high) to = -Infinity;
  });
  if (squared === 0 || from >= to) return { x: [], y: [] };
  const at = (k: number) => linspace(from, to, 25).map((t) => nearest[k] + t * along[k]);
  return { x: at(0), y: at(1) };
}

/** The line whose score is that of `line` with the other sign. */
export const opposite = ({ w, b }: Line): Line => ({ w: [-w[0], -w[1]], b: -b });

/**
 * The part of `box` in which the score of `line` is positive, as the corners of a polygon.
 *
 * Sutherland & Hodgman (1974), for one edge: walk round the box, keep the corners on the right side,
 * and add a corner wherever an edge crosses the line.
 */
export function halfPlane(line: Line, { x, y }: Box): { x: number[]; y: number[] } {
  const corners = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
  const kept = corners.flatMap((from, i) => {
    const to = corners[(i + 1) % corners.length];
    const [a, b] = [from, to].map(([px, py]) => score(line, px, py));
    const crossing = [0, 1].map((k) => from[k] + ((to[k] - from[k]) * a) / (a - b));
    return [...(a > 0 ? [from] : []), ...(a > 0 !== b > 0 ? [crossing] : [])];
  });
  return { x: kept.map(([px]) => px), y: kept.map(([, py]) => py) };
}

/** Throws unless `X` is n × 2 and `y` has a label for each row. */
export function needPlane(who: string, X: Matrix, y: ArrayLike<number>): void {
  requireMatrices(who, { X });
  if (X.cols !== 2)
    throw new ShapeError({
      en: `${who}: need two features, one for each axis; X has ${X.cols} columns. Choose two of them, as in takeColumns(X, [2, 3])`,
      ru: `${who}: нужны два признака, по одному на ось; столбцов в X ${X.cols}. Выберите два, как в takeColumns(X, [2, 3])`,
    });
  if (y.length !== X.rows)
    throw new ValueError({
      en: `${who}: need one label for each row of X; X has ${X.rows} rows, y has ${y.length} labels`,
      ru: `${who}: нужна одна метка для каждой строки X; строк в X ${X.rows}, меток в y ${y.length}`,
    });
}
