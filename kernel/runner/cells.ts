import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { CellError, CompiledCell, ToRunner } from "../protocol";
import { spoken } from "../words";
import { send } from "./channel";
import { allShown, shown } from "./display";
import { describeError, interrupted } from "./errors";
import { compileFunction, helpers, requireOf, updateModules } from "./modules";
import { becomeOwner } from "./owner";
import { allowInput } from "./prompt";
import { rememberScript } from "./stacks";
import { current } from "./state";
import { abandonAwaits } from "./waiting";

/** The variables of all cells. A plain object: a Proxy would cost a hot loop a factor of 100. */
const variables: Record<string, unknown> = {};

/** The run under way: its cell, and what the cell's variables were before it. */
let running: { cell: CompiledCell; before: Map<string, unknown> } | undefined;

/** 1 while an interrupt is under way: set by the thread that brings it, cleared when it is done. */
export const interrupting = new Int32Array(new SharedArrayBuffer(4));

export type Run = Extract<ToRunner, { type: "run" }>;

/** Runs a cell to its end, and sends what it shows, its last expression and its outcome. */
export async function runCell({ id, name, cell, allowStdin }: Run): Promise<void> {
  current.id = id;
  becomeOwner(id);
  running = { cell, before: new Map(cell.variables.map((it) => [it, variables[it]])) };
  allowInput(allowStdin);
  try {
    await execute(name, cell);
    const value = takeResult(cell);
    const result = value === undefined ? undefined : await shown(value);
    await allShown();
    // A turn of the event loop: a rejection that nobody awaits is reported as part of the cell.
    await turn();
    if (isOver(id)) return;
    if (result) send({ type: "result", id, ...result });
    finish(id);
  } catch (error) {
    if (!isOver(id)) finish(id, describeError(error));
  }
}

/** Whether the run was or is being interrupted, and another may be under way. */
const isOver = (id: number) => !running || current.id !== id || Atomics.load(interrupting, 0) > 0;

/** `done` is sent before anything is forgotten: an interrupt may come between any two steps. */
function finish(id: number, error?: CellError): void {
  send({ type: "done", id, language: spoken(), error, reached: error && reached() });
  running = undefined;
}

/** The variables of the cell that it has set. One that got its old value again counts as not set. */
const reached = (): string[] =>
  running?.cell.variables.filter(
    (name) => name in variables && !Object.is(variables[name], running?.before.get(name)),
  ) ?? [];

/**
 * What is on the stack has been stopped by now; what waits is left waiting. This may be stopped in
 * its turn, and is then called again: the flag is cleared at the very end.
 */
export function interruptCell(): void {
  abandonAwaits();
  if (running) finish(current.id, interrupted());
  Atomics.store(interrupting, 0, 0);
  Atomics.notify(interrupting, 0);
}

function execute(name: string, cell: CompiledCell): unknown {
  const { code, maps, imports, isAsync } = cell;
  updateModules(cell.modules);
  rememberScript(name, { shownAs: name, maps, prefixLines: 1 });
  const kind = isAsync ? "async function" : "function";
  const run = compileFunction(kind, ["exports", "require", ...Object.keys(helpers)], code, name);
  const require = requireOf(path.resolve("cell.js"), imports);
  return run.call(undefined, variables, require, ...Object.values(helpers));
}

function takeResult({ lastExpression }: CompiledCell): unknown {
  if (!lastExpression) return undefined;
  const value = variables[lastExpression];
  // `delete` would turn the object into a slow one.
  variables[lastExpression] = undefined;
  return value;
}
