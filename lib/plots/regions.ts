import type { Data } from "plotly.js";
import { classSign } from "./classes";
import { linspace } from "./numbers";
import { faint } from "./palette";
import type { Box } from "./plane";
import { hover } from "./theme";

/** Points of the grid along x and y: fine enough for a straight edge, small enough to be stored. */
const resolution = [161, 121] as const;

/** What a point of the plane answers. */
export interface Answer {
  /** The class that wins. */
  readonly label: number;
  /** What hovering tells: a number for each of the figure's captions. */
  readonly numbers: readonly number[];
}

/**
 * The plane shaded by the class that wins at each point.
 *
 * @param captions what each of an answer's numbers is, as in "p(setosa) =".
 */
export function regions(
  box: Box,
  captions: readonly string[],
  answer: (x: number, y: number) => Answer,
): Data {
  const xs = linspace(...box.x, resolution[0]);
  const ys = linspace(...box.y, resolution[1]);
  const answers = ys.map((y) => xs.map((x) => answer(x, y)));
  const K = captions.length;
  return {
    type: "heatmap",
    x: xs,
    y: ys,
    z: answers.map((line) => line.map(({ label }) => label)),
    customdata: answers.map((line) => line.map(({ numbers }) => numbers.map(thousandth))) as never,
    hovertemplate: hover(...captions.map((caption, k) => `${caption} %{customdata[${k}]}`)),
    ...shades(K),
  };
}

const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** What makes a heatmap of class numbers a map of K classes: each has a shade, without passages. */
export const shades = (K: number) => ({
  colorscale: Array.from({ length: K }, (_, k) => k).flatMap((k) => {
    const colour = faint(classSign(k).colour, 0.2);
    return [
      [k / K, colour],
      [(k + 1) / K, colour],
    ] as [number, string][];
  }),
  zmin: -0.5,
  zmax: K - 0.5,
  showscale: false,
});
