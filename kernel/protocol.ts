/**
 * What the three parts of the kernel say to each other.
 *
 * front     the kernel process: speaks Jupyter's protocol, never runs a learner's code
 * compiler  a worker thread of the kernel process: tslab's converter
 * runner    a child process: runs compiled cells, one at a time
 */

/**
 * Source maps to apply one after the other: a cell goes from TypeScript to an ES module, and from
 * there to CommonJS, and so back in two steps; a file of the project in one.
 */
export type SourceMaps = readonly string[];

/** One TypeScript file of the project, or one cell, as JavaScript. */
export interface CompiledFile {
  /** The absolute path of the source; for a cell, a name that no file has. */
  file: string;
  code: string;
  maps: SourceMaps;
  /** Which file of the project each import specifier means, as the type checker resolved it. */
  imports: Record<string, string>;
}

export interface CompiledCell extends CompiledFile {
  isAsync: boolean;
  /** The property of `exports` that receives the last expression. */
  lastExpression?: string;
  /** The variables that the cell declares. */
  variables: string[];
  /** Files of the project that are new to the runner, or have changed. */
  modules: CompiledFile[];
}

/** The content of Jupyter's `error` message. */
export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** The error of a cell that was interrupted. */
export const interruption = (evalue: string): CellError => ({
  ename: "KeyboardInterrupt",
  evalue,
  traceback: [`KeyboardInterrupt: ${evalue}`],
});

export type CompileOutcome = { ok: true; cell: CompiledCell } | { ok: false; error: CellError };

/** A MIME bundle: the same thing in several formats. */
export type MimeBundle = Record<string, unknown>;

export interface Shown {
  data: MimeBundle;
  metadata: Record<string, unknown>;
}

/**
 * How a run ended, and the language that the notebook has chosen by then. Where it failed,
 * `reached` are those of its variables that it got to set.
 */
export interface Done {
  language?: string;
  error?: CellError;
  reached?: string[];
}

/** `run` and `input` are for the runner's main thread, `interrupt` for the thread beside it. */
export type ToRunner =
  | { type: "run"; id: number; name: string; cell: CompiledCell; allowStdin: boolean }
  | { type: "interrupt" }
  | { type: "input"; value: string };

/** `id` is the run that the message belongs to: where that cannot be known, the last one. */
export type FromRunner =
  | { type: "ready" }
  | { type: "stream"; id: number; name: "stdout" | "stderr"; text: string }
  | ({ type: "display"; id: number; displayId?: string; update: boolean } & Shown)
  | { type: "clear"; id: number; wait: boolean }
  | ({ type: "result"; id: number } & Shown)
  | { type: "input"; id: number; prompt: string }
  | ({ type: "done"; id: number } & Done);
