import { setTimeout as sleep } from "node:timers/promises";
import type { CellError, FromRunner } from "../protocol";
import { words } from "../words";
import type { CompilerThread } from "./compiler-thread";
import type { History } from "./history";
import type { Iopub } from "./iopub";
import { interruptedEarly, type Job, jobOf } from "./job";
import type { Content, Header } from "./message";
import { RunnerProcess } from "./runner-process";
import { Runs } from "./runs";
import type { Outlet, Request } from "./sockets";

/** So long, in milliseconds, cells that were sent together with a failing one may take to arrive. */
const settling = 10;

/** Executes cells, one after another, in the order in which they came. */
export class Executor {
  readonly #iopub: Iopub;
  readonly #stdin: Outlet;
  readonly #compiler: CompilerThread;
  readonly #history: History;
  readonly #runner: RunnerProcess;
  readonly #queue: Job[] = [];
  /** The cell whose turn it is. */
  #job: Job | undefined;
  readonly #runs = new Runs();
  #count = 0;
  #asking = false;

  constructor(
    root: string,
    channels: { iopub: Iopub; stdin: Outlet },
    compiler: CompilerThread,
    history: History,
  ) {
    this.#iopub = channels.iopub;
    this.#stdin = channels.stdin;
    this.#compiler = compiler;
    this.#history = history;
    this.#runner = new RunnerProcess(root, {
      output: (message) => this.#output(message),
      lost: (error) => this.#lost(error),
    });
  }

  /** The request that is being executed. */
  get busyWith(): Header | undefined {
    return this.#job?.request.header;
  }

  submit(request: Request): void {
    this.#queue.push(jobOf(request));
    if (!this.#job) this.#work();
  }

  interrupt(): void {
    if (this.#job) this.#job.interrupted = true;
    this.#asking = false;
    this.#runner.interrupt();
  }

  answer(value: string): void {
    if (this.#asking) this.#runner.answer(value);
    this.#asking = false;
  }

  stop(): void {
    this.#runner.stop();
  }

  async #work(): Promise<void> {
    for (;;) {
      const job = this.#queue.shift();
      if (!job) return;
      this.#job = job;
      const { header } = job.request;
      this.#iopub.status("busy", header);
      const content = await this.#execute(job).catch((error: Error) => this.#failed(job, error));
      const stops = content.status === "error" && job.stopOnError;
      // Cells that were sent before the failure could be known are not run.
      if (stops) await sleep(settling);
      const aborted = stops ? this.#queue.splice(0) : [];
      await this.#iopub.sent();
      this.#reply(job, content);
      this.#iopub.status("idle", header);
      for (const it of aborted) this.#abort(it);
      this.#job = undefined;
    }
  }

  /** Runs one cell, and returns the content of its reply. */
  async #execute(job: Job): Promise<Content> {
    if (job.stored) this.#count++;
    const count = this.#count;
    const publish = (type: string, content: Content) => {
      if (!job.silent) this.#iopub.send(type, content, job.request.header);
    };
    publish("execute_input", { code: job.code, execution_count: count });
    const error = await this.#run(job, words().cell(job.stored ? count : undefined));
    const { result } = job;
    job.result = undefined;
    if (job.stored) this.#history.add(count, job.code, result?.data["text/plain"]);
    if (error) {
      publish("error", { ...error });
      return { status: "error", execution_count: count, ...error };
    }
    if (result) publish("execute_result", { execution_count: count, ...result });
    const user_expressions = await this.#evaluate(job);
    return { status: "ok", execution_count: count, payload: [], user_expressions };
  }

  /** Compiles and runs a cell; returns what was wrong with it, if anything. */
  async #run(job: Job, name: string): Promise<CellError | undefined> {
    const compiled = await this.#compiler.compile(job.code, name);
    if (!compiled.ok) return compiled.error;
    const { error, reached } = job.interrupted
      ? { error: interruptedEarly(), reached: [] }
      : await this.#runner.run(name, compiled.cell, job.allowStdin, (id) =>
          this.#runs.begin(id, job),
        );
    if (!error) this.#compiler.tell("adopt");
    // Without a word from the runner it is gone, with all variables.
    else if (reached) this.#compiler.tell("adoptReached", reached);
    return error;
  }

  /** The values of the request's `user_expressions`. */
  async #evaluate(job: Job): Promise<Content> {
    const values: Content = {};
    for (const [key, expression] of Object.entries(job.expressions)) {
      values[key] = await this.#value({ ...job, code: String(expression), result: undefined });
    }
    return values;
  }

  async #value(job: Job): Promise<Content> {
    const compiled = await this.#compiler.compile(job.code, "expression");
    this.#compiler.tell("discard");
    if (!compiled.ok) return { status: "error", ...compiled.error };
    const begins = (id: number) => this.#runs.begin(id, job);
    const { error } = await this.#runner.run("expression", compiled.cell, job.allowStdin, begins);
    if (error) return { status: "error", ...error };
    return { status: "ok", ...(job.result ?? { data: {}, metadata: {} }) };
  }

  #output(message: Exclude<FromRunner, { type: "done" | "ready" }>): void {
    const job = this.#runs.of(message.id);
    const header = job?.request.header;
    if (message.type === "result" && job)
      job.result = { data: message.data, metadata: message.metadata };
    if (message.type === "input" && job) this.#ask(job, message.prompt);
    if (job?.silent) return;
    if (message.type === "stream") this.#iopub.stream(message.name, message.text, header);
    if (message.type === "clear") this.#iopub.send("clear_output", { wait: message.wait }, header);
    if (message.type === "display") {
      const { data, metadata, displayId, update } = message;
      const transient = displayId ? { display_id: displayId } : {};
      const type = update ? "update_display_data" : "display_data";
      this.#iopub.send(type, { data, metadata, transient }, header);
    }
  }

  #ask({ request }: Job, prompt: string): void {
    this.#asking = true;
    const content = { prompt, password: false };
    this.#iopub.sent().then(() => {
      this.#stdin.send("input_request", content, request.header, request.identities);
    });
  }

  /** The process of the cells has ended; where no cell is to blame, `error` says it by itself. */
  #lost(error?: CellError): void {
    this.#compiler.tell("reset");
    this.#asking = false;
    if (!error) return;
    this.#iopub.stream("stderr", `${error.evalue}\n`, this.#runs.last()?.request.header);
  }

  /** Something of the kernel's own has failed: the cell ends with that as its error. */
  #failed({ request, silent }: Job, { stack, message }: Error): Content {
    const traceback = (stack ?? message).split("\n");
    const error = { ename: "KernelError", evalue: message, traceback };
    if (!silent) this.#iopub.send("error", error, request.header);
    return { status: "error", execution_count: this.#count, ...error };
  }

  #abort(job: Job): void {
    this.#iopub.status("busy", job.request.header);
    this.#reply(job, { status: "aborted", execution_count: this.#count });
    this.#iopub.status("idle", job.request.header);
  }

  #reply({ request }: Job, content: Content): void {
    request.from.send("execute_reply", content, request.header, request.identities);
  }
}
