import { statSync } from "node:fs";
import path from "node:path";
import type { CompiledFile } from "../protocol";
import { hashOf, keep, readCached } from "./cache";
import { interruptibleAwait } from "./transforms";
import { resolvedImports, ts } from "./typescript";

/** The project's own files: how they are compiled, and what is wrong with them. */
export class ProjectFiles {
  readonly #options: ts.CompilerOptions;
  /** Everything beside the files' own text that a result depends on. */
  readonly #surroundings: string;

  constructor(root: string, options: ts.CompilerOptions) {
    this.#options = {
      ...options,
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      sourceMap: true,
    };
    const packages = stamp(path.join(root, "node_modules", ".package-lock.json"));
    this.#surroundings = hashOf([ts.version, JSON.stringify(options), packages]);
  }

  /**
   * In one step from TypeScript to CommonJS, each file by itself, as tsx and esbuild do it:
   * much faster than tslab's way, which also writes a declaration file for each.
   */
  compile(source: ts.SourceFile): CompiledFile {
    const { fileName, text } = source;
    const key = hashOf(["compiled", this.#surroundings, path.extname(fileName), text]);
    const cached = readCached(key)?.toString();
    const [code, map] = cached ? (JSON.parse(cached) as [string, string]) : this.#transpile(source);
    if (!cached) keep(key, JSON.stringify([code, map]));
    return { file: fileName, code, maps: [map], imports: importsOf(source) };
  }

  /** The errors in files that a cell imports, directly or not. */
  diagnose(builder: ts.BuilderProgram, files: readonly ts.SourceFile[]): ts.Diagnostic[] {
    if (files.length === 0) return [];
    const texts = files.flatMap(({ fileName, text }) => [fileName, text]);
    const key = hashOf(["checked", this.#surroundings, ...texts]);
    if (readCached(key)) return [];
    const found = files.flatMap((file) => [
      ...builder.getSyntacticDiagnostics(file),
      ...builder.getSemanticDiagnostics(file),
    ]);
    if (found.length === 0) keep(key, "");
    return found;
  }

  #transpile({ fileName, text }: ts.SourceFile): [code: string, map: string] {
    const { outputText, sourceMapText } = ts.transpileModule(text, {
      fileName,
      compilerOptions: this.#options,
      transformers: { before: [interruptibleAwait] },
    });
    return [withoutMapLink(outputText), sourceMapText as string];
  }
}

export const withoutMapLink = (code: string) =>
  code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");

/** Which file of the project each specifier of a file means. */
export const importsOf = (source: ts.SourceFile): Record<string, string> =>
  Object.fromEntries(
    [...resolvedImports(source)]
      .map(([name, { resolvedFileName }]) => [name, resolvedFileName] as const)
      .filter(([, file]) => isOfProject(file)),
  );

const isOfProject = (file: string) =>
  !file.includes("/node_modules/") &&
  /\.(?:[cm]?[jt]s|[jt]sx)$/.test(file) &&
  !file.endsWith(".d.ts");

/** When, and how long, the file that npm writes after each installation is. */
function stamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return `${stats?.mtimeMs}:${stats?.size}`;
}
