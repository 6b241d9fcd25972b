import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, test } from "node:test";
import { Machine } from "./machine";

let machine: Machine;
beforeEach(() => {
  machine = new Machine().npm().python();
});
afterEach(() => machine[Symbol.dispose]());

/** Leaves the lock of another set-up, which gave its last sign of life so many seconds ago. */
function lock(owner: string, age = 0): void {
  const time = new Date(Date.now() - 1000 * age);
  writeFileSync(machine.in(".setup-lock"), owner);
  utimesSync(machine.in(".setup-lock"), time, time);
}

const isLocked = () => existsSync(machine.in(".setup-lock"));

/** The process of this test is alive, and no set-up. */
const alive = String(process.pid);

function setsUpAtOnce(): void {
  const { code, said } = machine.run("setup.mjs");
  assert.equal(code, 0, said);
  assert.match(said, /✓ npm packages/);
  assert.doesNotMatch(said, /another set-up/);
  assert.ok(!isLocked());
}

test("the lock of a set-up that was killed doesn't hold the next one up", () => {
  lock("999999999");
  setsUpAtOnce();
});

test("a lock that names no process doesn't, either", () => {
  for (const owner of ["", "0", "-1", "1.5", "one"]) {
    lock(owner);
    setsUpAtOnce();
    rmSync(machine.in("node_modules"), { recursive: true });
  }
});

test("nor does one whose process id has passed to another process", () => {
  lock(alive, 120);
  setsUpAtOnce();
});

test("a set-up that lives is waited for, and one hears for whom and how long", () => {
  lock(alive, 58);
  const { code, said } = machine.run("setup.mjs");
  assert.equal(code, 0, said);
  const waiting = `another set-up \\(process ${alive}\\) is at work in this folder; waiting for it`;
  assert.match(said, new RegExp(`… ${waiting}`));
  assert.match(said, new RegExp(`✓ ${waiting} {2}[1-9]\\.\\d s`));
});

test("the owner of a lock gives signs of life", () => {
  const young = "/usr/bin/find .setup-lock -mmin -1 >beats";
  machine.npm(`/bin/touch -d '1 hour ago' .setup-lock; /bin/sleep 7; ${young}; exit 1`);
  machine.run("setup.mjs");
  assert.equal(readFileSync(machine.in("beats"), "utf8"), ".setup-lock\n");
});

test("a disk that is full before the lock names its owner leaves none", () => {
  const fullDisk = machine.in("full-disk.cjs");
  writeFileSync(
    fullDisk,
    `const fs = require("node:fs");
    fs.writeFileSync = (file, _text, options) => {
      fs.closeSync(fs.openSync(file, options?.flag ?? "w"));
      throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    };
    require("node:module").syncBuiltinESMExports();`,
  );
  const { code, said } = machine.run("setup.mjs", { NODE_OPTIONS: `--require=${fullDisk}` });
  assert.equal(code, 1);
  assert.match(said, /The disk is full/);
  assert.ok(!isLocked());
});
