import { ValueError } from "../errors";
import { type Matrix, map, mul } from "../matrix";
import { dense } from "../matrix/dense";
import { numbers } from "../matrix/numbers";
import { ofEntries, vjpOfEntries } from "../matrix/simd/entries";
import { requireMatrices } from "../matrix/types";
import { ownWork } from "../own-work";
import type { Words } from "../words";
import { formulaText } from "./phrases";

/** For formulas: in raw`\frac{1}{2}` a backslash is a backslash. */
export const { raw } = String;

/** A function and its derivative, for one number. */
export interface Unit {
  f(x: number): number;
  df(x: number): number;
}

/** An activation function with what a lesson, a plot and a test need to know of it. */
export interface Activation extends Unit {
  readonly name: string;
  /** Where f′ (for Binary: f) jumps. There df is a convention, and no difference can check it. */
  readonly kinks: readonly number[];
  /** The formulas, as functions of x. */
  readonly latex: { readonly f: string; readonly df: string };
  /** Who proposed it. */
  readonly source: string;
}

/** What sets one activation apart from another. */
export interface Traits {
  /** The values of f: as text, and the bounds that they never cross. */
  readonly range: { readonly text: string; readonly low: number; readonly high: number };
  /** Whether the mean of f is 0 for inputs around 0. */
  readonly zeroCentred: "yes" | "no" | "nearly" | "the layer, not the unit";
  /** On which side the slope goes to 0, and how fast where that is slower or faster than eˣ. */
  readonly saturates:
    | "no"
    | "left"
    | "both"
    | "both, as 1/x²"
    | "both, as 1/x³"
    | "both, exactly 0"
    | "one side"
    | "everywhere";
  /** What goes wrong with it first. */
  readonly drawback: Words;
}

export type ParameterValues = Readonly<Record<string, number>>;

/** One record of the table. It can be called: `sigmoid(Z)` is f of every entry. */
export interface LibraryActivation extends Activation, Traits {
  (x: number): number;
  (Z: Matrix): Matrix;
  /** f′ of every entry. */
  derivative(Z: Matrix): Matrix;
  /** g∘f′(Z) in one pass: the gradient of Z from the gradient g of f(Z). Shapes as in `mul`. */
  vjp(g: Matrix, Z: Matrix): Matrix;
  /** f and f′ of the unit in column j: the same for all j, but for Bipolar ReLU. */
  unit(j: number): Unit;
  /** The values of the formula's letters. */
  readonly parameters: ParameterValues;
  /** ∂f/∂parameter for each parameter that a network learns. */
  readonly dParameters: Readonly<Record<string, (x: number) => number>>;
}

/** An activation whose formula has letters: `elu.with({ alpha: 1.5 })`. */
export interface ActivationFamily<P extends ParameterValues> extends LibraryActivation {
  readonly parameters: P;
  /** The same activation with other values for some of its parameters. */
  with(changed: Partial<P>): ActivationFamily<P>;
}

/** What the author of an activation writes down; the rest follows from it. */
export interface Definition extends Activation, Traits {
  unit?(j: number): Unit;
  readonly dParameters?: LibraryActivation["dParameters"];
  /** The exercise that asks for this function. */
  readonly exercise?: string;
  /** What the matrix kernel calls this function, if it has it: the same bits, two numbers at a time. */
  readonly simd?: "relu" | "sigmoid" | "tanh";
}

/** f of every entry. */
function valuesOf({ f, simd }: Definition, { rows, cols, data }: Matrix): Matrix {
  const fast = simd && ofEntries(simd, data);
  if (fast) return dense(rows, cols, fast);
  const out = numbers(data.length);
  for (let k = 0; k < out.length; k++) out[k] = f(data[k]);
  return dense(rows, cols, out);
}

/** g∘f′, entry by entry; a loop of its own, so that the compiler can put f′ into it. */
function pulledBy(
  { df, simd }: Definition,
  { data: gradient }: Matrix,
  { rows, cols, data }: Matrix,
): Matrix {
  const fast = simd && vjpOfEntries(simd, gradient, data);
  if (fast) return dense(rows, cols, fast);
  const out = numbers(data.length);
  for (let k = 0; k < out.length; k++) out[k] = gradient[k] * df(data[k]);
  return dense(rows, cols, out);
}

/** Makes the record of a definition. */
export function activation(definition: Definition): LibraryActivation {
  const { name, exercise, kinks, latex, source, range, zeroCentred, saturates } = definition;
  const own = (g: (x: number) => number) => (x: number) => {
    if (exercise !== undefined) ownWork(exercise);
    return g(x);
  };
  const guarded = ({ f, df }: Unit): Unit => ({ f: own(f), df: own(df) });

  const common = guarded(definition);
  const unit = (j: number): Unit => (definition.unit ? guarded(definition.unit(j)) : common);
  // Once for the whole matrix: the guard, the check, and, but for Bipolar ReLU, the unit.
  const ofEveryEntry = (part: "f" | "df", Z: Matrix): Matrix => {
    requireMatrices(name, { Z });
    if (exercise !== undefined) ownWork(exercise);
    const { unit } = definition;
    if (!unit) return part === "f" ? valuesOf(definition, Z) : map(Z, definition.df);
    const units = Array.from({ length: Z.cols }, (_, j) => unit(j)[part]);
    return map(Z, (z, _, j) => units[j](z));
  };
  const derivative = (Z: Matrix) => ofEveryEntry("df", Z);
  const vjp = (g: Matrix, Z: Matrix) => {
    requireMatrices(name, { g, Z });
    // Bipolar ReLU; or a row, a column or a number that is repeated.
    if (definition.unit || g.rows !== Z.rows || g.cols !== Z.cols) return mul(g, derivative(Z));
    ownWork("activationBackward");
    if (exercise !== undefined) ownWork(exercise);
    return pulledBy(definition, g, Z);
  };

  const call = (x: number | Matrix) => (typeof x === "number" ? common.f(x) : ofEveryEntry("f", x));
  Object.defineProperty(call, "name", { value: name });
  return Object.assign(call, {
    ...common,
    ...{ kinks, latex, source, range, zeroCentred, saturates, drawback: definition.drawback },
    unit,
    ...{ derivative, vjp },
    parameters: {},
    dParameters: definition.dParameters ?? {},
    [Symbol.for("Jupyter.display")]: () => ({
      "text/latex": raw`$$f(x) = ${formulaText(latex.f)} \qquad f'(x) = ${formulaText(latex.df)}$$`,
      "text/plain": name,
    }),
    [Symbol.for("nodejs.util.inspect.custom")]: () => name,
  }) as LibraryActivation;
}

/** Makes an activation with parameters: its definition is a function of their values. */
export function family<P extends ParameterValues>(
  values: P,
  define: (values: P) => Definition,
): ActivationFamily<P> {
  const record = activation(define(values));
  for (const letter in values)
    if (!Number.isFinite(values[letter]))
      throw new ValueError({
        en: `${record.name}: ${letter} needs to be a number, got ${values[letter]}.`,
        ru: `${record.name}: ${letter} должно быть числом, получено ${values[letter]}.`,
      });
  return Object.assign(record, {
    parameters: values,
    with: (changed: Partial<P>) => family({ ...values, ...changed }, define),
  });
}
