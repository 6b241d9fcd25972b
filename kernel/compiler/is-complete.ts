import { tslab } from "./seam";
import { syntaxErrorsOf, ts } from "./typescript";

export type Completeness =
  | { status: "complete" | "invalid" }
  | { status: "incomplete"; indent: string };

const unterminated = new Set([
  1160, // Unterminated template literal.
  1010, // '*/' expected.
]);

/** Whether a console should run the code, wait for more lines, or neither will help. */
export function isComplete(source: string): Completeness {
  // An import or export makes it a module, in which `await` may stand at the top level.
  const code = `export {};${source}`;
  const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest);
  const errors = syntaxErrorsOf(file);
  if (errors.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const lacksRest = errors.some(
    ({ start, length, code: error }) =>
      start + length >= end && (start >= end || unterminated.has(error)),
  );
  if (!lacksRest) return { status: "invalid" };
  return { status: "incomplete", indent: tslab.isCompleteCode(source).indent ?? "" };
}
