import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Language, language, languages } from "../../lib/words";
import { gallery } from "../lib/plots-gallery";
import { launchChromium, withoutChromium } from "./chromium";
import { FigurePage } from "./figure-page";

const options = { skip: withoutChromium, timeout: 300_000 };

let browser: Browser;
let page: Page;
before(async () => {
  if (withoutChromium) return;
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1000, height: 1000 } });
  await page.setContent(
    '<body style="margin: 0; background: white"><div id="figure"></div></body>',
  );
  await page.addScriptTag({ path: require.resolve("plotly.js") });
});
after(() => browser?.close());

interface Button {
  readonly method: string;
  readonly label: string;
  readonly args: readonly unknown[];
}

/** What plotly draws, as far as it is changed here. */
interface Drawn {
  readonly data: unknown;
  readonly layout: {
    readonly updatemenus?: readonly { readonly buttons: readonly Button[] }[];
    readonly sliders?: readonly { readonly steps: readonly Button[] }[];
  };
  readonly frames: unknown;
}

/** Calls a function of plotly on the page. */
const plotly = (name: string, ...args: readonly unknown[]) =>
  page.evaluate(`Plotly.${name}("figure", ...${JSON.stringify(args)})`);

/** The figure as it is at first, with each choice of its menus, and with its slider at the end. */
async function* states({ data, layout, frames }: Drawn): AsyncGenerator<string> {
  await plotly("newPlot", data, layout);
  await plotly("addFrames", frames);
  yield "at first";
  for (const { method, args, label } of (layout.updatemenus ?? []).flatMap((it) => it.buttons)) {
    if (method === "animate") continue;
    await plotly(method, ...args);
    yield `with “${label}” chosen`;
  }
  const last = layout.sliders?.[0]?.steps.at(-1);
  if (!last) return;
  await plotly(last.method, ...last.args);
  yield "with the slider at its end";
}

/** What stands around the plotting area: no two of these may cover each other. */
const around =
  ".g-gtitle text, .legendtext, .updatemenu-header, .updatemenu-button, .slider-current-value text, .slider-labels text, .slider-label, .g-xtitle text, .g-ytitle text";

const covered = () =>
  page.evaluate(`(() => {
    const parts = [...document.querySelectorAll(${JSON.stringify(around)})]
      .filter((part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((part) => ({ text: part.textContent, at: part.getBoundingClientRect() }))
      .filter(({ at }) => at.width > 0);
    const share = (a, b, low, high) => Math.min(a[high], b[high]) - Math.max(a[low], b[low]);
    const isCovered = (a, b) => share(a, b, "left", "right") > 2 && share(a, b, "top", "bottom") > 2;
    return parts.flatMap(({ text, at }, k) =>
      parts.slice(k + 1).filter((other) => isCovered(at, other.at)).map((other) => text + " × " + other.text));
  })()`) as Promise<string[]>;

for (const spoken of languages)
  test(`no word of a figure is cut, pale or covered by another, ${spoken}`, options, async () => {
    const faults: string[] = [];
    for (const name of Object.keys(gallery)) {
      const figure = new FigurePage(page, page.locator("#figure"));
      for await (const state of states(inLanguage(spoken, name)))
        for (const fault of [...(await figure.textFaults()), ...(await covered())])
          faults.push(`${name}, ${state}: ${fault}`);
    }
    assert.equal(faults.join("\n"), "");
  });

function inLanguage(spoken: Language, name: string): Drawn {
  language(spoken);
  const figure = gallery[name]();
  language("en");
  return figure as unknown as Drawn;
}
