// Tells Jupyter of the kernel: writes PREFIX/share/jupyter/kernels/tslab/kernel.json, where PREFIX
// is the folder of a virtual environment.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const main = fileURLToPath(new URL("../kernel/dist/main.js", import.meta.url));

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="8" fill="#0072b2"/>
  <text x="58" y="56" text-anchor="end" font-family="sans-serif" font-weight="bold" font-size="30" fill="#fff">TS</text>
</svg>
`;

/**
 * `interrupt_mode` is "message": the kernel process never runs a cell itself, so a signal to it
 * would have to be passed on anyway, and Windows has no such signal.
 */
const spec = () => ({
  argv: [process.execPath, main, "{connection_file}"],
  display_name: "TypeScript (tslab)",
  language: "typescript",
  interrupt_mode: "message",
  metadata: { debugger: false },
});

const contents = () => ({
  "kernel.json": `${JSON.stringify(spec(), null, 2)}\n`,
  "logo-svg.svg": logo,
});

const folderIn = (prefix) => path.join(prefix, "share", "jupyter", "kernels", "tslab");

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether the kernelspec is there and names this Node and this project's folder. */
export const kernelspecIsInstalled = (prefix) =>
  Object.entries(contents()).every(
    ([name, text]) => read(path.join(folderIn(prefix), name)) === text,
  );

/** Writes the kernelspec; true when something has changed. */
export function installKernelspec(prefix) {
  if (kernelspecIsInstalled(prefix)) return false;
  mkdirSync(folderIn(prefix), { recursive: true });
  for (const [name, text] of Object.entries(contents())) {
    writeFileSync(path.join(folderIn(prefix), name), text);
  }
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const prefix = process.argv[2];
  if (!prefix) throw new Error("usage: node scripts/kernelspec.mjs PREFIX");
  installKernelspec(path.resolve(prefix));
}
