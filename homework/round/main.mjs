import { spawn } from "node:child_process";
import path from "node:path";
import { jupyterEnvironment } from "../../scripts/jupyter/environment.mjs";
import { root, venvPython } from "../../scripts/setup/project.mjs";
import { setUp } from "../../scripts/setup/steps.mjs";

const [course, ...rest] = process.argv.slice(2);
// npm runs scripts in the project's folder; a relative path means the folder where npm was called.
const seen = course === undefined ? [] : [path.resolve(process.env.INIT_CWD ?? ".", course)];

await setUp();
const args = ["-m", "homework.round", ...seen, ...rest];
const round = spawn(venvPython, args, { cwd: root, env: jupyterEnvironment(), stdio: "inherit" });
// Ctrl+C reaches Python too, which says how far it got.
process.on("SIGINT", () => {});
round.on("exit", (code) => process.exit(code ?? 1));
