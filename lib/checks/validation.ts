import type { Report } from "./report";

/** `nbgrader validate` cuts longer lines off, its own indent and the error's name included. */
const LINE = 80;

/** Whether nbgrader's Validate runs the notebook, for a learner who wants to hand it in. */
export const isValidating = (): boolean => Boolean(process.env.NBGRADER_VALIDATING);

/**
 * A report below full points, for nbgrader's Validate: of a check it shows nothing but an error's
 * text, and says "partial credit" of any number.
 */
export class NotYet extends Error {
  override name = "NotYet";

  constructor(report: Report) {
    super(wrap(report.toString()));
  }

  /** Without a stack: where in the check it was thrown helps nobody. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this.name}: ${this.message}`;
  }
}

/** The text with no line longer than `LINE`, broken between words. */
function wrap(text: string): string {
  const lines = text.split("\n").flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    const wrapped = [indent];
    for (const word of line.trim().split(" ")) {
      const last = wrapped[wrapped.length - 1];
      if (last.trim() === "") wrapped[wrapped.length - 1] = last + word;
      else if (last.length + 1 + word.length <= LINE - "NotYet: ".length)
        wrapped[wrapped.length - 1] = `${last} ${word}`;
      else wrapped.push(`${indent}${word}`);
    }
    return wrapped;
  });
  return lines.join("\n");
}
