import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a learner has done so far, by the names of exercises, predictions and games. */
export interface Progress {
  readonly exercises: { readonly [id: string]: { readonly points: number; readonly of: number } };
  readonly predictions: { readonly [id: string]: { readonly right: boolean } };
  readonly games: { readonly [id: string]: { readonly points: number; readonly of: number } };
}

const NONE: Progress = { exercises: {}, predictions: {}, games: {} };

/** Beside the lessons, ignored by git; `SPELLGRAD_PROGRESS` names another file, "" keeps none. */
const file = (): string =>
  process.env.SPELLGRAD_PROGRESS ?? join(__dirname, "..", "..", ".progress.json");

/** The learner's progress; none where there is no readable file. */
export function readProgress(): Progress {
  try {
    return existsSync(file()) ? { ...NONE, ...JSON.parse(readFileSync(file(), "utf8")) } : NONE;
  } catch {
    return NONE;
  }
}

/**
 * Notes one more result. The file is replaced as a whole, so that an interrupted write loses
 * nothing; where it can't be written (a read-only folder) the lesson goes on without it.
 */
export function noteProgress<Kind extends keyof Progress>(
  kind: Kind,
  id: string,
  result: Progress[Kind][string],
): void {
  if (!file()) return;
  const progress = readProgress();
  const next = { ...progress, [kind]: { ...progress[kind], [id]: result } };
  try {
    const draft = `${file()}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(next, null, 2)}\n`);
    renameSync(draft, file());
  } catch {
    // Progress is a convenience: a lesson never fails for want of it.
  }
}
