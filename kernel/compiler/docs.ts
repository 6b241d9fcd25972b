import { internals, ts } from "./typescript";

/**
 * Doc comments of packages. Parsing them is a fifth of what it takes to load the types of Node and
 * of the language, and only whoever hovers over a name reads one. So TypeScript sees ordinary
 * comments there, of the same length, and the text is looked up when it is asked for.
 */

const docComment = /^([ \t]*)\/\*\*(?!\/)/gm;
const hidden = /^\/\*[ *]/;

export const isOfPackage = (file: string): boolean =>
  file.includes("/node_modules/") && file.endsWith(".d.ts");

export const hideDocs = (text: string): string => text.replace(docComment, "$1/* ");

/** The doc comment of the name at `position`, as Markdown, if a package declares it. */
export function docsAt(program: ts.Program, file: ts.SourceFile, position: number): string {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(internals.getTouchingPropertyName(file, position));
  if (!symbol) return "";
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { declarations = [] } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return [...new Set(declarations.map(docsOf))].filter((text) => text).join("\n\n");
}

function docsOf(declaration: ts.Declaration): string {
  const { text, fileName } = declaration.getSourceFile();
  if (!isOfPackage(fileName)) return "";
  // The comment of `const a: A` stands before the statement.
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const ranges = ts.getLeadingCommentRanges(text, owner.getFullStart()) ?? [];
  const { pos, end } = ranges.at(-1) ?? { pos: 0, end: 0 };
  const comment = text.slice(pos, end);
  return hidden.test(comment) ? asMarkdown(comment) : "";
}

function asMarkdown(comment: string): string {
  const text = comment
    .replace(/^\/\*+/, "")
    .replace(/\*+\/$/, "")
    .replace(/^[ \t]*\* ?/gm, "")
    .trim();
  const parts = text.split(/\n+(?=@\w)/).map((part) => {
    const [, name, words] = /^@(\w+)\s*([\s\S]*)$/.exec(part) ?? [];
    return name ? tagged(name, words ?? "") : part;
  });
  return withoutLinks(parts.join("\n\n"));
}

/** A tag of a doc comment as a paragraph of its own; an example is code, unless it says so itself. */
export function tagged(name: string, text: string): string {
  const isCode = name === "example" && text.trim() !== "" && !text.includes("```");
  return isCode
    ? `@example\n\n\`\`\`typescript\n${text.trim()}\n\`\`\``
    : `@${name} ${text}`.trim();
}

/** `{@link name}` means nothing to Markdown: the name as code does. */
export const withoutLinks = (text: string): string =>
  text.replace(/\{@link(?:code|plain)?\s+([^}|\s]+)[^}]*\}/g, "`$1`");
