import path from "node:path";
import { ts } from "./typescript";

/** Options that tslab's pipeline sets and depends on: the project's tsconfig does not change them. */
const tslabsOwn = new Set(
  `module moduleResolution target lib declaration newLine noImplicitUseStrict allowJs checkJs
   disableTopLevelAwait outDir outFile rootDir rootDirs noEmit composite incremental tsBuildInfoFile
   declarationMap declarationDir emitDeclarationOnly sourceMap inlineSourceMap inlineSources mapRoot
   sourceRoot removeComments importHelpers isolatedModules verbatimModuleSyntax noUnusedLocals
   noUnusedParameters`.split(/\s+/),
);

/** The compiler options of `root`/tsconfig.json that cells and the project's files obey. */
export function projectOptions(root: string): ts.CompilerOptions {
  const file = path.join(root, "tsconfig.json");
  if (!ts.sys.fileExists(file)) return {};
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  // `files` is empty here, so that the project's folders are not searched for sources.
  const noFiles = { ...config, include: [], files: [] };
  const { options } = ts.parseJsonConfigFileContent(noFiles, ts.sys, root, undefined, file);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !tslabsOwn.has(name)));
}
