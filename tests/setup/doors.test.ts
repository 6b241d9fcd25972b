import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { root } from "./readme";

/** How VS Code and a Jupyter of one's own find the kernel: by its name, in the project's `.venv`. */

const bin = process.platform === "win32" ? "Scripts" : "bin";
const jupyter = path.join(root, ".venv", bin, "jupyter");

test("the kernel is found by its name, without the project's settings", () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "spellgrad-home-"));
  const { stdout, stderr } = spawnSync(jupyter, ["kernelspec", "list", "--json"], {
    env: { PATH: process.env.PATH, HOME: home },
    encoding: "utf8",
  });
  rmSync(home, { recursive: true });
  const { tslab } = JSON.parse(stdout || "{}").kernelspecs ?? assert.fail(stderr);
  assert.equal(tslab.spec.language, "typescript");
  assert.equal(tslab.spec.argv[1], path.join(root, "kernel", "dist", "main.js"));
  assert.ok(existsSync(tslab.spec.argv[0]) && existsSync(tslab.spec.argv[1]));
});

test("jupyter notebook alone has it, too", { timeout: 180_000 }, async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "spellgrad-home-"));
  const options = ["--no-browser", "--allow-root", "--port=0", "--IdentityProvider.token=word"];
  const server = spawn(jupyter, ["notebook", ...options], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exit = once(server, "exit");
  let said = "";
  for await (const chunk of server.stderr) {
    said += chunk;
    if (/127\.0\.0\.1:\d+\//.test(said)) break;
  }
  const address = said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? assert.fail(said);
  const response = await fetch(`${address}/api/kernelspecs?token=word`);
  const { kernelspecs } = (await response.json()) as { kernelspecs: { tslab?: unknown } };
  server.kill();
  await exit;
  rmSync(home, { recursive: true });
  assert.ok(kernelspecs.tslab, said);
});

test("every notebook names that kernel and its language", () => {
  for (const folder of ["notebooks", "notebooks/ru"].map((name) => path.join(root, name)))
    for (const file of readdirSync(folder).filter((name) => /^\d\d-[^.]*\.ipynb$/.test(name))) {
      const { metadata } = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
      assert.equal(metadata.kernelspec.name, "tslab", file);
      assert.equal(metadata.kernelspec.language, "typescript", file);
      assert.equal(metadata.language_info.name, "typescript", file);
    }
});
