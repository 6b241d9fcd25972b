import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import type { NotebookPage } from "./notebook-page";

const options = { skip: withoutChromium, timeout: 600_000 };

let lab: Lab;
before(async () => {
  if (!withoutChromium) lab = await Lab.start();
});
after(() => lab?.stop());

/** Waits until a cell shows a result, and another one than `before`. */
async function result(notebook: NotebookPage, cell: number, before?: unknown): Promise<unknown> {
  const patience = Date.now() + 60_000;
  while (Date.now() < patience) {
    const shown = (await notebook.outputs(cell))[0]?.data?.["text/plain"];
    if (shown !== undefined && shown !== before) return shown;
    await notebook.page.waitForTimeout(200);
  }
  throw new Error(`cell ${cell} shows nothing new`);
}

test("the keyboard alone is enough: run, go into a cell, write, leave it", options, async () => {
  const notebook = await lab.openCells("keys.ipynb", "const a = 20;", "a + 1");
  const { keyboard } = notebook.page;
  await notebook.page.evaluate(
    "window.jupyterapp.shell.activateById(window.jupyterapp.shell.currentWidget.id)",
  );
  await keyboard.press("Escape");
  await keyboard.press("Shift+Enter");
  await keyboard.press("Control+Enter");
  assert.equal(await result(notebook, 1), "21");

  await keyboard.press("Enter");
  await keyboard.press("ControlOrMeta+A");
  await keyboard.insertText("a + 2");
  await keyboard.press("Escape");
  await keyboard.press("Control+Enter");
  assert.equal(await result(notebook, 1, "21"), "22");
  await notebook.close();
});
