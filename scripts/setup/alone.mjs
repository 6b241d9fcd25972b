import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { lives } from "./processes.mjs";
import { aloud } from "./progress.mjs";
import { inProject } from "./project.mjs";
import { say } from "./say.mjs";

const lock = inProject(".setup-lock");

/** So often, in milliseconds, the owner of the lock gives a sign of life. */
const heartbeat = 5_000;

/** After so long without one the owner's process id belongs to another process by now. */
const silence = 60_000;

/**
 * Does `work` while no other set-up works in this folder: two at once would take each other's
 * packages away. The lock holds its owner's process id and is touched by it from time to time;
 * one whose owner is gone doesn't count.
 */
export async function alone(work) {
  while (!taken()) await ownerGone();
  const beats = setInterval(touch, heartbeat);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beats);
    release();
    process.off("exit", release);
  }
}

const release = () => rmSync(lock, { force: true });

function touch() {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // Somebody has deleted the lock, which is no reason to leave the packages half-made.
  }
}

function taken() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    // A full disk leaves a lock that names nobody.
    release();
    throw error;
  }
}

/** Waits until the lock has no owner, and removes it. */
async function ownerGone() {
  const pid = owner();
  if (pid)
    return aloud(waiting(pid), async () => {
      while (owner() === pid) await sleep(300);
    });
  // One that has been made a moment ago may not name its owner yet.
  await sleep(300);
  if (!owner()) release();
}

const waiting = (pid) =>
  say({
    en: `another set-up (process ${pid}) is at work in this folder; waiting for it`,
    ru: `в этой папке уже идёт установка (процесс ${pid}); ждём её`,
  });

/** The process id of the set-up that holds the lock; undefined where none does. */
function owner() {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    const isOther = Number.isInteger(pid) && pid > 0 && pid !== process.pid;
    const touched = statSync(lock).mtimeMs;
    return isOther && lives(pid) && Date.now() - touched < silence ? pid : undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
