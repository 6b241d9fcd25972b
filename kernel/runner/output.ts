import { StringDecoder } from "node:string_decoder";
import { send } from "./channel";
import { ownerOfOutput } from "./owner";

type Callback = (error?: Error | null) => void;

export const print = (name: "stdout" | "stderr", text: string): void =>
  send({ type: "stream", id: ownerOfOutput(), name, text });

/** Whatever is written to process.stdout and process.stderr becomes output of the cell. */
export function captureOutput(): void {
  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    process[name].write = (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | Callback,
      callback?: Callback,
    ): boolean => {
      const text =
        typeof chunk !== "string"
          ? decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
          : typeof encoding === "string" && !/^utf-?8$/i.test(encoding)
            ? Buffer.from(chunk, encoding).toString()
            : chunk;
      if (text) print(name, text);
      const done = typeof encoding === "function" ? encoding : callback;
      if (done) process.nextTick(done);
      return true;
    };
  }
}
