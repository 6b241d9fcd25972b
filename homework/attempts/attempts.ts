/**
 * What people write for an exercise, as the source of its cell: solutions that have to earn every
 * point, however they are written, and wrong ones that have to earn less and be told why.
 * The cell sees what a lesson's first cell brings: `nn`, and the type `Matrix`.
 */
export interface Attempts {
  /** "1.1" */
  readonly exercise: string;
  /** The function that the cells define. */
  readonly name: string;
  /** Inputs whose calls take long: quick tests leave them out. */
  // biome-ignore lint/suspicious/noExplicitAny: the inputs of any exercise
  readonly long?: (input: any) => boolean;
  readonly right: { readonly [way: string]: string };
  readonly wrong: { readonly [slip: string]: WrongAttempt };
}

export interface WrongAttempt {
  readonly source: string;
  /** What the report's message has to contain: the words that name this slip and no other. */
  readonly says: string;
}

/** The cells of one function, from the bodies that differ. */
export const bodiesOf = (signature: string) => (body: string) =>
  `${signature} {\n${body
    .trim()
    .split("\n")
    .map((line) => `  ${line.replace(/^ {6}/, "")}`)
    .join("\n")}\n}`;
