import type { Seam } from "./seam";

export interface Completion {
  start: number;
  end: number;
  matches: { text: string; kind: string }[];
}

const none = (position: number): Completion => ({ start: position, end: position, matches: [] });

/** The names that fit at `position`, best first, each with what TypeScript says it is. */
export function complete(
  { converter }: Seam,
  declarations: string,
  source: string,
  position: number,
): Completion {
  const found = converter.complete(declarations, source, position);
  const kinds = new Map(found.original?.entries.map(({ name, kind }) => [name, kind]));
  if (found.candidates.length === 0) return none(position);
  const matches = found.candidates.map((text) => ({ text, kind: kinds.get(text) ?? "" }));
  return { start: found.start, end: found.end, matches };
}
