import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(__dirname, "..");
const python = path.join(
  ...[root, ".venv", process.platform === "win32" ? "Scripts" : "bin", "python"],
);
/** NumPy for the benchmarks alone; 2.2 is the last that runs on Python 3.10, too. */
const modules = path.join(__dirname, "numpy", "modules");
const VERSION = "2.2.6";

function install(): void {
  const what = ["--quiet", "--target", modules, `numpy==${VERSION}`];
  try {
    execFileSync(python, ["-m", "pip", "install", ...what], { stdio: "ignore" });
  } catch {
    // An environment that uv made has no pip.
    execFileSync("uv", ["pip", "install", "--python", python, ...what], { stdio: "inherit" });
  }
}

/** NumPy in a process of its own, on one thread. */
export function startNumpy() {
  if (!existsSync(modules)) install();
  const env = { ...process.env, PYTHONPATH: modules };
  const child = spawn(python, [path.join(__dirname, "numpy", "reference.py")], {
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    /** How many milliseconds it takes, once: `["product", 256]`. */
    async time(...work: readonly (string | number | readonly number[])[]): Promise<number> {
      child.stdin.write(`${JSON.stringify(work)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error("NumPy has ended; what it said is above.");
      return Number(value);
    },
    stop: () => child.stdin.end(),
  };
}
