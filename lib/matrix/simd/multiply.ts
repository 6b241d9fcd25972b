import { copyOf } from "../numbers";
import type { Matrix } from "../types";
import { type Kernel, TILE } from "./kernel";

/** Rows of A, and steps of the depth, whose panels together stay in a core's own cache. */
const ROW_PANELS = 24;
const DEPTH = 256;

/** A factor of the product, as it is stored or as its transpose. */
export interface Factor {
  readonly M: Matrix;
  readonly transposed: boolean;
}

/** The lines of a factor that the product walks along: the rows of A, the columns of B. */
interface Lines {
  readonly data: Float64Array;
  readonly count: number;
  readonly length: number;
  /** From a line to the next, and from a number of a line to the next. */
  readonly apart: number;
  readonly step: number;
}

const rowsOf = ({ M, transposed }: Factor): Lines =>
  transposed
    ? { data: M.data, count: M.cols, length: M.rows, apart: 1, step: M.cols }
    : { data: M.data, count: M.rows, length: M.cols, apart: M.cols, step: 1 };

const columnsOf = ({ M, transposed }: Factor): Lines => rowsOf({ M, transposed: !transposed });

const panelsOf = ({ count }: Lines): number => Math.ceil(count / TILE);

/** Packs all lines into panels. The last panel is filled up with copies of the last line. */
function pack(kernel: Kernel, memory: Float64Array, lines: Lines, raw: number, to: number): void {
  const { data, count, length, apart, step } = lines;
  memory.set(data, raw);
  const line = (i: number): number => raw + Math.min(i, count - 1) * apart;
  for (let i = 0; i < count; i += TILE)
    kernel.pack(line(i), line(i + 1), line(i + 2), line(i + 3), step, to + i * length, length);
}

/**
 * The numbers of A·B, row after row, tile by tile (Goto, van de Geijn 2008).
 * @param kernelFor gives a kernel with room for so many numbers.
 * @param A n×k, neither n nor k being 0
 * @param B k×m, nor m
 * @param bias m numbers to be added to every row
 */
export function multiply(
  kernelFor: (numbers: number) => Kernel,
  A: Factor,
  B: Factor,
  bias?: Float64Array,
): Float64Array {
  const [rows, columns] = [rowsOf(A), columnsOf(B)];
  const depth = rows.length;
  const [rowPanels, columnPanels] = [panelsOf(rows), panelsOf(columns)];
  const panel = TILE * depth;
  const width = TILE * columnPanels;
  const a = 0;
  const b = a + rowPanels * panel;
  const c = b + columnPanels * panel;
  const added = c + TILE * rowPanels * width;
  const raw = added + width;
  const room = raw + Math.max(rows.data.length, columns.data.length);
  const kernel = kernelFor(room);
  const memory = kernel.memory(room);
  pack(kernel, memory, rows, raw, a);
  pack(kernel, memory, columns, raw, b);
  // Steps outside: B's panels for some steps are then met by all rows while they are still near.
  for (let k = 0; k < depth; k += DEPTH)
    for (let i = 0; i < rowPanels; i += ROW_PANELS)
      kernel.multiply(
        a + i * panel + TILE * k,
        b + TILE * k,
        c + TILE * i * width,
        Math.min(DEPTH, depth - k),
        panel,
        panel,
        width,
        Math.min(ROW_PANELS, rowPanels - i),
        columnPanels,
        k === 0 ? 1 : 0,
      );
  const { count } = columns;
  if (bias || count < width) {
    if (bias) memory.set(bias, added);
    else memory.fill(-0, added, raw); // which changes no number, nor its sign
    kernel.unpack(c, width, added, rows.count, count, Math.ceil(count / 2));
  }
  return copyOf(memory, c, c + rows.count * count);
}
