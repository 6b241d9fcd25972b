/** The languages in which the course speaks. Code is the same in all of them. */
export type Language = "en";

/** A text, or a set of texts, in every language of the course. */
export type Words<T = string> = { readonly [language in Language]: T };

const current: Language = "en";

/** The text in the language of the course. */
export const say = <T>(words: Words<T>): T => words[current];
