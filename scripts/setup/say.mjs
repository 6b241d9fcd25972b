// Read by any Node that knows modules, as node-version.mjs is.

const line = process.argv.join(" ");

/** The text in the language that the command line asks for with --lang: { en, ru }. */
export const say = (words) => (/--lang[ =]ru\b/.test(line) ? words.ru : words.en);
