import { spawnSync } from "node:child_process";
import { inProject, pythonEnvironment, venvPython } from "../setup/project.mjs";
import { setUp } from "../setup/steps.mjs";

// nbgrader's preprocessors are Python: this only brings the project's Python to the script.
const args = process.argv.slice(2);
if (args[0] === "--reset" && args.length !== 2) {
  console.error("Name the lesson to begin anew: npm run reset -- 03");
  process.exit(1);
}
await setUp();
const script = inProject("scripts", "notebooks", "build_notebooks.py");
const { status } = spawnSync(venvPython, [script, ...args], {
  stdio: "inherit",
  env: pythonEnvironment(),
});
process.exitCode = status ?? 1;
