import { noGrad } from "../autograd";
import { ValueError } from "../errors";
import { softmax } from "../losses";
import { div, fromRows, type Matrix } from "../matrix";
import { requireMatrices } from "../matrix/types";
import type { Layer } from "../network";
import { ownWork } from "../own-work";
import type { Random } from "../random";
import { context } from "./model";
import { decode, encode } from "./symbols";

/**
 * A ruler of length 1 is cut into pieces as long as the probabilities; u lies in one of them.
 *
 * @param p 1×K, probabilities
 * @param u 0 ≤ u < 1
 * @returns its piece's number; the last one's where rounding leaves the ruler shorter than u.
 */
export function sampleIndex(p: Matrix, u: number): number {
  ownWork("sampleIndex");
  requireMatrices("sampleIndex", { p });
  if (p.data.length === 0 || !p.data.every((share) => share >= 0))
    throw new ValueError({
      en: `sampleIndex: need probabilities of 0 or more, at least one; got ${Array.from(p.data).join(", ") || "none"}.`,
      ru: `sampleIndex: нужны вероятности не меньше 0, хотя бы одна; получено ${Array.from(p.data).join(", ") || "ничего"}.`,
    });
  if (!(u >= 0 && u < 1))
    throw new ValueError({
      en: `sampleIndex: need 0 ≤ u < 1, got ${u}.`,
      ru: `sampleIndex: нужно 0 ≤ u < 1, получено ${u}.`,
    });
  let end = 0;
  const found = p.data.findIndex((share) => {
    end += share;
    return u < end;
  });
  return found < 0 ? p.data.length - 1 : found;
}

/**
 * The model's logits for the symbol after `text`, 1×29. A text starts after dots and may hold some.
 */
export function nextLogits(model: Layer, text: string): Matrix {
  const before = [...new Array(context).fill(0), ...encode(text)].slice(-context);
  return noGrad(() => model(fromRows([before]))).value;
}

/** Longer names are cut: a model that never ends one shall not run for ever. */
const longest = 24;

/**
 * A name, symbol by symbol: each is drawn from softmax(logits / T) and becomes part of the context
 * of the next, until a dot comes. One draw of rng for each symbol.
 *
 * @param temperature T: below 1 the likely gets likelier, above 1 the rare gets its chance.
 */
export function inventName(
  model: Layer,
  rng: Random,
  { temperature = 1 }: { readonly temperature?: number } = {},
): string {
  let name = "";
  while (name.length < longest) {
    const p = softmax(div(nextLogits(model, name), temperature));
    const next = sampleIndex(p, rng());
    if (next === 0) break;
    name += decode([next]);
  }
  return name;
}
