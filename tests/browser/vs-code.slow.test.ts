import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { gallery } from "../lib/plots-gallery";
import { launchChromium, withoutChromium } from "./chromium";
import { FigurePage } from "./figure-page";

/**
 * VS Code draws figures with the extension "Jupyter Notebook Renderers", which brings plotly.js 2
 * and calls it with the whole figure. Here is that plotly.js, on a page in VS Code's colours.
 */
const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-plotly-"));
const got = spawnSync("npm install --no-save --no-audit --no-fund plotly.js-dist-min@2.35.3", {
  cwd: folder,
  shell: true,
}).status;

const options = {
  skip: withoutChromium || (got === 0 ? false : "npm's registry does not give plotly.js 2"),
  timeout: 900_000,
};

let browser: Browser;
before(async () => {
  if (!options.skip) browser = await launchChromium();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

type Shown = { [key: symbol]: () => { readonly "application/vnd.plotly.v1+json": object } };

async function drawn(page: Page, name: string): Promise<FigurePage> {
  const shown = gallery[name as keyof typeof gallery]() as unknown as Shown;
  const figure = shown[Symbol.for("Jupyter.display")]()["application/vnd.plotly.v1+json"];
  await page.setContent('<body style="background: #1f1f1f"><div id="figure"></div></body>');
  await page.addScriptTag({
    path: path.join(folder, "node_modules", "plotly.js-dist-min", "plotly.min.js"),
  });
  await page.evaluate(`Plotly.newPlot("figure", ${JSON.stringify(figure)}).then(() => {})`);
  return new FigurePage(page, page.locator(".js-plotly-plot"));
}

test("VS Code's plotly.js draws every figure, and its controls move it", options, async (t) => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1100 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  let moved = 0;
  for (const name of Object.keys(gallery)) {
    const figure = await drawn(page, name);
    for (const control of await figure.controls()) {
      assert.notEqual(await control.first(), await control.last(), name);
      moved++;
    }
    assert.deepEqual(await figure.textFaults(), [], name);
  }
  assert.deepEqual(complaints, []);
  t.diagnostic(`${Object.keys(gallery).length} figures, ${moved} controls`);
  assert.ok(moved > 20);
});
