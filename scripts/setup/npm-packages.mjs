import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./project.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { dropStamp, hashOf, readStamp, writeStamp } from "./stamp.mjs";

/** The packages in a folder's node_modules, exactly as its lock file has them. */
export function npmPackages({
  dev,
  folder = root,
  title = say({ en: "npm packages", ru: "пакеты npm" }),
}) {
  const stampFile = path.join(folder, "node_modules", ".spellgrad.json");
  const inputs = () =>
    hashOf(path.join(folder, "package-lock.json"), process.platform, process.arch);
  return {
    title,
    done() {
      const stamp = readStamp(stampFile);
      return stamp.inputs === inputs() && (stamp.dev || !dev);
    },
    async make(said) {
      const withDev = dev || hasDevPackages(folder);
      const [command, ...args] = npm();
      const options = [
        `--${withDev ? "include" : "omit"}=dev`,
        "--prefer-offline",
        "--loglevel=http",
      ];
      dropStamp(stampFile);
      await run(command, [...args, "ci", "--no-audit", "--no-fund", ...options], {
        tool: "npm",
        cwd: folder,
        said,
      });
      writeStamp(stampFile, { inputs: inputs(), dev: withDev });
    },
  };
}

/** A developer's packages are never taken away by `npm start`. */
function hasDevPackages(folder) {
  const { devDependencies } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const there = (name) => existsSync(path.join(folder, "node_modules", name));
  return Object.keys(devDependencies).some(there);
}

/** The npm that runs this script, or else the one on the PATH. */
function npm() {
  const running = process.env.npm_execpath;
  if (running && path.basename(running) === "npm-cli.js") return [process.execPath, running];
  return process.platform === "win32" ? ["cmd", "/c", "npm"] : ["npm"];
}
