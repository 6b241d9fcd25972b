import { inspect } from "node:util";

/** So many characters of a value are shown: more would only make the page slow. */
const enough = 20_000;

const how =
  "console.dir(value, { depth: null, maxArrayLength: null, maxStringLength: null }) prints all of it";

/** A value as Node prints it; a huge one is cut, and says how to see the rest. */
export function textOf(value: unknown): string {
  const text = inspect(value, { colors: false });
  if (text.length <= enough) return leavesOut(text) ? `${text}\n(${how})` : text;
  const end = text.lastIndexOf("\n", enough);
  const rest = text.length - enough;
  return `${text.slice(0, end > 0 ? end : enough)}\n… ${rest} more characters (${how})`;
}

/** Node itself leaves out array items after the hundredth, and the end of a long text. */
const leavesOut = (text: string) => /\.\.\. \d+ more (?:item|character)s?\b/.test(text);
