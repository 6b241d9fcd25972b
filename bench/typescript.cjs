// Compiles the TypeScript that is required as the kernel does, file by file and with nothing added.
// (tsx keeps the names of functions by a call for each that is made, and hot loops feel it.)
const { readFileSync } = require("node:fs");
const ts = require("typescript");

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  inlineSourceMap: true,
};

require.extensions[".ts"] = (module, fileName) => {
  const source = readFileSync(fileName, "utf8");
  module._compile(ts.transpileModule(source, { fileName, compilerOptions }).outputText, fileName);
};
