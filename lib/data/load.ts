import { DataError } from "../errors";
import { type DataFrame, readCSV } from "./danfojs";
import { inData, inProject, namesInData, readText, shown } from "./files";

/**
 * A table from a CSV file: `await load("iris")` reads data/iris.csv, and a name that ends in .csv
 * is a path from the project's root. The first line names the columns.
 *
 * @throws DataError when there is no such file, or it is empty, has no header, or has a row with
 * another number of cells than the header, or can't be parsed.
 */
export async function load(name: string): Promise<DataFrame> {
  const path = pathOf(name);
  checkTable(readText(path, "load"), shown(path));
  try {
    return (await readCSV(path)) as DataFrame;
  } catch (error) {
    throw new DataError(`load: ${shown(path)} is malformed (${(error as Error).message}).`);
  }
}

function pathOf(name: string): string {
  if (/^\w+:\/\//.test(name)) {
    throw new DataError(`load: ${name} is an address; only files on this computer are read.`);
  }
  if (name.endsWith(".csv")) return inProject(name);
  const known = namesInData(".csv");
  if (known.includes(name)) return inData(`${name}.csv`);
  throw new DataError(
    `load: there is no data set "${name}"; there are ${known.join(", ")} ` +
      "(another file needs its path, with .csv at the end).",
  );
}

/** A header of different names, then rows of as many cells. */
function checkTable(text: string, file: string): void {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const header = cellsOf(lines[0]);
  const bad = header.find((name) => name === "" || !Number.isNaN(Number(name)));
  if (bad !== undefined) {
    throw new DataError(
      `load: the first line of ${file} must name the columns, and it holds "${bad}" ` +
        "(the digits have no such line; loadDigits() reads them).",
    );
  }
  const twice = header.find((name, i) => header.indexOf(name) < i);
  if (twice !== undefined) {
    throw new DataError(`load: ${file} names two columns "${twice}"; every name must differ.`);
  }
  const rows = lines.slice(1);
  if (rows.at(-1) === "") rows.pop();
  if (rows.length === 0) throw new DataError(`load: ${file} names its columns and has no rows.`);
  rows.forEach((row, i) => {
    const count = cellsOf(row).length;
    if (row.trim() === "") throw new DataError(`load: line ${i + 2} of ${file} is empty.`);
    if (count === header.length) return;
    throw new DataError(
      `load: line ${i + 2} of ${file} needs ${header.length} cells, as the header has, ` +
        `and has ${count}.`,
    );
  });
}

/** Cells may be quoted, and then hold commas and doubled quotes, but not line breaks. */
const cellsOf = (line: string): string[] =>
  Array.from(`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g), ([, cell]) =>
    cell.replace(/^"|"$/g, "").trim(),
  );
