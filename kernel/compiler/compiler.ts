import type { CompiledCell, CompiledFile, CompileOutcome } from "../protocol";
import type { Language } from "../words";
import { complete } from "./complete";
import { afterFailure, variablesOf } from "./declarations";
import { inOwnText, keptDiagnostics, typeScriptError } from "./diagnostics";
import { inspect } from "./inspect";
import { isComplete } from "./is-complete";
import { createSeam, type Seam, startAccount } from "./seam";
import { speak } from "./speak";

const cannotFindModule = 2307;

/** Compiles one cell after another; each knows the types of those before it. */
export class Compiler {
  readonly #root: string;
  readonly #ambient: string;
  #seam: Seam;
  /** The declarations of all that the cells so far have made. */
  #declarations = "";
  /** The declarations with those of the cell that was compiled last, and may be running. */
  #next = "";
  /** The variables of the cell that was compiled last. */
  #variables: string[] = [];
  /** Every file of the project that a cell has imported, by its path. */
  readonly #modules = new Map<string, CompiledFile>();
  readonly #unsent = new Set<string>();
  #lookAgain = false;

  /** @param ambient the .d.ts file of what every cell can call */
  constructor(root: string, ambient: string) {
    this.#root = root;
    this.#ambient = ambient;
    this.#seam = createSeam(root, ambient);
  }

  /**
   * @param name how messages call the cell, such as `cell 3`
   * @param language in which they are
   */
  compile(source: string, name: string, language: Language): CompileOutcome {
    speak(language);
    this.#refresh();
    const seam = this.#seam;
    startAccount(seam);
    const result = seam.converter.convert(this.#declarations, source);
    const cell = seam.written.pop();
    for (const module of seam.written) {
      this.#modules.set(module.file, module);
      this.#unsent.add(module.file);
    }
    if (result.diagnostics.length > 0 || !cell) {
      const diagnostics = keptDiagnostics(result.diagnostics, seam);
      this.#lookAgain = diagnostics.some(({ code }) => code === cannotFindModule);
      this.#next = this.#declarations;
      const told = inOwnText(diagnostics, seam, source);
      return { ok: false, error: typeScriptError(told, seam, name, this.#root) };
    }
    this.#next = result.declOutput ?? "";
    this.#variables = variablesOf(cell.code, namesIn(seam));
    const { hasToplevelAwait = false, lastExpressionVar } = result;
    return { ok: true, cell: this.#cell(cell, hasToplevelAwait, lastExpressionVar) };
  }

  /** The cell that was compiled last has run: later cells see what it declares. */
  adopt(): void {
    this.#declarations = this.#next;
  }

  /** The cell that was compiled last has failed: later cells see what it reached. */
  adoptReached(reached: readonly string[]): void {
    const unreached = new Set(this.#variables.filter((name) => !reached.includes(name)));
    this.#next = afterFailure(this.#declarations, this.#next, unreached);
    this.#declarations = this.#next;
  }

  /** What was compiled last is none of the notebook's cells: its declarations are forgotten. */
  discard(): void {
    this.#next = this.#declarations;
  }

  /** The runner is a fresh one, without variables and modules. */
  reset(): void {
    this.#declarations = "";
    this.#next = "";
    for (const file of this.#modules.keys()) this.#unsent.add(file);
  }

  complete(source: string, position: number) {
    this.#refresh();
    return complete(this.#seam, this.#next, source, position);
  }

  inspect(source: string, position: number) {
    this.#refresh();
    return inspect(this.#seam, this.#next, source, position);
  }

  isComplete(source: string) {
    return isComplete(source);
  }

  /** After an exception inside TypeScript the converter's state cannot be trusted. */
  startAgain(): void {
    this.#seam.converter.close();
    this.#seam = createSeam(this.#root, this.#ambient);
  }

  #refresh(): void {
    this.#seam.watch.refresh();
    if (this.#lookAgain) this.#seam.watch.forgetMissing();
    this.#lookAgain = false;
  }

  #cell(file: CompiledFile, isAsync: boolean, lastExpression?: string): CompiledCell {
    const modules = [...this.#unsent].map((it) => this.#modules.get(it) as CompiledFile);
    this.#unsent.clear();
    return { ...file, isAsync, lastExpression, variables: this.#variables, modules };
  }
}

/** The names that the cell declares, types among them: `locals` is internal to TypeScript. */
function namesIn(seam: Seam): Iterable<string> {
  const file = seam.program().getSourceFile(seam.cellFile) as unknown as {
    locals?: Map<string, unknown>;
  };
  return file.locals?.keys() ?? [];
}
