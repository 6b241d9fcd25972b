import { createRequire, isBuiltin } from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import type { CompiledFile } from "../protocol";
import { words } from "../words";
import { tslab } from "./display";
import { lockExports } from "./locked";
import { rememberScript } from "./stacks";
import { awaitEach, awaitOrAbandon, resume } from "./waiting";

/**
 * The project's own modules. When a file has changed, it and all that require it, directly or
 * not, are forgotten, so that the next import runs them anew; the others keep their state.
 */

interface Instance {
  exports: unknown;
}

const compiled = new Map<string, CompiledFile>();
const instances = new Map<string, Instance>();
/** Which modules have required a module. */
const users = new Map<string, Set<string>>();
/** Modules that hand on what a package of npm's made. */
const withPackages = new Set<string>();
/** Modules that run for one import of a cell's. They may still give each other what they export. */
const running: string[] = [];

export function updateModules(files: readonly CompiledFile[]): void {
  for (const file of files) {
    compiled.set(file.file, file);
    forget(file.file);
  }
}

function forget(file: string): void {
  instances.delete(file);
  const stale = users.get(file);
  users.delete(file);
  for (const user of stale ?? []) forget(user);
}

/**
 * The function of a script, with what it may call as its parameters.
 *
 * @param kind `function` or `async function`
 */
export function compileFunction(
  kind: string,
  parameters: readonly string[],
  code: string,
  file: string,
) {
  // The code starts on a line of its own, which is line 1 of the script.
  const wrapped = `(${kind} (${parameters.join(", ")}) {\n${code}\n})`;
  return new Script(wrapped, { filename: file, lineOffset: -1 }).runInThisContext();
}

/** What both cells and modules find in their scope, beside `exports` and `require`. */
export const helpers = { __await: awaitOrAbandon, __resume: resume, __awaitEach: awaitEach };

/** `require` of the file: the project's files as the type checker resolved them, or Node's. */
export function requireOf(file: string, imports: Record<string, string>): NodeJS.Require {
  const ofNode = createRequire(file);
  const ofProject = (name: string) => {
    const target = Object.hasOwn(imports, name) ? imports[name] : undefined;
    if (target === undefined || !compiled.has(target)) return undefined;
    users.set(target, (users.get(target) ?? new Set()).add(file));
    return load(target).exports;
  };
  return Object.assign((name: string) => {
    if (name === "tslab") return tslab;
    const own = ofProject(name);
    if (!own && !isBuiltin(name)) withPackages.add(file);
    return own ?? ofPackage(ofNode, name);
  }, ofNode) as NodeJS.Require;
}

const ofBrowser = /^(self|window|document|navigator) is not defined$/;

/** A package that cannot be loaded because it is for browsers says so, and not what it looked for. */
function ofPackage(require: NodeJS.Require, name: string): unknown {
  try {
    return require(name);
  } catch (error) {
    const [, missing] = (error instanceof ReferenceError && ofBrowser.exec(error.message)) || [];
    throw missing ? new Error(words().browserOnly(name, missing)) : error;
  }
}

function load(file: string): Instance {
  const known = instances.get(file);
  if (known) return known;
  const { code, maps, imports } = compiled.get(file) as CompiledFile;
  const shownAs = path.relative(process.cwd(), file);
  rememberScript(file, { shownAs, maps, prefixLines: 0 });
  const module: Instance = { exports: {} };
  // A module that requires this one while it loads gets what there is so far, as in Node.
  instances.set(file, module);
  const outermost = running.length === 0;
  if (outermost) setImmediate(forgetUnfinished);
  running.push(file);
  try {
    const parameters = ["exports", "require", "module", "__filename", "__dirname"];
    const names = [...parameters, ...Object.keys(helpers)];
    const run = compileFunction("function", names, code, file);
    const own = [module.exports, requireOf(file, imports), module, file, path.dirname(file)];
    run.call(module.exports, ...own, ...Object.values(helpers));
  } catch (error) {
    instances.delete(file);
    throw error;
  } finally {
    if (outermost) running.splice(0).forEach(lock);
  }
  return module;
}

/**
 * An interrupt ends an import without its `finally`. What still runs when the process takes its next
 * turn will never be whole, and runs anew at the next import.
 */
const forgetUnfinished = (): void => running.splice(0).forEach(forget);

/** Keeps a module as it is, once all have run that it was loaded with. */
function lock(file: string): void {
  const module = instances.get(file);
  if (module) lockExports(module.exports, !withPackages.has(file));
}
