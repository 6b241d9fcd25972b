/**
 * From here on `require` compiles TypeScript as the kernel does: with what a learner has installed,
 * file by file and with nothing added. (tsx keeps the names of functions by a call for each that is
 * made, and hot loops feel it.)
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
