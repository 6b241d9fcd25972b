import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { launchChromium, withoutChromium } from "./chromium";
import { Lab, root } from "./lab";
import { NotebookPage } from "./notebook-page";

const options = { skip: withoutChromium, timeout: 600_000 };

const home = mkdtempSync(path.join(os.tmpdir(), "spellgrad-home-"));
const settings = mkdtempSync(path.join(os.tmpdir(), "spellgrad-settings-"));

/** The real start page is opened, and must stay as it is. */
function withoutAutosave(): void {
  const folder = path.join(settings, "@jupyterlab", "docmanager-extension");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "plugin.jupyterlab-settings"), '{ "autosave": false }');
}

let server: ChildProcess;
let browser: Browser;
let page: Page;
let notebook: NotebookPage;

before(
  async () => {
    if (withoutChromium) return;
    withoutAutosave();
    const more = [
      "--no-browser",
      "--port=0",
      "--LabApp.expose_app_in_browser=True",
      `--LabApp.user_settings_dir=${settings}`,
      `--LabApp.workspaces_dir=${path.join(settings, "workspaces")}`,
    ];
    server = spawn("npm", ["start", "--", "--lang", "ru", ...more], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: home, SPELLGRAD_PROGRESS: path.join(home, "none") },
      stdio: ["ignore", "pipe", "pipe"],
      // Ctrl+C in a terminal reaches npm and what it has started alike.
      detached: true,
    });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    notebook = new NotebookPage(page);
    const url = await address(server);
    // The address is printed a moment before it answers.
    while (!(await fetch(url).catch(() => undefined))?.ok) await sleep(200);
    await page.goto(url);
    await notebook.ready();
  },
  { timeout: 600_000 },
);

after(async () => {
  await browser?.close();
  if (server?.exitCode === null) {
    process.kill(-(server.pid as number), "SIGINT");
    await once(server, "exit");
  }
  for (const folder of [home, settings]) rmSync(folder, { recursive: true, force: true });
});

/** What is printed for the browser. */
function address({ stdout, stderr }: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((found, fail) => {
    const patience = setTimeout(() => fail(new Error(`no address; it said:\n${said}`)), 300_000);
    for (const stream of [stdout, stderr])
      stream?.on("data", (chunk) => {
        said += chunk;
        const [url] = /http:\/\/127\S+token=\w+(?=\s)/.exec(said) ?? [];
        if (!url) return;
        clearTimeout(patience);
        found(url);
      });
  });
}

test("npm start -- --lang ru opens the Russian start page", options, async () => {
  assert.match(page.url(), /\/lab\/tree\/notebooks\/ru\/00-start-here\.ipynb/);
  await page.getByRole("heading", { name: "00 · Начните здесь" }).waitFor();
});

test("JupyterLab's own words are Russian", options, async () => {
  const menus = page.locator("#jp-MainMenu .lm-MenuBar-itemLabel");
  await menus.filter({ hasText: "Файл" }).waitFor();
  const names = (await menus.allInnerTexts()).filter(Boolean);
  assert.deepEqual(
    names.filter((name) => !/^[а-яё ]+$/i.test(name)),
    [],
  );
  await page.getByRole("menuitem", { name: "Файл", exact: true }).click();
  const labels = await page.locator(".lm-Menu-itemLabel").allInnerTexts();
  // JupyterLab's translators have not yet come to its newest words.
  const entries = labels.filter(Boolean);
  const russian = entries.filter((entry) => /[а-яё]/i.test(entry));
  assert.ok(russian.length > 0.7 * entries.length, entries.join(", "));
  await page.keyboard.press("Escape");
});

test("the home folder stays as it was, but for npm's own", options, () => {
  assert.deepEqual(
    readdirSync(home).filter((name) => name !== ".npm"),
    [],
  );
});

test("the start page runs, and its map and what has been done are Russian", options, async () => {
  const lab = await Lab.start("--lang=ru");
  try {
    const start = await lab.open("notebooks/ru/00-start-here.ipynb");
    await start.runAll();
    assert.deepEqual(await start.errors(), []);
    const shownBy = async (source: string) =>
      (await start.cell(await start.find(source)))
        .locator(".jp-OutputArea-output")
        .first()
        .innerText();
    assert.match(await shownBy("course.map()"), /Снова логистическая регрессия/);
    assert.match(await shownBy("course.progress()"), /Софтмакс и перекрёстная энтропия/);
    assert.match(await shownBy('check("0.1"'), /Ещё не начато/);
    assert.deepEqual(start.consoleErrors, []);
  } finally {
    await lab.stop();
  }
});
