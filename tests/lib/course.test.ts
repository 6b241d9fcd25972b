import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import { type Lesson, lessons, map, notebookOf, progress } from "../../lib/course";
import { workIn } from "../../lib/course/work";
import { language, languages, say, spoken } from "../../lib/words";

const root = path.resolve(__dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-progress-"));
before(() => {
  process.env.SPELLGRAD_PROGRESS = path.join(folder, "progress.json");
});
after(() => rmSync(folder, { recursive: true }));
afterEach(() => language("en"));

type Bundle = { "text/html": string; "text/plain": string };
const shown = (value: object): Bundle =>
  (value as { [display: symbol]: () => Bundle })[Symbol.for("Jupyter.display")]();

const written = lessons.filter(({ number }) => notebookOf(number));

/** The first cell of a lesson, in the language that is spoken. */
function opening({ number }: Lesson): string {
  const folder = spoken() === "en" ? "notebooks" : `notebooks/${spoken()}`;
  const file = path.join(root, folder, notebookOf(number) ?? "");
  return JSON.parse(readFileSync(file, "utf8")).cells[0].source.join("");
}

test("the points of the course add up to 100", () => {
  const points = lessons.flatMap((lesson) => Object.values(lesson.points));
  assert.equal(
    points.reduce((a, b) => a + b),
    100,
  );
});

test("every lesson is on the map, under its own name and with its own minutes", () => {
  const numbered = readdirSync(path.join(root, "solutions")).filter((name) =>
    /^0[1-9]-/.test(name),
  );
  assert.deepEqual(written.map(({ number }) => notebookOf(number)).sort(), numbered.sort());
  const time = {
    en: /(\d+) minutes of reading, (\d+) minutes for/,
    ru: /(\d+)\sминут\S* чтения(?: и|,) (\d+)\sминут\S* на/,
  };
  for (const name of languages) {
    language(name);
    for (const lesson of written) {
      const text = opening(lesson);
      assert.ok(text.startsWith(`# ${lesson.number} · ${say(lesson.title)}\n`), text.slice(0, 80));
      const { reading, exercises } = lesson.minutes;
      assert.deepEqual(time[name].exec(text)?.slice(1), [`${reading}`, `${exercises}`], text);
    }
  }
});

for (const lesson of written)
  test(`lesson ${lesson.number}: its exercises earn what the map says`, async () => {
    const name = path.basename(notebookOf(lesson.number) ?? "", ".ipynb");
    const { exercises } = await import(`../../lib/exercises/${name}`);
    const points = Object.values<{ id: string; points: number }>(exercises);
    assert.deepEqual(Object.fromEntries(points.map((e) => [e.id, e.points])), lesson.points);
  });

test("the map leads to every lesson that is written, and to no other", () => {
  const links = [...shown(map())["text/html"].matchAll(/href="([^"]+)"/g)].map(([, to]) => to);
  assert.equal(links.length, written.length);
  for (const link of links) assert.ok(existsSync(path.join(root, "notebooks", link)), link);
});

test("progress counts solved exercises, points and right guesses, for each lesson and in all", () => {
  const noted = {
    exercises: { "1.1": { points: 3, of: 3 }, "1.2": { points: 1.5, of: 3 }, "0.1": { points: 1 } },
    predictions: { "1.a": { right: true }, "1.b": { right: false }, "2.a": { right: true } },
  };
  writeFileSync(process.env.SPELLGRAD_PROGRESS ?? "", JSON.stringify(noted));
  const rows = shown(progress())["text/plain"].split("\n");
  assert.match(rows[0], /^01 .*\| 1 of 4 \| 4\.5 of 12 \| 1 of 2$/);
  assert.match(rows[1], /^02 .*\| 0 of 4 \| 0 of 12 \| 1 of 1$/);
  assert.match(rows.at(-1) ?? "", /\| 1 of \d+ \| 4\.5 of 100 \| 2 of 3$/);
  assert.match(shown(map())["text/html"], /◐ 4\.5 of 12 points/);
});

test("an exercise that earned nothing is not begun", () => {
  const noted = { exercises: { "1.1": { points: 0, of: 3 } }, predictions: {}, games: {} };
  assert.equal(workIn(lessons[0], noted).begun, false);
});
