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

/** ZeroMQ's number for "whoever has just asked for this topic shall get it from now on". */
const subscribe = 6;

/**
 * A new subscriber is told that it is heard, before anything else (Jupyter's enhancement proposal
 * 65). For that, the socket does not take subscriptions by itself.
 */
class Publisher extends XPublisher {
  constructor(options: SocketOptions<XPublisher>) {
    super({ ...options, manual: true });
  }

  /** @param frame 1 and a topic for a subscription, 0 and a topic for the end of one */
  welcome(frame: Buffer, iopub: Outlet): void {
    const topic = frame.subarray(1);
    if (frame[0] !== 1) return;
    this.setStringOption(subscribe, topic);
    iopub.send("iopub_welcome", { subscription: topic.toString() }, undefined, [topic]);
  }
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
  // A client that connects again, with the name it had, takes the place of its lost connection.
  const router = () => new Router({ ...options, handover: true });
  const routers = { shell: router(), control: router(), stdin: router() };
  const publisher = new Publisher(options);
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
  listen(publisher, ([frame]) => publisher.welcome(frame as Buffer, iopub));
  const close = () => {
    for (const it of [...Object.values(routers), publisher, heartbeat]) it.close();
  };
  return { iopub, stdin: outlets.stdin, close };
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
