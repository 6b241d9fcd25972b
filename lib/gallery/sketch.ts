import type { LibraryActivation } from "../activations";
import { escapeHtml } from "../html";
import { type Curve, curvesOf } from "../plots/activation-curves";
import { functionSigns, grid, ink } from "../plots/palette";
import { wording } from "../words";

const words = wording({
  en: { description: (name: string) => `${name}, solid, and its derivative, dashed` },
  ru: { description: (name) => `${name}, сплошная линия, и её производная, пунктир` },
});

const [width, height] = [280, 190];
const window = [-5, 5] as const;
const heights = [-2.4, 4.4] as const;

/** From the plane to pixels. */
const across = (x: number) => ((x - window[0]) / (window[1] - window[0])) * width;
const down = (y: number) => ((heights[1] - y) / (heights[1] - heights[0])) * height;
const pixel = (value: number) => String(Math.round(value * 10) / 10);

/** f and f′ as a drawing in SVG, for places where nothing moves. */
export function sketch(activation: LibraryActivation): string {
  const { f, kinks, name } = activation;
  const curves = curvesOf(activation, kinks, window, 121);
  const odd = activation.unit(1);
  const parts = [
    ...[-4, -2, 0, 2, 4].map((x) => straight(across(x), 0, across(x), height, x === 0)),
    ...[-2, 0, 2, 4].map((y) => straight(0, down(y), width, down(y), y === 0)),
    ...[-4, -2, 2, 4].map((x) => number(across(x) + 2, down(0) + 12, x)),
    ...[-2, 2, 4].map((y) => number(across(0) + 3, down(y) + (y > 3 ? 11 : -3), y)),
    path(curves.f, functionSigns.f.colour, ""),
    ...(odd.f(-1) === f(-1)
      ? []
      : [path(curvesOf(odd, kinks, window, 121).f, functionSigns.f.colour, "1.5 4")]),
    path(curves.df, functionSigns.df.colour, "8 5"),
    ...kinks.map(
      (k) =>
        `<circle cx="${pixel(across(k))}" cy="${pixel(down(f(k)))}" r="6" fill="none" stroke="${ink}" stroke-width="2"/>`,
    ),
  ];
  const label = escapeHtml(words.description(name));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">` +
    `${parts.join("")}</svg>`
  );
}

const straight = (x1: number, y1: number, x2: number, y2: number, main: boolean): string =>
  `<line x1="${pixel(x1)}" y1="${pixel(y1)}" x2="${pixel(x2)}" y2="${pixel(y2)}" stroke="${main ? ink : grid}" stroke-width="1"/>`;

const number = (x: number, y: number, value: number): string =>
  `<text x="${pixel(x)}" y="${pixel(y)}" font-size="10" fill="${ink}">${String(value).replace("-", "−")}</text>`;

/** A curve in pieces, from gap to gap. */
function path({ x, y }: Curve, colour: string, dash: string): string {
  let pen = "M";
  const steps = x.map((at, k) => {
    const value = y[k];
    if (at === null || value === null) {
      pen = "M";
      return "";
    }
    const step = `${pen}${pixel(across(at))} ${pixel(down(value))}`;
    pen = "L";
    return step;
  });
  const dashes = dash ? ` stroke-dasharray="${dash}"` : "";
  return `<path d="${steps.join("")}" fill="none" stroke="${colour}" stroke-width="2.5"${dashes}/>`;
}
