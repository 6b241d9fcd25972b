import { ts } from "./typescript";

/**
 * What later cells see of a cell that failed, or was interrupted: the names that it reached. Of
 * the others they still see the declarations of earlier cells, whose values are still there.
 *
 * @param earlier the declarations before the cell
 * @param all those with the cell's own, had it run to its end
 */
export function afterFailure(earlier: string, all: string, unreached: ReadonlySet<string>): string {
  if (unreached.size === 0) return all;
  return [
    ...pick(all, (name) => !unreached.has(name)),
    ...pick(earlier, (name) => unreached.has(name)),
  ].join("\n");
}

/** The variables that a compiled cell sets: it refers to each as `exports.name`. */
export function variablesOf(code: string, declared: Iterable<string>): string[] {
  const set = new Set([...code.matchAll(/\bexports\.([\p{ID_Continue}$]+)/gu)].map(([, it]) => it));
  return [...declared].filter((name) => set.has(name));
}

type Wanted = (name: string) => boolean;

/** The parts of the declarations that declare a wanted name. */
function pick(declarations: string, wanted: Wanted): string[] {
  const file = ts.createSourceFile("cells.d.ts", declarations, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) return pickVariables(statement, wanted);
    if (ts.isImportDeclaration(statement)) return pickImports(statement, wanted);
    const { name } = statement as ts.Statement & { name?: ts.Node };
    return !name || wanted(name.getText()) ? [statement.getFullText().trim()] : [];
  });
}

function pickVariables({ declarationList }: ts.VariableStatement, wanted: Wanted): string[] {
  const { declarations, flags } = declarationList;
  const keyword = flags & ts.NodeFlags.Const ? "const" : flags & ts.NodeFlags.Let ? "let" : "var";
  return declarations
    .filter(({ name }) => wanted(name.getText()))
    .map((declaration) => `declare ${keyword} ${declaration.getText()};`);
}

function pickImports({ importClause, moduleSpecifier }: ts.ImportDeclaration, wanted: Wanted) {
  if (!importClause) return [];
  const { isTypeOnly, name, namedBindings } = importClause;
  const from = `from ${moduleSpecifier.getText()};`;
  const start = isTypeOnly ? "import type" : "import";
  const picked = name && wanted(name.text) ? [`${start} ${name.text} ${from}`] : [];
  if (!namedBindings) return picked;
  if (ts.isNamespaceImport(namedBindings)) {
    return wanted(namedBindings.name.text)
      ? [...picked, `${start} ${namedBindings.getText()} ${from}`]
      : picked;
  }
  const elements = namedBindings.elements.filter((it) => wanted(it.name.text));
  return [...picked, ...elements.map((it) => `${start} { ${it.getText()} } ${from}`)];
}
