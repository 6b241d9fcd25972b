import path from "node:path";
import { fileURLToPath } from "node:url";

const windows = process.platform === "win32";

/** The project's folder, wherever it was moved to. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

export const inProject = (...parts) => path.join(root, ...parts);

export const venv = inProject(".venv");

/** Where a virtual environment keeps its programs. */
export const binOf = (folder) => path.join(folder, windows ? "Scripts" : "bin");

/** The Python of a virtual environment. */
export const pythonOf = (folder) => path.join(binOf(folder), windows ? "python.exe" : "python");

export const venvPython = pythonOf(venv);

/**
 * The environment for the project's own Python: the user's, less the variables that would
 * bring modules and Jupyter kernels from elsewhere into `.venv`.
 */
export function pythonEnvironment(extra = {}) {
  const { PYTHONPATH, PYTHONHOME, JUPYTER_PATH, VIRTUAL_ENV, ...rest } = process.env;
  return { ...rest, ...extra };
}
