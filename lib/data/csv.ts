/** The cells of one line. They may be quoted, and then hold commas and doubled quotes. */
export const cellsOf = (line: string): string[] =>
  Array.from(`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g), ([, cell]) =>
    cell.replace(/^"|"$/g, "").replaceAll('""', '"').trim(),
  );

/** One line of these cells, quoted where it must be. */
export const lineOf = (cells: readonly (string | number)[]): string =>
  cells
    .map(String)
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",");
