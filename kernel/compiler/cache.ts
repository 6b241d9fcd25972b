import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Results that a later start of the kernel can use again, in kernel/dist/cache/: compiling and
 * checking the project's files takes seconds, and they seldom change between two lessons.
 *
 * A result is found under the hash of all that it depends on, so it is never out of date. A new
 * build of the kernel starts with an empty folder.
 */
export class Cache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get(key: string): string | undefined {
    try {
      return readFileSync(path.join(this.#folder, key), "utf8");
    } catch {
      return undefined;
    }
  }

  /** A full disk or a folder that cannot be written to only means that nothing is remembered. */
  set(key: string, value: string): void {
    const file = path.join(this.#folder, key);
    const unfinished = `${file}.${process.pid}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(unfinished, value);
      renameSync(unfinished, file);
    } catch {}
  }
}

export function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
