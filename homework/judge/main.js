/**
 * Judges the checks of submissions: for each a request as a line of JSON on the input, and the
 * judgements as a line on the output. Ends with its input.
 */
const { createInterface } = require("node:readline");
require("../../scripts/typescript.js");

const { judgeChecks } = require("./judge-checks.ts");

createInterface({ input: process.stdin }).on("line", (request) => {
  process.stdout.write(`${JSON.stringify(judgeChecks(JSON.parse(request)))}\n`);
});
