import path from "node:path";
import type { CellError } from "../protocol";
import { words } from "../words";
import { endOf, prefixLength } from "./cell-file";
import { missingNames } from "./missing";
import type { Seam } from "./seam";
import { syntaxErrors } from "./syntax";
import { ts } from "./typescript";

/** What is wrong with a cell, in the cell's own lines: message, place, source line and a caret. */
export function typeScriptError(
  diagnostics: readonly ts.Diagnostic[],
  { cellFile }: Seam,
  cell: string,
  root: string,
): CellError {
  const isOfCell = (it: ts.Diagnostic) => it.file?.fileName === cellFile;
  const { missing, undefinedNames, others } = missingNames(diagnostics.filter(isOfCell));
  const told = [...missing, ...others, ...diagnostics.filter((it) => !isOfCell(it))];
  const messages = told.map((it) => message(it, isOfCell(it), cell, root));
  const [[first] = []] = messages;
  const more = told.length > 1 ? ` ${words().andMore(told.length - 1)}` : "";
  // Of further missing names the place is enough.
  const names = messages.slice(0, missing.length).map((it, i) => (i === 0 ? it : it.slice(0, 1)));
  const mend = undefinedNames.length > 0 ? [words().undefinedNames(undefinedNames.join(", "))] : [];
  const rest = messages.slice(missing.length);
  return {
    ename: "TypeScriptError",
    evalue: first + more,
    traceback: [...names.flat(), ...mend, ...rest.flat()],
  };
}

function message(it: ts.Diagnostic, isCell: boolean, cell: string, root: string): string[] {
  const [text, ...details] = ts.flattenDiagnosticMessageText(it.messageText, "\n").split("\n");
  const { file, start = 0, length = 1 } = it;
  if (!file) return [text as string, ...details];
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const source = file.text.split(/\r?\n/)[line] ?? "";
  const name = isCell ? cell : path.relative(root, file.fileName);
  const number = isCell ? line : line + 1;
  const width = Math.max(1, Math.min(length, source.length - character));
  return [
    `${name}:${number}:${character + 1} - ${text}`,
    ...details,
    `  ${source}`,
    // Tabs stay tabs, so that the caret stands under its place.
    `  ${source.slice(0, character).replace(/[^\t]/g, " ")}${"^".repeat(width)}`,
  ];
}

/**
 * What of it is told, in the learner's own text: where the syntax is wrong, that and nothing else.
 * Errors in what tslab puts after a cell follow from others, or else from all of the cell.
 */
export function inOwnText(
  diagnostics: readonly ts.Diagnostic[],
  { cellFile }: Seam,
  source: string,
): readonly ts.Diagnostic[] {
  const syntax = syntaxErrors(source, cellFile);
  if (syntax.length > 0) return syntax;
  const end = endOf(source);
  const own = diagnostics.filter((it) => it.file?.fileName !== cellFile || (it.start ?? 0) < end);
  return own.length > 0 ? own : diagnostics.map((it) => ({ ...it, start: end, length: 0 }));
}

/** The diagnostics that tslab kept: it drops those that come from a top-level `await`. */
export function keptDiagnostics(
  kept: readonly { start: { offset: number }; code: number }[],
  { diagnostics, cellFile }: Seam,
): ts.Diagnostic[] {
  const keys = new Set(kept.map(({ code, start }) => `${code}:${start.offset}`));
  return diagnostics.filter(({ file, code, start = 0 }) => {
    const offset = file?.fileName === cellFile ? start - prefixLength : start;
    return keys.has(`${code}:${offset}`);
  });
}
