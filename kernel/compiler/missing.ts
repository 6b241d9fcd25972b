import { isOfPackage } from "./docs";
import { internals, type ts } from "./typescript";

/** TypeScript has many ways to say that nothing declares a name, most of them with some advice. */
const missingName = new Set([
  2304, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2833, 18004,
]);

export interface MissingNames {
  /** The first use of each name that nothing declares. */
  missing: ts.Diagnostic[];
  /** Those of the names that are no misspelling of another one. */
  undefinedNames: string[];
  /** What is wrong beside it, and is not explained by it. */
  others: ts.Diagnostic[];
}

/** Sorts what is wrong with a cell by whether names are missing, as after a restart. */
export function missingNames(diagnostics: readonly ts.Diagnostic[]): MissingNames {
  const uses = diagnostics.filter((it) => missingName.has(it.code) && nameAt(it) !== "");
  if (uses.length === 0) return { missing: [], undefinedNames: [], others: [...diagnostics] };
  const names = uses.map(nameAt);
  const first = uses.filter((use, i) => names.indexOf(nameAt(use)) === i);
  return {
    missing: first.map((use) => (hasLikelyMend(use) ? use : withoutAdvice(use))),
    undefinedNames: first.filter((use) => !isMisspelt(use)).map(nameAt),
    others: diagnostics.filter((it) => !uses.includes(it) && !isUnknownType(it.code)),
  };
}

const nameAt = ({ file, start = 0, length = 0 }: ts.DiagnosticRelatedInformation): string =>
  file?.text.slice(start, start + length) ?? "";

/** "Implicitly has an 'any' type" and "is using private name": the types of missing names are. */
const isUnknownType = (code: number) =>
  (code >= 4000 && code < 5000) || (code >= 7000 && code < 7100);

/** Whether an import is like it, or a name that this cell or an earlier one declares. */
const isMisspelt = (use: ts.Diagnostic) => isGuess(use) && !ofPlatform(use);

/** `Math` is a mend for `math`; `eval` for `reveal` is none. */
const hasLikelyMend = (use: ts.Diagnostic) =>
  isMisspelt(use) || ofPlatform(use)?.toLowerCase() === nameAt(use).toLowerCase();

/** Whether TypeScript asks "Did you mean …?" */
const isGuess = ({ code }: ts.Diagnostic) => code === 2552 || code === 2833;

/** The name that TypeScript suggests, if it is a global of the language or of Node. */
function ofPlatform({ relatedInformation }: ts.Diagnostic): string | undefined {
  // Imports have no related information: it is about the place where a value is declared.
  const [declared] = relatedInformation ?? [];
  return declared?.file && isOfPackage(declared.file.fileName) ? nameAt(declared) : undefined;
}

const withoutAdvice = (use: ts.Diagnostic): ts.Diagnostic => ({
  ...use,
  messageText: internals.createCompilerDiagnostic(
    internals.Diagnostics.Cannot_find_name_0,
    nameAt(use),
  ).messageText,
});
