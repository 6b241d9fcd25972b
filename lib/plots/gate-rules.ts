import type { Data } from "plotly.js";
import { wording } from "../words";
import { Figure } from "./figure";
import { type Gate, gatesFor } from "./gates";
import { choosing, sliding } from "./interactive";
import { show } from "./numbers";
import { control, functionSigns, ink } from "./palette";
import { hover, layout, noAxis } from "./theme";

const words = wording({
  en: {
    description:
      "The gates add, mul, copy and max with two numbers going forward and a gradient coming back: add distributes it, mul swaps, copy adds, max routes.",
    title: "What a gate does to a gradient",
    slider: "upstream gradient g",
    inputs: (a: number, b: number) => `inputs ${show(a)} and ${show(b)}`,
    forward: "value, on the way forward",
    backward: "gradient, on the way back",
    add: "add · distributor",
    mul: "mul · swap multiplier",
    copy: "copy · adder",
    max: "max · router",
  },
  ru: {
    description:
      "Узлы сложения, умножения, копирования и максимума: вперёд идут два числа, назад возвращается градиент. Сложение раздаёт его, умножение меняет множители местами, копирование складывает, максимум направляет.",
    title: "Что узел делает с градиентом",
    slider: "градиент сверху g",
    inputs: (a, b) => `входы ${show(a)} и ${show(b)}`,
    forward: "значение, на прямом проходе",
    backward: "градиент, на обратном проходе",
    add: "add · раздаёт",
    mul: "mul · меняет местами",
    copy: "copy · складывает",
    max: "max · направляет",
  },
});

const pairs = [
  [3, -4],
  [2, 5],
  [-1, -2],
  [2, 2],
] as const;

/** Places: gates stand two by two, 4 apart; inputs and outputs 1.1 beside, pairs 1 apart. */
const centre = (i: number) => ({ x: 4 * (i % 2), y: i < 2 ? 2.5 : 0 });
const ends = (gate: Gate, i: number, side: -1 | 1) => {
  const values = side < 0 ? gate.ins : gate.outs;
  const { x, y } = centre(i);
  return values.map((_, k) => ({
    x: x + side * 1.1,
    y: y + (values.length === 1 ? 0 : 0.55 - 1.1 * k),
  }));
};

/**
 * Four gates, each with values on the way forward and gradients on the way back; a slider for the
 * upstream gradient, a menu for the inputs. Hover a gradient for the product that it is.
 */
export function gateRules(): Figure {
  const at = (g: number) =>
    choosing(
      { options: pairs, show: ([a, b]) => words.inputs(a, b), as: "dropdown" },
      (pair) => drawn(gatesFor(pair, g)),
      1,
    );
  const {
    data,
    frames,
    layout: moving,
  } = sliding(
    { label: words.slider, values: [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6], show, start: 8, pace: 500 },
    (g) => [wires(), ...at(g).data],
  );
  return new Figure({
    description: words.description,
    data,
    frames,
    layout: layout({
      x: noAxis([-2.1, 6.1]),
      y: noAxis([-1, 3.7]),
      ...moving,
      title: words.title,
      updatemenus: [...moving.updatemenus, at(0).menu],
    }),
  });
}

/** The lines between gates and their ends; they are where they are, whatever the numbers. */
function wires(): Data {
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  gatesFor([0, 0], 0).forEach((gate, i) => {
    const middle = centre(i);
    for (const side of [-1, 1] as const)
      for (const end of ends(gate, i, side)) {
        x.push(end.x, middle.x, null);
        y.push(end.y, middle.y, null);
      }
  });
  return {
    type: "scatter",
    mode: "lines",
    x,
    y,
    line: { color: ink, width: 1.5 },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function drawn(gates: readonly Gate[]): Data[] {
  const points = gates.flatMap((gate, i) =>
    ([-1, 1] as const).flatMap((side) =>
      ends(gate, i, side).map((end, k) => ({
        ...end,
        side,
        value: (side < 0 ? gate.ins : gate.outs)[k],
        gradient: (side < 0 ? gate.downstream : gate.upstream)[k],
        because: side < 0 ? `${gate.because[k]} = ` : "",
      })),
    ),
  );
  const numbers = (
    name: string,
    text: string[],
    customdata: string[],
    lift: number,
    sign: (typeof functionSigns)["f" | "df"],
  ): Data => ({
    type: "scatter",
    mode: "text+markers",
    name,
    // Beside the end of its wire.
    x: points.map(({ x, side }) => x + 0.3 * side),
    y: points.map(({ y }) => y + lift),
    text: text.map((one) => `<b>${one}</b>`),
    textfont: { color: sign.colour, size: 15 },
    textposition: "middle center",
    // The marker is for the legend and the mouse; the number covers its place.
    marker: { color: sign.colour, symbol: sign.symbol, size: 10, opacity: 0 },
    customdata: customdata as never,
    hovertemplate: hover(`${name}: %{customdata}`),
  });
  return [
    {
      type: "scatter",
      mode: "text+markers",
      x: gates.map((_, i) => centre(i).x),
      y: gates.map((_, i) => centre(i).y),
      text: gates.map(({ symbol }) => symbol),
      textposition: "middle center",
      textfont: { color: control.text, size: 15 },
      marker: {
        color: control.ground,
        symbol: "square",
        size: 40,
        line: { color: ink, width: 1.5 },
      },
      customdata: gates.map(({ name }) => words[name]) as never,
      hovertemplate: hover("%{customdata}"),
      showlegend: false,
    },
    {
      type: "scatter",
      mode: "text",
      x: gates.map((_, i) => centre(i).x),
      y: gates.map((_, i) => centre(i).y + 1),
      text: gates.map(({ name }) => words[name]),
      hoverinfo: "skip",
      showlegend: false,
    },
    numbers(
      words.forward,
      points.map(({ value }) => show(value)),
      points.map(({ value }) => show(value)),
      0.22,
      functionSigns.f,
    ),
    numbers(
      words.backward,
      points.map(({ gradient }) => `∂ ${show(gradient)}`),
      points.map(({ because, gradient }) => because + show(gradient)),
      -0.22,
      functionSigns.df,
    ),
  ];
}
