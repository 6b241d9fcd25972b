import ts from "typescript";
import * as nn from "../../lib";
import type { AnyFunction } from "../../lib/checks";

/** What a lesson's first cell brings, as far as exercises need it. */
const FIRST_CELL = `import * as nn from "./lib";\nimport type { Matrix } from "./lib";\n`;

/** Runs a cell's source as a learner's kernel would, and returns the function that it defines. */
export function functionOf(source: string, name: string): AnyFunction {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.None },
  });
  return new Function("nn", `${outputText}\nreturn ${name};`)(nn);
}

/** What the compiler says against cells, each after the lesson's first: "" where it has nothing. */
export function typeErrors(cells: readonly string[]): string[] {
  const root = process.cwd();
  const config = ts.getParsedCommandLineOfConfigFile("tsconfig.json", {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(String(problem.messageText));
    },
  } as ts.ParseConfigFileHost);
  if (!config) throw new Error("tsconfig.json is not readable");
  const files = new Map(cells.map((cell, k) => [`${root}/cell-${k}.ts`, FIRST_CELL + cell]));
  const host = ts.createCompilerHost(config.options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  const program = ts.createProgram([...files.keys()], config.options, host);
  return [...files.keys()].map((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
      .join("\n"),
  );
}
