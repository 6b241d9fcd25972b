import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import ts from "typescript";
import { russian } from "../../kernel/words";
import { language, languages, plural, say, wording } from "../../lib/words";
import { find, placeOf, records, source, sources } from "./said";
import { stillEnglish } from "./still-english";

afterEach(() => language("en"));

test("a text is said in the language that is spoken when it is read", () => {
  const words = wording({
    en: { epoch: (n: number) => `epoch ${n}`, names: ["train", "test"] },
    ru: { epoch: (n) => `эпоха ${n}`, names: ["обучение", "проверка"] },
  });
  assert.equal(words.epoch(3), "epoch 3");
  language("ru");
  assert.equal(words.epoch(3), "эпоха 3");
  assert.equal(words.names[1], "проверка");
  assert.equal(say({ en: "loss", ru: "потери" }), "потери");
  language("en");
  assert.equal(words.names[1], "test");
});

test("where the Russian is missing, the English is said", () => {
  language("ru");
  assert.equal(say({ en: "only here" }), "only here");
  assert.equal(wording({ en: { x: "only here" } }).x, "only here");
});

test("a language that the course does not have is refused, and the old one stays", () => {
  language("ru");
  assert.throws(() => language("de" as "ru"), { name: "RangeError", message: /en, ru, .* de/ });
  assert.equal(say({ en: "a", ru: "б" }), "б");
});

for (const [place, form] of Object.entries({ "lib/": plural, "kernel/": russian }))
  test(`Russian words take the form that fits the number, in ${place}`, () => {
    const steps = [0, 1, 2, 5, 11, 21, 24, 112, 1.5].map((n) => form(n, "шаг", "шага", "шагов"));
    assert.deepEqual(steps.join(" "), "шагов шаг шага шагов шагов шаг шага шагов шага");
  });

test("a process speaks the language of its environment from the start", () => {
  const said = (SPELLGRAD_LANGUAGE: string) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "-p", 'require("./lib/words").say({ en: "yes", ru: "да" })'],
      { env: { ...process.env, SPELLGRAD_LANGUAGE }, encoding: "utf8" },
    ).stdout.trim();
  assert.deepEqual([said(""), said("ru"), said("de")], ["yes", "да", "yes"]);
});

const files = sources("lib", "homework/judge");
const kernelWords = "kernel/words.ts";
/** What is said in a terminal. */
const scripts = ["setup", "jupyter", "notebooks"].flatMap((room) =>
  readdirSync(`scripts/${room}`)
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => source(`scripts/${room}/${file}`)),
);
const said = records([...files, source(kernelWords), ...scripts]);

test("every text of the kernel is there in each language", () => {
  const [record] = find(source(kernelWords), (node) =>
    ts.isVariableDeclaration(node) && node.name.getText() === "texts"
      ? (node.initializer as ts.ObjectLiteralExpression)
      : undefined,
  );
  const names = record.properties.map((language) =>
    find(language, (node) =>
      ts.isPropertyAssignment(node) && node !== language ? node.name.getText() : undefined,
    ),
  );
  assert.equal(names.length, languages.length);
  assert.ok(names[0].length > 10);
  for (const others of names) assert.deepEqual(others, names[0]);
});

test("every text of the library is there in Russian, too", () => {
  const missing = said.filter(({ texts }) => !texts.ru);
  const forgotten = missing.filter(({ file }) => !stillEnglish.includes(file));
  assert.deepEqual(
    forgotten.map(({ place }) => `${place} has en and no ru`),
    [],
  );
  const done = stillEnglish.filter((file) => !missing.some((text) => text.file === file));
  assert.deepEqual(done, [], "these have all their Russian: take them from the list");
});

test("every error says its sentence in each language", () => {
  const mute = files.flatMap((file) =>
    find(file, (node) => {
      if (!ts.isNewExpression(node) || !node.expression.getText().endsWith("Error")) return;
      const [message] = node.arguments ?? [];
      const isPlain = message && (ts.isStringLiteralLike(message) || isGlued(message));
      return isPlain && /[a-z] [a-z]/i.test(message.getText()) ? placeOf(node) : undefined;
    }),
  );
  assert.deepEqual(mute, []);
});

/** A text put together where it stands, and not asked for in the language of the moment. */
const isGlued = (node: ts.Node): boolean =>
  (ts.isTemplateExpression(node) && !/\bsay\(/.test(node.getText())) ||
  (ts.isBinaryExpression(node) && isGlued(node.left));

test("no text is read while a module loads, when the language is not yet chosen", () => {
  // What stands outside of every function is read at once.
  const early = files.flatMap((file) =>
    find(file, (node) => {
      const isRead =
        (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
        node.expression.getText() === "words";
      const isSaid = ts.isCallExpression(node) && node.expression.getText() === "say";
      if (!isRead && !isSaid) return;
      if (ts.findAncestor(node, (above) => ts.isFunctionLike(above))) return;
      return placeOf(node);
    }),
  );
  assert.deepEqual(early, []);
});

test("Russian texts are Russian, English ones are not", () => {
  for (const { place, texts } of said) {
    assert.ok(!/[а-яё]/i.test(texts.en.join()), `Cyrillic letters in English: ${place}`);
    if (
      texts.ru &&
      texts.ru.join() !== texts.en.join() &&
      /[a-z]{3} [a-z]{2}/i.test(texts.en.join(" "))
    )
      assert.ok(/[а-яё]/i.test(texts.ru.join()), `no Cyrillic letters in Russian: ${place}`);
  }
});

test("no Cyrillic letter in a Latin word, no Latin letter in a Cyrillic one", () => {
  for (const { place, texts } of said)
    for (const text of texts.ru ?? []) {
      const mixed = /[а-яё][a-z]|[a-z][а-яё]/i.exec(text);
      assert.equal(mixed?.[0], undefined, `${place}: ${text}`);
    }
});

/** The choices of the lessons: which prediction, and its words in each language. */
const choices = files.flatMap((file) =>
  find(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "choice") return;
    const id = (node.parent as ts.PropertyAssignment).name.getText().replaceAll('"', "");
    const options = (node.arguments[0] as ts.ObjectLiteralExpression).properties.map((language) =>
      find(language, (list) =>
        ts.isArrayLiteralExpression(list)
          ? list.elements.map((word) => (word as ts.StringLiteral).text)
          : undefined,
      ).flat(),
    );
    return { id, place: placeOf(node), options };
  }),
);

test("a choice has as many words in each language", () => {
  assert.ok(choices.length > 0);
  for (const { place, options } of choices)
    assert.equal(new Set(options.map((words) => words.length)).size, 1, place);
});

/** The cells of the lessons in a language. */
const sourcesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d\d-[a-z-]+\.ipynb$/.test(file))
    .flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")).cells)
    .map(({ source }) => source.join(""));

test("a lesson offers a choice in the words that it accepts", () => {
  for (const [k, folder] of ["solutions", "solutions/ru"].entries()) {
    const cells = sourcesIn(folder);
    for (const { id, options } of choices) {
      const cell = cells.find((source) => source.startsWith(`predict("${id}", null)`));
      // Words that are the same in every language stand there once.
      const words = options[k] ?? options[0];
      const missing = words.filter((word) => !cell?.includes(JSON.stringify(word)));
      assert.deepEqual(missing, [], `${folder} ${id}: ${cell}`);
    }
  }
});
