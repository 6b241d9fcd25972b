import { spawn } from "node:child_process";
import { root } from "../setup/project.mjs";

/**
 * A suite is a command, and a function that reads the counts from what it left behind.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ title: string, command: string[], env?: object, counts: (output: string, code: number) => Counts | undefined }} Suite
 */

/**
 * Runs a suite to its end and returns its output with its counts. A suite that broke off
 * before it could count, counts nothing, or counts no failure and yet ends with an error, is one
 * failed test.
 */
export function runSuite({ title, command, env = process.env, counts }) {
  return new Promise((resolve) => {
    const start = performance.now();
    const [program, ...args] = command;
    const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const hear = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const finish = (code) => {
      const counted = counts(output, code) ?? { passed: 0, failed: 0, skipped: 0 };
      const nothing = counted.passed + counted.failed + counted.skipped === 0;
      if ((code !== 0 || nothing) && counted.failed === 0) counted.failed = 1;
      resolve({ title, output, ...counted, seconds: (performance.now() - start) / 1000 });
    };
    child.on("error", (error) => {
      output += String(error);
      finish(1);
    });
    child.on("close", finish);
  });
}
