import { statSync } from "node:fs";
import { ts } from "./typescript";

interface Watched {
  file: string;
  stamp: string;
  changed: ts.FileWatcherCallback;
}

/**
 * Which of the project's files have changed is looked up before each cell. TypeScript's own
 * watchers poll every 250 ms, so that a cell that runs right after a file was saved would miss it.
 */
export class Watch {
  readonly #files = new Set<Watched>();
  readonly #folders = new Map<ts.DirectoryWatcherCallback, string>();

  /** For TypeScript's `sys`. Packages are taken as they were when the kernel started. */
  readonly watchFile = (file: string, changed: ts.FileWatcherCallback): ts.FileWatcher => {
    if (file.includes("/node_modules/")) return { close() {} };
    const watched = { file, changed, stamp: stamp(file) };
    this.#files.add(watched);
    return { close: () => this.#files.delete(watched) };
  };

  /** For TypeScript's `sys`, which watches the folders where it looked for a module in vain. */
  readonly watchDirectory = (
    folder: string,
    changed: ts.DirectoryWatcherCallback,
  ): ts.FileWatcher => {
    this.#folders.set(changed, folder);
    return { close: () => this.#folders.delete(changed) };
  };

  /** Tells TypeScript which files have changed. */
  refresh(): void {
    for (const watched of [...this.#files]) {
      const now = stamp(watched.file);
      if (now === watched.stamp) continue;
      const kind = !watched.stamp
        ? ts.FileWatcherEventKind.Created
        : now
          ? ts.FileWatcherEventKind.Changed
          : ts.FileWatcherEventKind.Deleted;
      watched.stamp = now;
      watched.changed(watched.file, kind);
    }
  }

  /** Makes TypeScript look again for modules that it did not find. */
  forgetMissing(): void {
    for (const [changed, folder] of [...this.#folders]) changed(folder);
  }
}

function stamp(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs}:${size}:${ino}`;
  } catch {
    return "";
  }
}
