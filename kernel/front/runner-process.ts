import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { readLines } from "../lines";
import type { CellError, CompiledCell, Done, FromRunner, ToRunner } from "../protocol";
import { speak, spoken } from "../words";
import { Ending } from "./ending";

/** Interrupts stop the main thread between any two steps; without it, Node ends the process then. */
const flags = ["--no-force-async-hooks-checks"];

/**
 * Where learners' code is graded, a program puts walls around the process that runs it: the command
 * that comes before the process's own, as JSON. It has to hand on the file descriptors.
 */
const walls: string[] = JSON.parse(process.env.SPELLGRAD_WALLS ?? "[]");

/** Windows has neither groups of processes nor signals to them. */
const windows = process.platform === "win32";

/** So long the last output of an ended process may take to arrive, in milliseconds. */
const lastWords = 500;

export interface RunnerEvents {
  /** Output of a run, in its order; `done` is not among it. */
  output(message: Exclude<FromRunner, { type: "done" | "ready" }>): void;
  /** A process has ended, and with it all variables. `error` says why, unless it was a run's. */
  lost(error?: CellError): void;
}

/** The process that runs the cells. When it ends, for whatever reason, another takes its place. */
export class RunnerProcess {
  readonly #root: string;
  readonly #events: RunnerEvents;
  #child: ChildProcess | undefined;
  #ready = false;
  #lastId = 0;
  #pending: { id: number; resolve: (done: Done) => void } | undefined;
  /** Since an interrupt, and until the run has ended, a message may break off. */
  #interrupting = false;
  #stopped = false;

  constructor(root: string, events: RunnerEvents) {
    this.#root = root;
    this.#events = events;
    this.#start();
  }

  /** Runs a cell, and resolves when it has ended. `begins` is told the run's number. */
  run(
    name: string,
    cell: CompiledCell,
    allowStdin: boolean,
    begins: (id: number) => void,
  ): Promise<Done> {
    const id = ++this.#lastId;
    begins(id);
    if (!this.#child) this.#start();
    return new Promise((resolve) => {
      this.#pending = { id, resolve };
      this.#tell({ type: "run", id, name, cell, allowStdin });
    });
  }

  /** Stops the cell, and the programs that it waits for. */
  interrupt(): void {
    this.#interrupting = true;
    this.#tell({ type: "interrupt" });
  }

  answer(value: string): void {
    this.#tell({ type: "input", value });
  }

  stop(): void {
    this.#stopped = true;
    this.#kill();
  }

  /** Ends the process and the programs that it has started: it leads a group of its own. */
  #kill(): void {
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(windows ? pid : -pid, "SIGKILL");
    } catch {
      // It has just ended by itself.
    }
  }

  #tell(message: ToRunner): void {
    (this.#child?.stdio[3] as Writable | undefined)?.write(`${JSON.stringify(message)}\n`);
  }

  #start(): void {
    const program = path.join(__dirname, "..", "runner", "main.js");
    const [command, ...args] = [...walls, process.execPath, ...flags, program];
    const child = spawn(command, args, {
      cwd: this.#root,
      env: { ...process.env, SPELLGRAD_LANGUAGE: spoken() },
      detached: !windows,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    this.#child = child;
    this.#ready = false;
    const ending = new Ending();
    const messages = child.stdio[4] as Readable;
    readLines(messages, (line) => this.#take(line));
    // Writing to a process that has just ended fails, and its end is handled below.
    child.stdio[3]?.on("error", () => {});
    this.#pass(child.stdout as Readable, "stdout", (text) => text);
    this.#pass(child.stderr as Readable, "stderr", (text) => ending.listen(text));
    const ended = (code: number | null, signal: string | null) => {
      const handle = once(() => this.#ended(child, ending.describe(code, signal)));
      if (messages.destroyed) handle();
      messages.once("close", handle);
      setTimeout(handle, lastWords);
    };
    child.once("exit", ended);
    child.once("error", (error) => ended(null, error.message));
  }

  /** What is written past Node's streams: by native code, and by programs that a cell starts. */
  #pass(stream: Readable, name: "stdout" | "stderr", filter: (text: string) => string): void {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      const text = filter(chunk);
      if (text) this.#events.output({ type: "stream", id: this.#lastId, name, text });
    });
  }

  #take(line: string): void {
    if (!line) return;
    const message = parse(line);
    // Something else has written to the pipe: what comes next cannot be understood either.
    if (!message) this.#interrupting || this.#kill();
    else if (message.type === "done") this.#finish(message.id, message);
    else if (message.type === "ready") this.#ready = true;
    else this.#events.output(message);
  }

  #finish(id: number, done: Done): void {
    if (this.#pending?.id !== id) return;
    const { resolve } = this.#pending;
    if (done.language) speak(done.language);
    this.#pending = undefined;
    this.#interrupting = false;
    // What programs have written by now waits in another pipe, and is read first.
    setImmediate(() => resolve(done));
  }

  #ended(child: ChildProcess, error: CellError): void {
    if (this.#stopped || child !== this.#child) return;
    this.#child = undefined;
    // One that cannot even start is tried again when there is something to run.
    if (this.#ready) this.#start();
    this.#events.lost(this.#pending ? undefined : error);
    if (this.#pending) this.#finish(this.#pending.id, { error });
  }
}

function parse(line: string): FromRunner | undefined {
  try {
    return JSON.parse(line) as FromRunner;
  } catch {
    return undefined;
  }
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
