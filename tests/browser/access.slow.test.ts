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

/** What axe-core finds by WCAG 2 AA in all that cells show and in all texts, once each. */
async function violations({ page }: NotebookPage): Promise<string[]> {
  const ours = [[".jp-OutputArea-output"], [".jp-MarkdownOutput"]];
  const found = (await page.evaluate(`axe.run(
    { include: ${JSON.stringify(ours)}, exclude: [[".js-plotly-plot"]] },
    { runOnly: ["wcag2a", "wcag2aa"] },
  ).then(({ violations }) => violations)`)) as Violation[];
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

test("the keyboard alone is enough: run, go into a cell, write, leave it", options, async () => {
  const notebook = await lab.openCells("keys.ipynb", "const a = 20;", "a + 1");
  const { keyboard } = notebook.page;
  await notebook.page.evaluate("window.jupyterapp.shell.currentWidget.content.activate()");
  await keyboard.press("Escape");
  await keyboard.press("Shift+Enter");
  await keyboard.press("Control+Enter");
  await notebook.idle();
  assert.equal((await notebook.outputs(1))[0].data?.["text/plain"], "21");

  await keyboard.press("Enter");
  await keyboard.press("ControlOrMeta+A");
  await keyboard.insertText("a + 2");
  await keyboard.press("Escape");
  await keyboard.press("Control+Enter");
  await notebook.idle();
  assert.equal((await notebook.outputs(1))[0].data?.["text/plain"], "22");
  await notebook.close();
});
