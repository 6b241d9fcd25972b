/**
 * The file in which TypeScript sees a cell: tslab puts `export {};` on a line of its own before
 * what the learner wrote, and a line `export { a, b }` with all names of the cell after it.
 */
export const prefix = "export {};\n";

export const prefixLength = prefix.length;

/** Where in the file the learner's text ends: behind its last line in which there is something. */
export const endOf = (source: string): number => prefixLength + source.trimEnd().length;
