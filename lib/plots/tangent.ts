import type { Data } from "plotly.js";
import type { Activation } from "../activations";
import { wording } from "../words";
import { type Curve, curvesOf } from "./activation-curves";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { fixed, linspace, show } from "./numbers";
import { functionSigns, ink } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (name: string) =>
      `${name} and its derivative. A tangent moves along the curve, and its slope is the derivative's height.`,
    title: (x: string, f: string, df: string) => `x = ${x}: f = ${f}, slope f′ = ${df}`,
    tangent: "tangent",
    y: "f and f′",
  },
  ru: {
    description: (name) =>
      `${name} и производная. Касательная движется по кривой, её наклон — высота графика производной.`,
    title: (x, f, df) => `x = ${x}: f = ${f}, наклон f′ = ${df}`,
    tangent: "касательная",
    y: "f и f′",
  },
});

const window = [-6, 6] as const;
const places = linspace(...window, 49);

/** f and f′ over x ∈ [−6, 6], and a tangent of f that the slider moves along. */
export function tangent(activation: Activation): Figure {
  const { f, df } = curvesOf(activation, activation.kinks, window, 193);
  const curves = [line("f", f), line("df", df)];
  const moving = sliding(
    { label: "x", values: places, show: (x) => fixed(x, 2), start: places.indexOf(1.5) },
    (x) => [...curves, ...touching(activation, x)],
    (x) => words.title(show(x), fixed(activation.f(x), 4), fixed(activation.df(x), 4)),
  );
  return new Figure({
    description: words.description(activation.name),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis("x", { range: [...window], dtick: 2 }),
      y: axis(words.y, { range: rangeOf([...f.y, ...df.y]) }),
      ...moving.layout,
    }),
  });
}

/** All heights of f and f′ in the window, with a little room. */
function rangeOf(heights: (number | null)[]): [number, number] {
  const values = heights.filter((y): y is number => y !== null);
  const [low, high] = [Math.max(-2, Math.min(...values)), Math.min(6, Math.max(...values))];
  const room = (high - low) * 0.06;
  return [low - room, high + room];
}

function line(part: "f" | "df", { x, y }: Curve): Data {
  const { colour, dash } = functionSigns[part];
  const name = part === "f" ? "f" : "f′";
  return {
    type: "scatter",
    mode: "lines",
    name,
    x,
    y,
    hovertemplate: hover("x = %{x:.2f}", `${name} = %{y:.4f}`),
    line: { color: colour, dash, width: 3, simplify: false },
  };
}

/** The tangent at x, as long as the eye needs it, and the points of f and f′ there. */
function touching({ f, df }: Activation, x: number): Data[] {
  const reach = 1.8 / Math.hypot(1, df(x));
  const ends = [x - reach, x, x + reach];
  const point = (part: "f" | "df", y: number): Data => ({
    type: "scatter",
    mode: "markers",
    showlegend: false,
    x: [x],
    y: [y],
    hoverinfo: "skip",
    marker: { color: functionSigns[part].colour, symbol: functionSigns[part].symbol, size: 11 },
  });
  return [
    {
      type: "scatter",
      mode: "lines",
      name: words.tangent,
      x: ends,
      y: ends.map((at) => f(x) + df(x) * (at - x)),
      hoverinfo: "skip",
      line: { color: ink, width: 2.5 },
    },
    point("f", f(x)),
    point("df", df(x)),
  ];
}
