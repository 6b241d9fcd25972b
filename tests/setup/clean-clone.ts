import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./readme";

const hasGit = spawnSync("git", ["rev-parse", "HEAD"], { cwd: root }).status === 0;

/** What node:test takes as `skip`. */
export const withoutGit: string | false = hasGit ? false : "the project is not in git here";

/** What git has, in a folder of its own, without anything that a set-up has made. */
export class CleanClone {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-clean-"));
  readonly project = path.join(this.folder, "project");

  constructor() {
    const clone = ["clone", "--quiet", "--no-hardlinks", root, this.project];
    assert.equal(spawnSync("git", clone).status, 0);
  }

  /** Runs a shell's command in the clone and returns what it printed; it has to end with 0. */
  run(command: string, env: NodeJS.ProcessEnv = {}): string {
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: this.project,
      shell: true,
      encoding: "utf8",
      env: { ...ownShell(), SPELLGRAD_PROGRESS: "", ...env },
      maxBuffer: 1 << 28,
    });
    assert.equal(status, 0, `${command}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}`);
    return stdout;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A reader's shell: it knows nothing of the tests around it, nor of this project's programs. */
function ownShell(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_TEST_CONTEXT$)/.test(name),
  );
  const programs = (process.env.PATH ?? "").split(path.delimiter);
  const PATH = programs.filter((folder) => !folder.includes("node_modules")).join(path.delimiter);
  return { ...Object.fromEntries(inherited), PATH };
}
