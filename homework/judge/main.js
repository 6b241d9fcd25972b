/**
 * Judges the checks of submissions: for each a request as a line of JSON on the input, and the
 * judgements as a line on the output. Ends with its input.
 * Runs on what a learner has installed: TypeScript files are compiled as they are required.
 */
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const ts = require("@tslab/typescript-for-tslab");

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
};

require.extensions[".ts"] = (module, fileName) => {
  const source = readFileSync(fileName, "utf8");
  module._compile(ts.transpileModule(source, { compilerOptions, fileName }).outputText, fileName);
};

const { judgeChecks } = require("./judge-checks.ts");

createInterface({ input: process.stdin }).on("line", (request) => {
  process.stdout.write(`${JSON.stringify(judgeChecks(JSON.parse(request)))}\n`);
});
