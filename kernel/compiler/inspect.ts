import { prefixLength } from "./cell-file";
import { docsAt, tagged, withoutLinks } from "./docs";
import type { Seam } from "./seam";
import { internals, ts } from "./typescript";

export interface Inspection {
  /** The declaration, as TypeScript. */
  code: string;
  /** The doc comment, as Markdown. */
  docs: string;
}

const neverCancelled = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested() {},
};

/** What is at `position`: the name there, or else the function whose call's brackets enclose it. */
export function inspect(
  seam: Seam,
  declarations: string,
  source: string,
  position: number,
): Inspection | undefined {
  // A name ends where the cursor stands behind it.
  for (const at of [position, position - 1]) {
    if (at < 0 || (at < position && !/[\p{ID_Continue}$]/u.test(source[at] ?? ""))) continue;
    const info = seam.converter.inspect(declarations, source, at);
    if (info) return withDocs(seam, quickInfo(info), info.textSpan.start);
  }
  seam.converter.inspect(declarations, source, position);
  return signature(seam, position);
}

/** What packages say of the name at `position` of the cell. */
function withDocs(seam: Seam, found: Inspection, position: number): Inspection {
  const program = seam.program();
  const file = program.getSourceFile(seam.cellFile);
  if (found.docs || !file) return found;
  return { ...found, docs: docsAt(program, file, position + prefixLength) };
}

const quickInfo = ({ displayParts, documentation, tags }: ts.QuickInfo): Inspection => ({
  code: ts.displayPartsToString(displayParts),
  docs: joinDocs(documentation, tags),
});

function signature(seam: Seam, position: number): Inspection | undefined {
  const program = seam.program();
  const file = program.getSourceFile(seam.cellFile);
  if (!file) return undefined;
  const help = internals.SignatureHelp.getSignatureHelpItems(
    program,
    file,
    position + prefixLength,
    undefined,
    neverCancelled,
  );
  const item = help?.items[help.selectedItemIndex];
  if (!help || !item) return undefined;
  const parameters = item.parameters.map((it) => ts.displayPartsToString(it.displayParts));
  const separator = ts.displayPartsToString(item.separatorDisplayParts);
  const code =
    ts.displayPartsToString(item.prefixDisplayParts) +
    parameters.join(separator) +
    ts.displayPartsToString(item.suffixDisplayParts);
  const found = { code, docs: joinDocs(item.documentation, item.tags) };
  // The name of the function ends before the bracket.
  return withDocs(seam, found, help.applicableSpan.start - prefixLength - 2);
}

function joinDocs(documentation?: ts.SymbolDisplayPart[], tags?: ts.JSDocTagInfo[]): string {
  const text = ts.displayPartsToString(documentation);
  const paragraphs = (tags ?? []).map((it) => tagged(it.name, ts.displayPartsToString(it.text)));
  return withoutLinks([text, ...paragraphs].filter((part) => part.trim()).join("\n\n"));
}
