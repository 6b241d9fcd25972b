/** The languages that the course speaks; the first one is the ordinary one. */
export const languages = ["en", "ru"];

/**
 * Takes `--lang ru` out of a command line. Says so and ends when the course has no such language.
 *
 * @param {string[]} args
 * @returns {{ language: string, rest: string[] }}
 */
export function takeLanguage(args) {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  if (at < 0) return { language: languages[0], rest: args };
  const joined = args[at] !== "--lang";
  const language = joined ? args[at].slice("--lang=".length) : args[at + 1];
  if (!languages.includes(language)) {
    console.error(`--lang needs one of ${languages.join(", ")}, got ${language ?? "nothing"}.`);
    process.exit(1);
  }
  return { language, rest: args.toSpliced(at, joined ? 1 : 2) };
}
