import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  circles,
  type Labelled,
  loadDigits,
  loadNames,
  moons,
  type NameList,
  spirals,
} from "../../lib/data";
import { parseDigits } from "../../lib/data/digits";
import { DataError } from "../../lib/errors";

const point = ({ X }: Labelled, i: number) =>
  Array.from(X.data.subarray(2 * i, 2 * i + 2), (x) => Number(x.toPrecision(9)));

test("circles, moons and spirals draw the course's numbers", () => {
  assert.deepEqual(point(circles(200, 1), 0), [-0.703666483, -0.495382891]);
  assert.deepEqual(point(moons(200, 1), 0), [-0.395986971, 1.19746391]);
  assert.deepEqual(point(spirals(100, 3, 1), 0), [0, 0]);
  assert.deepEqual(point(spirals(100, 3, 1), 1), [0.00282596377, 0.00969764579]);
});

test("their classes take turns, or come arm after arm", () => {
  assert.deepEqual([...circles(5, 1).y], [0, 1, 0, 1, 0]);
  assert.deepEqual([...moons(4, 1).y], [0, 1, 0, 1]);
  assert.deepEqual([...spirals(2, 3, 1).y], [0, 0, 1, 1, 2, 2]);
  assert.deepEqual([spirals(2, 3, 1).X.rows, spirals(2, 3, 1).X.cols], [6, 2]);
});

test("a threshold on r² separates all 200 points of circles, as lesson 04 says", () => {
  const { X, y } = circles(200, 1);
  const squares = Array.from(y, (_, i) => X.data[2 * i] ** 2 + X.data[2 * i + 1] ** 2);
  const inner = Math.max(...squares.filter((_, i) => y[i] === 1));
  const outer = Math.min(...squares.filter((_, i) => y[i] === 0));
  assert.ok(inner < outer, `${inner} < ${outer}`);
});

test("generators say how many points they need", () => {
  const says = (work: () => unknown, message: string) =>
    assert.throws(work, { name: "ValueError", message });
  says(() => circles(0, 1), "circles: need a whole number of points, at least 1, got 0.");
  says(() => moons(2.5, 1), "moons: need a whole number of points, at least 1, got 2.5.");
  says(() => spirals(1, 3, 1), "spirals: an arm needs at least 2 points, got n = 1.");
  says(() => spirals(10, 0, 1), "spirals: need at least one arm, got K = 0.");
});

test("digits: 3823 and 1797 images, pixels from 0 to 16", () => {
  const { train, test } = loadDigits();
  assert.deepEqual([train.X.rows, train.X.cols, train.y.length], [3823, 64, 3823]);
  assert.deepEqual([test.X.rows, test.X.cols, test.y.length], [1797, 64, 1797]);
  assert.equal(train.X.data.byteLength, 1957376);
  assert.deepEqual([...train.X.data.subarray(0, 6), train.y[0]], [0, 1, 6, 15, 12, 1, 0]);
  const count = (y: Int32Array) =>
    Array.from({ length: 10 }, (_, k) => y.filter((d) => d === k).length);
  assert.deepEqual(count(train.y), [376, 389, 380, 389, 387, 376, 377, 387, 380, 382]);
  assert.deepEqual(count(test.y), [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
});

test("digits: every call reads afresh, so that writing to one spoils no other", () => {
  loadDigits().train.X.data.fill(99);
  assert.equal(loadDigits().train.X.data[1], 1);
});

test("digits: a bad line is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "digits-"));
  const path = join(folder, "x.csv");
  const good = `${"0,".repeat(64)}7`;
  for (const bad of [
    "1,2,3",
    `${"0,".repeat(63)}17,7`,
    `${"0,".repeat(64)}10`,
    `${"x,".repeat(64)}1`,
  ]) {
    writeFileSync(path, `${good}\n${bad}\n`);
    assert.throws(() => parseDigits(path), {
      name: "DataError",
      message: `loadDigits: line 2 of ${path} must be 64 pixels from 0 to 16 and then a digit from 0 to 9, with commas between them.`,
    });
  }
  writeFileSync(path, `${good}\r\n${good}\r\n`);
  assert.deepEqual(parseDigits(path).y, Int32Array.of(7, 7));
  rmSync(folder, { recursive: true });
  assert.throws(() => parseDigits(path), DataError);
});

const STARTS: Record<NameList, { count: number; first: string[] }> = {
  "spells-tabletop": {
    count: 200,
    first:
      "Ember Whisper, Moss Armour, Borrowed Thunder, Snail Step, Pocket Comet, Ward of Nettles, Quiet Lantern, Hollow Drum, Frost Ledger, Salt Circle, Turnip Bolt, Velvet Cage, Owl Passage, Iron Lullaby, Marsh Candle, Glass Bramble, Drowsy Gate, Copper Rain, Second Shadow, Blink Orchard, Stone Murmur, Honeyed Mirror, Kettle Storm, Thistle Leap".split(
        ", ",
      ),
  },
  "spells-charms": {
    count: 200,
    first:
      "Lumivexa, Brombulio, Fizzaventum, Orchidello, Snorribus, Quillara, Tintinverra, Mossiflora, Glimmerento, Pantolevio, Wobblarium, Nivelunda, Crispicanta, Dormivento, Feathermora, Sockadabra, Umbrelluna, Velocirra, Puddleporto, Yawnificus, Zephyrella, Kettlemenda, Hushavarro, Ticklumbra".split(
        ", ",
      ),
  },
  valentines: {
    count: 40,
    first: ["You debug my heart", "Warm as fresh toast", "Be my tiny comet"],
  },
};

for (const list of Object.keys(STARTS) as NameList[]) {
  test(`${list}: as many as promised, unique, of letters, spaces and hyphens`, () => {
    const names = loadNames(list);
    const { count, first } = STARTS[list];
    assert.equal(names.length, count);
    assert.deepEqual(names.slice(0, first.length), first);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, count);
    for (const name of names) assert.match(name, /^[A-Za-z]+([ -][A-Za-z]+)*$/);
  });
}

test("the first 24 spells of a list make the 316 and 263 transitions of lesson 08", () => {
  const transitions = (list: NameList) =>
    loadNames(list)
      .slice(0, 24)
      .reduce((sum, name) => sum + name.length + 1, 0);
  assert.equal(transitions("spells-tabletop"), 316);
  assert.equal(transitions("spells-charms"), 263);
});

test("an unknown list names those that exist", () => {
  assert.throws(() => loadNames("spells" as NameList), {
    name: "DataError",
    message:
      'loadNames: there is no list "spells"; there are spells-charms, spells-tabletop, valentines.',
  });
});

test("every file of data/ has its card, with the citation that UCI asks for", () => {
  const cards = readFileSync(join(__dirname, "../../data/README.md"), "utf8");
  for (const words of [
    ...["iris.csv", "optdigits-train.csv", "optdigits-test.csv"],
    ...["spells-tabletop.txt", "spells-charms.txt", "valentines.txt"],
    "Fisher, R. (1936). Iris [Dataset]. UCI Machine Learning Repository. https://doi.org/10.24432/C56C76",
    "Alpaydin, E. & Kaynak, C. (1998). Optical Recognition of Handwritten Digits [Dataset]. UCI Machine Learning Repository. https://doi.org/10.24432/C50P49",
    ...["CC BY 4.0", "CC0"],
  ]) {
    assert.ok(cards.includes(words), words);
  }
});
