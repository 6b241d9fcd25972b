import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./project.mjs";
import { run } from "./run.mjs";
import { dropStamp, hashOf, readStamp, writeStamp } from "./stamp.mjs";

const stampFile = inProject("node_modules", ".spellgrad.json");

const inputs = () => hashOf(inProject("package-lock.json"), process.platform, process.arch);

/** The packages in node_modules, exactly as the lock file has them. */
export const npmPackages = ({ dev }) => ({
  title: "npm packages",
  done() {
    const stamp = readStamp(stampFile);
    return stamp.inputs === inputs() && (stamp.dev || !dev);
  },
  async make(said) {
    const withDev = dev || hasDevPackages();
    const [command, ...args] = npm();
    const options = [
      `--${withDev ? "include" : "omit"}=dev`,
      "--prefer-offline",
      "--loglevel=http",
    ];
    dropStamp(stampFile);
    await run(command, [...args, "ci", "--no-audit", "--no-fund", ...options], {
      tool: "npm",
      said,
    });
    writeStamp(stampFile, { inputs: inputs(), dev: withDev });
  },
});

/** A developer's packages are never taken away by `npm start`. */
function hasDevPackages() {
  const { devDependencies } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  return Object.keys(devDependencies).some((name) => existsSync(inProject("node_modules", name)));
}

/** The npm that runs this script, or else the one on the PATH. */
function npm() {
  const running = process.env.npm_execpath;
  if (running && path.basename(running) === "npm-cli.js") return [process.execPath, running];
  return process.platform === "win32" ? ["cmd", "/c", "npm"] : ["npm"];
}
