import { createRequire } from "node:module";
import path from "node:path";
import type { CompiledFile } from "../protocol";
import type { Converter, ConverterModule } from "./converter";
import { hideDocs, isOfPackage } from "./docs";
import { importsOf, ProjectFiles, withoutMapLink } from "./files";
import { projectOptions } from "./project";
import { spelledOut } from "./shorthand";
import { callsOfFunctions, exportVariables, interruptibleAwait, plainExports } from "./transforms";
import { internals, ts } from "./typescript";
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
  cell!: ts.SourceFile;
  /** The map of the first of the two steps in which a cell is compiled. */
  cellMap = "";
  readonly options: ts.CompilerOptions;
  readonly files: ProjectFiles;
  readonly cellFile: string;

  /** @param ambient a .d.ts file with types for cells, beside those of the project */
  constructor(
    root: string,
    readonly ambient: string,
  ) {
    this.options = projectOptions(root);
    this.files = new ProjectFiles(root, this.options);
    this.cellFile = path.posix.join(root.replace(/\\/g, "/"), "__tslab__.ts");
  }

  program(): ts.Program {
    return this.builder.getProgram();
  }
}

/** @param ambient a .d.ts file with types for cells, beside those of the project */
export function createSeam(root: string, ambient: string): Seam {
  const state = new State(root, ambient);
  current = state;
  shadow.sys = Object.assign(Object.create(ts.sys), {
    watchFile: state.watch.watchFile,
    watchDirectory: state.watch.watchDirectory,
    useCaseSensitiveFileNames: true,
    readFile: (file: string, encoding?: string) => {
      const text = ts.sys.readFile(file, encoding);
      return text && isOfPackage(file) ? hideDocs(text) : text;
    },
  });
  state.converter = tslab.createConverter({ isJS: false, isBrowser: false });
  return state;
}

/** Starts a new account of what the converter writes. */
export function startAccount(seam: Seam): void {
  current = seam as State;
  current.written = [];
  current.diagnostics = [];
}

const shadow = {
  ...ts,
  __esModule: true,
  sys: Object.create(ts.sys) as ts.System,

  createWatchCompilerHost(roots: string[], options: ts.CompilerOptions, ...rest: unknown[]) {
    const all = { ...options, ...current.options, sourceMap: true };
    const create = ts.createWatchCompilerHost as unknown as (...args: unknown[]) => Host;
    return observeBuilder(withOneTimer(create([...roots, current.ambient], all, ...rest)));
  },

  getPreEmitDiagnosticsOfFiles(program: ts.Program, files: readonly ts.SourceFile[]) {
    const cell = files.filter(({ fileName }) => fileName === current.cellFile);
    const others = files.filter(({ fileName }) => fileName !== current.cellFile);
    current.diagnostics = [
      ...internals.getPreEmitDiagnosticsOfFiles(program, cell),
      ...current.files.diagnose(current.builder, others),
    ];
    return current.diagnostics;
  },

  /** The second step for a cell, from ES module to CommonJS. */
  transpileModule(js: string, options: ts.TranspileOptions): ts.TranspileOutput {
    const result = ts.transpileModule(js, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
      transformers: { before: [callsOfFunctions, interruptibleAwait], after: [plainExports] },
    });
    const { cell, cellMap } = current;
    const code = withoutMapLink(result.outputText);
    const maps = [result.sourceMapText as string, cellMap];
    current.written.push({ file: cell.fileName, code, maps, imports: importsOf(cell) });
    return { ...result, outputText: code };
  },
};

/**
 * The converter expects one timer at most, the one after which the program is made anew. Another
 * would look again for missing modules; that happens when the program is made, without a timer.
 */
function withOneTimer(host: Host): Host {
  const { setTimeout, clearTimeout } = host;
  const ignored = {};
  host.setTimeout = (callback, ...rest) =>
    callback.name === "invalidateResolutionsOfFailedLookup"
      ? ignored
      : setTimeout?.(callback, ...rest);
  host.clearTimeout = (timer) => timer !== ignored && clearTimeout?.(timer);
  return host;
}

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
    if (file.fileName !== current.cellFile) {
      current.written.push(current.files.compile(file));
      return { emitSkipped: false, diagnostics: [] };
    }
    current.cell = file;
    const after = [...(transformers?.after ?? []), exportVariables];
    const writeCell: ts.WriteFileCallback = (name, text, ...rest) => {
      if (name.endsWith(".js.map")) current.cellMap = text;
      else write?.(name, name.endsWith(".js") ? withoutMapLink(text) : text, ...rest);
    };
    const isEarlier = ({ fileName }: ts.SourceFile) => fileName.endsWith("/__prev__.d.ts");
    const before = [spelledOut(builder.getProgram().getTypeChecker(), isEarlier)];
    const all = { ...transformers, before, after };
    return builder.emit(file, writeCell, cancellation, onlyDeclarations, all);
  };

/** tslab's converter, loaded over the shadow. */
export const tslab = loadConverter();

function loadConverter(): ConverterModule {
  const cached = requireOfTslab.cache[requireOfTslab.resolve(packageName)];
  // The exports of TypeScript's own module cannot be set: they are getters.
  if (cached) cached.exports = shadow;
  return requireOfTslab("./converter.js");
}
