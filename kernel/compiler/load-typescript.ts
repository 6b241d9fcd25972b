import { statSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import { keep, readCached } from "./cache";

/**
 * Loads TypeScript's nine megabytes with the code that V8 made of them at an earlier start. Node 22
 * has this for every module (`module.enableCompileCache`), Node 20 for none.
 */

interface Compiling {
  _compile(this: NodeJS.Module, code: string, file: string): unknown;
}

const file = require.resolve("@tslab/typescript-for-tslab");
/** V8 takes it only from the same version of itself; it does not compare the source. */
const cached = `typescript-${statSync(file).mtimeMs}-${process.version}-${process.arch}.code`;

const cachedData = readCached(cached);
let script: Script | undefined;

const modules = Module.prototype as unknown as Compiling;
const compile = modules._compile;
modules._compile = function (code, name) {
  if (name !== file) return compile.call(this, code, name);
  script = new Script(Module.wrap(code), { filename: file, cachedData });
  const run = script.runInThisContext();
  return run.call(this.exports, this.exports, createRequire(file), this, file, path.dirname(file));
};
require(file);
modules._compile = compile;

/** Keeps the code of all functions that have been called so far, unless some has been kept. */
export function keepCode(): void {
  if (script && (!cachedData || script.cachedDataRejected)) keep(cached, script.createCachedData());
}
