import { spawnSync } from "node:child_process";
import { inProject, pythonEnvironment, venvPython } from "../setup/project.mjs";
import { say } from "../setup/say.mjs";
import { setUp } from "../setup/steps.mjs";

// nbgrader's preprocessors are Python: this only brings the project's Python to the script.
const [task, ...args] =
  process.argv[2] === "--translate"
    ? ["translate_notebook.py", ...process.argv.slice(3)]
    : ["build_notebooks.py", ...process.argv.slice(2)];
if (args[0] === "--reset" && (args[1] ?? "-").startsWith("-")) {
  console.error(
    say({
      en: "Name the lesson to begin anew: npm run reset -- 03",
      ru: "Назовите урок, который начать заново: npm run reset -- 03 --lang ru",
    }),
  );
  process.exit(1);
}
await setUp();
const script = inProject("scripts", "notebooks", task);
const { status } = spawnSync(venvPython, [script, ...args], {
  stdio: "inherit",
  env: pythonEnvironment(),
});
process.exitCode = status ?? 1;
