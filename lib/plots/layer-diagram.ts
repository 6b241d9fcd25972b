import type { Annotation, Data } from "plotly.js";
import { ShapeError } from "../errors";
import type { Matrix } from "../matrix";
import { requireMatrices, shapeOf } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { factor, linspace, show, subscript } from "./numbers";
import { control, ink, numberSigns, signOf } from "./palette";
import { hover, layout, noAxis } from "./theme";

const words = wording({
  en: {
    description: (inputs: number, outputs: number) =>
      `A layer as a drawing: ${inputs} inputs on the left, ${outputs} outputs on the right, and a line for each of the ${inputs * outputs} weights between them.`,
    title: "z = x·W",
    titleWithBias: "z = x·W + b",
    sign: {
      positive: "positive weight",
      negative: "negative weight",
      zero: "zero: nothing passes",
    },
  },
  ru: {
    description: (inputs, outputs) =>
      `Слой на рисунке: слева входы (${inputs}), справа выходы (${outputs}), между ними линия для каждого веса, всего ${inputs * outputs}.`,
    title: "z = x·W",
    titleWithBias: "z = x·W + b",
    sign: {
      positive: "положительный вес",
      negative: "отрицательный вес",
      zero: "нуль: ничего не проходит",
    },
  },
});

/**
 * One affine layer for one sample: a line for each weight, as wide as the weight is large, and in
 * the sign of its sign. Hover a line for wᵢⱼ and its contribution xᵢwᵢⱼ, an output for its sum.
 *
 * @param x 1 × n, the features.
 * @param W n × m, the weights.
 * @param b 1 × m, the biases, if there are any.
 * @throws ShapeError if the three do not fit.
 */
export function layerDiagram(x: Matrix, W: Matrix, b?: Matrix): Figure {
  needLayer(x, W, b);
  const inputs = heights(W.rows);
  const outputs = heights(W.cols);
  const weights = inputs.flatMap((from, i) =>
    outputs.map((to, j): Weight => {
      const [xi, w] = [x.data[i], W.data[i * W.cols + j]];
      const name = `w${subscript(i + 1)}${subscript(j + 1)}`;
      const product = `${factor(xi)}·${factor(w)}`;
      const says = `${name} = ${show(w)}<br>x${subscript(i + 1)}·${name} = ${product} = <b>${show(xi * w)}</b>`;
      return { j, xi, w, from, to, product, says };
    }),
  );
  const into = (j: number) => weights.filter((weight) => weight.j === j);
  const z = outputs.map((_, j) =>
    into(j).reduce((sum, { xi, w }) => sum + xi * w, b ? b.data[j] : 0),
  );
  const sums = outputs.map((_, j) => {
    const terms = [...into(j).map(({ product }) => product), ...(b ? [factor(b.data[j])] : [])];
    return `z${subscript(j + 1)} = ${terms.join(" + ")} = <b>${show(z[j])}</b>`;
  });
  const features = inputs.map((_, i) => `x${subscript(i + 1)} = ${show(x.data[i])}`);
  const largest = Math.max(...weights.map(({ w }) => Math.abs(w)));
  return new Figure({
    description: words.description(W.rows, W.cols),
    data: [
      ...legend(weights),
      ...weights.map((weight) => weightLine(weight, largest)),
      nodes(0, inputs, "x", x.data, "middle left", features),
      nodes(1, outputs, "z", z, "middle right", sums),
    ],
    layout: layout({
      title: b ? words.titleWithBias : words.title,
      x: noAxis([-0.28, 1.28]),
      y: noAxis([0, 1]),
      annotations: weights.length <= 16 ? weights.map(bead) : [],
    }),
  });
}

/** A line from input i to output j. */
interface Weight {
  readonly j: number;
  readonly xi: number;
  readonly w: number;
  /** The heights of its ends. */
  readonly from: number;
  readonly to: number;
  /** xᵢ·wᵢⱼ in numbers. */
  readonly product: string;
  /** What the mouse brings up. */
  readonly says: string;
}

function needLayer(x: Matrix, W: Matrix, b?: Matrix): void {
  requireMatrices("layerDiagram", b ? { x, W, b } : { x, W });
  if (x.rows !== 1)
    throw new ShapeError({
      en: `layerDiagram: need one sample as a row, got x of ${shapeOf(x)}`,
      ru: `layerDiagram: нужен один пример в виде строки, размер x — ${shapeOf(x)}`,
    });
  if (x.cols !== W.rows)
    throw new ShapeError({
      en: `layerDiagram: need one row of W for each feature; x has ${x.cols} features, W is ${shapeOf(W)}`,
      ru: `layerDiagram: нужна строка W для каждого признака; признаков в x ${x.cols}, размер W — ${shapeOf(W)}`,
    });
  if (b && (b.rows !== 1 || b.cols !== W.cols))
    throw new ShapeError({
      en: `layerDiagram: need one bias for each column of W, 1×${W.cols}; b is ${shapeOf(b)}`,
      ru: `layerDiagram: нужно одно смещение для каждого столбца W, 1×${W.cols}; размер b — ${shapeOf(b)}`,
    });
}

/** Where the nodes of one side stand, from the top, each in the middle of its share of the height. */
const heights = (n: number): number[] => Array.from({ length: n }, (_, i) => 1 - (i + 0.5) / n);

/** Its points lie dense enough for the mouse to meet one anywhere on the line. */
function weightLine({ w, from, to, says }: Weight, largest: number): Data {
  const { colour, dash } = signOf(w);
  return {
    type: "scatter",
    mode: "lines",
    x: linspace(0, 1, 25),
    y: linspace(from, to, 25),
    line: { color: colour, dash, width: w === 0 ? 1.5 : 1.5 + (4.5 * Math.abs(w)) / largest },
    hovertemplate: hover(says),
    showlegend: false,
  };
}

/**
 * The weight's number on its line, where the line is farthest from the others: for neighbouring
 * outputs at different distances from the inputs.
 */
function bead({ j, w, from, to, says }: Weight): Annotation {
  const along = j % 2 === 0 ? 0.2 : 0.43;
  return {
    x: along,
    y: from + (to - from) * along,
    text: show(w),
    showarrow: false,
    font: { size: 12, color: control.text },
    bgcolor: control.ground,
    bordercolor: signOf(w).colour,
    borderwidth: 1.5,
    borderpad: 2,
    hovertext: says,
  };
}

function nodes(
  x: number,
  ys: readonly number[],
  letter: string,
  values: ArrayLike<number>,
  side: "middle left" | "middle right",
  says: readonly string[],
): Data {
  return {
    type: "scatter",
    mode: "text+markers",
    x: ys.map(() => x),
    y: [...ys],
    text: ys.map((_, i) => `  ${letter}${subscript(i + 1)} = <b>${show(values[i])}</b>  `),
    textposition: side,
    textfont: { color: ink, size: 15 },
    marker: { color: ink, size: 20, symbol: "circle" },
    customdata: [...says],
    hovertemplate: hover("%{customdata}"),
    showlegend: false,
  };
}

/** One entry for each sign that occurs among the weights. */
const legend = (weights: readonly Weight[]): Data[] =>
  (["positive", "negative", "zero"] as const)
    .filter((sign) => weights.some(({ w }) => signOf(w) === numberSigns[sign]))
    .map((sign) => ({
      type: "scatter",
      mode: "lines",
      name: words.sign[sign],
      x: [null],
      y: [null],
      line: { color: numberSigns[sign].colour, dash: numberSigns[sign].dash, width: 3 },
      hoverinfo: "skip",
    }));
