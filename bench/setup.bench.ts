/**
 * The set-up of a fresh clone, step by step, what it costs when all is done, and how much it
 * puts on the disk. The packages come from npm's and pip's caches where they are there.
 */
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const clone = mkdtempSync(path.join(os.tmpdir(), "spellgrad-fresh-"));

const seconds = (work: () => void): string => {
  const start = performance.now();
  work();
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
};

const setUp = (): string =>
  execFileSync(process.execPath, [path.join(clone, "scripts", "setup.mjs")], { encoding: "utf8" });

function megabytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => lstatSync(path.join(entry.parentPath, entry.name)))
    .filter((stat) => stat.isFile())
    .reduce((sum, stat) => sum + stat.size / 2 ** 20, 0);
}

try {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  let said = "";
  const all = seconds(() => {
    said = setUp();
  });
  console.log(`set-up of a fresh clone\tall\t${all}`);
  for (const [, step, time] of said.matchAll(/✓ (.*?) {2}(.*)/g)) console.log(`\t${step}\t${time}`);
  console.log(`set-up when all is done\tall\t${seconds(setUp)}`);
  for (const [i, folder] of ["node_modules", ".venv"].entries()) {
    const size = megabytes(path.join(clone, folder)).toFixed(0);
    console.log(`${i === 0 ? "size" : ""}\t${folder}\t${size} MB`);
  }
} finally {
  rmSync(clone, { recursive: true, force: true });
}
