import type { Annotation, Data, LayoutAxis } from "plotly.js";
import type { LibraryActivation } from "../activations";
import { ValueError } from "../errors";
import { wording } from "../words";
import { type Curve, curvesOf } from "./activation-curves";
import { Figure } from "./figure";
import { sliding } from "./interactive";
import { fixed, linspace } from "./numbers";
import { functionSigns, grid, ink } from "./palette";
import { axis, hover, inPanel, layout } from "./theme";

const words = wording({
  en: {
    description: (count: number) =>
      `${count} activation functions and their derivatives side by side, with their kinks marked. One slider moves x in all of them.`,
    title: "f and f′ at one and the same x",
    kink: "kink",
    odd: "f of odd units",
    slider: "x",
    y: "f and f′",
  },
  ru: {
    description: (count) =>
      `Функции активации (их ${count}) и их производные рядом, изломы отмечены. Один ползунок двигает x сразу на всех.`,
    title: "f и f′ при одном и том же x",
    kink: "излом",
    odd: "f нечётных нейронов",
    slider: "x",
    y: "f и f′",
  },
});

const window = [-5, 5] as const;
const heights = [-2.4, 4.4] as const;
const columns = 4;
const panelHeight = 170;
const nameHeight = 20;

/**
 * f and f′ of many activations on equal axes, four beside one another. One slider moves a point
 * along all of them, and each panel says its f and f′ there.
 *
 * @throws ValueError if there is nothing to draw.
 */
export function activationGallery(activations: readonly LibraryActivation[]): Figure {
  if (activations.length === 0)
    throw new ValueError({
      en: "activationGallery: need at least one activation, got none.",
      ru: "activationGallery: нужна хотя бы одна активация, нет ни одной.",
    });
  const rows = Math.ceil(activations.length / columns);
  const curves = activations.flatMap((a, i) => standing(a, i));
  const moving = sliding(
    {
      label: words.slider,
      values: linspace(...window, 41),
      show: (x) => fixed(x, 2),
      start: 24,
      pace: 150,
      light: true,
    },
    (x) => [...curves, ...activations.flatMap((a, i) => atPlace(a, i, x))],
  );
  const { xaxis: x, yaxis: y, ...axes } = panels(activations.length, rows);
  const figure = layout({
    x,
    y,
    ...axes,
    ...moving.layout,
    title: words.title,
    annotations: activations.map(({ name }, i) => nameOf(name, i)),
  });
  const { t = 0, b = 0 } = figure.margin ?? {};
  const margin = { l: 56, r: 12, t: t + nameHeight, b };
  const picture = rows * panelHeight;
  return new Figure({
    description: words.description(activations.length),
    data: moving.data,
    frames: moving.frames,
    layout: {
      ...figure,
      width: 860,
      height: t + nameHeight + picture + b,
      margin,
      legend: { ...figure.legend, y: 1 + nameHeight / picture },
    },
  });
}

/** What doesn't move: both curves, and the kinks on f. */
function standing(activation: LibraryActivation, i: number): Data[] {
  const { f, kinks } = activation;
  const curves = curvesOf(activation, kinks, window, 101);
  const odd = activation.unit(1);
  const differs = odd.f(-1) !== f(-1);
  return [
    line(activation, i, "f", curves.f),
    line(activation, i, "df", curves.df),
    ...(differs ? [oddUnits(curvesOf(odd, kinks, window, 101).f, i)] : []),
    ...(kinks.length > 0 ? [kinkMarks(activation, i)] : []),
  ];
}

function line({ f, df }: LibraryActivation, i: number, part: "f" | "df", { x, y }: Curve): Data {
  const { colour, dash } = functionSigns[part];
  const name = part === "f" ? "f" : "f′";
  const other = part === "f" ? "f′" : "f";
  return {
    ...inPanel(i),
    type: "scatter",
    mode: "lines",
    name,
    legendgroup: name,
    showlegend: i === 0,
    x,
    y,
    customdata: x.map((at) => (at === null ? null : (part === "f" ? df : f)(at))),
    hovertemplate: hover("x = %{x:.2f}", `${name} = %{y:.4f}`, `${other} = %{customdata:.4f}`),
    line: { color: colour, dash, width: 2.5, simplify: false },
  };
}

