import { say } from "../words";

/** How an operation is written: in a drawing's node, as a formula, and its local derivatives. */
export interface Notation {
  /** A few letters, for the inside of a node. */
  readonly symbol: string;
  /** From what its arguments are called, or from their numbers. */
  formula(...xs: string[]): string;
  /** ∂y/∂x for each argument x, from the names of the result y and of the arguments. */
  local(y: string, ...xs: string[]): string[];
  /** ∂L/∂x from g = ∂L/∂y, where that is not g∘∂y/∂x, entry by entry. */
  product?(g: string, ...xs: string[]): string[];
}

/** y = f(x), where ∂y/∂x is the same for all arguments. */
const named = (
  symbol: string,
  local: (y: string, x: string) => string,
  name = symbol,
): Notation => ({
  symbol,
  formula: (...xs) => `${name}(${xs.join(", ")})`,
  local: (y, ...xs) => xs.map((x) => local(y, x)),
});

/** 3·x^2, and for a square 2·x. */
const slopeOfPower = (x: string, n: string): string =>
  n === "2" ? `2·${x}` : `${n}·${x}^(${n} − 1)`;

const table: Readonly<Record<string, Notation>> = {
  add: { symbol: "+", formula: (a, b) => `${a} + ${b}`, local: () => ["1", "1"] },
  sub: { symbol: "−", formula: (a, b) => `${a} − ${b}`, local: () => ["1", "−1"] },
  mul: { symbol: "×", formula: (a, b) => `${a}·${b}`, local: (_, a, b) => [b, a] },
  div: {
    symbol: "÷",
    formula: (a, b) => `${a}/${b}`,
    local: (y, _, b) => [`1/${b}`, `−${y}/${b}`],
  },
  neg: { symbol: "−", formula: (x) => `−${x}`, local: () => ["−1"] },
  pow: { symbol: "xⁿ", formula: (x, n) => `${x}^${n}`, local: (_, x, n) => [slopeOfPower(x, n)] },
  exp: { symbol: "eˣ", formula: (x) => `e^${x}`, local: (y) => [y] },
  log: { symbol: "ln", formula: (x) => `ln ${x}`, local: (_, x) => [`1/${x}`] },
  matmul: {
    symbol: "·",
    formula: (A, B) => `${A}·${B}`,
    local: (_, A, B) => [B, A],
    product: (g, A, B) => [`${g}·${B}ᵀ`, `${A}ᵀ·${g}`],
  },
  affine: {
    symbol: "·W+b",
    formula: (X, W, b) => `${X}·${W} + ${b}`,
    local: (_, X, W) => [W, X, "1"],
    product: (g, X, W) => [
      `${g}·${W}ᵀ`,
      `${X}ᵀ·${g}`,
      say({ en: `Σ rows of ${g}`, ru: `Σ строк ${g}` }),
    ],
  },
  transpose: {
    symbol: "ᵀ",
    formula: (X) => `${X}ᵀ`,
    local: () => ["1"],
    product: (g) => [`${g}ᵀ`],
  },
  sum: named("Σ", () => "1"),
  mean: named("mean", () => "1/n"),
  logSumExp: named("lse", () => "softmax", "logSumExp"),
  Sigmoid: named("σ", (y) => `${y}(1 − ${y})`),
  TanH: named("tanh", (y) => `1 − ${y}²`),
  ReLU: named("ReLU", (_, x) => `[${x} > 0]`),
  softmaxCrossEntropy: named("CE", () => "(p − y)/n", "crossEntropy"),
  bceWithLogits: named("BCE", () => "(σ − y)/n"),
  meanSquaredError: named("MSE", () => "2(ŷ − y)/n"),
};

/** Any other operation is written as a function with its prime: f(x) and f′. */
const asFunction = (operation: string): Notation => {
  const short = operation.length <= 5 ? operation : "f";
  return named(short, () => `${short}′`, operation);
};

export const notationOf = (operation: string): Notation =>
  Object.hasOwn(table, operation) ? table[operation] : asFunction(operation);

/** What argument k gets from g: Wᵀ·g, g∘b, −g. */
export function productOf(
  operation: string,
  k: number,
  g: string,
  y: string,
  xs: readonly string[],
): string {
  const { local, product } = notationOf(operation);
  if (product) return product(g, ...xs)[k];
  const factor = local(y, ...xs)[k];
  if (factor === "1") return g;
  return factor === "−1" ? `−${g}` : `${g}∘${factor}`;
}
