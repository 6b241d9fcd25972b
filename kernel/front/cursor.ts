/** Jupyter counts a cursor's position in characters of Unicode, JavaScript in UTF-16 units. */

export const toUnits = (text: string, characters: number): number =>
  [...text].slice(0, Math.max(0, characters)).join("").length;

export const toCharacters = (text: string, units: number): number =>
  [...text.slice(0, units)].length;

/** The cursor's position in the request, in UTF-16 units; without one, the end. */
export function cursorOf(code: string, position: unknown): number {
  return typeof position === "number" ? toUnits(code, position) : code.length;
}
