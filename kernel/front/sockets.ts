import { Reply, Router, type SocketOptions, XPublisher } from "zeromq";
import { address, type Connection } from "./connection";
import type { Codec, Content, Header, Message } from "./message";

interface Socket {
  send(frames: Buffer[]): Promise<void>;
  bind(address: string): Promise<void>;
  close(): void;
}

/** Sends one message after another: a ZeroMQ socket takes no second one while it is sending. */
export class Outlet {
  readonly #socket: Socket;
  readonly #codec: Codec;
  #last: Promise<void> = Promise.resolve();

  constructor(socket: Socket, codec: Codec) {
    this.#socket = socket;
    this.#codec = codec;
  }

  send(type: string, content: Content, parent?: Header, identities?: Buffer[]): void {
    const frames = this.#codec.encode(this.#codec.create(type, content, parent, identities));
    const lost = (error: unknown) => console.error(`kernel: a ${type} could not be sent:`, error);
    this.#last = this.#last.then(() => this.#socket.send(frames)).catch(lost);
  }

  /** Until all that was given to it has been handed to ZeroMQ. */
  sent(): Promise<void> {
    return this.#last;
  }
}

export interface Request extends Message {
  from: Outlet;
}

export interface Sockets {
  iopub: Outlet;
  stdin: Outlet;
  close(): void;
}

/** Binds the five sockets; each message that comes on shell, control or stdin goes to `receive`. */
export async function openSockets(
  connection: Connection,
  codec: Codec,
  receive: (channel: "shell" | "control" | "stdin", request: Request) => void,
): Promise<Sockets> {
  // No limit to what is queued for a slow reader: a limit would lose messages without a word.
  const options: SocketOptions<Router & XPublisher> = {
    sendHighWaterMark: 0,
    receiveHighWaterMark: 0,
    linger: 1000,
    ipv6: connection.ip.includes(":"),
  };
  const routers = {
    shell: new Router(options),
    control: new Router(options),
    stdin: new Router(options),
  };
  const publisher = new XPublisher(options);
  const heartbeat = new Reply({ linger: 0, ipv6: options.ipv6 });
  const iopub = new Outlet(publisher, codec);
  const outlets = {
    shell: new Outlet(routers.shell, codec),
    control: new Outlet(routers.control, codec),
    stdin: new Outlet(routers.stdin, codec),
  };
  await Promise.all([
    routers.shell.bind(address(connection, connection.shell_port)),
    routers.control.bind(address(connection, connection.control_port)),
    routers.stdin.bind(address(connection, connection.stdin_port)),
    publisher.bind(address(connection, connection.iopub_port)),
    heartbeat.bind(address(connection, connection.hb_port)),
  ]);
  for (const channel of ["shell", "control", "stdin"] as const) {
    const from = outlets[channel];
    listen(routers[channel], (frames) => receive(channel, { ...codec.decode(frames), from }));
  }
  listen(heartbeat, (frames) => heartbeat.send(frames));
  listen(publisher, ([frame]) => welcome(iopub, frame as Buffer));
  const close = () => {
    for (const it of [...Object.values(routers), publisher, heartbeat]) it.close();
  };
  return { iopub, stdin: outlets.stdin, close };
}

/** A new subscriber is told that it is heard from now on (Jupyter enhancement proposal 65). */
function welcome(iopub: Outlet, frame: Buffer): void {
  const [subscribes] = frame;
  if (subscribes !== 1) return;
  const topic = frame.subarray(1);
  iopub.send("iopub_welcome", { subscription: topic.toString() }, undefined, [topic]);
}

/** Handles what comes for ever; a message that cannot be handled is reported and dropped. */
async function listen(
  socket: AsyncIterable<Buffer[]>,
  handle: (frames: Buffer[]) => unknown,
): Promise<void> {
  for await (const frames of socket) {
    try {
      await handle(frames);
    } catch (error) {
      console.error(`kernel: a message was ignored: ${(error as Error).message}`);
    }
  }
}
