import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import type { NotebookPage } from "./notebook-page";

/** A lesson on a page of its own, as View > Open in Notebook shows it. */

const options = { skip: withoutChromium, timeout: 600_000 };

let lab: Lab;
let lesson: NotebookPage;

before(async () => {
  if (withoutChromium) return;
  lab = await Lab.start();
  lesson = await lab.open("notebooks/01-logistic-regression.ipynb", "notebooks");
});
after(() => lab?.stop());

test("Notebook 7 finds the kernel by the name in the notebook", options, async () => {
  assert.equal(
    await lesson.page.evaluate(
      "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.name",
    ),
    "tslab",
  );
});

test("a lesson runs from top to bottom in it without an error", options, async () => {
  await lesson.runAll();
  assert.deepEqual(await lesson.errors(), []);
});

test("its figures are drawn and described, and their sliders move them", options, async () => {
  const cells = await lesson.cellsShowing("application/vnd.plotly.v1+json");
  assert.ok(cells.length >= 2);
  for (const cell of cells) {
    const figure = await lesson.figure(cell);
    assert.match(await figure.description(), /\.$/);
    for (const control of await figure.controls())
      assert.notEqual(await control.first(), await control.last(), `the figure in cell ${cell}`);
  }
});

test("the page's console has no complaint of ours", options, () => {
  // Notebook 7.6 says this of its own settings, with any notebook and any kernel.
  const itsOwn = "TypeError: Cannot read properties of undefined (reading 'schema')";
  assert.deepEqual(
    lesson.consoleErrors.filter((error) => error !== itsOwn),
    [],
  );
});
