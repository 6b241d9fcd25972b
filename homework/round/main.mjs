import { spawn } from "node:child_process";
import { jupyterEnvironment } from "../../scripts/jupyter/environment.mjs";
import { root, venvPython } from "../../scripts/setup/project.mjs";
import { setUp } from "../../scripts/setup/steps.mjs";

await setUp();
const args = ["-m", "homework.round", ...process.argv.slice(2)];
const round = spawn(venvPython, args, { cwd: root, env: jupyterEnvironment(), stdio: "inherit" });
// Ctrl+C reaches Python too, which says how far it got.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => round.kill(signal));
round.on("exit", (code) => process.exit(code ?? 1));
