import type { Data } from "plotly.js";
import { sigmoid } from "../activations";
import { wording } from "../words";
import { Figure } from "./figure";
import { choosing, sliding } from "./interactive";
import { linspace, show } from "./numbers";
import { functionSigns, ink } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description:
      "The probability σ(wx + b) against x: w makes the curve steeper or turns it round, b moves it sideways.",
    x: "x",
    y: "probability p",
    title: "p = σ(wx + b)",
    plain: "plain σ(x)",
    half: "p = 0.5 at x = −b/w",
  },
  ru: {
    description:
      "Вероятность σ(wx + b) в зависимости от x: w делает кривую круче или разворачивает её, b сдвигает вбок.",
    x: "x",
    y: "вероятность p",
    title: "p = σ(wx + b)",
    plain: "сама σ(x)",
    half: "p = 0.5 при x = −b/w",
  },
});

const weights = linspace(-4, 4, 17);
const biases = [0, -4, -2, -1, 1, 2, 4];
const xs = linspace(-8, 8, 161);

/** σ(w·x + b) over x ∈ [−8, 8], with a slider for w, a menu for b, and σ(x) to compare with. */
export function sigmoidExplorer(): Figure {
  const at = (w: number) =>
    choosing(
      { options: biases, show: (b) => `b = ${show(b)}`, as: "dropdown" },
      (b) => [curve(w, b), half(w, b)],
      1,
    );
  const {
    data,
    frames,
    layout: moving,
  } = sliding({ label: "w", values: weights, show, start: weights.indexOf(1) }, (w) => [
    ghost(),
    ...at(w).data,
  ]);
  return new Figure({
    description: words.description,
    data,
    frames,
    layout: layout({
      x: axis(words.x, { range: [-8, 8], dtick: 2 }),
      y: axis(words.y, { range: [-0.04, 1.04], dtick: 0.25 }),
      ...moving,
      title: words.title,
      updatemenus: [...moving.updatemenus, at(weights[0]).menu],
    }),
  });
}

const ghost = (): Data => ({
  type: "scatter",
  mode: "lines",
  name: words.plain,
  x: xs,
  y: xs.map((x) => sigmoid.f(x)),
  line: { color: ink, dash: "dot", width: 1.5, simplify: false },
  hoverinfo: "skip",
});

function curve(w: number, b: number): Data {
  const z = xs.map((x) => w * x + b);
  return {
    type: "scatter",
    mode: "lines",
    name: nameOf(w, b),
    x: xs,
    y: z.map((value) => sigmoid.f(value)),
    customdata: z,
    hovertemplate: hover("x = %{x:.1f}", "z = %{customdata:.2f}", "p = %{y:.4f}"),
    line: { color: functionSigns.f.colour, dash: functionSigns.f.dash, width: 3, simplify: false },
  };
}

/** The point of least certainty, which is the boundary between the two answers. */
function half(w: number, b: number): Data {
  const x = -b / w;
  return {
    type: "scatter",
    mode: "markers",
    name: words.half,
    x: [Math.abs(x) <= 8 ? x : null],
    y: [0.5],
    hovertemplate: hover("x = %{x:.2f}", "z = 0", "p = 0.5"),
    marker: { color: functionSigns.df.colour, symbol: functionSigns.df.symbol, size: 12 },
  };
}

/** σ(wx + b) as one would write it: σ(−x + 2), σ(3x). */
function nameOf(w: number, b: number): string {
  const product = w === 1 ? "x" : w === -1 ? "−x" : w === 0 ? "" : `${show(w)}x`;
  if (b === 0 && product !== "") return `σ(${product})`;
  if (product === "") return `σ(${show(b)})`;
  return `σ(${product} ${b < 0 ? "−" : "+"} ${show(Math.abs(b))})`;
}
