import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import type { NotebookPage } from "./notebook-page";

const options = { skip: withoutChromium, timeout: 600_000 };
const axe = require.resolve("axe-core/axe.min.js");

let lab: Lab;
before(async () => {
  if (!withoutChromium) lab = await Lab.start();
});
after(() => lab?.stop());

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * What axe-core finds by WCAG 2 AA in all that cells show and in all texts, once each. It takes
 * what lies in a notebook's moving window for hidden, so it looks at copies on a sheet of their own.
 */
async function violations({ page }: NotebookPage): Promise<string[]> {
  const found = (await page.evaluate(`(async () => {
    const sheet = document.createElement("div");
    sheet.style = "position: absolute; inset: 0 0 auto 0; z-index: 9999; background: var(--jp-layout-color0)";
    const ours = document.querySelectorAll(".jp-OutputArea-output:not(:has(.js-plotly-plot)), .jp-MarkdownOutput");
    sheet.append(...[...ours].map((one) => one.cloneNode(true)));
    document.body.append(sheet);
    const { violations, passes } = await axe.run(sheet, { runOnly: ["wcag2a", "wcag2aa"] });
    sheet.remove();
    if (passes.length + violations.length === 0) throw new Error("axe-core saw nothing");
    return violations;
  })()`)) as Violation[];
  const said = found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
  return [...new Set(said)];
}

for (const name of ["00-start-here", "01-logistic-regression"])
  test(
    `${name}: texts, tables and reports can be read by everybody, in both themes`,
    options,
    async () => {
      const notebook = await lab.open(`notebooks/${name}.ipynb`);
      await notebook.page.evaluate(
        `window.jupyterapp.shell.currentWidget.content.notebookConfig =
        { ...window.jupyterapp.shell.currentWidget.content.notebookConfig, windowingMode: "none" }`,
      );
      await notebook.runAll();
      await notebook.page.addScriptTag({ path: axe });
      for (const theme of ["light", "dark"] as const) {
        await notebook.theme(theme);
        assert.ok((await notebook.page.locator(".jp-OutputArea-output").count()) > 5);
        assert.deepEqual(await violations(notebook), [], theme);
      }
      await notebook.close();
    },
  );

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

test("a text that is too pale would be found", options, async () => {
  const notebook = await lab.openCells("pale.ipynb", "[1, 2]");
  await notebook.runAll();
  await notebook.page.addScriptTag({ path: axe });
  await notebook.page.addStyleTag({
    content: ".jp-OutputArea-output pre { color: #cccccc !important; }",
  });
  assert.match((await violations(notebook)).join(), /color-contrast/);
  await notebook.close();
});
