import type { Data } from "plotly.js";
import { fromRows } from "../matrix";
import { wording } from "../words";
import { classPoints, rings } from "./classes";
import { Figure } from "./figure";
import { choosing, sliding } from "./interactive";
import { linspace, show } from "./numbers";
import { classSigns, faint, ink } from "./palette";
import { type Box, halfPlane, type Line, opposite, score, segment } from "./plane";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description:
      "The four points of XOR and a line that can be turned and moved: wherever it lies, at most three of the four are on their right side.",
    title: "Find a line that has all four right",
    slider: "angle of the line's normal",
    offset: (d: number) => `offset ${show(d)}`,
    names: ["XOR = 0", "XOR = 1"],
    right: (count: number) => `the line: ${count} of 4 right`,
    features: ["x₁", "x₂"],
  },
  ru: {
    description:
      "Четыре точки XOR и прямая, которую можно поворачивать и сдвигать: как бы она ни легла, на своей стороне окажутся самое большее три точки из четырёх.",
    title: "Найдите прямую, для которой верны все четыре",
    slider: "угол нормали к прямой",
    offset: (d) => `сдвиг ${show(d)}`,
    names: ["XOR = 0", "XOR = 1"],
    right: (count) => `прямая: верно ${count} из 4`,
    features: ["x₁", "x₂"],
  },
});

const box: Box = { x: [-0.6, 1.6], y: [-0.6, 1.6] };
const X = fromRows([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);
const y = [0, 1, 1, 0];

const angles = linspace(0, 345, 24);
const offsets = [0, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75];

/** The line at distance d from the square's middle, whose normal points at `angle` degrees. */
function lineAt(angle: number, d: number): Line {
  const [c, s] = [Math.cos, Math.sin].map((f) => f((angle * Math.PI) / 180));
  return { w: [c, s], b: -(c + s) / 2 - d };
}

/**
 * The XOR plane: a slider turns a line, a menu moves it, and the legend counts the points on their
 * right side. The side to which the normal points is answered 1.
 */
export function xorPlane(): Figure {
  const at = (angle: number) =>
    choosing({ options: offsets, show: words.offset, as: "dropdown" }, (d) =>
      side(lineAt(angle, d)),
    );
  const points = classPoints(X, y, words.names, 18).map(
    ({ trace }): Data => ({
      ...trace,
      hovertemplate: hover("x₁ = %{x}, x₂ = %{y}", `<b>${trace.name}</b>`),
    }),
  );
  const moving = sliding(
    { label: words.slider, values: angles, show: (angle) => `${show(angle)}°`, pace: 150 },
    (angle) => [...at(angle).data, ...points],
  );
  return new Figure({
    description: words.description,
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      x: axis(words.features[0], { range: [...box.x], dtick: 1, constrain: "domain" }),
      y: axis(words.features[1], { range: [...box.y], dtick: 1, scaleanchor: "x" }),
      ...moving.layout,
      title: words.title,
      updatemenus: [...moving.layout.updatemenus, at(0).menu],
    }),
  });
}

/** The line, and the plane shaded by what it answers. */
function side(line: Line): Data[] {
  const answers = y.map((_, i) => Number(score(line, X.data[2 * i], X.data[2 * i + 1]) > rounding));
  const wrong = [0, 1, 2, 3].filter((i) => answers[i] !== y[i]);
  const name = words.right(4 - wrong.length);
  return [
    shade(0, opposite(line)),
    shade(1, line),
    rings(X, wrong, 28),
    {
      type: "scatter",
      mode: "lines",
      name,
      ...segment(line, box),
      line: { color: ink, width: 3 },
      hovertemplate: hover(name),
    },
  ];
}

/** A point on the line itself is answered 0, whatever the last bit of its score. */
const rounding = 1e-9;

/** The part of the plane where `line` is positive, in the colour of class `label`. */
const shade = (label: 0 | 1, line: Line): Data => ({
  type: "scatter",
  mode: "lines",
  ...halfPlane(line, box),
  fill: "toself",
  fillcolor: faint(classSigns[label].colour, 0.15),
  line: { width: 0 },
  hoverinfo: "skip",
  showlegend: false,
});
