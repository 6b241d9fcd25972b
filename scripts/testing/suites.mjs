import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { jupyterEnvironment } from "../jupyter/environment.mjs";
import { inProject, venvPython } from "../setup/project.mjs";

const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** A tool that is content or is not: one test. */
const lint = (title, file, ...args) => ({
  title,
  command: [process.execPath, inProject("node_modules", ...file.split("/")), ...args],
  counts: (_output, code) => one(code === 0),
});

export const biome = lint("Biome", "@biomejs/biome/bin/biome", "check", ".");

export const types = lint("Types", "typescript/bin/tsc", "--noEmit", "-p", ".");

/** Cells compile the library with tslab's TypeScript, which is older than ours. */
export const typesInCells = lint(
  "Types of lib/ in cells",
  "@tslab/typescript-for-tslab/bin/tsc",
  "--noEmit",
  "-p",
  "lib",
);

/** node:test ends its report with lines such as `ℹ pass 12`. */
const nodeCounts = (output) => {
  const count = (word) => Number(output.match(new RegExp(`^ℹ ${word} (\\d+)$`, "m"))?.[1] ?? 0);
  return {
    passed: count("pass"),
    failed: count("fail") + count("cancelled"),
    skipped: count("skipped") + count("todo"),
  };
};

export const nodeTests = (title, files, ...options) => ({
  title,
  command: [
    ...[process.execPath, "--import", "tsx", "--test", "--test-reporter=spec"],
    ...[...options, ...files],
  ],
  counts: nodeCounts,
});

/** pytest writes its counts to a JUnit file; its words change with its settings. */
export function pythonTests(files, { all }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-pytest-"));
  const report = path.join(folder, "report.xml");
  const options = [
    "-q",
    "--durations=5",
    `--junitxml=${report}`,
    ...(all ? [] : ["-m", "not slow"]),
  ];
  return {
    title: "Python tests",
    command: [venvPython, "-m", "pytest", ...options, ...files],
    env: jupyterEnvironment(),
    counts() {
      const suite = existsSync(report)
        ? readFileSync(report, "utf8").match(/<testsuite .*?>/s)
        : null;
      rmSync(folder, { recursive: true });
      if (!suite) return undefined;
      const count = (name) => Number(suite[0].match(new RegExp(`${name}="(\\d+)"`))?.[1] ?? 0);
      const failed = count("failures") + count("errors");
      const skipped = count("skipped");
      return { passed: count("tests") - failed - skipped, failed, skipped };
    },
  };
}
