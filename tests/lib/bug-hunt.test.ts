import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { characterModel } from "../../lib/characters";
import { readProgress } from "../../lib/checks";
import { accuse, examine, guessLists, riddlesOf } from "../../lib/exercises/08-full-exercise";
import {
  type Place,
  patients,
  places,
  program,
} from "../../lib/exercises/08-full-exercise/patients";
import { mulberry32 } from "../../lib/random";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "games-"));
  process.env.SPELLGRAD_PROGRESS = join(folder, "progress.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Which line makes the gradient of a place. */
const lineOf: Record<Place, number> = { Z2: 4, W2: 5, b2: 6, H: 7, Z1: 8, W1: 9, b1: 10 };

test("at least five networks are ill, and at least one is healthy", () => {
  const ill = patients.filter(({ lines }) => lines.length > 0);
  assert.ok(ill.length >= 5 && ill.length < patients.length);
  const mistakes = ill.map((patient) => {
    const number = patients.indexOf(patient) + 1;
    return places.map((place) => examine(number, place)).find(({ right }) => !right)?.mistake;
  });
  assert.equal(new Set(mistakes).size, ill.length, `${mistakes}`);
});

patients.forEach(({ lines }, k) => {
  test(`network ${k + 1}: the first wrong gradient is the one of the wrong line, and is named`, () => {
    const reports = places.map((place) => ({ place, report: examine(k + 1, place) }));
    const first = reports.find(({ report }) => !report.right);
    if (lines.length === 0) return assert.equal(first, undefined);
    assert.ok(first && lines.includes(lineOf[first.place]), first?.place);
    assert.notEqual(first.report.mistake, "unknown");
    assert.notEqual(first.report.mistake, "suspicious");
  });
});

test("a bug that is found at once brings two points, a later one, and neither is lost", () => {
  assert.match(accuse(1, null).markdown, /Examine first/);
  assert.match(accuse(1, 4).markdown, /Found.*Line 4/s);
  assert.match(accuse(2, 3).markdown, /Line 3 does what it should/);
  const { markdown } = accuse(2, 8);
  assert.match(markdown, /2 of 7 networks, 3 of 14 points\. Still open: 3, 4, 5, 6, 7/);
  assert.match(accuse(1, 5).markdown, /2 of 7 networks, 3 of 14/);
  assert.deepEqual(readProgress().games["8 bug 2"], { points: 1, of: 2 });
});

test("a healthy network is no line's fault, and an ill one is not healthy", () => {
  const healthy = patients.findIndex(({ lines }) => lines.length === 0) + 1;
  assert.match(accuse(healthy, 4).markdown, /every gradient of this network agrees/);
  assert.match(accuse(healthy, "healthy").markdown, /Found/);
  assert.match(accuse(3, "healthy").markdown, /It is ill/);
});

test("what is none is refused in words", () => {
  assert.throws(() => examine(8, "W1"), /numbered from 1 to 7; there is no 8/);
  assert.throws(() => examine(1, "dW1" as Place), /look at one of Z2, W2/);
  for (const line of [0, 11, 2.5]) assert.throws(() => accuse(1, line), /name a line, 1 to 10/);
  assert.equal(program().length, 10);
});

test("the game of the lists keeps its best score, and asks for as many letters as words", () => {
  const model = characterModel({ rng: mulberry32(1) });
  const inventors = {
    tabletop: { model, names: ["Owl Passage"] },
    charms: { model, names: [] },
  };
  const game = riddlesOf(inventors, { rng: mulberry32(2), count: 6 });
  assert.equal(game.riddles.length, 6);
  for (const { name, word } of game.riddles) assert.ok(name.includes(word) && word.length > 0);
  const truth = game.riddles.map(({ list }) => list[0]).join("");
  const opposite = [...truth].map((letter) => (letter === "t" ? "c" : "t")).join("");
  assert.match(guessLists(game, null).markdown, /6 letters/);
  assert.match(guessLists(game, opposite).markdown, /\*\*0 of 6\.\*\*/);
  assert.match(guessLists(game, truth.toUpperCase()).markdown, /\*\*6 of 6\.\*\*/);
  assert.match(guessLists(game, opposite).markdown, /best so far: 6/i);
  assert.throws(() => guessLists(game, "tct"), /need 6 letters/);
});
