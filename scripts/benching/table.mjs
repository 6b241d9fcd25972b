/**
 * A benchmark prints a line for each figure: what, which, how much, with two or more spaces or
 * a tab between them. An empty first column stands for the line before.
 */
export const rowsOf = (output) =>
  output
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => line.trimEnd().split(/\s{2,}|\t/));

/** The rows as one table with aligned columns. */
export function tableOf(rows) {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, j) =>
    Math.max(...rows.map((row) => (row[j] ?? "").length)),
  );
  const line = (row) =>
    row
      .map((entry, j) => entry.padEnd(widths[j]))
      .join("   ")
      .trimEnd();
  return rows.map(line).join("\n");
}
