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
  lab = await Lab.start("--teacher");
  notebook = await lab.openCells("one.ipynb", "1 + 1");
});
after(() => lab?.stop());

test("a teacher sees nbgrader's menu, and the panel that makes assignments", options, async () => {
  const { page } = notebook;
  await page.getByRole("menuitem", { name: "Nbgrader" }).click();
  const entries = await page.locator(".lm-Menu-itemLabel").allInnerTexts();
  assert.ok(entries.includes("Formgrader"), entries.join(", "));
  await page.keyboard.press("Escape");
  assert.ok((await page.locator(".jp-SideBar [data-id^=nbgrader]").count()) > 0);
});
