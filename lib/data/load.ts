import { DataError } from "../errors";
import { cellsOf } from "./csv";
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
    throw new DataError({
      en: `load: ${shown(path)} is malformed (${(error as Error).message}).`,
      ru: `load: файл ${shown(path)} испорчен (${(error as Error).message}).`,
    });
  }
}

function pathOf(name: string): string {
  if (/^\w+:\/\//.test(name)) {
    throw new DataError({
      en: `load: ${name} is an address; only files on this computer are read.`,
      ru: `load: ${name} — адрес, а читаются только файлы на этом компьютере.`,
    });
  }
  if (name.endsWith(".csv")) return inProject(name);
  const known = namesInData(".csv");
  if (known.includes(name)) return inData(`${name}.csv`);
  throw new DataError({
    en:
      `load: there is no data set "${name}"; there are ${known.join(", ")} ` +
      "(another file needs its path, with .csv at the end).",
    ru:
      `load: набора данных "${name}" нет; есть ${known.join(", ")} ` +
      "(для другого файла нужен путь с .csv в конце).",
  });
}

/** A header of different names, then rows of as many cells. */
function checkTable(text: string, file: string): void {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const header = cellsOf(lines[0]);
  const bad = header.find((name) => name === "" || !Number.isNaN(Number(name)));
  if (bad !== undefined) {
    throw new DataError({
      en:
        `load: the first line of ${file} must name the columns, and it holds "${bad}" ` +
        "(the digits have no such line; loadDigits() reads them).",
      ru:
        `load: в первой строке файла ${file} должны быть имена столбцов, а там "${bad}" ` +
        "(у цифр такой строки нет, их читает loadDigits()).",
    });
  }
  const twice = header.find((name, i) => header.indexOf(name) < i);
  if (twice !== undefined) {
    throw new DataError({
      en: `load: ${file} names two columns "${twice}"; every name must differ.`,
      ru: `load: в файле ${file} два столбца "${twice}"; имена должны различаться.`,
    });
  }
  const rows = lines.slice(1);
  if (rows.at(-1) === "") rows.pop();
  if (rows.length === 0)
    throw new DataError({
      en: `load: ${file} names its columns and has no rows.`,
      ru: `load: в файле ${file} есть имена столбцов и нет строк.`,
    });
  rows.forEach((row, i) => {
    const count = cellsOf(row).length;
    if (row.trim() === "")
      throw new DataError({
        en: `load: line ${i + 2} of ${file} is empty.`,
        ru: `load: строка ${i + 2} файла ${file} пуста.`,
      });
    if (count === header.length) return;
    throw new DataError({
      en:
        `load: line ${i + 2} of ${file} needs ${header.length} cells, as the header has, ` +
        `and has ${count}.`,
      ru:
        `load: в строке ${i + 2} файла ${file} должно быть ячеек, как в заголовке, ${header.length}, ` +
        `а их ${count}.`,
    });
  });
}
