import { type CellError, interruption, type Shown } from "../protocol";
import { words } from "../words";
import type { Request } from "./sockets";

/** A cell to execute, as an `execute_request` asks for it. */
export interface Job {
  request: Request;
  code: string;
  silent: boolean;
  /** Whether the cell is counted and remembered. */
  stored: boolean;
  stopOnError: boolean;
  allowStdin: boolean;
  expressions: Record<string, string>;
  interrupted: boolean;
  /** What the run's last expression is. */
  result?: Shown;
}

export function jobOf(request: Request): Job {
  const { code, silent, store_history, stop_on_error, allow_stdin, user_expressions } =
    request.content as Record<string, unknown>;
  return {
    request,
    code: String(code ?? ""),
    silent: silent === true,
    stored: silent !== true && store_history !== false,
    stopOnError: stop_on_error !== false,
    allowStdin: allow_stdin === true,
    expressions: (user_expressions ?? {}) as Record<string, string>,
    interrupted: false,
  };
}

/** The error of a cell that was interrupted while it was compiled. */
export const interruptedEarly = (): CellError => interruption(words().interruptedEarly);
