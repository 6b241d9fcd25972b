/** What a cell says of an activation: bodies of f and f′, and the list of kinks. */
export interface Record {
  readonly f: string;
  readonly df: string;
  readonly kinks: string;
}

const indented = (body: string) => body.trim().replace(/\n\s*/g, "\n    ");

/** The cells of one activation that is an object, from what differs from the usual solution. */
export const recordsOf =
  (name: string, usual: Record) =>
  (changed: Partial<Record>): string => {
    const { f, df, kinks } = { ...usual, ...changed };
    return `const ${name}: Pick<nn.Activation, "f" | "df" | "kinks"> = {
  f(x: number): number {
    ${indented(f)}
  },
  df(x: number): number {
    ${indented(df)}
  },
  kinks: ${kinks},
};`;
  };
