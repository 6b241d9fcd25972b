import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A text that stands in the code: where, and the texts under each language. */
export interface Said {
  /** `lib/plots/tangent.ts:10`. */
  readonly place: string;
  readonly file: string;
  /** The pieces of text under each language that the record has. */
  readonly texts: { readonly [language: string]: readonly string[] };
}

const nameOf = (property: ts.ObjectLiteralElementLike): string =>
  property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
    ? property.name.text
    : "";

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || isPieceOfTemplate(node);

const isPieceOfTemplate = (node: ts.Node): node is ts.TemplateLiteralLikeNode =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

function textsIn(node: ts.Node): string[] {
  const own = isText(node) && node.text.trim() ? [node.text] : [];
  return [...own, ...node.getChildren().flatMap(textsIn)];
}

/** A file of the project. */
export const source = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);

/** Every file of TypeScript below some folders of the project. */
export const sources = (...folders: readonly string[]): ts.SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .sort()
      .map((file) => source(path.posix.join(folder, file.split(path.sep).join("/")))),
  );

/** The place of a node, as an editor opens it. */
export const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

/** All nodes below one that a question is answered for. */
export function find<T>(node: ts.Node, ask: (node: ts.Node) => T | undefined): T[] {
  const found = ask(node);
  return [
    ...(found === undefined ? [] : [found]),
    ...node.getChildren().flatMap((child) => find(child, ask)),
  ];
}

/** Every record keyed by language: an object that has an `en`. */
export const records = (files: readonly ts.SourceFile[]): Said[] =>
  files.flatMap((file) =>
    find(file, (node) => {
      if (!ts.isObjectLiteralExpression(node)) return undefined;
      const texts = Object.fromEntries(node.properties.map((p) => [nameOf(p), textsIn(p)]));
      if (!texts.en) return undefined;
      return { place: placeOf(node), file: file.fileName, texts };
    }),
  );
