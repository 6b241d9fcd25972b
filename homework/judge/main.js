/**
 * Judges the checks of one submission: a request as JSON on the input, judgements on the output.
 * Runs on what a learner has installed: TypeScript files are compiled as they are required.
 */
const { readFileSync } = require("node:fs");
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

process.stdout.write(JSON.stringify(judgeChecks(JSON.parse(readFileSync(0, "utf8")))));
