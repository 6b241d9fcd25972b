import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import * as nn from "../../lib";
import * as course from "../../lib/course";
import * as data from "../../lib/data";
import { check } from "../../lib/exercises/01-logistic-regression";
import { launchChromium, withoutChromium } from "./chromium";
import { paleTexts } from "./pale-texts";

const options = { skip: withoutChromium, timeout: 120_000 };
const root = path.resolve(__dirname, "../..");

/** Nobody's progress is shown, and the checks below are nobody's progress. */
process.env.SPELLGRAD_PROGRESS = "";

const unfinished = () => {
  throw new Error("not started");
};
const w = nn.autograd.tensor(nn.row([1, -2])).named("w");
nn.autograd.backward(nn.autograd.sum(nn.autograd.mul(w, w)));

/** One of each thing that shows itself as HTML of our own. */
const things: { readonly [name: string]: object } = {
  "report of a right solution": check("1.2", nn.sigmoid),
  "report of a mistake": check("1.2", (Z) => nn.map(Z, (x) => 1 / (1 + Math.exp(x)))),
  "report of nothing yet": check("1.2", unfinished),
  "gradient that is wrong": nn.checkGradient((x) => x.data[0] ** 2, nn.row([3]), nn.row([5])),
  "card of an activation": nn.card(nn.elu),
  matrix: nn.zeros(30, 30),
  "tensor with its gradient": w,
  layer: nn.linear(3, 2, { rng: nn.mulberry32(1) }),
  "data frame": new data.DataFrame(
    [
      ["setosa", 1.4],
      ["virginica", null],
    ],
    { columns: ["species", "petal length"] },
  ),
  "map of the course": course.map(),
  progress: course.progress(),
};

type Displayed = { readonly "text/html"?: string };

function htmlOf(name: string): string {
  const show = (things[name] as { [key: symbol]: () => Displayed })[Symbol.for("Jupyter.display")];
  const html = show.call(things[name])["text/html"];
  assert.ok(html, `${name} shows no HTML`);
  return html;
}

/** A page in the colours of JupyterLab: its theme's own file, and its rules for what cells show. */
function pageOf(theme: "light" | "dark", content: string): string {
  const themes = path.join(root, ".venv", "share", "jupyter", "lab", "themes", "@jupyterlab");
  const colours = readFileSync(path.join(themes, `theme-${theme}-extension`, "index.css"), "utf8");
  return `<!doctype html><html lang="en"><title>${theme}</title><style>${colours}
    body { background: var(--jp-layout-color0); color: var(--jp-content-font-color1);
      font-family: var(--jp-content-font-family); font-size: var(--jp-content-font-size1); }
    a { color: var(--jp-content-link-color); }
    table { color: var(--jp-ui-font-color1); font-size: var(--jp-ui-font-size1); }
    tbody tr { background: var(--jp-layout-color0); }
    tbody tr:nth-child(even) { background: var(--jp-rendermime-table-row-background); }
    </style><main>${content}</main></html>`;
}

let browser: Browser;
before(async () => {
  if (!withoutChromium) browser = await launchChromium();
});
after(() => browser?.close());

/** The texts that are too pale in some pieces of HTML, all on one page; each has to have a text. */
async function paleIn(theme: "light" | "dark", pieces: readonly string[]): Promise<string[]> {
  const page = await browser.newPage();
  const sections = pieces.map((piece) => `<section>${piece}</section>`).join("<hr>");
  await page.setContent(pageOf(theme, sections));
  const pale: string[] = [];
  for (const [k, piece] of pieces.entries()) {
    const judged = await paleTexts(page, { include: `section:nth-of-type(${k + 1})` });
    assert.ok(judged.texts > 0, `axe-core saw no text in ${piece}`);
    pale.push(...judged.pale);
  }
  await page.close();
  return pale;
}

for (const theme of ["light", "dark"] as const) {
  test(`what cells show has the contrast of WCAG AA, ${theme}`, options, async () => {
    assert.deepEqual(await paleIn(theme, Object.keys(things).map(htmlOf)), []);
  });

  test(`a text that is too pale is found, ${theme}`, options, async () => {
    const pale = '<p>as it should be</p><p style="opacity: 0.4">pale</p>';
    const faults = await paleIn(theme, [pale]);
    assert.equal(faults.length, 1);
    assert.match(faults[0], /pale.*insufficient color contrast/);
  });
}
