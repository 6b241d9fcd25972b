import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import type { NotebookPage } from "./notebook-page";

const options = { skip: withoutChromium, timeout: 120_000 };

let lab: Lab;
let notebook: NotebookPage;

before(async () => {
  if (withoutChromium) return;
  lab = await Lab.start();
  notebook = await lab.openCells("two.ipynb", "const a = 20;", "a + 1");
});
after(() => lab?.stop());

test("cells run in the project's kernel, and share their variables", options, async () => {
  await notebook.runAll();
  const [result] = await notebook.outputs(1);
  assert.equal(result.output_type, "execute_result");
  assert.equal(result.data?.["text/plain"], "21");
});

test("what is typed into a cell is run", options, async () => {
  await notebook.type(0, "const a = [1, 2].length;");
  await notebook.run(0);
  const [result] = await notebook.run(1);
  assert.equal(result.data?.["text/plain"], "3");
});

test("the shipped settings hold: line numbers, no news, no teacher's panels", options, async () => {
  const { page } = notebook;
  assert.equal(await page.locator(".jp-Notebook .cm-lineNumbers").count(), 2);
  assert.equal(await page.locator(".Toastify__toast").count(), 0);
  assert.equal(await page.locator(".jp-SideBar [data-id^=nbgrader]").count(), 0);
  await page.getByRole("menuitem", { name: "File", exact: true }).waitFor();
  assert.equal(await page.getByRole("menuitem", { name: "Nbgrader" }).count(), 0);
});

test("the page's console has no complaint", options, () => {
  assert.deepEqual(notebook.consoleErrors, []);
});
