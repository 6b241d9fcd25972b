import type { Data } from "plotly.js";
import { ShapeError } from "../errors";
import { softmax } from "../losses";
import { type Matrix, map } from "../matrix";
import { requireMatrices, shapeOf } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { choosing, sliding } from "./interactive";
import { fixed, linspace, show } from "./numbers";
import { classSigns, ink, okabeIto } from "./palette";
import { axis, hover, inPanel, layout, sideBySide } from "./theme";

const words = wording({
  en: {
    description: (K: number) =>
      `Bars of ${K} logits, of their exponentials and of the shares that softmax makes of them.`,
    title: "logits → exponentials → shares",
    slider: "temperature T",
    class: "class",
    panels: ["logit z/T", "exp(z/T)", "share p"],
    added: (c: number) => (c === 0 ? "the logits as they are" : `${c} added to every logit`),
  },
  ru: {
    description: (K) =>
      `Столбики: логиты (их ${K}), их экспоненты и доли, которые делает из них софтмакс.`,
    title: "логиты → экспоненты → доли",
    slider: "температура T",
    class: "класс",
    panels: ["логит z/T", "exp(z/T)", "доля p"],
    added: (c) => (c === 0 ? "логиты как есть" : `к каждому логиту прибавлено ${c}`),
  },
});

/** From 0.1 to 10, in equal ratios, with 1 in the middle. */
const temperatures = linspace(-1, 1, 21).map((power) => 10 ** power);
const constants = [0, 1, 2, 100];

/**
 * Three panels over the classes: the logits, e to the power of each, and softmax. A slider changes
 * the temperature T that divides the logits, a menu adds a constant to all of them. The scale stays
 * that of T = 1 and nothing added, so that what explodes leaves the picture, at the top.
 *
 * @param z 1 × K, the logits.
 * @throws ShapeError if z is not one row.
 */
export function softmaxBars(z: Matrix): Figure {
  requireMatrices("softmaxBars", { z });
  if (z.rows !== 1)
    throw new ShapeError({
      en: `softmaxBars: need the logits of one sample as a row; z is ${shapeOf(z)}`,
      ru: `softmaxBars: нужны логиты одного примера в виде строки; размер z — ${shapeOf(z)}`,
    });
  const ranges = rangesOf(z);
  const at = (T: number) =>
    choosing({ options: constants, show: words.added, as: "dropdown" }, (c) => {
      const logits = map(z, (value) => (value + c) / T);
      const powers = map(logits, Math.exp);
      const shares = softmax(logits);
      return [logits, powers, shares].flatMap((values, panel) =>
        bars(panel, Array.from(values.data), ranges[panel]),
      );
    });
  const moving = sliding(
    { label: words.slider, values: temperatures, show: (T) => show(T, 2), start: 10 },
    (T) => at(T).data,
  );
  const panel = (i: number) => ({
    x: axis(words.class, { dtick: 1 }),
    y: axis(words.panels[i], { range: [...ranges[i]] }),
  });
  return new Figure({
    description: words.description(z.cols),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      ...sideBySide([0, 1, 2].map(panel)),
      ...moving.layout,
      title: words.title,
      showlegend: false,
      updatemenus: [...moving.layout.updatemenus, at(1).menu],
    }),
  });
}

/** The scale of each panel, for T = 1 and nothing added. */
function rangesOf({ data: z }: Matrix): [number, number][] {
  const [low, high] = [Math.min(0, ...z), Math.max(0, ...z)];
  const room = 0.1 * (high - low || 1);
  return [
    [low < 0 ? low - room : 0, high + room],
    [0, 1.1 * Math.exp(Math.max(...z))],
    [0, 1.05],
  ];
}

/** Short enough to stand above a bar: 0.368, 19900, 4e43. */
const short = (value: number): string =>
  Math.abs(value) < 1e5 ? show(value, 3) : show(value, 1).replace("e+", "e");

/** The bars of a panel, cut where they leave the scale, and the true numbers above them. */
function bars(panel: number, values: readonly number[], [low, high]: [number, number]): Data[] {
  const x = values.map((_, k) => k);
  const beyond = high + (high - low);
  const colours = x.map((k) =>
    values.length <= classSigns.length ? classSigns[k].colour : okabeIto.blue,
  );
  const written = values.map((value) => (panel === 2 ? fixed(value, 3) : short(value)));
  const common = { x, ...inPanel(panel) };
  return [
    {
      ...common,
      type: "bar",
      y: values.map((value) => Math.max(low - (high - low), Math.min(value, beyond))),
      marker: { color: colours },
      customdata: values.map((value) => show(value, 6)),
      hovertemplate: hover(`${words.class} %{x}`, `${words.panels[panel]} = %{customdata}`),
    },
    {
      ...common,
      type: "scatter",
      mode: "text",
      y: x.map(() => high),
      text: values.length <= 4 ? written : written.map(() => ""),
      textposition: "top center",
      textfont: { color: ink, size: 12 },
      cliponaxis: false,
      hoverinfo: "skip",
    },
  ];
}
