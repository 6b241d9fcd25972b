import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";

/** A learner's evening: guess, solve, save, and see on the start page how far it went. */

const options = { skip: withoutChromium, timeout: 600_000 };

let lab: Lab;
before(async () => {
  if (!withoutChromium) lab = await Lab.start();
});
after(() => lab?.stop());

/** Puts code in place of the cell that begins with some text, and runs it. */
type Change = readonly [begins: string, code: string];

async function work(folder: string, ...changes: Change[]): Promise<void> {
  const lesson = await lab.open(`${folder}/01-logistic-regression.ipynb`);
  await lesson.run(await lesson.find("import * as nn"));
  for (const [begins, code] of changes) {
    const cell = await lesson.find(begins);
    await lesson.type(cell, code);
    await lesson.run(cell);
  }
  assert.deepEqual(await lesson.errors(), []);
  await lesson.page.keyboard.press("ControlOrMeta+S");
  await lesson.page.locator(".jp-mod-dirty").first().waitFor({ state: "detached" });
  await lesson.close();
}

/** The row of lesson 01 in the start page's table. */
async function row(folder: string): Promise<string[]> {
  const page = await lab.open(`${folder}/00-start-here.ipynb`);
  await page.run(await page.find("import * as course"));
  const table = await page.find("course.progress()");
  await page.run(table);
  const cells = (await page.cell(table)).locator("tbody tr").first().locator("th, td");
  await cells.first().waitFor();
  const texts = await cells.allInnerTexts();
  await page.close();
  return texts;
}

const affine =
  "function affine(X: Matrix, W: Matrix, b: Matrix): Matrix { return nn.add(nn.matmul(X, W), b); }";
const sigmoid = `function sigmoid(Z: Matrix): Matrix {
  return nn.map(Z, (z) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))));
}`;

test("the start page counts what was solved and guessed in a lesson", options, async () => {
  assert.deepEqual((await row("notebooks")).slice(1), ["0 of 4", "0 of 12", "none yet"]);
  await work(
    "notebooks",
    ['predict("1.b"', 'predict("1.b", 8)'],
    ['reveal("1.b"', 'reveal("1.b")'],
    ['predict("1.c"', 'predict("1.c", [1, 1])'],
    ['reveal("1.c"', 'reveal("1.c")'],
    ["function affine(", affine],
    ['check("1.1"', 'check("1.1", affine)'],
  );
  const [lesson, ...counts] = await row("notebooks");
  assert.equal(lesson, "01 Logistic regression, again");
  assert.deepEqual(counts, ["1 of 4", "3 of 12", "1 of 2"]);
});

test("work in the Russian notebooks counts beside it", options, async () => {
  await work(
    "notebooks/ru",
    ['predict("1.a"', 'predict("1.a", "выборочное")'],
    ['reveal("1.a"', 'reveal("1.a")'],
    ["function sigmoid(", sigmoid],
    ['check("1.2"', 'check("1.2", sigmoid)'],
  );
  const [lesson, ...counts] = await row("notebooks/ru");
  assert.equal(lesson, "01 Снова логистическая регрессия");
  assert.deepEqual(counts, ["2 из 4", "6 из 12", "2 из 3"]);
});
