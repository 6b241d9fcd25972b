import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const hash = (content) => createHash("sha256").update(content).digest("hex");

/**
 * What `npm run course` has written into a folder, so that it can be run there again: a file that
 * is as it was written is renewed, one that the teacher has changed or deleted is theirs.
 */
export class Made {
  /** The files of this run, by what became of them. */
  written = [];
  renewed = [];
  kept = [];

  /** @param {string} directory the course's folder, or one that is still to be made */
  constructor(directory) {
    this.directory = directory;
    this.memory = path.join(directory, ".made.json");
    const known = existsSync(this.memory) ? JSON.parse(readFileSync(this.memory, "utf8")) : {};
    /** What is the course's for good: its language, its name, its seed. */
    this.values = known.values ?? {};
    this.hashes = known.hashes ?? {};
  }

  /**
   * Writes a file, unless the teacher has one of their own there.
   *
   * @param {string} name from the course's folder, with slashes
   * @param {string | Buffer} content
   * @param {{ inUse?: boolean, needed?: boolean }} options a file in use is not renewed; a needed
   *   one comes back when it was deleted
   */
  write(name, content, { inUse = false, needed = false } = {}) {
    const file = path.join(this.directory, name);
    if (existsSync(file)) {
      const there = hash(readFileSync(file));
      if (there !== hash(content)) {
        if (inUse || there !== this.hashes[name]) return void this.kept.push(name);
        this.renewed.push(name);
      }
    } else {
      if (name in this.hashes && !needed) return;
      this.written.push(name);
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    this.hashes[name] = hash(content);
  }

  remember() {
    const { values, hashes } = this;
    writeFileSync(this.memory, `${JSON.stringify({ values, hashes }, undefined, 2)}\n`);
  }
}