const oddUnits = ({ x, y }: Curve, i: number): Data => ({
  ...inPanel(i),
  type: "scatter",
  mode: "lines",
  name: words.odd,
  showlegend: true,
  x,
  y,
  hovertemplate: hover(words.odd, "x = %{x:.2f}", "f = %{y:.4f}"),
  line: { color: functionSigns.f.colour, dash: "dot", width: 2 },
});

const kinkMarks = ({ f, kinks, name }: LibraryActivation, i: number): Data => ({
  ...inPanel(i),
  type: "scatter",
  mode: "markers",
  name: words.kink,
  legendgroup: words.kink,
  showlegend: name === "ReLU",
  x: [...kinks],
  y: kinks.map(f),
  hoverinfo: "skip",
  marker: { color: ink, symbol: "circle-open", size: 13, line: { color: ink, width: 2 } },
});

/** What the slider moves: a point on each curve, and their heights in figures. */
function atPlace({ f, df }: LibraryActivation, i: number, x: number): Data[] {
  const signs = [functionSigns.f, functionSigns.df];
  return [
    {
      ...inPanel(i),
      type: "scatter",
      mode: "markers",
      showlegend: false,
      x: [x, x],
      y: [f(x), df(x)],
      hoverinfo: "skip",
      marker: {
        color: signs.map(({ colour }) => colour),
        symbol: signs.map(({ symbol }) => symbol),
        size: 9,
      },
    },
    {
      ...inPanel(i),
      type: "scatter",
      mode: "text",
      showlegend: false,
      x: [window[0] + 0.15],
      y: [heights[1] - 0.2],
      text: [`f ${fixed(f(x), 3)}<br>f′ ${fixed(df(x), 3)}`],
      textposition: "bottom right",
      textfont: { size: 11, color: ink },
      hoverinfo: "skip",
    },
  ];
}

/** The axes of all panels, in rows from the top. Names and numbers stand at the outer edges only. */
function panels(count: number, rows: number): Record<"xaxis" | "yaxis", LayoutAxis> {
  const [gapX, gapY] = [0.025, 0.055];
  const [width, height] = [(1 + gapX) / columns, (1 + gapY) / rows];
  const look = { zeroline: true, zerolinecolor: grid, zerolinewidth: 1.5, dtick: 2 };
  const axes = Array.from({ length: count }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const suffix = i === 0 ? "" : `${i + 1}`;
    const [lowest, first] = [i + columns >= count, column === 0];
    const inner = { ...look, title: undefined, showticklabels: false };
    return {
      [`xaxis${suffix}`]: {
        ...axis("x", { ...look, range: [...window] }),
        ...(lowest ? {} : { ...inner, matches: inPanel(i + columns).xaxis }),
        domain: [column * width, (column + 1) * width - gapX],
        anchor: `y${suffix}`,
      },
      [`yaxis${suffix}`]: {
        ...axis(words.y, { ...look, range: [...heights] }),
        ...(first ? {} : { ...inner, matches: inPanel(i - column).yaxis }),
        domain: [1 - (row + 1) * height + gapY, 1 - row * height],
        anchor: `x${suffix}`,
      },
    };
  });
  return Object.assign({}, ...axes);
}

/** The name above a panel. */
const nameOf = (name: string, i: number): Partial<Annotation> => ({
  text: `<b>${name}</b>`,
  xref: `${inPanel(i).xaxis} domain` as never,
  yref: `${inPanel(i).yaxis} domain` as never,
  x: 0,
  y: 1,
  yanchor: "bottom",
  xanchor: "left",
  showarrow: false,
  font: { size: 12 },
});
