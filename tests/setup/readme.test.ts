import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { lessons, notebookOf } from "../../lib/course";
import { say } from "../../lib/words";
import { commandsIn, inCleanFolder, readme, root, triedElsewhere, untried } from "./readme";

test("every command of the README is tried by a test", () => {
  const tried = [...Object.keys(untried), ...Object.keys(triedElsewhere), ...inCleanFolder];
  assert.deepEqual(commandsIn(readme()).sort(), tried.sort());
  for (const file of Object.values(triedElsewhere))
    assert.ok(existsSync(path.join(root, file)), file);
});

test("every npm script that the README names is there", () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const known = [...Object.keys(scripts), "audit"];
  for (const command of commandsIn(readme())) {
    const [, script] = command.match(/^npm (?:run )?(\S+)/) ?? [];
    if (script) assert.ok(known.includes(script), command);
  }
});

test("every file that the README leads to is there", () => {
  const links = [...readme().matchAll(/\]\(([^)#\s]+)/g)].map(([, to]) => to);
  for (const link of links.filter((to) => !/^https?:/.test(to)))
    assert.ok(existsSync(path.join(root, link)), link);
});

test("the README's map is the course's", () => {
  const rows = [...readme().matchAll(/^\| (0\d) \| (.*?) \| (\d+) min \| (\d+) min \|/gm)].map(
    ([, ...columns]) => columns,
  );
  const expected = lessons.map(({ number, title, minutes }) => {
    const file = notebookOf(number);
    const name = file ? `[${say(title)}](notebooks/${file})` : say(title);
    return [number, name, String(minutes.reading), String(minutes.exercises)];
  });
  assert.deepEqual(rows, expected);
});
