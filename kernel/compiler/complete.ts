import { prefixLength } from "./cell-file";
import { kindsOf } from "./kinds";
import type { Seam } from "./seam";

export interface Completion {
  start: number;
  end: number;
  matches: { text: string; kind: string }[];
}

const none = (position: number): Completion => ({ start: position, end: position, matches: [] });

/** The names that fit at `position`, best first, each with its kind. */
export function complete(
  seam: Seam,
  declarations: string,
  source: string,
  position: number,
): Completion {
  const found = seam.converter.complete(declarations, source, position);
  if (found.candidates.length === 0) return none(position);
  const program = seam.program();
  const file = program.getSourceFile(seam.cellFile);
  const entries = found.original?.entries ?? [];
  const kinds = kindsOf(entries, program, file, found.start + prefixLength);
  const matches = found.candidates.map((text) => ({ text, kind: kinds.get(text) ?? "" }));
  return { start: found.start, end: found.end, matches };
}
