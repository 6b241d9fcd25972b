import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import type { Matrix } from "../matrix";
import { wording } from "../words";
import { classPoints } from "./classes";
import { Figure } from "./figure";
import { choosing } from "./interactive";
import { linspace } from "./numbers";
import { classSigns, faint, ink } from "./palette";
import { type Box, boxAround, needPlane } from "./plane";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (names: string) =>
      `Points of two classes, and the probability that a model gives to class 1 all over the plane: ${names}.`,
    title: "What the model believes",
    boundary: (right: number, n: number) => `p = 0.5: ${right} of ${n} right`,
    p: "p(class 1)",
  },
  ru: {
    description: (names) =>
      `Точки двух классов и вероятность, которую модель даёт классу 1 по всей плоскости: ${names}.`,
    title: "Во что верит модель",
    boundary: (right, n) => `p = 0.5: верно ${right} из ${n}`,
    p: "p(класс 1)",
  },
});

/** Points, and a model for them. */
export interface ProbabilityMap {
  /** What the menu calls it, as in "circles, with r²". */
  readonly name: string;
  /** n × 2. */
  readonly X: Matrix;
  /** 0 or 1 for each row. */
  readonly y: ArrayLike<number>;
  /** The probability of class 1 at a point. */
  readonly p: (x1: number, x2: number) => number;
}

/**
 * Models of two classes, one at a time: the plane shaded by p, the boundary where p = 0.5, and the
 * samples. A menu chooses; hover for p.
 *
 * @param names of class 0 and class 1.
 * @param axes the two features.
 */
export function probabilityMaps(
  maps: readonly ProbabilityMap[],
  names: readonly string[],
  axes: readonly [string, string],
): Figure {
  if (maps.length === 0)
    throw new ValueError({
      en: "probabilityMaps: need at least one map, got none",
      ru: "probabilityMaps: нужна хотя бы одна карта, нет ни одной",
    });
  for (const { X, y } of maps) needPlane("probabilityMaps", X, y);
  const boxes = maps.map(({ X }) => boxAround(X));
  const box = { x: around(boxes.map(({ x }) => x)), y: around(boxes.map(({ y }) => y)) };
  const choice = {
    options: maps,
    show: (map: ProbabilityMap) => map.name,
    as: "dropdown" as const,
  };
  const { data, menu } = choosing(choice, (map) => [
    ...belief(map, box),
    ...classPoints(map.X, map.y, names).map(
      ({ trace, rows }): Data => ({
        ...trace,
        customdata: rows.map((i) => map.p(map.X.data[2 * i], map.X.data[2 * i + 1])),
        hovertemplate: hover(
          `<b>${trace.name}</b>`,
          `${axes[0]} = %{x:.2f}, ${axes[1]} = %{y:.2f}`,
          `${words.p} = %{customdata:.3f}`,
        ),
      }),
    ),
  ]);
  return new Figure({
    description: words.description(maps.map(({ name }) => name).join("; ")),
    data,
    layout: layout({
      x: axis(axes[0], { range: [...box.x], constrain: "domain" }),
      y: axis(axes[1], { range: [...box.y], scaleanchor: "x" }),
      title: words.title,
      updatemenus: maps.length > 1 ? [menu] : [],
    }),
  });
}

/** The smallest interval that holds all `spans`. */
const around = (spans: readonly (readonly [number, number])[]): [number, number] => [
  Math.min(...spans.map(([low]) => low)),
  Math.max(...spans.map(([, high]) => high)),
];

/** p all over the window as a shade, and the line where it is 0.5. */
function belief({ X, y, p }: ProbabilityMap, box: Box): Data[] {
  const [xs, ys] = [linspace(...box.x, 91), linspace(...box.y, 71)];
  const exact = ys.map((py) => xs.map((px) => p(px, py)));
  const z = exact.map((row) => row.map((p) => Math.round(p * 1000) / 1000));
  const right = Array.from(y).filter(
    (label, i) => p(X.data[2 * i], X.data[2 * i + 1]) > 0.5 === (label === 1),
  ).length;
  return [
    {
      type: "heatmap",
      x: xs,
      y: ys,
      z,
      zmin: 0,
      zmax: 1,
      zsmooth: "best",
      colorscale: [
        [0, faint(classSigns[0].colour, 0.35)],
        [0.5, faint(ink, 0)],
        [1, faint(classSigns[1].colour, 0.35)],
      ],
      showscale: false,
      hovertemplate: hover(`${words.p} = %{z}`),
    },
    {
      type: "contour",
      name: words.boundary(right, y.length),
      x: xs,
      y: ys,
      // With three digits the line of a model that is nowhere sure would be a staircase.
      z: exact,
      contours: { start: 0.5, end: 0.5, size: 1, coloring: "none" },
      line: { color: ink, width: 3 },
      showscale: false,
      showlegend: true,
      hoverinfo: "skip",
    },
  ];
}
