/**
 * What the course says, in each of its languages.
 *
 * How to write a text that a learner reads:
 * 1. It stands in a record keyed by language, `{ en: …, ru: … }`, beside what it belongs to. Where
 *    the Russian is missing, the English is said; a test names the texts that lack it.
 * 2. What a file says is one record at its top, read as `words.title`:
 *    `const words = wording({ en: { title: "…" }, ru: { title: "…" } })`.
 *    It says each text in the language of the moment of reading, so read it inside functions only,
 *    never while the module loads.
 * 3. A text that is said where it stands, as an error's, is `say({ en: `…${n}`, ru: `…${n}` })`.
 * 4. What varies is a function's argument, `(n: number) => …`, never a piece of sentence glued to
 *    another: languages order words differently. `plural` chooses the Russian form for a number.
 * 5. Formulas, names of functions and of parameters are the same in all languages; so are names of
 *    people. Terms follow the glossary: one word for one thing.
 * 6. Russian: «ёлочки», a dash with spaces ( — ), a decimal comma in prose but a point in code and
 *    in numbers that are printed, a no-break space between a number and its unit.
 */

/** The languages in which the course speaks. Code is the same in all of them. */
export const languages = ["en", "ru"] as const;

export type Language = (typeof languages)[number];

/** A text, or a set of texts, in the languages of the course. `T` is what the English one is. */
export interface Words<T = string> {
  readonly en: T;
  readonly ru?: T & {};
}

const isLanguage = (name: unknown): name is Language => languages.includes(name as Language);

/** Here the kernel, too, finds the language of the notebook. */
const key = Symbol.for("Jupyter.language");
const scope = globalThis as { [key]?: unknown };

/** A process starts with the language that its environment names, a lesson with its first cell's. */
scope[key] ??= process.env.SPELLGRAD_LANGUAGE;

/**
 * Makes everything speak a language from now on: figures, checks, hints, errors.
 * @throws RangeError if it is none of the course's languages.
 */
export function language(name: Language): void {
  if (!isLanguage(name))
    throw new RangeError(
      say({
        en: `language: need one of ${languages.join(", ")}, got ${name}.`,
        ru: `language: нужен один из языков ${languages.join(", ")}, получено ${name}.`,
      }),
    );
  scope[key] = name;
}

/** The language that is spoken now. */
export const spoken = (): Language => {
  const name = scope[key];
  return isLanguage(name) ? name : "en";
};

/** The text in the language that is spoken now. */
export const say = <T>(words: Words<T>): T => words[spoken()] ?? words.en;

/** A file's texts, each of which is read in the language that is spoken when it is read. */
export function wording<T extends object>(words: Words<T>): T {
  const texts = Object.keys(words.en).map((name) => [
    name,
    { get: () => say<T>(words)[name as keyof T], enumerable: true },
  ]);
  return Object.defineProperties({}, Object.fromEntries(texts)) as T;
}

const russian = new Intl.PluralRules("ru");

/**
 * The form of a Russian word after a number: `plural(n, "шаг", "шага", "шагов")`. After a fraction
 * it is that of "few": 1,5 шага.
 */
export function plural(n: number, one: string, few: string, many: string): string {
  const form = russian.select(n);
  if (form === "one") return one;
  return form === "many" ? many : few;
}
