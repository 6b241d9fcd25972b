import { CompilerThread } from "./compiler-thread";
import type { Connection } from "./connection";
import { Executor } from "./executor";
import { History } from "./history";
import { kernelInfo } from "./info";
import { completeReply, inspectReply } from "./introspection";
import { Iopub } from "./iopub";
import { Codec, type Content } from "./message";
import { openSockets, type Request, type Sockets } from "./sockets";

type Handler = (content: Content, request: Request) => Content | undefined | Promise<Content>;

/** The kernel as Jupyter knows it: takes each request, and sees that it gets its answer. */
export class Kernel {
  readonly #sockets: Sockets;
  readonly #iopub: Iopub;
  readonly #compiler: CompilerThread;
  readonly #executor: Executor;
  readonly #history = new History();

  /** Binds the sockets; requests are answered while the compiler and the runner still start. */
  static async start(root: string, connection: Connection): Promise<Kernel> {
    const codec = new Codec(connection.key);
    const early: [string, Request][] = [];
    let receive = (channel: string, request: Request): void => {
      early.push([channel, request]);
    };
    const sockets = await openSockets(connection, codec, (...args) => receive(...args));
    const kernel = new Kernel(root, sockets);
    receive = (channel, request) => kernel.#receive(channel, request);
    for (const [channel, request] of early) receive(channel, request);
    return kernel;
  }

  private constructor(root: string, sockets: Sockets) {
    this.#sockets = sockets;
    this.#iopub = new Iopub(sockets.iopub);
    this.#iopub.status("starting");
    this.#compiler = new CompilerThread(root);
    const channels = { iopub: this.#iopub, stdin: sockets.stdin };
    this.#executor = new Executor(root, channels, this.#compiler, this.#history);
  }

  interrupt(): void {
    this.#executor.interrupt();
  }

  /** Ends the process, and the one of the cells, after what was said has been sent. */
  async stop(): Promise<never> {
    this.#executor.stop();
    await this.#iopub.sent();
    this.#sockets.close();
    process.exit(0);
  }

  /** What is done for a request `x_request`; what it returns is the content of the `x_reply`. */
  readonly #handlers: Record<string, Handler> = {
    kernel_info_request: () => kernelInfo(),
    complete_request: (content) => completeReply(this.#compiler, content),
    inspect_request: (content) => inspectReply(this.#compiler, content),
    is_complete_request: async ({ code }) => ({
      ...(await this.#compiler.isComplete(String(code ?? ""))),
    }),
    history_request: (content) => this.#history.find(content),
    comm_info_request: () => ({ status: "ok", comms: {} }),
    interrupt_request: () => {
      this.interrupt();
      return { status: "ok" };
    },
    shutdown_request: ({ restart }) => ({ status: "ok", restart: restart === true }),
    // There are no comms here: whoever opens one is told that it is closed.
    comm_open: ({ comm_id }, { header }) => {
      this.#iopub.send("comm_close", { comm_id, data: {} }, header);
      return undefined;
    },
    comm_msg: () => undefined,
    comm_close: () => undefined,
  };

  #receive(channel: string, request: Request): void {
    const { msg_type } = request.header;
    if (channel === "stdin") {
      if (msg_type === "input_reply") this.#executor.answer(String(request.content.value ?? ""));
    } else if (msg_type === "execute_request" && channel === "shell") {
      this.#executor.submit(request);
    } else {
      this.#answer(request).catch((error) => console.error("kernel:", error));
    }
  }

  /** Answers at once, also while a cell runs. */
  async #answer(request: Request): Promise<void> {
    const { header, identities, content, from } = request;
    const handler = Object.hasOwn(this.#handlers, header.msg_type)
      ? this.#handlers[header.msg_type]
      : undefined;
    if (!handler) throw new Error(`a request of an unknown type, ${header.msg_type}, was ignored.`);
    this.#iopub.status("busy", header);
    try {
      const reply = await handler(content, request);
      const type = header.msg_type.replace(/_request$/, "_reply");
      if (reply) from.send(type, reply, header, identities);
      if (header.msg_type === "shutdown_request" && reply) {
        this.#iopub.send("shutdown_reply", reply, header);
      }
    } finally {
      this.#iopub.status("idle", header);
      // To whoever shows the kernel's state, it is still busy with the cell that runs.
      if (this.#executor.busyWith) this.#iopub.status("busy", this.#executor.busyWith);
    }
    if (header.msg_type === "shutdown_request") {
      await from.sent();
      await this.stop();
    }
  }
}
