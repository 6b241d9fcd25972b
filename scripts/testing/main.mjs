import { setUp } from "../setup/steps.mjs";
import { testFiles } from "./files.mjs";
import { runSuite } from "./suite.mjs";
import { biome, nodeTests, pythonTests, types, typesInCells } from "./suites.mjs";

const args = process.argv.slice(2);
const all = args.includes("--all");
const wanted = args.filter((arg) => arg !== "--all");
if (all) process.env.PROPERTY_RUNS ??= "10000";

await setUp({ dev: true });
const files = testFiles({ all, wanted });

const results = [];
const total = (count) => results.reduce((sum, result) => sum + result[count], 0);

/** Runs suites one after the other, and prints each when it is done. */
async function inTurn(...suites) {
  for (const suite of suites) {
    console.log(`… ${suite.title}`);
    const result = await runSuite(suite);
    results.push(result);
    console.log(
      `\n── ${result.title} ── ${result.seconds.toFixed(0)} s\n${result.output.trimEnd()}`,
    );
  }
}

// Two lines of work for two cores; a browser needs both.
await Promise.all([
  inTurn(
    ...(wanted.length === 0 ? [biome, types, typesInCells] : []),
    ...(files.node.length > 0 ? [nodeTests("Node tests", files.node)] : []),
  ),
  inTurn(...(files.python.length > 0 ? [pythonTests(files.python, { all })] : [])),
]);
if (files.browser.length > 0) {
  await inTurn(nodeTests("Browser tests", files.browser, "--test-concurrency=1"));
}

for (const { title, passed, failed, skipped } of results) {
  console.log(`${title}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}
const skipped = total("skipped") > 0 ? `, ${total("skipped")} skipped` : "";
console.log(`${total("passed")} passed, ${total("failed")} failed${skipped}`);
process.exitCode = total("failed") > 0 || results.length === 0 ? 1 : 0;
