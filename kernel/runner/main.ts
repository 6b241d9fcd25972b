import path from "node:path";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import { speak, words } from "../words";
import { interruptCell, interrupting, runCell } from "./cells";
import { send } from "./channel";
import { tslab } from "./display";
import { describeError } from "./errors";
import { lockLanguage } from "./locked";
import { captureOutput, print } from "./output";
import { carryOwnerInTimers } from "./owner";
import { answer, prompt } from "./prompt";
import { mapStacks } from "./stacks";
import type { ToMain } from "./watcher";

/** The process that runs the cells. It is started by the kernel process, and ends with it. */

captureOutput();
mapStacks();
carryOwnerInTimers();
inspect.defaultOptions.colors = false;
// A library that knows nothing of tslab finds a display for its progress under this symbol.
Object.assign(globalThis, { prompt, [Symbol.for("Jupyter.newDisplay")]: tslab.newDisplay });
lockLanguage();
speak(process.env.SPELLGRAD_LANGUAGE);

const report = (what: "rejected" | "thrownOutside") => (thrown: unknown) =>
  print("stderr", `${words()[what]}\n${describeError(thrown).traceback.join("\n")}\n`);
process.on("unhandledRejection", report("rejected"));
process.on("uncaughtException", report("thrownOutside"));

// The signal is for the programs that a cell waits for; the cell itself is stopped by the watcher.
process.on("SIGINT", () => {});

const watcher = new Worker(path.join(__dirname, "watcher.js"), {
  workerData: { answer, interrupting },
});
watcher.on("message", (message: ToMain) => {
  if (message.type === "interrupt") interruptCell();
  // Not on the stack of the port, which would not survive being stopped.
  else if (message.type === "run") setImmediate(() => void runCell(message));
});
watcher.once("online", () => send({ type: "ready" }));
