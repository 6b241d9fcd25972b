import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

const start = path.resolve(__dirname, "../../scripts/start.mjs");

const options = { timeout: 180_000 };

test(
  "npm start prints the start page's address, leaves the home folder alone and ends with one Ctrl+C",
  options,
  async () => {
    assert.match(await addressOf(), /\/lab\/tree\/notebooks\/00-start-here\.ipynb/);
  },
);

test("npm start -- --lang ru opens the Russian start page", options, async () => {
  assert.match(await addressOf("--lang", "ru"), /\/lab\/tree\/notebooks\/ru\/00-start-here\.ipynb/);
});

/** Whether a page is there; the server prints its address a moment before it answers. */
async function answers(url: string, server: ChildProcess): Promise<boolean> {
  const patience = Date.now() + 60_000;
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    if (response || server.exitCode !== null || Date.now() > patience) return response?.ok ?? false;
    await sleep(200);
  }
}

/** Starts JupyterLab, asks it for a page, and ends it; resolves to all that it said. */
async function addressOf(...more: string[]): Promise<string> {
  const home = mkdtempSync(path.join(os.tmpdir(), "spellgrad-home-"));
  const server = spawn(process.execPath, [start, "--no-browser", "--port=0", ...more], {
    env: { PATH: process.env.PATH, HOME: home, SPELLGRAD_PROGRESS: path.join(home, "none") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = once(server, "exit");
  let said = "";
  const address = new Promise<void>((found) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
        if (/127\S+token=\w+\n/.test(said)) found();
      });
    }
  });
  const patience = setTimeout(() => {
    said += "\n(no address after two minutes)";
    server.kill("SIGINT");
  }, 120_000);
  await Promise.race([address, exit]);
  const url = said.match(/http:\/\/127\S+/)?.[0] ?? "no address";
  assert.ok(await answers(url, server), said);
  server.kill("SIGINT");
  const [code] = await exit;
  clearTimeout(patience);
  assert.equal(code, 0, said);
  assert.doesNotMatch(said, /shut ?down.*\?|Traceback|\[E |\[W /i);
  assert.deepEqual(readdirSync(home), []);
  rmSync(home, { recursive: true });
  return said;
}
