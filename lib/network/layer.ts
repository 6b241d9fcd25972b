import type { Operand, Tensor } from "../autograd";
import { escapeHtml } from "../html";
import { shapeOf } from "../matrix";
import { say } from "../words";

/** A function of a batch that has parameters to learn: `layer(X)`, one sample a row. */
export interface Layer {
  (X: Operand): Tensor;
  /** What an optimizer moves. */
  parameters(): readonly Tensor[];
}

/** Makes a layer that shows its parameters. */
export function layer(forward: (X: Operand) => Tensor, parameters: readonly Tensor[]): Layer {
  return Object.assign((X: Operand) => forward(X), {
    parameters: () => parameters,
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": toHtml(parameters),
      "text/plain": toText(parameters),
    }),
    [Symbol.for("nodejs.util.inspect.custom")]: () => toText(parameters),
  });
}

const count = (parameters: readonly Tensor[]): number =>
  parameters.reduce((total, { value }) => total + value.data.length, 0);

const lines = (parameters: readonly Tensor[]): string[][] => [
  ...parameters.map((t) => [t.name ?? "", shapeOf(t.value), String(t.value.data.length)]),
  [say({ en: "parameters", ru: "параметры" }), "", String(count(parameters))],
];

function toText(parameters: readonly Tensor[]): string {
  const table = lines(parameters);
  const widths = [0, 1, 2].map((j) => Math.max(...table.map((line) => line[j].length)));
  return table
    .map(([name, ...rest]) =>
      [name.padEnd(widths[0]), ...rest.map((text, j) => text.padStart(widths[j + 1]))].join("  "),
    )
    .join("\n");
}

function toHtml(parameters: readonly Tensor[]): string {
  const cell = 'style="text-align: right; padding: 0 0.6em"';
  const rows = lines(parameters).map(
    ([name, shape, entries]) =>
      `<tr><th scope="row" ${cell}>${escapeHtml(name)}</th><td ${cell}>${shape}</td><td ${cell}>${entries}</td></tr>`,
  );
  return `<table style="color: inherit; background: none"><tbody>${rows.join("")}</tbody></table>`;
}
