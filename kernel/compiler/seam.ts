import { createRequire } from "node:module";
import path from "node:path";
import type { CompiledFile } from "../protocol";
import { projectOptions } from "./project";
import { exportVariables, interruptibleAwait, plainExports } from "./transforms";
import { internals, resolvedImports, ts } from "./typescript";
import { Watch } from "./watch";

/**
 * tslab's converter, unedited, over a TypeScript that is ours to steer: `tslab/dist/converter`
 * gets a shadow of its `@tslab/typescript-for-tslab`, in which four functions are replaced. They
 * add the project's compiler options and source maps, keep every diagnostic, and change the
 * JavaScript as transforms.ts says.
 */
export interface Seam {
  converter: Converter;
  watch: Watch;
  /** What the last `convert` wrote, cell and files of the project, in order. */
  written: CompiledFile[];
  /** What the last `convert` complained of. */
  diagnostics: readonly ts.Diagnostic[];
  /** The program of the last `convert`, `inspect` or `complete`. */
  program(): ts.Program;
  /** The path under which the cell's source stands in the program. */
  cellFile: string;
}

/** The part of tslab/dist/converter that the kernel uses. */
export interface Converter {
  convert(
    declarations: string,
    source: string,
  ): {
    diagnostics: { start: { offset: number }; code: number }[];
    output?: string;
    declOutput?: string;
    hasToplevelAwait?: boolean;
    lastExpressionVar?: string;
  };
  inspect(declarations: string, source: string, position: number): ts.QuickInfo | undefined;
  complete(
    declarations: string,
    source: string,
    position: number,
  ): { start: number; end: number; candidates: string[]; original?: ts.CompletionInfo };
  close(): void;
}

type Builder = ts.EmitAndSemanticDiagnosticsBuilderProgram;
type Host = ts.WatchCompilerHostOfFilesAndCompilerOptions<Builder>;

const packageName = "@tslab/typescript-for-tslab";
const requireOfTslab = createRequire(require.resolve("tslab/dist/converter"));
/** The seam that is being created or used: tslab's converter knows only the shadow's functions. */
let current: State;

class State implements Seam {
  converter!: Converter;
  readonly watch = new Watch();
  written: CompiledFile[] = [];
  diagnostics: readonly ts.Diagnostic[] = [];
  builder!: Builder;
  /** The file whose JavaScript is being handed over; undefined for the cell. */
  emitting?: ts.SourceFile;
  cell?: ts.SourceFile;
  toSource = new Map<ts.SourceFile, string>();
  readonly cellFile: string;

  constructor(readonly root: string) {
    this.cellFile = path.posix.join(root.replace(/\\/g, "/"), "__tslab__.ts");
  }

  program(): ts.Program {
    return this.builder.getProgram();
  }
}

/** @param declarations ambient types for cells, beside those of the project */
export function createSeam(root: string, declarations: string): Seam {
  const state = new State(root);
  current = state;
  shadow.sys = Object.assign(Object.create(ts.sys), {
    watchFile: state.watch.watchFile,
    watchDirectory: state.watch.watchDirectory,
    useCaseSensitiveFileNames: true,
  });
  extraRoot = declarations;
  state.converter = tslab.createConverter({ isJS: false, isBrowser: false });
  return state;
}

/** Starts a new account of what the converter writes. */
export function startAccount(seam: Seam): void {
  current = seam as State;
  current.written = [];
  current.diagnostics = [];
  current.toSource.clear();
}

let extraRoot = "";

const withoutMapLink = (code: string) => code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");

const shadow = {
  ...ts,
  __esModule: true,
  sys: Object.create(ts.sys) as ts.System,

  createWatchCompilerHost(roots: string[], options: ts.CompilerOptions, ...rest: unknown[]) {
    const all = { ...options, ...projectOptions(current.root), sourceMap: true };
    const create = ts.createWatchCompilerHost as unknown as (...args: unknown[]) => Host;
    return observeBuilder(create([...roots, extraRoot], all, ...rest));
  },

  getPreEmitDiagnosticsOfFiles(program: ts.Program, files: readonly ts.SourceFile[]) {
    current.diagnostics = internals.getPreEmitDiagnosticsOfFiles(program, files);
    return current.diagnostics;
  },

  /** The second step, from ES module to CommonJS: called once for each file and for the cell. */
  transpileModule(js: string, options: ts.TranspileOptions): ts.TranspileOutput {
    const file = current.emitting;
    const result = ts.transpileModule(js, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
      transformers: { before: [interruptibleAwait], after: file ? [] : [plainExports] },
    });
    const code = withoutMapLink(result.outputText);
    current.written.push(
      account(file ?? (current.cell as ts.SourceFile), code, result.sourceMapText!),
    );
    return { ...result, outputText: code };
  },
};

const account = (source: ts.SourceFile, code: string, toModule: string): CompiledFile => ({
  file: source.fileName,
  code,
  maps: [toModule, current.toSource.get(source) as string],
  imports: Object.fromEntries(
    [...resolvedImports(source)]
      .filter(([, { resolvedFileName }]) => isOfProject(resolvedFileName))
      .map(([name, { resolvedFileName }]) => [name, resolvedFileName]),
  ),
});

const isOfProject = (file: string) =>
  !file.includes("/node_modules/") &&
  /\.(?:[cm]?[jt]s|[jt]sx)$/.test(file) &&
  !file.endsWith(".d.ts");

/** The converter sets `afterProgramCreate` to take each new builder: it gets one that tells us. */
function observeBuilder(host: Host): Host {
  let take: (builder: Builder) => void;
  return Object.defineProperty(host, "afterProgramCreate", {
    get: () => (builder: Builder) => {
      current.builder = builder;
      take(Object.create(builder, { emit: { value: observedEmit(builder) } }) as Builder);
    },
    set: (given: typeof take) => {
      take = given;
    },
  });
}

const observedEmit =
  (builder: Builder): Builder["emit"] =>
  (source, write, cancellation, onlyDeclarations, transformers) => {
    const file = source as ts.SourceFile;
    const isCell = file.fileName === current.cellFile;
    if (isCell) current.cell = file;
    // tslab would also keep the last expression of each file of the project, as if it were a cell.
    const ofCell = { ...transformers, after: [...(transformers?.after ?? []), exportVariables] };
    return builder.emit(
      file,
      (name, text, ...rest) => {
        if (name.endsWith(".js.map")) {
          current.toSource.set(file, text);
          return;
        }
        current.emitting = isCell ? undefined : file;
        write?.(name, name.endsWith(".js") ? withoutMapLink(text) : text, ...rest);
        current.emitting = undefined;
      },
      cancellation,
      onlyDeclarations,
      isCell ? ofCell : undefined,
    );
  };

/** tslab's converter, loaded over the shadow. */
export const tslab = loadConverter();

function loadConverter(): {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(source: string): { completed: boolean; indent?: string };
} {
  const cached = requireOfTslab.cache[requireOfTslab.resolve(packageName)];
  if (cached) cached.exports = shadow;
  return requireOfTslab("./converter.js");
}
