import { Session } from "node:inspector";
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { readLines } from "../lines";
import type { ToRunner } from "../protocol";
import { giveAnswer } from "./answer";
import { fromKernel } from "./channel";

/**
 * The thread beside the runner's main thread. It hears the kernel while a cell keeps the main
 * thread busy: it stops the cell, brings the answer to a `prompt`, and ends the process when the
 * kernel is gone.
 */

const main = parentPort as NonNullable<typeof parentPort>;
const { answer, interrupts } = workerData as { answer: SharedArrayBuffer; interrupts: Int32Array };

const session = new Session();
session.connectToMainThread();

const windows = process.platform === "win32";
/** With the programs that cells have started: this process leads their group. */
const group = windows ? process.pid : -process.pid;

/** A program that was not there yet at the first signal is met by a later one, in milliseconds. */
const betweenSignals = 200;

/**
 * Stops what runs on the main thread. Where it waits for a program, that one is interrupted as by
 * Ctrl+C in a terminal. The main thread may take a few steps in between: `interrupts` tells it
 * that what it does is over.
 */
const stopMainThread = () =>
  new Promise<void>((resolve) => {
    Atomics.add(interrupts, 0, 1);
    const signal = () => {
      if (!windows) process.kill(group, "SIGINT");
    };
    const signals = setInterval(signal, betweenSignals);
    session.post("Runtime.terminateExecution", () => {
      clearInterval(signals);
      resolve();
    });
    signal();
  });

async function handle(message: ToRunner): Promise<void> {
  if (message.type === "input") giveAnswer(answer, message.value);
  else if (message.type === "interrupt") {
    await stopMainThread();
    main.postMessage(message);
  } else main.postMessage(message);
}

// One after another: a cell that comes after an interrupt is not to be hit by it.
let last = Promise.resolve();

const kernel = new Socket({ fd: fromKernel, readable: true, writable: false });
readLines(kernel, (line) => {
  last = last.then(() => handle(JSON.parse(line) as ToRunner));
});
const end = () => process.kill(group, "SIGKILL");
kernel.on("end", end).on("close", end).on("error", end);
