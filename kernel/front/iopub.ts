import type { Content, Header } from "./message";
import type { Outlet } from "./sockets";

/** So long, in milliseconds, output may wait for more of it. */
const patience = 20;
/** So many characters of output are sent at once, however short the wait. */
const enough = 65536;

/** What everybody sees who looks at the kernel: states and outputs, in the order of the calls. */
export class Iopub {
  readonly #outlet: Outlet;
  #stream: { name: string; parent?: Header; parts: string[]; length: number } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  send(type: string, content: Content, parent?: Header): void {
    this.#flush();
    this.#outlet.send(type, content, parent, [Buffer.from(type)]);
  }

  status(state: "starting" | "busy" | "idle", parent?: Header): void {
    this.send("status", { execution_state: state }, parent);
  }

  /** Output in small pieces is gathered: 20,000 lines are a few messages. */
  stream(name: string, text: string, parent?: Header): void {
    if (this.#stream && (this.#stream.name !== name || this.#stream.parent !== parent))
      this.#flush();
    this.#stream ??= { name, parent, parts: [], length: 0 };
    this.#stream.parts.push(text);
    this.#stream.length += text.length;
    if (this.#stream.length >= enough) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), patience);
  }

  /** Until all has been handed to ZeroMQ. */
  sent(): Promise<void> {
    this.#flush();
    return this.#outlet.sent();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#stream) return;
    const { name, parent, parts } = this.#stream;
    this.#stream = undefined;
    this.#outlet.send("stream", { name, text: parts.join("") }, parent, [Buffer.from("stream")]);
  }
}
