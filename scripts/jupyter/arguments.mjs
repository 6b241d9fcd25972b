import { existsSync } from "node:fs";
import { inProject, root } from "../setup/project.mjs";

const firstLesson = "notebooks/01-logistic-regression.ipynb";

/** JupyterLab's command line; the user's own arguments come last and win. */
export function labArguments(own) {
  const lesson = existsSync(inProject(firstLesson)) ? `/lab/tree/${firstLesson}` : "/lab";
  return [
    `--ServerApp.root_dir=${root}`,
    `--LabApp.default_url=${lesson}`,
    `--LabApp.app_settings_dir=${inProject("scripts", "jupyter", "lab")}`,
    "--log-level=WARN",
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
    ...(canShowABrowser() ? [] : ["--no-browser"]),
    ...own,
  ];
}

/** Without a screen, Python would open a text browser in this very terminal. */
function canShowABrowser() {
  const { DISPLAY, WAYLAND_DISPLAY, BROWSER } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY || BROWSER);
}
