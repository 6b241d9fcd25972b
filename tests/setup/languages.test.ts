import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { languages } from "../../lib/words";
import { root } from "./readme";

const [, ...translations] = languages;

/** A list, a table of a module, a table of a Python file: what stands there for a language. */
const item = /"([a-z]{2})"/g;
const key = /^ {2}([a-z]{2}): /gm;
const pythonKey = /^ {4}"([a-z]{2})": /gm;

/** Who else has a word for each language, or a way to it: where it stands, and for which it is. */
const places: [file: string, place: RegExp, name: RegExp, needed: readonly string[]][] = [
  ["scripts/setup/language.mjs", /languages = \[.*\]/, item, languages],
  ["scripts/notebooks/build_notebooks.py", /LANGUAGES = \(.*\)/, item, languages],
  ["scripts/notebooks/build_notebooks.py", /DONE = .*/, /"([a-z]{2})": /g, languages],
  ["kernel/words.ts", /^const texts = \{.*?^\};/ms, key, languages],
  ["homework/course/own.mjs", /^const texts = \{.*?^\};/ms, key, languages],
  ["homework/pages/figures.py", /^REFUSED = \{.*?^\}/ms, pythonKey, languages],
  ["homework/pages/feedback.py", /^WORDS = \{.*?^\}/ms, pythonKey, translations],
  ["site/maker/words.py", /^WORDS = \{.*?^\}/ms, pythonKey, languages],
  ["scripts/jupyter/jupyter_server_config.py", /locale = \{.*\}/, /"([a-z]{2})": /g, translations],
  [".binder/start", /for folder in .*/, /notebooks\/([a-z]{2})/g, translations],
];

for (const [file, place, name, needed] of places)
  test(`${file} knows the languages of the course: ${place.source}`, () => {
    const [text] = place.exec(readFileSync(path.join(root, file), "utf8")) ?? [];
    assert.ok(text, "this table is somewhere else by now");
    const names = Array.from(text.matchAll(name), ([, language]) => language);
    assert.deepEqual(names.sort(), [...needed].sort());
  });
