import type { Content } from "./message";

type Entry = [session: number, line: number, input: string, output: string | null];

/** The session in history is always the first: cells are remembered until the kernel ends. */
const session = 1;

/** The cells of this session, for `history_request`. */
export class History {
  readonly #entries: Entry[] = [];

  add(line: number, input: string, output: unknown): void {
    this.#entries.push([session, line, input, typeof output === "string" ? output : null]);
  }

  /** The content of a `history_reply`. */
  find(request: Content): Content {
    const found = this.#select(request);
    return {
      status: "ok",
      history: found.map(([session, line, input, output]) =>
        request.output ? [session, line, [input, output]] : [session, line, input],
      ),
    };
  }

  #select({ hist_access_type, n, pattern, unique, session: asked, start, stop }: Content): Entry[] {
    const last = (entries: Entry[]) =>
      typeof n === "number" ? entries.slice(-n || entries.length) : entries;
    if (hist_access_type === "tail") return last(this.#entries);
    if (hist_access_type === "search") {
      const matching = this.#entries.filter(([, , input]) =>
        glob(String(pattern ?? "*")).test(input),
      );
      return last(unique ? withoutRepeats(matching) : matching);
    }
    // A range. Sessions that are not positive count back from the current one.
    if (asked !== session && asked !== 0 && asked !== undefined) return [];
    const from = Number(start ?? 1);
    const to = typeof stop === "number" ? stop : Number.POSITIVE_INFINITY;
    return this.#entries.filter(([, line]) => line >= from && line < to);
  }
}

/** `*` is any text, `?` any character. */
function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "s");
}

/** Of equal inputs, the last one. */
const withoutRepeats = (entries: Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry[2], entry])).values(),
];
