import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { launchChromium, withoutChromium } from "./chromium";
import { asHtml, asMarkdown, asOutputs } from "./page-attacks";

const LESSON = "01-logistic-regression";
const LEARNER = "<img src=x onerror=alert(1)>";

interface Found {
  readonly acted: readonly string[];
  readonly links: readonly string[];
  readonly handlers: readonly string[];
  readonly frames: number;
  readonly text: string;
}

function run(command: string, args: readonly string[], cwd = process.cwd()): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${stdout}${stderr}`);
}

const cell = (cell_type: "code" | "markdown", source: string, k: number) => ({
  cell_type,
  id: `cell-${k}`,
  // Names of classes in some templates.
  metadata: { tags: ['"><script>acted()</script>'] },
  source,
  ...(cell_type === "code" ? { outputs: [], execution_count: null } : {}),
});

/** A submission in which every cell wants the page to do something. */
function submission(act: (name: string) => string, url: string) {
  const html = Object.values(asHtml(act, url));
  const shown = [...html.map((one) => ({ "text/html": one })), ...asOutputs(act, url)].map(
    (bundle) => `({ [Symbol.for("Jupyter.display")]: () => (${JSON.stringify(bundle)}) })`,
  );
  const cells = [
    ...[...html, ...asMarkdown(act, url)].map((source) => ["markdown", source] as const),
    ...shown.map((source) => ["code", source] as const),
    ["code", `throw new Error(${JSON.stringify(html.join("\n"))})`] as const,
    ["code", `console.log(${JSON.stringify(html.join("\n"))})`] as const,
  ];
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      title: `</title>${html[0]}`,
      kernelspec: { name: "tslab", display_name: html[0] },
      language_info: { name: `"></div>${html[0]}`, codemirror_mode: html[0] },
      widgets: { "application/vnd.jupyter.widget-state+json": { state: `</script>${html[0]}` } },
    },
    cells: cells.map(([type, source], k) => cell(type, source, k)),
  };
}

test("nothing of a submission acts in its page", {
  skip: withoutChromium,
  timeout: 1_800_000,
}, async () => {
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(`${url}`);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const act = (name: string) => `top.acted=(top.acted||[]).concat('${name}')`;

  const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-feedback-"));
  const course = path.join(folder, "course");
  const browser = await launchChromium();
  try {
    run("node", ["scripts/course.mjs", course]);
    const nbgrader = path.resolve(".venv", "bin", "nbgrader");
    run(nbgrader, ["generate_assignment", LESSON], course);
    const handedIn = path.join(course, "submitted", LEARNER, LESSON);
    mkdirSync(handedIn, { recursive: true });
    const notebook = submission(act, url);
    writeFileSync(path.join(handedIn, `${LESSON}.ipynb`), JSON.stringify(notebook));
    run("node", ["scripts/grade.mjs", course, LESSON]);

    const page = await browser.newPage();
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
    });
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const file = path.join(course, "feedback", LEARNER, LESSON, `${LESSON}.html`);
    await page.goto(`file://${encodeURI(file)}`);
    await page.waitForFunction('document.querySelector(".js-plotly-plot .main-svg")');

    // What waits for somebody to come near.
    await page.evaluate(`
      for (const element of document.querySelectorAll("body *"))
        for (const event of ["mouseover", "mouseenter", "focus", "toggle", "error", "load"])
          element.dispatchEvent(new Event(event));
    `);
    const found = (await page.evaluate(`({
      acted: window.acted ?? [],
      links: [...document.links].map((link) => link.href?.baseVal ?? link.href),
      handlers: [...document.querySelectorAll("*")]
        .filter((it) => it.getAttributeNames().some((name) => name.startsWith("on")))
        .map((it) => it.outerHTML.slice(0, 200)),
      frames: document.querySelectorAll("iframe, object, embed, form, base, meta[http-equiv=refresh]").length,
      text: document.body.innerText,
    })`)) as Found;
    for (const link of found.links) assert.match(link, /^(https?|mailto|file):/);
    assert.deepEqual(found.acted, []);
    assert.deepEqual(found.handlers, []);
    assert.equal(found.frames, 0);
    assert.deepEqual(dialogs, []);
    // What a learner wrote is still there to be read.
    assert.match(found.text, /throw new Error/);
    await page.waitForTimeout(2000);
    assert.equal(asked.join(" "), "", "the page asked another server");
    // What might still get into a page is stopped by the page's own policy.
    await page.evaluate(`fetch("${url}/fetch").catch(() => {})`);
    assert.ok(!asked.includes("/fetch"), "the page's policy lets it connect");
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
