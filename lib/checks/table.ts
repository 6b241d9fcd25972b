import { escapeHtml } from "../html";

/** A table with header cells, in the colours of the page it stands on. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = "padding: 0.2em 0.8em 0.2em 0; text-align: left; vertical-align: top";
  const head = columns.map((c) => `<th scope="col" style="${cell}">${escapeHtml(c)}</th>`).join("");
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((text) => `<td style="${cell}">${escapeHtml(text)}</td>`).join("");
    return `<tr><th scope="row" style="${cell}; font-weight: normal; white-space: nowrap">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  return `<table style="border-collapse: collapse"><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
