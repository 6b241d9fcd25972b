import { Session } from "node:inspector";
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { readLines } from "../lines";
import type { ToRunner } from "../protocol";
import { giveAnswer } from "./answer";
import type { Run } from "./cells";
import { fromKernel } from "./channel";

/** What this thread tells the main one. */
export type ToMain = Run | { type: "interrupt" } | { type: "wake" };

/**
 * The thread beside the runner's main thread. It hears the kernel while a cell keeps the main
 * thread busy: it stops the cell, brings the answer to a `prompt`, and ends the process when the
 * kernel is gone.
 */

const main = parentPort as NonNullable<typeof parentPort>;
const { answer, interrupting } = workerData as {
  answer: SharedArrayBuffer;
  interrupting: Int32Array;
};

const session = new Session();
session.connectToMainThread();

const windows = process.platform === "win32";
/** With the programs that cells have started: this process leads their group. */
const group = windows ? process.pid : -process.pid;

/** A program that was not there yet at the first signal is met by a later one, in milliseconds. */
const betweenSignals = 200;

/** So long the main thread may take at first to hear of an interrupt, in milliseconds. */
const patience = 100;

/**
 * Stops what runs on the main thread. Where it waits for a program, that one is interrupted as by
 * Ctrl+C in a terminal.
 */
const stopMainThread = () =>
  new Promise<void>((resolve) => {
    const signal = () => {
      if (!windows) process.kill(group, "SIGINT");
      // The inspector answers when the main thread leaves its next function: it may be idle.
      main.postMessage({ type: "wake" } satisfies ToMain);
    };
    const signals = setInterval(signal, betweenSignals);
    session.post("Runtime.terminateExecution", () => {
      clearInterval(signals);
      resolve();
    });
    signal();
  });

/** Of Node 20, but not of the types for ES2022. */
const { waitAsync } = Atomics as unknown as {
  waitAsync(array: Int32Array, index: number, value: number, ms: number): { value: unknown };
};

/**
 * Ends the run under way as interrupted. The main thread may take a few steps before it stops:
 * `interrupting` tells it that what it does is over. It may also go on with something else, such
 * as a timer whose function loops for ever, and is stopped until it has heard.
 */
async function interrupt(): Promise<void> {
  Atomics.store(interrupting, 0, 1);
  for (let wait = patience; Atomics.load(interrupting, 0) > 0; wait *= 2) {
    await stopMainThread();
    main.postMessage({ type: "interrupt" } satisfies ToMain);
    await waitAsync(interrupting, 0, 1, wait).value;
  }
}

async function handle(message: ToRunner): Promise<void> {
  if (message.type === "input") giveAnswer(answer, message.value);
  else if (message.type === "interrupt") await interrupt();
  else main.postMessage(message satisfies ToMain);
}

// One after another: a cell that comes after an interrupt is not to be hit by it.
let last = Promise.resolve();

const kernel = new Socket({ fd: fromKernel, readable: true, writable: false });
readLines(kernel, (line) => {
  last = last.then(() => handle(JSON.parse(line) as ToRunner));
});
const end = () => process.kill(group, "SIGKILL");
kernel.on("end", end).on("close", end).on("error", end);
