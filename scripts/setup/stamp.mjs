import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * A stamp says from what its folder was made. It lies inside that folder, so that it goes
 * where the folder goes and is lost with it. It is dropped before the folder is changed and
 * written when all is done, so that an interrupted installation has none.
 */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

export const dropStamp = (file) => rmSync(file, { force: true });

export function writeStamp(file, stamp) {
  writeFileSync(`${file}.new`, `${JSON.stringify(stamp, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** The hash of a file's content together with what else decides the outcome. */
export const hashOf = (file, ...more) =>
  createHash("sha256").update(readFileSync(file)).update(JSON.stringify(more)).digest("hex");
