import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withoutChromium } from "./chromium";
import { Lab } from "./lab";
import { lessons } from "./lesson-laws";
import { paleTexts } from "./pale-texts";

/** Whole lessons in JupyterLab, run: their texts, and what their cells show. */

const options = { skip: withoutChromium, timeout: 900_000 };

let lab: Lab;
before(async () => {
  if (!withoutChromium) lab = await Lab.start();
});
after(() => lab?.stop());

/** Ours to colour: notes and outputs. The colours of code are JupyterLab's. */
const ours = { include: "#lesson", exclude: ".cm-editor, .jp-InputPrompt, .jp-OutputPrompt" };

/** Lays the whole lesson out on the page: axe-core sees no text that a panel scrolls away. */
const layOut = `{
  const lesson = document.createElement("main");
  lesson.id = "lesson";
  lesson.className = "jp-Notebook";
  lesson.style = "background: var(--jp-layout-color0); overflow: visible";
  lesson.append(...document.querySelectorAll(".jp-NotebookPanel .jp-Cell"));
  document.body.append(lesson);
  document.body.style = "overflow: visible; height: auto";
  document.querySelector("#main").style.display = "none";
}`;

for (const name of ["00-start-here", ...lessons, "ru/01-logistic-regression"])
  test(`notes and outputs of ${name} have the contrast of WCAG AA`, options, async (t) => {
    const lesson = await lab.open(`notebooks/${name}.ipynb`);
    await lesson.showAllCells();
    await lesson.runAll();
    await lesson.page.evaluate(layOut);
    for (const theme of ["light", "dark"] as const) {
      await lesson.theme(theme);
      const { texts, pale } = await paleTexts(lesson.page, ours);
      t.diagnostic(`${texts} texts, ${theme}`);
      assert.ok(texts > 50);
      assert.deepEqual(pale, []);
    }
    await lesson.close();
  });
