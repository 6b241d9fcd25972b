import type { CellError } from "../protocol";
import { words } from "../words";

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
      return error("OutOfMemory", words().outOfMemory);
    }
    const fatal = /FATAL ERROR: (.*)/.exec(this.#report);
    if (fatal) return error("ProcessEnded", words().crashed(fatal[1]));
    if (code !== null) return error("ProcessEnded", words().ended(code));
    return error("ProcessEnded", words().killed(String(signal)));
  }
}

function error(ename: string, cause: string): CellError {
  const evalue = words().lost(cause);
  return { ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
