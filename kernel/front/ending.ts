import type { CellError } from "../protocol";

/** Node says this when a thread of a process holds a session of the inspector. */
const inspectorNotes = /^(?:Debugger attached|Waiting for the debugger to disconnect)\.*\r?\n?/gm;

/** Where V8's report on a crash begins. */
const crashReport = /<--- Last few GCs --->|FATAL ERROR:|^#\s*\n# Fatal error/m;

/** Listens to a process's stderr, for what is to be said about its end. */
export class Ending {
  #report = "";

  /** What of the text is for the learner: not the inspector's notes, not a crash's register dump. */
  listen(text: string): string {
    if (this.#report) {
      this.#report += text;
      return "";
    }
    const clean = text.replace(inspectorNotes, "");
    const at = clean.search(crashReport);
    if (at < 0) return clean;
    this.#report = clean.slice(at);
    return clean.slice(0, at).trimEnd();
  }

  describe(code: number | null, signal: string | null): CellError {
    if (/heap out of memory|Allocation failed/.test(this.#report)) {
      return error("OutOfMemory", "the cell needed more memory than its process may have");
    }
    const fatal = /FATAL ERROR: (.*)/.exec(this.#report);
    if (fatal) return error("ProcessEnded", `the cell's process crashed (${fatal[1]})`);
    if (code !== null) return error("ProcessEnded", `the cell ended its process with code ${code}`);
    return error("ProcessEnded", `the cell's process was ended (${signal})`);
  }
}

function error(ename: string, cause: string): CellError {
  const evalue = `${cause}; variables are lost. A fresh process is ready for the next cell.`;
  return { ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
