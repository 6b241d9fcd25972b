import { words } from "../words";
import { answerSize, viewsOf } from "./answer";
import { send } from "./channel";
import { current } from "./state";

/** `prompt()` waits with the main thread asleep; the thread beside it wakes it with the answer. */
export const answer = new SharedArrayBuffer(answerSize);
const { header, bytes } = viewsOf(answer);

let allowed = false;

export function allowInput(allow: boolean): void {
  allowed = allow;
}

/** The browser's `prompt`, but that an answer is never `null`. */
export function prompt(question: unknown = "", initial: unknown = ""): string {
  if (!allowed) {
    throw new Error(words().nobodyAnswers);
  }
  Atomics.store(header, 0, 0);
  send({ type: "input", id: current.id, prompt: String(question) });
  Atomics.wait(header, 0, 0);
  const line = Buffer.from(bytes.slice(0, header[1])).toString();
  return line || String(initial);
}
