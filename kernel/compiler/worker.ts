import { parentPort, workerData } from "node:worker_threads";
import { removeUnused } from "./cache";
import { Compiler } from "./compiler";
import { keepCode } from "./load-typescript";

/** A thread for the compiler, so that the front answers while a second of work is under way. */

export interface Request {
  id: number;
  method:
    | "compile"
    | "adopt"
    | "adoptReached"
    | "discard"
    | "reset"
    | "complete"
    | "inspect"
    | "isComplete";
  args: unknown[];
}

export type Response = { id: number; value: unknown } | { id: number; failure: string };

const port = parentPort as NonNullable<typeof parentPort>;
const { root, ambient } = workerData as { root: string; ambient: string };
const compiler = new Compiler(root, ambient);

function call({ id, method, args }: Request): Response {
  const invoke = () => (compiler[method] as (...args: unknown[]) => unknown)(...args);
  try {
    return { id, value: invoke() };
  } catch (error) {
    compiler.startAgain();
    return { id, failure: String(error instanceof Error ? error.stack : error) };
  }
}

let asked = false;
port.on("message", (request: Request) => {
  port.postMessage(call(request));
  if (!asked) setImmediate(removeUnused);
  asked = true;
});

// The first check of a program loads its global types. That is done while nobody waits.
setImmediate(() => {
  if (!asked) compiler.compile("0", "", "en");
  if (!asked) compiler.discard();
  keepCode();
});
