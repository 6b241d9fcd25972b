import { ValueError } from "../errors";

/**
 * What names are written with, each numbered by its place: 0 is the dot, which stands before a
 * name's first letter and ends it; then a to z, the space and the hyphen.
 */
export const symbols = ".abcdefghijklmnopqrstuvwxyz -";

/** The numbers of a text's symbols. Capitals count as small letters. */
export function encode(text: string): Int32Array {
  return Int32Array.from(text.toLowerCase(), (letter) => {
    const number = symbols.indexOf(letter);
    if (number >= 0) return number;
    throw new ValueError({
      en: `encode: names are written with a to z, space and hyphen; "${text}" has "${letter}".`,
      ru: `encode: имена пишутся буквами от a до z, пробелом и дефисом; в "${text}" есть "${letter}".`,
    });
  });
}

/** The text that these numbers stand for. */
export const decode = (numbers: ArrayLike<number>): string =>
  Array.from(numbers, (number) => symbols[number]).join("");
