import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import type { NotebookPage } from "./notebook-page";

const options = { skip: withoutChromium, timeout: 240_000 };

const plotly = "application/vnd.plotly.v1+json";

let lab: Lab;
let lesson: NotebookPage;

before(async () => {
  if (withoutChromium) return;
  lab = await Lab.start();
  lesson = await lab.open("notebooks/01-logistic-regression.ipynb");
  await lesson.runAll();
});
after(() => lab?.stop());

test("a fresh lesson runs from top to bottom without an error", options, async () => {
  assert.deepEqual(await lesson.errors(), []);
});

test("every figure is drawn", options, async () => {
  const cells = await lesson.cellsShowing(plotly);
  assert.ok(cells.length >= 5, `figures in cells ${cells}`);
  for (const cell of cells) await lesson.figure(cell);
});

test("a slider moves its figure", options, async () => {
  const figure = await lesson.figure(await lesson.find("nn.plots.sigmoidExplorer()"));
  const before = await lesson.drawing(figure);
  await lesson.moveSlider(figure, 1);
  await lesson.redrawn(figure, before);
});

test(
  "a wrong solution is told what is missing, a right one that it is right",
  options,
  async () => {
    const [exercise, check] = [
      await lesson.find("function affine("),
      await lesson.find('check("1.1"'),
    ];
    const solve = async (body: string) => {
      await lesson.type(
        exercise,
        `function affine(X: Matrix, W: Matrix, b: Matrix): Matrix {\n  ${body}\n}`,
      );
      await lesson.run(exercise);
      await lesson.run(check);
      return (await lesson.cell(check)).locator(".jp-OutputArea-output").innerText();
    };
    assert.match(await solve("return nn.matmul(X, W);"), /the bias is missing/);
    assert.match(await solve("return nn.add(nn.matmul(X, W), b);"), /Correct/);
  },
);

test("the page's console has no complaint", options, () => {
  assert.deepEqual(lesson.consoleErrors, []);
});
