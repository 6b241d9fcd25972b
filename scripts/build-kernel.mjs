// Compiles kernel/ to kernel/dist/. Needs no more than what the kernel needs to run: the
// TypeScript that comes with tslab. Types are checked by `npm run lint`.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { lives } from "./setup/processes.mjs";

const kernel = fileURLToPath(new URL("../kernel", import.meta.url));
const dist = path.join(kernel, "dist");
const stamp = path.join(dist, "sources.sha256");
const require = createRequire(import.meta.url);

const sources = () =>
  readdirSync(kernel, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !name.startsWith("dist"))
    .sort();

function hash() {
  const sha = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const name of sources())
    sha.update(`\n${name}\n`).update(readFileSync(path.join(kernel, name)));
  return sha.digest("hex");
}

/** Whether kernel/dist/ is what the sources make. */
export function kernelIsBuilt() {
  try {
    return readFileSync(stamp, "utf8") === hash();
  } catch {
    return false;
  }
}

/** Builds kernel/dist/ anew. */
export function buildKernel() {
  const ts = require("@tslab/typescript-for-tslab");
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    esModuleInterop: true,
  };
  // Built beside it and put in its place at the end: a build that is interrupted changes nothing.
  // The old one is moved away, not emptied: a kernel that is running may be writing to its cache.
  removeInterrupted();
  const [built, old] = [`${dist}-${process.pid}`, `${dist}-old-${process.pid}`];
  for (const name of sources()) {
    const source = readFileSync(path.join(kernel, name), "utf8");
    const target = path.join(built, name.replace(/\.ts$/, ".js"));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, ts.transpileModule(source, { compilerOptions }).outputText);
  }
  writeFileSync(path.join(built, path.basename(stamp)), hash());
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(built, dist);
  rmSync(old, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes what builds have left that did not come to their end. */
function removeInterrupted() {
  for (const name of readdirSync(kernel)) {
    const [, pid] = /^dist-(?:old-)?(\d+)$/.exec(name) ?? [];
    if (pid && !lives(Number(pid)))
      rmSync(path.join(kernel, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Compiles the lessons' modules ahead of the first cell that imports them. */
export function warmKernel() {
  return new Promise((resolve) => {
    const warm = spawn(process.execPath, [path.join(dist, "warm.js")], { stdio: "ignore" });
    // Without it the first cell takes longer, and nothing else.
    warm.once("exit", resolve).once("error", resolve);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href && !kernelIsBuilt())
  buildKernel();
