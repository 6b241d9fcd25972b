import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inProject } from "./project.mjs";
import { say } from "./say.mjs";

const lock = inProject(".setup-lock");

/**
 * Does `work` while no other set-up works in this folder: two at once would take each other's
 * packages away. The lock holds its owner's process id; one whose owner is gone doesn't count.
 */
export async function alone(work) {
  let said = false;
  while (!taken()) {
    if (!said) console.log(`  … ${waiting()}`);
    said = true;
    await sleep(300);
  }
  process.once("exit", release);
  try {
    return await work();
  } finally {
    release();
    process.off("exit", release);
  }
}

const waiting = () =>
  say({
    en: "another set-up is at work in this folder; waiting for it",
    ru: "в этой папке уже идёт установка; ждём её",
  });

const release = () => rmSync(lock, { force: true });

function taken() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!ownerLives()) release();
    return false;
  }
}

function ownerLives() {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
