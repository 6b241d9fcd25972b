import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { lessons, notebookOf } from "../../lib/course";
import { language, say } from "../../lib/words";
import {
  commandsIn,
  guides,
  inCleanFolder,
  root,
  runs,
  textOf,
  triedElsewhere,
  untried,
} from "./readme";

const commands = [...new Set(guides.flatMap((guide) => commandsIn(textOf(guide))))];

test("every command of README, README.ru and CONTRIBUTING is tried by a test", () => {
  const tried = [...Object.keys(untried), ...Object.keys(triedElsewhere), ...inCleanFolder];
  assert.deepEqual(commands.sort(), tried.sort());
  for (const [command, file] of Object.entries(triedElsewhere))
    assert.ok(runs(file, command), `${file} does not run ${command}`);
});

test("every npm script that they name is there", () => {
  const { scripts } = JSON.parse(textOf("package.json"));
  const known = [...Object.keys(scripts), "audit"];
  for (const command of commands) {
    const [, script] = command.match(/^npm (?:run )?(\S+)/) ?? [];
    if (script) assert.ok(known.includes(script), command);
  }
});

test("every file that they lead to is there", () => {
  for (const guide of guides) {
    const links = [...textOf(guide).matchAll(/\]\(([^)#\s]+)/g)].map(([, to]) => to);
    assert.ok(links.length > 0, guide);
    for (const link of links.filter((to) => !/^https?:/.test(to)))
      assert.ok(existsSync(path.join(root, link)), `${guide}: ${link}`);
  }
});

const maps = [
  { guide: "README.md", spoken: "en", folder: "notebooks" },
  { guide: "README.ru.md", spoken: "ru", folder: "notebooks/ru" },
] as const;

for (const { guide, spoken, folder } of maps)
  test(`the map in ${guide} is the course's`, () => {
    language(spoken);
    const row = /^\| (0\d) \| (.*?) \| (\d+) (?:min|мин) \| (\d+) (?:min|мин) \|/gm;
    const rows = [...textOf(guide).matchAll(row)].map(([, ...columns]) => columns);
    const expected = lessons.map(({ number, title, minutes }) => {
      const file = notebookOf(number);
      const name = file ? `[${say(title)}](${folder}/${file})` : say(title);
      return [number, name, String(minutes.reading), String(minutes.exercises)];
    });
    language("en");
    assert.deepEqual(rows, expected);
  });
