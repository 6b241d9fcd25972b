import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { jupyterEnvironment } from "../jupyter/environment.mjs";
import { aloud } from "../setup/progress.mjs";
import { inProject, root, venvPython } from "../setup/project.mjs";
import { setUp } from "../setup/steps.mjs";
import { writeReport } from "./page.mjs";
import { rowsOf, tableOf } from "./table.mjs";

const wanted = process.argv.slice(2);

const typescript = inProject("scripts", "typescript.js");

/** How a benchmark is run, by its file's ending; other files in bench/ are helpers. */
const runners = [
  [".bench.ts", (file) => [process.execPath, ["--require", typescript, file]]],
  [".py", (file) => [venvPython, [file]]],
];

await setUp({ dev: true });
const rows = [];
for (const name of readdirSync(inProject("bench")).sort()) {
  const runner = runners.find(([ending]) => name.endsWith(ending))?.[1];
  if (!runner || (wanted.length > 0 && !wanted.some((part) => name.includes(part)))) continue;
  const [program, args] = runner(inProject("bench", name));
  await aloud(name, async () => {
    const options = { cwd: root, env: jupyterEnvironment(), encoding: "utf8" };
    const { status, stdout, stderr } = spawnSync(program, args, options);
    if (status !== 0) {
      process.exitCode = 1;
      console.error(stderr.slice(-1000));
    }
    rows.push(...rowsOf(stdout));
  });
}
const table = tableOf(rows);
console.log(`\n${table}\n\nThe same as a page: ${writeReport(rows, table)}`);
