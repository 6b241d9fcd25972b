import type { Data } from "plotly.js";
import { wording } from "../words";
import { Figure } from "./figure";
import { show } from "./numbers";
import { ink, seriesSign } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (n: number) =>
      `The likelihood of ${n} samples as a running product, which ends when float64 has no number left for it, and as a running sum of logarithms, which does not.`,
    title: "A product that runs out of numbers, and a sum that does not",
    x: "samples",
    y: "logarithm of the likelihood",
    product: "product",
    logProduct: "log₁₀ of the product",
    sum: "sum of ln p",
    zero: (n: number) => `from sample ${n} on the product is 0`,
  },
  ru: {
    description: (n) =>
      `Правдоподобие примеров (их ${n}): произведение, которое обрывается, когда у float64 больше нет для него числа, и сумма логарифмов, которая не обрывается.`,
    title: "Произведению чисел не хватает, а сумме хватает",
    x: "примеры",
    y: "логарифм правдоподобия",
    product: "произведение",
    logProduct: "log₁₀ произведения",
    sum: "сумма ln p",
    zero: (n) => `с примера ${n} произведение равно 0`,
  },
});

/**
 * The likelihood of the first n samples, n = 1, 2, …, in two ways: log₁₀ of the product as float64
 * computes it, until it is 0, and the sum of the logarithms.
 *
 * @param p the probability that the model gave to each sample's true class.
 */
export function runningLikelihood(p: ArrayLike<number>): Figure {
  const n = Array.from(p, (_, i) => i + 1);
  const products = running(p, 1, (product, pi) => product * pi);
  const sums = running(p, 0, (sum, pi) => sum + Math.log(pi));
  const zero = products.indexOf(0);
  return new Figure({
    description: words.description(p.length),
    data: [
      curve(1, words.sum, n, sums, words.sum, sums),
      curve(0, words.logProduct, n, products.map(Math.log10), words.product, products),
    ],
    layout: layout({
      title: words.title,
      x: axis(words.x),
      y: axis(words.y, { tickformat: "d" }),
      annotations: zero < 0 ? [] : [stop(zero + 1, Math.log10(products[zero - 1] ?? 1))],
    }),
  });
}

function running(p: ArrayLike<number>, start: number, next: (value: number, p: number) => number) {
  let value = start;
  return Array.from(p, (pi) => {
    value = next(value, pi);
    return value;
  });
}

/** `says` names the value that the mouse brings up, which need not be what is drawn. */
function curve(
  i: number,
  name: string,
  x: number[],
  y: number[],
  says: string,
  value: number[],
): Data {
  const { colour, dash } = seriesSign(i);
  return {
    type: "scatter",
    mode: "lines",
    name,
    x,
    y,
    customdata: value.map((v) => show(v)),
    hovertemplate: hover("n = %{x}", `${says} = %{customdata}`),
    line: { color: colour, dash, width: 3 },
  };
}

const stop = (n: number, y: number) => ({
  x: n,
  y,
  text: words.zero(n),
  ax: -20,
  ay: -50,
  arrowcolor: ink,
  arrowwidth: 1,
});
