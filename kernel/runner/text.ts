import { inspect } from "node:util";
import { words } from "../words";

/** So many characters of a value are shown: more would only make the page slow. */
const enough = 20_000;

const how = "console.dir(value, { depth: null, maxArrayLength: null, maxStringLength: null })";

/** A value as Node prints it; a huge one is cut, and says how to see the rest. */
export function textOf(value: unknown): string {
  const text = inspect(value, { colors: false });
  const note = `(${words().printsAll(how)})`;
  if (text.length <= enough) return leavesOut(text) ? `${text}\n${note}` : text;
  const end = text.lastIndexOf("\n", enough);
  const rest = text.length - enough;
  return `${text.slice(0, end > 0 ? end : enough)}\n${words().moreCharacters(rest)} ${note}`;
}

/** Node itself leaves out array items after the hundredth, and the end of a long text. */
const leavesOut = (text: string) => /\.\.\. \d+ more (?:item|character)s?\b/.test(text);
