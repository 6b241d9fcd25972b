import { readFileSync } from "node:fs";

/** The file that Jupyter writes for a kernel that it starts. */
export interface Connection {
  transport: "tcp" | "ipc";
  ip: string;
  key: string;
  signature_scheme: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

/** @throws Error when the kernel cannot, or must not, listen where the file says */
export function readConnection(file: string): Connection {
  const connection: Connection = JSON.parse(readFileSync(file, "utf8"));
  const { transport, ip, key, signature_scheme } = connection;
  if (key && signature_scheme !== "hmac-sha256") {
    throw new Error(`needs messages signed with hmac-sha256, and got ${signature_scheme}.`);
  }
  if (transport !== "tcp" && transport !== "ipc") {
    throw new Error(`needs the transport tcp or ipc, and got ${transport}.`);
  }
  if (transport === "tcp" && !isLoopback(ip)) {
    throw new Error(`listens only to this machine (127.0.0.1, ::1), and was asked to at ${ip}.`);
  }
  return connection;
}

const isLoopback = (ip: string) => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(ip);

/** Where ZeroMQ binds the socket of that port. */
export function address({ transport, ip }: Connection, port: number): string {
  if (transport === "ipc") return `ipc://${ip}-${port}`;
  if (ip === "localhost") return `tcp://127.0.0.1:${port}`;
  return ip.includes(":") ? `tcp://[${ip}]:${port}` : `tcp://${ip}:${port}`;
}
