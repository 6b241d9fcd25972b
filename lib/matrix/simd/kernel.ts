/** A tile of the result is TILE × TILE numbers; a panel is TILE rows of A or TILE columns of B. */
export const TILE = 4;

/**
 * A function of one number, or a vector-Jacobian product g·f′(x) of two, for all numbers of a line:
 * `line` is where its first number is, `pairs` how many pairs of numbers there are. The results
 * take the place of the (first) line.
 */
type OfOneLine = (line: number, pairs: number) => void;
type OfTwoLines = (g: number, x: number, pairs: number) => void;

/** Functions of every entry; each gives the bits that Math's function would give. */
export interface OfEntries {
  readonly exp: OfOneLine;
  readonly relu: OfOneLine;
  readonly sigmoid: OfOneLine;
  readonly tanh: OfOneLine;
  readonly reluVjp: OfTwoLines;
  readonly sigmoidVjp: OfTwoLines;
  readonly tanhVjp: OfTwoLines;
  /** a·x + y, where a is a place, too: one number for all. */
  readonly axpy: (x: number, y: number, a: number, pairs: number) => void;
}

/**
 * The inner loops of a matrix product and of functions of every entry. They work on numbers in a
 * memory of their own; a place is an index into it.
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
   * C ← C + A·B, or A·B if `from0` is 1: for panels of rows of A at `a` and of columns of B at `b`,
   * `aPanel` and `bPanel` numbers apart, and C at `c` with rows of `cRow` numbers. `depth` is at
   * least 1: where it is less than a panel's, only so many of its steps are added.
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
    from0: 0 | 1,
  ): void;

  /**
   * Adds `bias`, a row, to each row of C, and moves them together: at first they are `cRow` numbers
   * apart, at the end `cols`. `pairs` is half of `cols`, rounded up.
   */
  unpack(c: number, cRow: number, bias: number, rows: number, cols: number, pairs: number): void;

  /** Only the compiled kernel has them; where there is none, number by number is as fast. */
  readonly ofEntries?: OfEntries;
}
