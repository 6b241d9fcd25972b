/**
 * The library's errors. Each message is a sentence for the learner: the function's name, what it
 * needed, what came, and, where it is known, the likely mend.
 *
 * The name sits on the prototype, where the first line of a stack trace finds it.
 */
import { say, type Words } from "./words";

/** An error that says its sentence in the language of the moment. */
class Told extends Error {
  constructor(message: Words | string) {
    super(typeof message === "string" ? message : say(message));
  }
}

/** Shapes that don't fit together: `matmul: need A columns = B rows, got [1×3] and [2×1].` */
export class ShapeError extends Told {
  static {
    ShapeError.prototype.name = "ShapeError";
  }
}

/** A value that the mathematics has no answer for: a label of 1.5, a probability above 1. */
export class ValueError extends Told {
  static {
    ValueError.prototype.name = "ValueError";
  }
}

/** A row, column or label that is not there: row 5 of a matrix with 5 rows (they count from 0). */
export class IndexError extends Told {
  static {
    IndexError.prototype.name = "IndexError";
  }
}

/** A data file that is missing, or that does not hold what its name promises. */
export class DataError extends Told {
  static {
    DataError.prototype.name = "DataError";
  }
}
