import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { DataError } from "../errors";

const ROOT = resolve(__dirname, "..", "..");
const DATA = join(ROOT, "data");

/** The names of the files in data/ with this ending, without it. */
export const namesInData = (ending: string): string[] =>
  readdirSync(DATA)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

/** The path of a file in data/, wherever the process was started. */
export const inData = (file: string): string => join(DATA, file);

/** The path of a file, counted from the project's root. */
export const inProject = (path: string): string => resolve(ROOT, path);

/** A path as a learner knows it: from the project's root where it lies inside. */
export function shown(path: string): string {
  const inside = relative(ROOT, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}

/**
 * The text of a file that must be there and not be empty.
 * @throws DataError when it is missing, unreadable or empty.
 */
export function readText(path: string, caller: string): string {
  if (!existsSync(path))
    throw new DataError({
      en: `${caller}: there is no file ${shown(path)}.`,
      ru: `${caller}: файла ${shown(path)} нет.`,
    });
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new DataError({
      en: `${caller}: ${shown(path)} can't be read (${(error as Error).message}).`,
      ru: `${caller}: файл ${shown(path)} не читается (${(error as Error).message}).`,
    });
  }
  if (text.trim() === "")
    throw new DataError({
      en: `${caller}: ${shown(path)} is empty.`,
      ru: `${caller}: файл ${shown(path)} пуст.`,
    });
  return text;
}
