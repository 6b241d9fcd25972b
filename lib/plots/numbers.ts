/** `n` numbers from `from` to `to`, both included, at equal distances. */
export const linspace = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));

/** A number as it stands on a page: a true minus sign, and no more digits than say something. */
export function show(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞").replace("-", "−");
  const text = String(Number(value.toPrecision(digits)));
  return text === "-0" ? "0" : text.replaceAll("-", "−");
}

/** A number with always the same count of decimals, so that a changing one stands still. */
export const fixed = (value: number, decimals: number): string => {
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
};

/** A number in brackets if it is negative, to stand after an operation's sign. */
export const factor = (value: number): string => (value < 0 ? `(${show(value)})` : show(value));

/** An index as it is written below a letter. */
export const subscript = (index: number): string =>
  String(index).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]);

/** The smallest and the largest of `values`, with room of `share` of the distance on both sides. */
export function span(values: ArrayLike<number>, share = 0.08): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const room = (high - low) * share;
  return [low - room, high + room];
}
