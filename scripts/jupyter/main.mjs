import { spawn } from "node:child_process";
import { takeLanguage } from "../setup/language.mjs";
import { root, venvPython } from "../setup/project.mjs";
import { say } from "../setup/say.mjs";
import { setUp } from "../setup/steps.mjs";
import { jupyterEnvironment } from "./environment.mjs";
import { takeTeacher } from "./teacher.mjs";

const { language, rest: others } = takeLanguage(process.argv.slice(2));
const { teacher, course, rest } = takeTeacher(others);
const env = jupyterEnvironment({ teacher });
if (course) env.SPELLGRAD_FOLDER = course;
env.SPELLGRAD_LANGUAGE = language;

await setUp();
console.log(
  say({
    en: "Opening JupyterLab. Ctrl+C in this window ends it.",
    ru: "Открываем JupyterLab. Ctrl+C в этом окне его завершает.",
  }),
);

// In a process group of its own, JupyterLab hears Ctrl+C from here alone, as SIGTERM: it then
// ends its kernels and itself without asking.
const lab = spawn(venvPython, ["-m", "jupyterlab", ...rest], {
  cwd: course ?? root,
  env,
  stdio: ["ignore", "inherit", "inherit"],
  detached: process.platform !== "win32",
});

let asked = false;
const end = () => {
  if (asked) lab.kill("SIGKILL");
  else lab.kill("SIGTERM");
  asked = true;
  // Python loses a signal that comes while JupyterLab prints a line: it is asked once more.
  setTimeout(() => lab.kill("SIGTERM"), 5000);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);

lab.on("exit", (code, signal) => process.exit(asked ? 0 : (code ?? (signal ? 1 : 0))));
