import type { Annotation, Layout, LayoutAxis, UpdateMenu, XAxisName } from "plotly.js";
import { clear, grid, ink, label } from "./palette";

/** The figure's size in pixels; controls below the picture add their own height. */
export const size = { width: 640, height: 400 } as const;

/** Pixels around the picture: a row for title and menu and the legend above, axis names beside. */
const margin = { l: 76, r: 24, t: 48, b: 52 } as const;

/** Pixels of one row of the legend, and of a slider below the x axis's name. */
const legendRow = 24;
const sliderHeight = 84;

/** An axis named by its quantity, as in `axis("petal length, standardised")`. */
export const axis = (quantity: string, options: Omit<LayoutAxis, "title"> = {}): LayoutAxis => ({
  title: { text: quantity, standoff: 10 },
  gridcolor: grid,
  linecolor: ink,
  zeroline: false,
  ticks: "outside",
  ticklen: 4,
  tickcolor: grid,
  ...options,
});

/** For a drawing whose directions mean no quantity. */
export const noAxis = (range: readonly [number, number]): LayoutAxis => ({
  visible: false,
  fixedrange: true,
  range: [...range],
});

/** Panels side by side, each with axes of its own: what `layout` needs to know of them. */
export function sideBySide(
  panels: readonly { readonly x: LayoutAxis; readonly y: LayoutAxis }[],
  gap = 0.13,
): Pick<LayoutParts, "x" | "y"> {
  const width = (1 + gap) / panels.length;
  const axes = panels.map(({ x, y }, i) => {
    const name = i === 0 ? "" : `${i + 1}`;
    const domain: [number, number] = [i * width, (i + 1) * width - gap];
    return {
      [`xaxis${name}`]: { ...x, domain, anchor: `y${name}` },
      [`yaxis${name}`]: { ...y, anchor: `x${name}` },
    };
  });
  const { xaxis: x, yaxis: y, ...rest } = Object.assign({}, ...axes);
  return { x, y, ...rest };
}

/** The axes of panel `i`, for its traces. */
export const inPanel = (i: number): { xaxis: string; yaxis: string } =>
  i === 0 ? { xaxis: "x", yaxis: "y" } : { xaxis: `x${i + 1}`, yaxis: `y${i + 1}` };

/** A name above panel `i`, where the legend of other figures is. */
export const panelTitle = (text: string, i: number): Annotation => ({
  text,
  xref: `${inPanel(i).xaxis} domain` as XAxisName,
  x: 0.5,
  yref: "paper",
  y: 1,
  yanchor: "bottom",
  showarrow: false,
});

/** What the mouse brings up, line by line, without the name that plotly would put beside it. */
export const hover = (...lines: readonly string[]): string =>
  `${lines.join("<br>")}<extra></extra>`;

/** What differs from figure to figure. */
export interface LayoutParts
  extends Omit<Layout, "title" | "xaxis" | "yaxis" | "width" | "height"> {
  readonly x: LayoutAxis;
  readonly y: LayoutAxis;
  /** One short line above the picture. */
  readonly title?: string;
  /** Rows that the legend needs. One more makes the figure higher, the picture stays as it is. */
  readonly legendRows?: number;
}

/** The look of every figure. The ground is the page's own. */
export function layout({ x, y, title = "", legendRows = 1, ...parts }: LayoutParts): Layout {
  const below = parts.sliders?.length ? sliderHeight : 0;
  return {
    width: size.width,
    height: size.height + (legendRows - 1) * legendRow + below,
    margin: { ...margin, t: margin.t + legendRows * legendRow, b: margin.b + below },
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    font: { family: "system-ui, sans-serif", size: 13, color: ink },
    title: titleAt(title),
    xaxis: x,
    yaxis: y,
    hovermode: "closest",
    hoverlabel: {
      bgcolor: label.ground,
      bordercolor: ink,
      font: { color: label.text, size: 13 },
      align: "left",
    },
    legend: {
      orientation: "h",
      x: 0,
      xanchor: "left",
      y: 1,
      yanchor: "bottom",
      bgcolor: clear,
      font: { size: 12 },
    },
    ...parts,
    updatemenus: parts.updatemenus?.map((menu) => above(menu, legendRows)),
  };
}

/** A menu that stands on the picture's upper edge, lifted above the legend. */
const above = (menu: UpdateMenu, legendRows: number): UpdateMenu =>
  menu.yanchor === "bottom" ? { ...menu, pad: { b: legendRows * legendRow + 8 } } : menu;

/** A title in its place at the top left, above the legend. */
export const titleAt = (text: string): NonNullable<Layout["title"]> => ({
  text,
  font: { size: 15 },
  x: 0,
  xref: "paper",
  xanchor: "left",
  y: 1,
  yref: "container",
  yanchor: "top",
  pad: { t: 12 },
});
