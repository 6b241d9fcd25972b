import { toHtml, toText } from "./format";
import type { Matrix } from "./types";

const jupyterDisplay = Symbol.for("Jupyter.display");
const nodeInspect = Symbol.for("nodejs.util.inspect.custom");

/** What the library returns: a matrix that shows itself in a notebook and on the console. */
class DenseMatrix implements Matrix {
  constructor(
    readonly rows: number,
    readonly cols: number,
    readonly data: Float64Array,
  ) {}

  [jupyterDisplay]() {
    return { "text/html": toHtml(this), "text/plain": toText(this) };
  }

  [nodeInspect]() {
    return toText(this);
  }
}

/** Makes `data` the numbers of a new matrix, without a copy: `data` must be the caller's own. */
export const dense = (rows: number, cols: number, data: Float64Array): Matrix =>
  new DenseMatrix(rows, cols, data);
