import type { Data } from "plotly.js";
import { encode, symbols } from "../characters/symbols";
import { ShapeError } from "../errors";
import { softmax } from "../losses";
import { div, type Matrix, shapeOf } from "../matrix";
import { requireMatrices } from "../matrix/types";
import { wording } from "../words";
import { Figure } from "./figure";
import { choosing, sliding } from "./interactive";
import { okabeIto } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (name: string) =>
      `What a model expects after each letter of “${name}”: a bar for each of the 29 symbols.`,
    title: (before: string, next: string) => `after ${before} comes ${next}`,
    quoted: (text: string) => `“${text}”`,
    end: "the end",
    start: "the start",
    x: "next symbol (. ends the name)",
    y: "probability",
    slider: "position",
    temperature: (T: number) => `T = ${T}`,
    other: "other symbols",
    actual: "what the name has",
    surprise: "surprise −ln p",
  },
  ru: {
    description: (name) =>
      `Чего модель ждёт после каждой буквы слова «${name}»: столбик для каждого из 29 символов.`,
    title: (before, next) => `после ${before} идёт ${next}`,
    quoted: (text) => `«${text}»`,
    end: "конец",
    start: "начала",
    x: "следующий символ (точка — конец названия)",
    y: "вероятность",
    slider: "место",
    temperature: (T) => `T = ${T}`,
    other: "другие символы",
    actual: "то, что стоит в названии",
    surprise: "удивление −ln p",
  },
});

/** Ordinary first; then the likely made likelier, and the rare. */
const temperatures = [1, 0.5, 2] as const;

/** The space has to be seen. */
const shown = [...symbols].map((symbol) => (symbol === " " ? "␣" : symbol));

/**
 * What a model expects at each position of a name. The slider is the position, a menu chooses the
 * temperature; the symbol that the name has there is hatched.
 *
 * @param logits (letters + 1) × 29: for the first symbol, the second, …, and what ends the name.
 * @throws ShapeError for another shape; ValueError for a name of other symbols.
 */
export function nextCharacters(name: string, logits: Matrix): Figure {
  requireMatrices("nextCharacters", { logits });
  const actual = [...encode(name), 0];
  if (logits.rows !== actual.length || logits.cols !== symbols.length)
    throw new ShapeError({
      en: `nextCharacters: “${name}” has ${name.length} letters and an end, so logits need to be ${actual.length}×${symbols.length}; they are ${shapeOf(logits)}.`,
      ru: `nextCharacters: в «${name}» букв ${name.length} и ещё конец, поэтому logits нужен размер ${actual.length}×${symbols.length}; у них ${shapeOf(logits)}.`,
    });
  const P = temperatures.map((T) => softmax(div(logits, T)));
  const bars = (t: number, at: number): Data[] => {
    const line = symbols.length * at;
    const p = Array.from(P[t].data.subarray(line, line + symbols.length));
    return ([false, true] as const).map((isActual) => {
      const here = (i: number) => (i === actual[at]) === isActual;
      return {
        type: "bar",
        name: isActual ? words.actual : words.other,
        x: shown,
        y: p.map((share, i) => (here(i) ? share : null)) as number[],
        customdata: p.map((share) => -Math.log(share)),
        marker: isActual
          ? { color: okabeIto.vermillion, pattern: { shape: "/" } }
          : { color: okabeIto.blue },
        hovertemplate: hover(
          "<b>%{x}</b>",
          `${words.y} %{y:.4f}`,
          `${words.surprise} = %{customdata:.3f}`,
        ),
      };
    });
  };
  const at = (position: number) =>
    choosing({ options: temperatures, show: words.temperature, as: "dropdown" }, (_, t) =>
      bars(t, position),
    );
  const positions = actual.map((_, position) => position);
  const moving = sliding(
    { label: words.slider, values: positions, show: (i) => String(i + 1), pace: 800 },
    (position) => at(position).data,
    (position) =>
      words.title(
        position === 0 ? words.start : words.quoted(name.slice(0, position).toLowerCase()),
        actual[position] === 0 ? words.end : words.quoted(symbols[actual[position]]),
      ),
  );
  return new Figure({
    description: words.description(name),
    data: moving.data,
    frames: moving.frames,
    layout: layout({
      ...moving.layout,
      x: axis(words.x, { categoryorder: "array", categoryarray: shown, tickfont: { size: 11 } }),
      y: axis(words.y, { range: [0, 1] }),
      barmode: "overlay",
      updatemenus: [...moving.layout.updatemenus, at(0).menu],
    }),
  });
}
