import { ValueError } from "../errors";
import { kindOf } from "../matrix/types";
import { ownWork } from "../own-work";
import { encode } from "./symbols";

/** What comes next, and after what: row i of X holds the k symbols before symbol y[i]. */
export interface Transitions {
  readonly X: Int32Array[];
  readonly y: Int32Array;
}

/**
 * Every symbol of every name, beside the k symbols before it. A name starts after k dots and ends
 * with one, so n letters make n + 1 transitions.
 *
 * @param k symbols that the model may look back, at least 1
 */
export function buildDataset(names: readonly string[], k: number): Transitions {
  ownWork("buildDataset");
  if (!Number.isInteger(k) || k < 1)
    throw new ValueError({
      en: `buildDataset: k needs to be 1, 2, 3, …; got ${k}.`,
      ru: `buildDataset: k должно быть 1, 2, 3, …; получено ${k}.`,
    });
  requireTexts(names);
  const X: Int32Array[] = [];
  const y: number[] = [];
  for (const name of names) {
    const padded = Int32Array.of(...new Array(k).fill(0), ...encode(name), 0);
    for (let end = k; end < padded.length; end++) {
      X.push(padded.slice(end - k, end));
      y.push(padded[end]);
    }
  }
  return { X, y: Int32Array.from(y) };
}

/** One text on its own is refused, too: its letters would pass for names. */
function requireTexts(names: readonly string[]): void {
  if (!Array.isArray(names))
    throw new ValueError({
      en: `buildDataset: names needs to be a list of texts, such as ["hex", "lo"]; got ${kindOf(names)}.`,
      ru: `buildDataset: names должно быть списком текстов, например ["hex", "lo"]; получено: ${kindOf(names)}.`,
    });
  const other = names.findIndex((name) => typeof name !== "string");
  if (other >= 0)
    throw new ValueError({
      en: `buildDataset: every name is a text, and name ${other} is ${kindOf(names[other])}.`,
      ru: `buildDataset: каждое название — текст, а название ${other} — это ${kindOf(names[other])}.`,
    });
}
