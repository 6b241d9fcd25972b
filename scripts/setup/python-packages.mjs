import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { findPython } from "./find-python.mjs";
import { moveVenv } from "./move-venv.mjs";
import { inProject, pythonEnvironment, venv, venvPython } from "./project.mjs";
import { run } from "./run.mjs";
import { dropStamp, hashOf, readStamp, writeStamp } from "./stamp.mjs";

const stampFile = path.join(venv, "spellgrad.json");
const requirements = inProject("requirements.txt");

const inputs = () => hashOf(requirements, process.platform, process.arch);

/** JupyterLab and the other Python packages, exactly as requirements.txt has them, in `.venv`. */
export const pythonPackages = () => ({
  title: "Python packages",
  done() {
    const { inputs: from, at, version } = readStamp(stampFile);
    return from === inputs() && at === venv && existsSync(venvPython) && versionIs(version);
  },
  async make(said) {
    const stamp = readStamp(stampFile);
    const whole = stamp.inputs === inputs() && versionIs(stamp.version);
    if (whole && moveVenv(stamp.at, venv)) {
      writeStamp(stampFile, { ...stamp, at: venv });
      return;
    }
    const version = await makeVenv(said);
    writeStamp(stampFile, { inputs: inputs(), at: venv, version });
  },
});

/** A system's upgrade can put another Python under `.venv`, which then finds no packages. */
function versionIs(version) {
  const ask = ["-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"];
  const { stdout } = spawnSync(venvPython, ask, { encoding: "utf8", env: pythonEnvironment() });
  return stdout?.trim() === version;
}

/** Makes `.venv` anew and returns its Python's version, such as 3.11. */
async function makeVenv(said) {
  const uv = spawnSync("uv", ["--version"]).status === 0;
  const python = findPython({ needsVenv: !uv });
  dropStamp(stampFile);
  if (uv) {
    try {
      await withUv(python, said);
    } catch (error) {
      // uv reads none of pip's settings (mirror, proxy, certificate): pip has its chance too.
      if (!python.able) throw error;
      said("uv failed, now with pip");
      await withPip(python, said);
    }
  } else await withPip(python, said);
  return python.version.split(".").slice(0, 2).join(".");
}

async function withUv(python, said) {
  const options = { env: pythonEnvironment(), tool: "PyPI", said };
  const install = ["pip", "install", "--compile-bytecode", "--python", venvPython];
  rmSync(venv, { recursive: true, force: true });
  await run("uv", ["venv", "--python", python.executable, venv], options);
  await run("uv", [...install, "-r", requirements], options);
}

async function withPip(python, said) {
  // A user's `user = true` would make pip refuse to install into an environment.
  const options = { env: pythonEnvironment({ PIP_USER: "0" }), tool: "PyPI", said };
  const install = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input"];
  rmSync(venv, { recursive: true, force: true });
  await run(python.executable, ["-m", "venv", venv], options);
  await run(venvPython, [...install, "-r", requirements], options);
}
