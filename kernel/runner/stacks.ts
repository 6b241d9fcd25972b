import { SourceMap, type SourceMapPayload } from "node:module";
import path from "node:path";
import type { SourceMaps } from "../protocol";

/**
 * Stack traces in the lines that the learner wrote: `cell 7:3:5` and `lib/matrix/dense.ts:12:9`.
 * Frames of the kernel and of Node itself are left out.
 */

interface Script {
  shownAs: string;
  /** Lines that stand before the source proper: tslab puts one before a cell. */
  prefixLines: number;
  maps: SourceMaps;
  parsed?: SourceMap[];
}

const scripts = new Map<string, Script>();

/** @param file the name under which V8 knows the script */
export function rememberScript(file: string, script: Script): void {
  scripts.set(file, script);
}

const kernelFolder = path.dirname(__dirname) + path.sep;
const projectFolder = process.cwd() + path.sep;

function position(script: Script, line: number, column: number): string | undefined {
  script.parsed ??= script.maps.map((map) => new SourceMap(JSON.parse(map) as SourceMapPayload));
  let at = { line: line - 1, column: column - 1 };
  for (const map of script.parsed) {
    const entry = map.findEntry(at.line, at.column);
    if (!("originalLine" in entry)) return undefined;
    at = { line: entry.originalLine, column: entry.originalColumn };
  }
  return `${script.shownAs}:${at.line + 1 - script.prefixLines}:${at.column + 1}`;
}

/** One line of a stack trace, or undefined for a frame that is none of the learner's business. */
function frame(site: NodeJS.CallSite): string | undefined {
  const file = site.getFileName();
  const text = site.toString();
  if (!file) return `    at ${text}`;
  if (file.startsWith("node:") || file.startsWith(kernelFolder)) return undefined;
  const line = site.getLineNumber() ?? 1;
  const column = site.getColumnNumber() ?? 1;
  const script = scripts.get(file);
  if (!script) return `    at ${text.replace(projectFolder, "")}`;
  const place = position(script, line, column);
  return place && `    at ${text.replace(`${file}:${line}:${column}`, place)}`;
}

function header(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

export function mapStacks(): void {
  Error.prepareStackTrace = (error, sites) =>
    [header(error), ...sites.map(frame).filter((line) => line !== undefined)].join("\n");
}
