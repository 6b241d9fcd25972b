import type { Dash } from "plotly.js";

/**
 * Okabe & Ito (2008), "Color Universal Design": colours that people with any kind of colour vision
 * tell apart. These four of their eight have a contrast of 3 : 1 and more on a white page and on a
 * black one (#111111), which WCAG 2 asks of whatever has a meaning.
 */
export const okabeIto = {
  blue: "#0072B2",
  vermillion: "#D55E00",
  green: "#009E73",
  purple: "#CC79A7",
} as const;

/**
 * Text, outlines, whatever belongs to no class. One grey serves the light and the dark page: its
 * contrast is 4.3 : 1 both on white and on #111111, and as the two multiply to 18.9 : 1 for every
 * colour (WCAG 2), √18.9 = 4.35 : 1 is the most that any single colour can have on both.
 */
export const ink = "#797979";

/** Lines that should be found only when they are looked for. */
export const grid = "rgba(121, 121, 121, 0.25)";

/** Nothing at all: the page shows through. */
export const clear = "rgba(0, 0, 0, 0)";

/** Buttons, menus and hover labels carry their own ground, so they read alike on every page. */
export const control = { ground: "#F4F4F4", text: "#333333", edge: ink } as const;
export const label = { ground: "#222222", text: "#FFFFFF" } as const;

/** How a thing is told from its neighbours: by colour, and as surely without it. */
export interface Sign {
  readonly colour: string;
  readonly symbol: "circle" | "diamond" | "square" | "triangle-up" | "circle-open";
  readonly dash: Dash;
}

/** Class 0, 1, 2, in every lesson. */
export const classSigns: readonly Sign[] = [
  { colour: okabeIto.blue, symbol: "circle", dash: "solid" },
  { colour: okabeIto.vermillion, symbol: "diamond", dash: "dash" },
  { colour: okabeIto.green, symbol: "square", dash: "dot" },
];

/** A function and its derivative. */
export const functionSigns = {
  f: { colour: okabeIto.blue, symbol: "circle", dash: "solid" },
  df: { colour: okabeIto.vermillion, symbol: "diamond", dash: "dash" },
} as const satisfies Record<string, Sign>;

/** What the model learns from, and what it is judged by. */
export const splitSigns = {
  train: { colour: okabeIto.blue, symbol: "circle", dash: "solid" },
  test: { colour: okabeIto.purple, symbol: "square", dash: "dash" },
} as const satisfies Record<string, Sign>;

const dashes = ["solid", "dash", "dot", "dashdot"] as const;
const symbols = ["circle", "diamond", "square", "triangle-up"] as const;

/** The i-th of several curves that are alike. Sixteen differ; four of them in everything. */
export function seriesSign(i: number): Sign {
  const colours = Object.values(okabeIto);
  const round = Math.floor(i / colours.length);
  return {
    colour: colours[i % colours.length],
    symbol: symbols[(i + round) % symbols.length],
    dash: dashes[(i + round) % dashes.length],
  };
}

/** A number's sign. */
export const numberSigns = {
  positive: { colour: okabeIto.blue, symbol: "circle", dash: "solid" },
  negative: { colour: okabeIto.vermillion, symbol: "diamond", dash: "dash" },
  zero: { colour: ink, symbol: "circle-open", dash: "dot" },
} as const satisfies Record<string, Sign>;

/** The sign of the number `value`. */
export const signOf = (value: number): Sign =>
  value > 0 ? numberSigns.positive : value < 0 ? numberSigns.negative : numberSigns.zero;

/** A hex colour, "#RRGGBB", let through to `opacity` of its strength. */
export function faint(colour: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${channels.join(", ")}, ${opacity})`;
}
