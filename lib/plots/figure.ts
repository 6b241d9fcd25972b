import type { Config, Data, Frame, Layout } from "plotly.js";

/** What a figure is made of. */
export interface FigureParts {
  readonly data: Data[];
  readonly layout: Layout;
  /** One for each position of a slider. */
  readonly frames?: Frame[];
  readonly config?: Partial<Config>;
  /** One sentence that says what is to be seen, for a reader who cannot see it. */
  readonly description: string;
}

/** Digits that a picture can show; more would only make a saved notebook heavier. */
const significantDigits = 6;

/**
 * A plotly figure that shows itself as a cell's result, live, in a saved notebook and on the site.
 *
 * It holds plain JSON: typed arrays become arrays, numbers are rounded to six significant digits,
 * and what JSON cannot say (NaN, ±Infinity) becomes null, which plotly draws as a gap.
 */
export class Figure implements FigureParts {
  readonly data: Data[];
  readonly layout: Layout;
  readonly frames: Frame[];
  readonly config: Partial<Config>;
  readonly description: string;

  constructor({ data, layout, frames = [], config = {}, description }: FigureParts) {
    this.data = plain(data);
    this.layout = plain(layout);
    this.frames = plain(frames);
    this.config = { displayModeBar: false, ...config };
    this.description = description;
  }

  [Symbol.for("Jupyter.display")]() {
    const { data, layout, frames, config, description } = this;
    return {
      "application/vnd.plotly.v1+json": { data, layout, frames, config },
      "text/plain": description,
    };
  }
}

/** A copy of `value` that survives JSON unchanged. */
function plain<T>(value: T): T;
function plain(value: unknown): unknown {
  if (typeof value === "number")
    return Number.isFinite(value) ? Number(value.toPrecision(significantDigits)) : null;
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, (x) => plain(x));
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}
