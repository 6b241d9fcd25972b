import { words } from "../words";
import { endOf, prefix } from "./cell-file";
import { syntaxErrorsOf, ts } from "./typescript";

/** Behind two wrong lines a parser guesses more than it reads. */
const most = 2;

/** What is wrong with the syntax of a cell, read without what tslab puts after it. */
export function syntaxErrors(source: string, cellFile: string): ts.Diagnostic[] {
  const file = ts.createSourceFile(cellFile, prefix + source, ts.ScriptTarget.Latest);
  const end = endOf(source);
  const found = syntaxErrorsOf(file).map((it) =>
    it.start < end ? it : { ...it, start: end, messageText: words().cellEnds(textOf(it)) },
  );
  // The first error in a line is the reason for the others.
  const lines = found.map(({ start }) => file.getLineAndCharacterOfPosition(start).line);
  return found.filter((_, i) => lines.indexOf(lines[i] as number) === i).slice(0, most);
}

const textOf = ({ messageText }: ts.Diagnostic) =>
  ts.flattenDiagnosticMessageText(messageText, "\n");
