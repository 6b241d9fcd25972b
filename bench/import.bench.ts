/**
 * How long each room of `lib/` takes to load, each in a process of its own, and danfojs-node,
 * which only `lib/data` needs. The compiled files are in tsx's cache after the first round.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");

const rooms = readdirSync(path.join(root, "lib"))
  .filter((name) => existsSync(path.join(root, "lib", name, "index.ts")))
  .map((name) => `./lib/${name}`);

const measure = `
const [what] = process.argv.slice(1);
const start = performance.now();
require(what);
console.log(performance.now() - start);
`;

const milliseconds = (what: string): number =>
  Number(execFileSync(process.execPath, ["--import", "tsx", "-e", measure, what], { cwd: root }));

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

for (const [i, what] of ["./lib", ...rooms, "danfojs-node"].entries()) {
  milliseconds(what);
  const time = median(Array.from({ length: 3 }, () => milliseconds(what)));
  console.log(`${i === 0 ? "import" : ""}\t${what}\t${time.toFixed(0)} ms`);
}
