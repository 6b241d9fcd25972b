import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/**
 * Results that a later start of the kernel can use again, in kernel/dist/cache/: compiling and
 * checking the project's files takes seconds, and they seldom change between two lessons.
 *
 * A result is found under the hash of all that it depends on, so it is never out of date. Every
 * edit of a file leaves some that nobody will ask for again: they are removed after a while. A new
 * build of the kernel starts with an empty folder.
 */
const folder = path.join(__dirname, "..", "cache");

/** After four weeks without a use, in milliseconds, a result is removed. */
const unused = 4 * 7 * 24 * 60 * 60 * 1000;

/** What was kept under a name, and is used from now on; undefined where there is nothing. */
export function readCached(name: string): Buffer | undefined {
  const file = path.join(folder, name);
  try {
    const content = readFileSync(file);
    noteUse(file);
    return content;
  } catch {
    // It was never kept, or has been removed.
    return undefined;
  }
}

function noteUse(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Where files cannot be touched, they cannot be removed, either.
  }
}

export function keep(name: string, content: string | Buffer): void {
  const file = path.join(folder, name);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, file);
  } catch {
    // A full disk, or a folder that cannot be written to: the next start takes a moment longer.
  }
}

/** Removes what no kernel has used for a long time. */
export function removeUnused(): void {
  const limit = Date.now() - unused;
  try {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats && stats.mtimeMs < limit) rmSync(file, { force: true });
    }
  } catch {
    // There is no cache, or it cannot be written to: that costs room on the disk and no more.
  }
}

export function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
