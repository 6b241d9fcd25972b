import { inspect } from "node:util";
import { type CellError, interruption } from "../protocol";
import { words } from "../words";

/** What a cell threw, as Jupyter's `error` message has it. */
export function describeError(thrown: unknown): CellError {
  try {
    return thrown instanceof Error || isErrorOfAnotherRealm(thrown)
      ? describe(thrown as Error)
      : describeOther(thrown);
  } catch (why) {
    // A getter or an inspect method of the thrown value threw in its turn.
    const text = words().notShown(String((why as { message?: unknown })?.message));
    return { ename: "Error", evalue: text, traceback: [`Error: ${text}`] };
  }
}

const isErrorOfAnotherRealm = (value: unknown) =>
  Object.prototype.toString.call(value) === "[object Error]";

function describe(error: Error): CellError {
  const ename = String(error.name || "Error");
  const evalue = String(error.message);
  return { ename, evalue, traceback: inspect(error, { colors: false }).split("\n") };
}

/** `throw "text"`: there is no stack, only the value. */
function describeOther(thrown: unknown): CellError {
  const evalue = typeof thrown === "string" ? thrown : inspect(thrown, { colors: false });
  return { ename: "Thrown", evalue, traceback: `Thrown: ${evalue}`.split("\n") };
}

export const interrupted = (): CellError => interruption(words().interrupted);
