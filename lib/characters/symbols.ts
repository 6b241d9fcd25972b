import { IndexError, ValueError } from "../errors";
import { kindOf, requireList } from "../matrix/types";

/**
 * What names are written with, each numbered by its place: 0 is the dot, which stands before a
 * name's first letter and ends it; then a to z, the space and the hyphen.
 */
export const symbols = ".abcdefghijklmnopqrstuvwxyz -";

/** The numbers of a text's symbols. Capitals count as small letters. */
export function encode(text: string): Int32Array {
  if (typeof text !== "string")
    throw new ValueError({
      en: `encode: need a text, such as "hex"; got ${kindOf(text)}.`,
      ru: `encode: нужен текст, например "hex"; получено ${kindOf(text)}.`,
    });
  return Int32Array.from(text.toLowerCase(), (letter) => {
    const number = symbols.indexOf(letter);
    if (number >= 0) return number;
    throw new ValueError({
      en: `encode: names are written with a to z, space and hyphen; "${text}" has "${letter}".`,
      ru: `encode: названия пишутся буквами от a до z, пробелом и дефисом; в "${text}" есть "${letter}".`,
    });
  });
}

/**
 * The text that these numbers stand for.
 * @throws IndexError for a number that no symbol has.
 */
export function decode(numbers: ArrayLike<number>): string {
  requireList("decode", "numbers", numbers);
  return Array.from(numbers, (number) => {
    const symbol = symbols[number];
    if (symbol !== undefined) return symbol;
    const last = symbols.length - 1;
    throw new IndexError({
      en: `decode: symbols have the numbers 0 to ${last}, got ${String(number)}.`,
      ru: `decode: номера символов — от 0 до ${last}, получено ${String(number)}.`,
    });
  }).join("");
}
