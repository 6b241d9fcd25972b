import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Completion } from "../compiler/complete";
import type { Inspection } from "../compiler/inspect";
import type { Completeness } from "../compiler/is-complete";
import type { Request, Response } from "../compiler/worker";
import type { CompileOutcome } from "../protocol";
import { spoken, words } from "../words";

/** So many deaths without an answer in between: the next thread would fare no better. */
const hopeless = 2;

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** The compiler as the front sees it: calls are answered in their order. */
export class CompilerThread {
  readonly #root: string;
  #worker: Worker;
  #count = 0;
  /** Since the last answer. */
  #deaths = 0;
  /** Of what the last thread died. */
  #cause = "";
  readonly #waiting = new Map<number, Waiting>();

  constructor(root: string) {
    this.#root = root;
    this.#worker = this.#start();
  }

  compile(source: string, name: string): Promise<CompileOutcome> {
    return this.#call("compile", source, name, spoken()) as Promise<CompileOutcome>;
  }

  complete(source: string, position: number): Promise<Completion> {
    return this.#call("complete", source, position) as Promise<Completion>;
  }

  inspect(source: string, position: number): Promise<Inspection | undefined> {
    return this.#call("inspect", source, position) as Promise<Inspection | undefined>;
  }

  isComplete(source: string): Promise<Completeness> {
    return this.#call("isComplete", source) as Promise<Completeness>;
  }

  /** Nobody waits for these: they take effect before the next call. */
  tell(what: "adopt" | "discard" | "reset"): void;
  tell(what: "adoptReached", variables: readonly string[]): void;
  tell(what: "adopt" | "discard" | "reset" | "adoptReached", ...args: unknown[]): void {
    this.#call(what, ...args).catch((error) => console.error("kernel:", error));
  }

  #call(method: Request["method"], ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#deaths >= hopeless) return reject(this.#lost());
      const id = ++this.#count;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, method, args } satisfies Request);
    });
  }

  #start(): Worker {
    const folder = path.join(__dirname, "..");
    const worker = new Worker(path.join(folder, "compiler", "worker.js"), {
      workerData: { root: this.#root, ambient: path.join(folder, "..", "cells.d.ts") },
    });
    worker.on("message", (response: Response) => {
      this.#deaths = 0;
      const waiting = this.#waiting.get(response.id);
      this.#waiting.delete(response.id);
      if ("failure" in response) waiting?.reject(new Error(response.failure));
      else waiting?.resolve(response.value);
    });
    worker.on("error", (error) => this.#died(error));
    return worker;
  }

  /** Out of memory, or damaged files: a fresh thread may take over. */
  #died(error: Error): void {
    console.error("kernel: the compiler's thread has died:", error);
    this.#deaths++;
    this.#cause = error.message.split("\n")[0];
    for (const { reject } of this.#waiting.values()) reject(this.#lost());
    this.#waiting.clear();
    if (this.#deaths < hopeless) this.#worker = this.#start();
  }

  #lost(): Error {
    const { compilerDied, compilerLost } = words();
    const sentence = this.#deaths < hopeless ? compilerDied : compilerLost;
    const error = new Error(sentence(this.#cause));
    // Without the kernel's own lines: the learner's code is not to blame.
    error.stack = `KernelError: ${error.message}`;
    return error;
  }
}
