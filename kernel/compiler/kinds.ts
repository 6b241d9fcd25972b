import { internals, ts } from "./typescript";

/** TypeScript distinguishes more kinds of names than an icon in a list can show. */
const plain: Record<string, string> = {
  const: "variable",
  let: "variable",
  var: "variable",
  "local var": "variable",
  parameter: "variable",
  "local function": "function",
  "local class": "class",
  getter: "property",
  setter: "property",
  accessor: "property",
};

const plainKind = (kind: string): string => plain[kind] ?? kind;

/**
 * The kind of each completion by its name: function, class, variable, module, property, method,
 * keyword and the like. A name that was imported is of the kind of what it stands for.
 *
 * @param position where the names are to be inserted, counted in the file
 */
export function kindsOf(
  entries: readonly ts.CompletionEntry[],
  program: ts.Program,
  file: ts.SourceFile | undefined,
  position: number,
): Map<string, string> {
  const kinds = new Map(entries.map(({ name, kind }) => [name, plainKind(kind)]));
  if (!file || !entries.some(({ kind }) => kind === ts.ScriptElementKind.alias)) return kinds;
  const checker = program.getTypeChecker();
  const place = internals.getTouchingPropertyName(file, position);
  for (const symbol of checker.getSymbolsInScope(place, ts.SymbolFlags.Alias)) {
    if (kinds.get(symbol.name) !== ts.ScriptElementKind.alias) continue;
    const meant = checker.getAliasedSymbol(symbol);
    kinds.set(symbol.name, plainKind(internals.SymbolDisplay.getSymbolKind(checker, meant, file)));
  }
  return kinds;
}
