import type { Readable } from "node:stream";

/** Calls `take` with each line of a stream, without its end. */
export function readLines(stream: Readable, take: (line: string) => void): void {
  let parts: string[] = [];
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = chunk.split("\n");
    const rest = lines.pop() as string;
    for (const line of lines) {
      parts.push(line);
      take(parts.join(""));
      parts = [];
    }
    if (rest) parts.push(rest);
  });
}
