import type { Data } from "plotly.js";
import { wording } from "../words";
import { Figure } from "./figure";
import { linspace, show } from "./numbers";
import { classSigns, ink } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description:
      "The loss of one sample against the probability p that the model gave to class 1: −ln p where the class is 1, −ln(1 − p) where it is 0.",
    title: "What a probability costs",
    x: "probability p that the model gives to class 1",
    y: "loss, nats",
    loss: "loss",
    curve: ["y = 0: −ln(1 − p)", "y = 1: −ln p"],
    ignorant: "p = 0.5: ln 2 ≈ 0.693",
    degrees: ["hardly surprised", "a little surprised", "surprised", "very surprised", "shocked"],
    coin: "less than heads at one toss of a coin",
    heads: (count: string) => `like ${count} heads in a row`,
  },
  ru: {
    description:
      "Потери на одном примере в зависимости от вероятности p, которую модель дала классу 1: −ln p, если это класс 1, и −ln(1 − p), если класс 0.",
    title: "Сколько стоит вероятность",
    x: "вероятность p, которую модель даёт классу 1",
    y: "потери, наты",
    loss: "потери",
    curve: ["y = 0: −ln(1 − p)", "y = 1: −ln p"],
    ignorant: "p = 0.5: ln 2 ≈ 0.693",
    degrees: ["почти не удивлена", "немного удивлена", "удивлена", "очень удивлена", "потрясена"],
    coin: "меньше, чем от орла при одном броске монеты",
    heads: (count) => `как от орлов подряд (${count})`,
  },
});

/** Up to which loss each degree of surprise goes. */
const limits = [0.2, 0.8, 2.4, 4.7, Infinity];

/** A loss of k·ln 2 is the surprise at k heads in a row from a fair coin. */
function surprise(loss: number): string {
  const degree = words.degrees[limits.findIndex((limit) => loss < limit)];
  const heads = loss / Math.LN2;
  return `${degree}: ${heads < 0.95 ? words.coin : words.heads(show(heads, 2))}`;
}

/** Denser towards 0, where −ln p climbs. */
const ps = linspace(Math.log(0.001), 0, 200).map((z) => Math.exp(z));

/** The price of a probability: −ln p for a sample of class 1, −ln(1 − p) for one of class 0. */
export const logLossCurves = (): Figure =>
  new Figure({
    description: words.description,
    data: [
      curve(
        0,
        ps.map((p) => 1 - p),
      ),
      curve(1, ps),
      ignorant(),
    ],
    layout: layout({
      x: axis(words.x, { range: [-0.01, 1.01], dtick: 0.25 }),
      y: axis(words.y, { range: [-0.15, 7], dtick: 1 }),
      title: words.title,
      annotations: [
        {
          x: 0.5,
          y: Math.LN2,
          text: words.ignorant,
          ax: 0,
          ay: -60,
          arrowcolor: ink,
          arrowwidth: 1,
          standoff: 6,
        },
      ],
    }),
  });

/** The loss of a sample of class `label`, over p. */
function curve(label: 0 | 1, p: readonly number[]): Data {
  const loss = p.map((value) => -Math.log(label === 1 ? value : 1 - value));
  const { colour, dash } = classSigns[label];
  return {
    type: "scatter",
    mode: "lines",
    name: words.curve[label],
    x: [...p],
    y: loss,
    customdata: loss.map(surprise),
    hovertemplate: hover(
      `y = ${label}, p = %{x:.3f}`,
      `${words.loss} = <b>%{y:.3f}</b>`,
      "%{customdata}",
    ),
    line: { color: colour, dash, width: 3, simplify: false },
  };
}

/** Where both curves meet: the loss of a model that knows nothing. */
const ignorant = (): Data => ({
  type: "scatter",
  mode: "markers",
  x: [0.5],
  y: [Math.LN2],
  marker: { color: ink, symbol: "circle", size: 9 },
  hovertemplate: hover(surprise(Math.LN2)),
  showlegend: false,
});
