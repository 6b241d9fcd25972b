/** A tile of the result is TILE × TILE numbers; a panel is TILE rows of A or TILE columns of B. */
export const TILE = 4;

/**
 * The two inner loops of a matrix product. They work on numbers in a memory of their own; a place
 * is an index into it.
 */
export interface Kernel {
  /** The memory, with room for at least so many numbers; what was in it may be lost. */
  memory(numbers: number): Float64Array;

  /**
   * Copies four lines of a matrix to a panel, number beside number: at each of `depth` steps the
   * next number of each line. A line starts at its place and its numbers are `step` apart, so that
   * rows and columns, of a matrix or its transpose, are packed alike.
   */
  pack(
    line0: number,
    line1: number,
    line2: number,
    line3: number,
    step: number,
    panel: number,
    depth: number,
  ): void;

  /**
   * C ← C + A·B for panels of rows of A at `a` and of columns of B at `b`, `aPanel` and `bPanel`
   * numbers apart, and C at `c` with rows of `cRow` numbers. `depth` is at least 1: where it is
   * less than a panel's, only so many of its steps are added.
   */
  multiply(
    a: number,
    b: number,
    c: number,
    depth: number,
    aPanel: number,
    bPanel: number,
    cRow: number,
    rowPanels: number,
    columnPanels: number,
  ): void;
}
