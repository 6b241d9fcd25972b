import { say, type Words } from "../words";

/**
 * What the records and the table of measurements say in words: names, intervals and papers are the
 * same in every language, these are not.
 */
const phrases: { readonly [phrase: string]: Words } = {
  yes: { en: "yes", ru: "да" },
  no: { en: "no", ru: "нет" },
  nearly: { en: "nearly", ru: "почти" },
  "the layer, not the unit": { en: "the layer, not the unit", ru: "слой, а не нейрон" },
  left: { en: "left", ru: "слева" },
  both: { en: "both", ru: "с обеих сторон" },
  "both, as 1/x²": { en: "both, as 1/x²", ru: "с обеих сторон, как 1/x²" },
  "both, as 1/x³": { en: "both, as 1/x³", ru: "с обеих сторон, как 1/x³" },
  "both, exactly 0": { en: "both, exactly 0", ru: "с обеих сторон, в точности 0" },
  "one side": { en: "one side", ru: "с одной стороны" },
  everywhere: { en: "everywhere", ru: "всюду" },
  "[0, ∞) or (−∞, 0]": { en: "[0, ∞) or (−∞, 0]", ru: "[0, ∞) или (−∞, 0]" },
  "even unit": { en: "even unit", ru: "чётный нейрон" },
  "odd unit": { en: "odd unit", ru: "нечётный нейрон" },
  "no canonical paper": { en: "no canonical paper", ru: "основополагающей статьи нет" },
  "the absence of an activation": {
    en: "the absence of an activation",
    ru: "отсутствие функции активации",
  },
};

/** A record's text in the language that is spoken; as it is if it belongs to no language. */
export const phrase = (text: string): string =>
  Object.hasOwn(phrases, text) ? say(phrases[text]) : text;

/** A record's formula with its words in the language that is spoken. */
export const formulaText = (latex: string): string =>
  latex.replace(/\\text\{([^}]*)\}/g, (_, words: string) => `\\text{${phrase(words)}}`);
