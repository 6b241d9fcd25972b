import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { inCleanFolder, root } from "./readme";

/** What git has, in a folder of its own, without anything that a set-up has made. */
const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-clean-"));
const project = path.join(folder, "project");

function run(command: string): void {
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: project,
    shell: true,
    encoding: "utf8",
    env: { ...process.env, SPELLGRAD_PROGRESS: "" },
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, `${command}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
}

const hasGit = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root }).status === 0;
const options = { skip: hasGit ? false : "the project is not in git here", timeout: 1_800_000 };

before(() => {
  if (hasGit) spawnSync("git", ["clone", "--quiet", "--no-hardlinks", root, project]);
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const command of inCleanFolder) test(`README: ${command}`, options, () => run(command));

test("after all these commands, nothing that git keeps has changed", options, () => {
  run("git diff --exit-code --stat");
});
