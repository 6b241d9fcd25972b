import { lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { binOf } from "./project.mjs";

/**
 * Mends an environment whose folder was moved or copied: its programs name their Python by an
 * absolute path. Returns false where that is not possible: Windows has the path inside .exe
 * files, and a first line `#!…` can hold neither spaces nor more than 127 characters.
 */
export function moveVenv(from, to) {
  if (!from || process.platform === "win32" || /\s/.test(to) || to.length > 100) return false;
  for (const name of readdirSync(binOf(to))) {
    const file = path.join(binOf(to), name);
    if (!lstatSync(file).isFile()) continue;
    const text = readFileSync(file, "utf8");
    if (!text.includes("\0") && text.includes(from)) {
      writeFileSync(file, text.replaceAll(from, to));
    }
  }
  return true;
}
