import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { findPython } from "./find-python.mjs";
import { moveVenv } from "./move-venv.mjs";
import { inProject, pythonEnvironment, pythonOf, venv } from "./project.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { dropStamp, hashOf, readStamp, writeStamp } from "./stamp.mjs";

/** What the course needs: JupyterLab and its companions, in `.venv`. */
const course = {
  folder: venv,
  requirements: inProject("requirements.txt"),
  title: say({ en: "Python packages", ru: "пакеты Python" }),
};

/**
 * Python packages, exactly as a file of requirements has them, in a virtual environment.
 *
 * @param {{ folder: string, requirements: string, title: string }} environment the course's own
 * unless another is named
 */
export function pythonPackages({ folder, requirements, title } = course) {
  const stampFile = path.join(folder, "spellgrad.json");
  const inputs = () => hashOf(requirements, process.platform, process.arch);
  return {
    title,
    done() {
      const { inputs: from, at, version } = readStamp(stampFile);
      return (
        from === inputs() &&
        at === folder &&
        existsSync(pythonOf(folder)) &&
        versionIs(folder, version)
      );
    },
    async make(said) {
      const stamp = readStamp(stampFile);
      const whole = stamp.inputs === inputs() && versionIs(folder, stamp.version);
      if (whole && moveVenv(stamp.at, folder)) {
        writeStamp(stampFile, { ...stamp, at: folder });
        return;
      }
      dropStamp(stampFile);
      const version = await makeVenv({ folder, requirements }, said);
      writeStamp(stampFile, { inputs: inputs(), at: folder, version });
    },
  };
}

/** A system's upgrade can put another Python under an environment, which then finds no packages. */
function versionIs(folder, version) {
  const ask = ["-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"];
  const { stdout } = spawnSync(pythonOf(folder), ask, {
    encoding: "utf8",
    env: pythonEnvironment(),
  });
  return stdout?.trim() === version;
}

/** Makes an environment anew and returns its Python's version, such as 3.11. */
async function makeVenv(environment, said) {
  const uv = spawnSync("uv", ["--version"]).status === 0;
  const python = findPython({ needsVenv: !uv });
  if (uv) {
    try {
      await withUv(environment, python, said);
    } catch (error) {
      // uv reads none of pip's settings (mirror, proxy, certificate): pip has its chance too.
      if (!python.able) throw error;
      said("uv failed, now with pip");
      await withPip(environment, python, said);
    }
  } else await withPip(environment, python, said);
  return python.version.split(".").slice(0, 2).join(".");
}

async function withUv({ folder, requirements }, python, said) {
  const options = { env: pythonEnvironment(), tool: "PyPI", said };
  const install = ["pip", "install", "--compile-bytecode", "--python", pythonOf(folder)];
  rmSync(folder, { recursive: true, force: true });
  await run("uv", ["venv", "--python", python.executable, folder], options);
  await run("uv", [...install, "-r", requirements], options);
}

async function withPip({ folder, requirements }, python, said) {
  // A user's `user = true` would make pip refuse to install into an environment.
  const options = { env: pythonEnvironment({ PIP_USER: "0" }), tool: "PyPI", said };
  const install = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input"];
  rmSync(folder, { recursive: true, force: true });
  await run(python.executable, ["-m", "venv", folder], options);
  await run(pythonOf(folder), [...install, "-r", requirements], options);
}
