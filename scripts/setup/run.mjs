import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { explain, SetupError } from "./failures.mjs";
import { inProject, root } from "./project.mjs";
import { say } from "./say.mjs";

const log = inProject("setup.log");

/**
 * Runs a program, in the project's folder unless `cwd` is another; `said` hears each line of its
 * output.
 *
 * @throws {SetupError} one sentence on the cause when it does not end with 0; all that the
 * program said is kept in setup.log.
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, tool = command, said = () => {} } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill();
    process.once("exit", stop);
    let output = "";
    const hear = (chunk) => {
      output += chunk;
      const line = String(chunk).trim().split("\n").pop();
      if (line) said(line);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const fail = (ending) => {
      const why = explain(output, tool) ?? `${[command, ...args].join(" ")} ${ending}.`;
      reject(new SetupError(why + keep(output)));
    };
    child.on("error", (error) => fail(words().notStarted(error.code)));
    child.on("close", (code, signal) => {
      process.off("exit", stop);
      if (code === 0) resolve(output);
      else fail(signal ? words().stopped(signal) : words().ended(code));
    });
  });
}

const words = () =>
  say({
    en: {
      notStarted: (why) => `cannot be started (${why})`,
      stopped: (signal) => `was stopped (${signal})`,
      ended: (code) => `ended with code ${code}`,
      log: `What it said is in ${log}.`,
    },
    ru: {
      notStarted: (why) => `не запускается (${why})`,
      stopped: (signal) => `остановлено (${signal})`,
      ended: (code) => `кончилось с кодом ${code}`,
      log: `Что было сказано, записано в ${log}.`,
    },
  });

/** Keeps the output for a closer look; on a full disk there is nowhere to keep it. */
function keep(output) {
  try {
    writeFileSync(log, output);
    return ` ${words().log}`;
  } catch {
    return "";
  }
}
