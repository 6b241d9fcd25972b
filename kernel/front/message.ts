import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** Jupyter's messages: https://jupyter-client.readthedocs.io/en/stable/messaging.html */

export interface Header {
  msg_id: string;
  session: string;
  username: string;
  date: string;
  msg_type: string;
  version: string;
}

export type Content = Record<string, unknown>;

export interface Message {
  /** The ZeroMQ addresses of the peer that it came from or goes to; for iopub, the topic. */
  identities: Buffer[];
  header: Header;
  parent: Header | Record<string, never>;
  metadata: Content;
  content: Content;
}

export const protocolVersion = "5.4";

const delimiter = Buffer.from("<IDS|MSG>");

/** Signatures of so many messages are remembered, so that none of them is taken twice. */
const rememberedSignatures = 65536;

/** Messages to and from ZeroMQ frames, signed with the connection's key. */
export class Codec {
  readonly #key: string;
  readonly #seen = new Set<string>();
  readonly #session = randomUUID();

  /** @param key of the connection file; an empty one means that nothing is signed */
  constructor(key: string) {
    this.#key = key;
  }

  /** @throws Error when it is no message, its signature is wrong, or it has been received before */
  decode(frames: readonly Buffer[]): Message {
    const at = frames.findIndex((frame) => frame.equals(delimiter));
    const [signature, ...parts] = frames.slice(at + 1);
    if (at < 0 || !signature || parts.length < 4) throw new Error("not a message of Jupyter's");
    this.#check(signature.toString(), parts);
    const [header, parent, metadata, content] = parts.slice(0, 4).map((part) => {
      const value: unknown = JSON.parse(part.toString());
      if (typeof value !== "object" || value === null) throw new Error("a part is not an object");
      return value;
    }) as [Header, Header, Content, Content];
    if (typeof header.msg_type !== "string") throw new Error("the message has no type");
    return { identities: frames.slice(0, at), header, parent, metadata, content };
  }

  encode({ identities, header, parent, metadata, content }: Message): Buffer[] {
    const parts = [header, parent, metadata, content].map((it) => Buffer.from(JSON.stringify(it)));
    return [...identities, delimiter, Buffer.from(this.#sign(parts)), ...parts];
  }

  /** A message of the kernel's, in answer to `parent` or on its behalf. */
  create(type: string, content: Content, parent?: Header, identities: Buffer[] = []): Message {
    const header = {
      msg_id: randomUUID(),
      session: this.#session,
      username: "kernel",
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    };
    return { identities, header, parent: parent ?? {}, metadata: {}, content };
  }

  #sign(parts: readonly Buffer[]): string {
    if (!this.#key) return "";
    const hmac = createHmac("sha256", this.#key);
    for (const part of parts.slice(0, 4)) hmac.update(part);
    return hmac.digest("hex");
  }

  #check(signature: string, parts: readonly Buffer[]): void {
    if (!this.#key) return;
    const [came, right] = [Buffer.from(signature), Buffer.from(this.#sign(parts))];
    if (came.length !== right.length || !timingSafeEqual(came, right)) {
      throw new Error("the signature is wrong");
    }
    if (this.#seen.has(signature)) throw new Error("the message has been received before");
    this.#seen.add(signature);
    if (this.#seen.size > rememberedSignatures) {
      this.#seen.delete(this.#seen.values().next().value as string);
    }
  }
}
