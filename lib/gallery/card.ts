import type { LibraryActivation } from "../activations";
import { formulaText, phrase } from "../activations/phrases";
import { escapeHtml } from "../html";
import { show } from "../plots/numbers";
import { say, wording } from "../words";
import { evidence } from "./evidence";
import { sketch } from "./sketch";

const words = wording({
  en: {
    lines: "f solid, f′ dashed",
    with: "with",
    kinks: "Kinks",
    none: "none",
    at: (places: string) => `at ${places}`,
    range: "Range",
    zeroCentred: "Zero-centred",
    saturates: "Saturates",
    source: "Source",
    drawback: "Drawback",
    measured: "Measured",
  },
  ru: {
    lines: "f — сплошная линия, f′ — пунктир",
    with: "при",
    kinks: "Изломы",
    none: "нет",
    at: (places) => `в ${places}`,
    range: "Значения",
    zeroCentred: "Центрирована относительно нуля",
    saturates: "Насыщается",
    source: "Источник",
    drawback: "Недостаток",
    measured: "Измерено",
  },
});

/** The letters of parameters as formulas write them. */
const letters: { readonly [parameter: string]: string } = { alpha: "α" };

/** All there is to say of an activation on one card: it shows itself as a cell's result. */
export class Card {
  constructor(readonly activation: LibraryActivation) {}

  /** What is known, line by line. */
  get facts(): readonly (readonly [label: string, text: string])[] {
    const { kinks, range, zeroCentred, saturates, source, drawback } = this.activation;
    const measured = evidence(this.activation).join("; ");
    return [
      [words.kinks, kinks.length > 0 ? words.at(kinks.map((k) => show(k)).join(", ")) : words.none],
      [words.range, phrase(range.text)],
      [words.zeroCentred, phrase(zeroCentred)],
      [words.saturates, phrase(saturates)],
      [words.source, phrase(source)],
      [words.drawback, say(drawback)],
      ...(measured ? [[words.measured, `${measured}.`] as const] : []),
    ];
  }

  private get title(): string {
    const { name, parameters } = this.activation;
    const values = Object.entries(parameters).map(
      ([letter, value]) => `${letters[letter] ?? letter} = ${show(value)}`,
    );
    return values.length > 0 ? `${name}, ${words.with} ${values.join(", ")}` : name;
  }

  toHtml(): string {
    const { latex } = this.activation;
    const formula = (left: string, right: string) =>
      `<div style="margin: 0.4em 0">$\\displaystyle ${left} = ${escapeHtml(formulaText(right))}$</div>`;
    const lines = this.facts.map(
      ([label, text]) =>
        `<dt style="grid-column: 1; width: auto; float: none; font-weight: bold">${escapeHtml(label)}</dt>` +
        `<dd style="grid-column: 2; width: auto; margin: 0">${escapeHtml(text)}</dd>`,
    );
    return [
      '<div style="display: flex; flex-wrap: wrap; gap: 0.5em 2em; max-width: 54em">',
      `<div><strong>${escapeHtml(this.title)}</strong><br>${sketch(this.activation)}<br><small>${words.lines}</small></div>`,
      '<div style="flex: 1; min-width: 20em">',
      formula("f(x)", latex.f),
      formula("f'(x)", latex.df),
      '<dl style="display: grid; grid-template-columns: fit-content(11em) 1fr; gap: 0.2em 1em; margin: 0">',
      `${lines.join("")}</dl></div></div>`,
    ].join("");
  }

  toString(): string {
    const { latex } = this.activation;
    return [
      this.title,
      `f(x) = ${formulaText(latex.f)}`,
      `f'(x) = ${formulaText(latex.df)}`,
      ...this.facts.map(([label, text]) => `${label}: ${text}`),
    ].join("\n");
  }

  [Symbol.for("Jupyter.display")]() {
    return { "text/html": this.toHtml(), "text/plain": this.toString() };
  }
}

/** The card of an activation: `nn.card(nn.elu)`. Its numbers are those of data/activations.csv. */
export const card = (activation: LibraryActivation): Card => new Card(activation);
