import { DataError } from "../errors";
import { inData, namesInData, readText } from "./files";

/** The lists of data/: two kinds of spells and the texts of sweets, all invented for this course. */
export type NameList = "spells-tabletop" | "spells-charms" | "valentines";

/**
 * The names of a list as they are written: letters, spaces and hyphens.
 * @throws DataError when there is no such list.
 */
export function loadNames(list: NameList): string[] {
  const known = namesInData(".txt");
  if (!known.includes(list)) {
    throw new DataError({
      en: `loadNames: there is no list "${list}"; there are ${known.join(", ")}.`,
      ru: `loadNames: списка "${list}" нет; есть ${known.join(", ")}.`,
    });
  }
  return readText(inData(`${list}.txt`), "loadNames")
    .trim()
    .split(/\r?\n/);
}
