// Looks at figures: draws each in a headless Chromium on a light and a dark page, as it is at first
// with the last option of its menu, and with its slider at the end, and writes the pictures as PNG.
//
//   node --import tsx scripts/render-figure.mjs GALLERY.ts OUT_DIR [NAME...]
//
// GALLERY exports `gallery`, a record of functions that return a figure each; without NAMEs all are
// drawn. Chromium is /usr/bin/chromium unless $CHROMIUM says otherwise.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launchChromium } from "../tests/browser/chromium.ts";

const [galleryPath, out, ...names] = process.argv.slice(2);
if (!out) {
  console.error("usage: node --import tsx scripts/render-figure.mjs GALLERY.ts OUT_DIR [NAME...]");
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const { gallery } = await import(pathToFileURL(resolve(galleryPath)).href);

const browser = await launchChromium();
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(`plotly: ${message.text()}`));
  await page.setContent('<body style="margin: 0"><div id="figure"></div></body>');
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("plotly.js") });
  for (const name of names.length > 0 ? names : Object.keys(gallery)) await look(page, name);
} finally {
  await browser.close();
}

/** Draws one figure in all the ways that matter. */
async function look(page, name) {
  const figure = gallery[name]()[Symbol.for("Jupyter.display")]()["application/vnd.plotly.v1+json"];
  await page.evaluate(async ({ data, layout, frames, config }) => {
    await Plotly.newPlot("figure", data, layout, { ...config, staticPlot: false });
    await Plotly.addFrames("figure", frames);
  }, structuredClone(figure));
  const { width, height } = figure.layout;
  await page.setViewportSize({ width, height });
  await shoot(page, name, "start");
  for (const [i, menu] of (figure.layout.updatemenus ?? []).entries())
    if (menu.buttons[0].method === "restyle") {
      const { args } = menu.buttons.at(-1);
      await page.evaluate((given) => Plotly.restyle("figure", ...given), args);
      await shoot(page, name, `choice-${i}`);
    }
  const steps = figure.layout.sliders?.[0]?.steps ?? [];
  if (steps.length > 0) {
    await page.evaluate((given) => Plotly.animate("figure", ...given), steps.at(-1).args);
    await shoot(page, name, "end");
  }
}

async function shoot(page, name, state) {
  for (const [theme, ground] of [
    ["light", "#ffffff"],
    ["dark", "#111111"],
  ]) {
    await page.evaluate((colour) => {
      document.body.style.background = colour;
    }, ground);
    const path = join(out, `${name}-${state}-${theme}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
}
