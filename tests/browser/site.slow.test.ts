import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { launchChromium, withoutChromium } from "./chromium";
import { FigurePage } from "./figure-page";
import { paleTexts } from "./pale-texts";

const root = path.resolve(__dirname, "../..");
const site = path.join(root, "site", "html");
const options = { timeout: 1_800_000 };
const inBrowser = { ...options, skip: withoutChromium };

const pages = (): string[] =>
  readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !/(^|\/)_static\//.test(file))
    .sort();
const courses = (): string[] => pages().filter((file) => !file.startsWith("reference/"));

let browser: Browser;
before(async () => {
  if (!withoutChromium) browser = await launchChromium();
});
after(() => browser?.close());

test("npm run site makes a page of every lesson, every activation and the library", options, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/scripts/site.mjs`], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
  const lessons = readdirSync(path.join(root, "solutions")).filter((name) => /^\d\d-/.test(name));
  for (const edition of [site, path.join(site, "ru")]) {
    for (const lesson of lessons)
      assert.ok(
        existsSync(path.join(edition, "lessons", lesson.replace(".ipynb", ".html"))),
        lesson,
      );
    const activations = readdirSync(path.join(edition, "activations"));
    assert.equal(activations.filter((name) => name !== "index.html").length, 16);
  }
});

test("every page leads to itself in the other language", options, () => {
  for (const page of courses()) {
    const html = readFileSync(path.join(site, page), "utf8");
    const [, link] = html.match(/class="language-switch"[^>]*href="([^"]*)"/) ?? [];
    const other = path.join(path.dirname(page), link ?? "");
    assert.equal(other, page.startsWith("ru/") ? page.slice("ru/".length) : `ru/${page}`);
    assert.ok(existsSync(path.join(site, other)), other);
    assert.match(html, page.startsWith("ru/") ? /<html lang="ru"/ : /<html lang="en"/);
  }
});

test("every link leads somewhere, on every page and in the reference", options, (t) => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string): Set<string> => {
    const known = ids.get(file) ?? new Set(attributes(readFileSync(file, "utf8"), "id"));
    ids.set(file, known);
    return known;
  };
  let links = 0;
  for (const page of pages()) {
    const file = path.join(site, page);
    for (const link of attributes(readFileSync(file, "utf8"), "href")) {
      if (/^(https?|mailto|data):/.test(link)) continue;
      links++;
      const url = new URL(link, pathToFileURL(file));
      const target = fileURLToPath(new URL(url.pathname, "file:"));
      assert.ok(existsSync(target) && statSync(target).isFile(), `${page}: ${link}`);
      if (url.hash.length > 1 && target.endsWith(".html"))
        assert.ok(idsOf(target).has(decodeURIComponent(url.hash.slice(1))), `${page}: ${link}`);
    }
  }
  t.diagnostic(`${pages().length} pages, ${links} links`);
  assert.ok(links > 1000);
});

/** Opens a page from the disk; whatever it says or asks of a network goes into `complaints`. */
async function open(
  file: string,
  complaints: string[],
  { width = 1300, theme = "light" as "light" | "dark" } = {},
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`missing: ${request.url()}`));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path.join(site, file)).href);
  return page;
}

/** Pixels of an element that are to be seen only by scrolling; from text, as our types know no page. */
const beyondItsBox = new Function("it", "return it.scrollWidth - it.clientWidth") as (
  it: unknown,
) => number;

test("every page opens from the disk, and every figure on it is drawn", inBrowser, async (t) => {
  let figures = 0;
  for (const file of courses()) {
    const complaints: string[] = [];
    const page = await open(file, complaints);
    for (const figure of await page.locator("[data-figure]").all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator(".main-svg").first().waitFor({ timeout: 60_000 });
      assert.ok(
        (await figure.getAttribute("aria-label"))?.endsWith("."),
        `${file}: no description`,
      );
      const cut = await figure.evaluate(beyondItsBox);
      assert.ok(cut <= 0, `${file}: ${await figure.getAttribute("data-figure")} is cut by ${cut}`);
      figures++;
    }
    assert.deepEqual(complaints, [], file);
    await page.close();
  }
  t.diagnostic(`${courses().length} pages, ${figures} figures`);
  assert.ok(figures > 40);
});

test("a figure's slider moves it", inBrowser, async () => {
  const page = await open("lessons/01-logistic-regression.html", []);
  const figure = page.locator("[data-figure]").nth(1);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator(".slider-rail-rect").waitFor();
  const shown = () => figure.locator(".cartesianlayer").innerHTML();
  const before = await shown();
  const rail = await figure.locator(".slider-rail-rect").boundingBox();
  assert.ok(rail);
  await page.mouse.click(rail.x + rail.width - 4, rail.y + rail.height / 2);
  for (let k = 0; k < 50 && (await shown()) === before; k++) await page.waitForTimeout(200);
  assert.notEqual(await shown(), before);
  await page.close();
});

test("answers, hints and solutions are folded, and formulas are typeset", inBrowser, async () => {
  const page = await open("lessons/02-softmax.html", []);
  const solution = page.locator("details", { hasText: "Solution" }).first();
  assert.equal(await solution.locator("pre").first().isVisible(), false);
  await solution.locator("summary").click();
  assert.equal(await solution.locator("pre").first().isVisible(), true);
  assert.match(await solution.innerText(), /Correct\./);
  assert.ok((await page.locator("details", { hasText: "Hint 1" }).count()) > 0);
  assert.ok((await page.locator("details", { hasText: "Answer 2.a" }).count()) > 0);
  await page.locator("mjx-container svg").first().waitFor();
  await page.close();
});

test("on a telephone no page is wider than the screen, nor on a tablet", inBrowser, async () => {
  for (const file of courses())
    for (const width of [390, 1000]) {
      const page = await open(file, [], { width });
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width, file);
      await page.close();
    }
});

/** One of each kind of page, and lessons that show one of each kind of thing. */
const looked = [
  ...["index", "reference", "search", "activations/relu", "ru/index", "ru/activations/elu"],
  ...["00-start-here", "01-logistic-regression", "06-gallery", "08-full-exercise"].map(
    (name) => `lessons/${name}`,
  ),
  ...["ru/lessons/02-softmax", "ru/lessons/06-gallery"],
];

for (const theme of ["light", "dark"] as const)
  test(
    `texts have the contrast of WCAG AA, and none is cut in a figure, ${theme}`,
    inBrowser,
    async (t) => {
      let count = 0;
      for (const name of looked) {
        const page = await open(`${name}.html`, [], { theme });
        await page.evaluate(
          'for (const fold of document.querySelectorAll("details")) fold.open = true;',
        );
        const { texts, pale } = await paleTexts(page, { include: "body" });
        assert.deepEqual(pale, [], name);
        count += texts;
        for (const figure of await page.locator("[data-figure]").all()) {
          await figure.scrollIntoViewIfNeeded();
          await figure.locator(".main-svg").first().waitFor({ timeout: 60_000 });
          assert.deepEqual(await new FigurePage(page, figure).textFaults(), [], name);
        }
        await page.close();
      }
      t.diagnostic(`${looked.length} pages, ${count} texts`);
      assert.ok(count > 500);
    },
  );

test("search finds a word of a lesson, without a server", inBrowser, async () => {
  const complaints: string[] = [];
  const page = await open("search.html", complaints);
  await page.goto(`${page.url()}?q=likelihood`);
  await page.locator("#search-results li a").first().waitFor();
  assert.deepEqual(complaints, []);
  await page.close();
});

/** The values of an attribute in a text of HTML. */
const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) =>
    value.replaceAll("&amp;", "&"),
  );
