import type { LibraryActivation } from "../activations";
import { cellsOf, lineOf } from "../data/csv";
import { inData, readText } from "../data/files";
import { DataError } from "../errors";
import { say } from "../words";

/** What an activation costs and gives, in numbers. */
export interface Measured {
  /** The mean output for N(0, 1) inputs. */
  readonly mean: number;
  /** The share of N(0, 1) and of N(0, 9) inputs where |f′| < 0.01, in percent. */
  readonly flat_1: number;
  readonly flat_3: number;
  /** How much of a gradient at layer 20 arrives at layer 1. */
  readonly depth: number;
  /** How many of 300 points of the spirals are right after training from the seeds 3, 4, 5. */
  readonly right_3: number;
  readonly right_4: number;
  readonly right_5: number;
  /** The median of these. */
  readonly right: number;
  /** The median loss of the three trainings. */
  readonly loss: number;
  /** f′(−1) after training, the median: only Parametric ReLU's is another than before. */
  readonly left_slope: number;
}

const texts = ["name", "range", "zero_centred", "saturates"] as const;
const numbers = [
  "mean",
  "flat_1",
  "flat_3",
  "depth",
  "right_3",
  "right_4",
  "right_5",
  "right",
  "loss",
  "left_slope",
] as const satisfies readonly (keyof Measured)[];

/** Six digits: more would say how a sum was rounded, not what was measured. */
const written = (x: number): number => Number(x.toPrecision(6));

/** The text of data/activations.csv: a line for each activation, traits first, then numbers. */
export const measuredCsv = (
  rows: readonly { readonly f: LibraryActivation; readonly measured: Measured }[],
): string => {
  const lines = rows.map(({ f, measured }) =>
    lineOf([
      f.name,
      f.range.text,
      f.zeroCentred,
      f.saturates,
      ...numbers.map((column) => written(measured[column])),
    ]),
  );
  return `${[lineOf([...texts, ...numbers]), ...lines].join("\n")}\n`;
};

/**
 * What data/activations.csv says of an activation.
 * @throws DataError if it says nothing.
 */
export function measuredOf({ name }: LibraryActivation): Measured {
  const [head, ...rows] = readText(inData("activations.csv"), "measuredOf")
    .trim()
    .split("\n")
    .map(cellsOf);
  const row = rows.find(([first]) => first === name);
  if (row === undefined)
    throw new DataError(
      say({
        en: `measuredOf: data/activations.csv has no row for ${name}; npm run measure:activations writes it.`,
        ru: `measuredOf: в data/activations.csv нет строки для ${name}; её запишет npm run measure:activations.`,
      }),
    );
  const cells = numbers.map((column) => [column, Number(row[head.indexOf(column)])]);
  return Object.fromEntries(cells) as Record<keyof Measured, number>;
}
