import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import type { NotebookPage } from "./notebook-page";

/** What JupyterLab's menus do to the kernel: interrupt, restart and run all. */

const options = { skip: withoutChromium, timeout: 300_000 };

let lab: Lab;
let notebook: NotebookPage;

const command = (name: string) =>
  notebook.page.evaluate(`void window.jupyterapp.commands.execute("${name}")`);

before(async () => {
  if (withoutChromium) return;
  lab = await Lab.start();
  const loop = 'console.log("go"); while (runs.length > 0) {}';
  notebook = await lab.openCells(
    "menu.ipynb",
    "const runs = [{ n: 1 }, { n: 2 }]; runs",
    loop,
    "runs.length",
  );
});
after(() => lab?.stop());

test("Interrupt stops a loop and keeps the variables", options, async () => {
  await notebook.run(0);
  await notebook.page.evaluate(`window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1`);
  await command("notebook:run-cell");
  await notebook.page.getByText("go", { exact: true }).waitFor();
  await command("notebook:interrupt-kernel");
  await notebook.idle();
  const error = (await notebook.outputs(1)).find((it) => it.output_type === "error");
  assert.equal(error?.ename, "KeyboardInterrupt");
  const [result] = await notebook.run(2);
  assert.equal(result.data?.["text/plain"], "2");
});

test("records are shown as a table", options, async () => {
  const cell = await notebook.cell(0);
  assert.equal(await cell.locator("table tbody tr").count(), 2);
});

test("Restart and Run All runs on a fresh kernel", options, async () => {
  await notebook.type(1, "runs.push({ n: 3 })");
  await command("notebook:restart-run-all");
  await notebook.page.locator(".jp-Dialog .jp-mod-accept").click();
  // It showed 2 before.
  const shown = notebook.page.locator(".jp-Cell").nth(2).locator(".jp-OutputArea-output");
  await shown.getByText("3", { exact: true }).waitFor({ timeout: 200_000 });
  assert.deepEqual(await notebook.errors(), []);
});
