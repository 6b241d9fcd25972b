import type { Operand, Tensor } from "../autograd";
import { show, subscript } from "../plots/numbers";

/** w0 is written w₀. */
const lowered = (name: string): string =>
  name.replace(/\d+$/, (digits) => digits.replace(/\d/g, (digit) => subscript(Number(digit))));

/**
 * What the tensors of a graph are called: as the learner named them, a constant by its number, the
 * last one, if it is a number, L for loss, and the rest by their operation, counted where it occurs
 * more than once: mul₁, mul₂.
 * @param known more names, of tensors or of matrices that became constants.
 */
export function namesOf(
  tensors: readonly Tensor[],
  known: Readonly<Record<string, Operand>>,
): string[] {
  const last = tensors[tensors.length - 1];
  const given = tensors.map((t) => {
    const name = Object.keys(known).find((key) => known[key] === t || known[key] === t.value);
    const own = name ?? t.name;
    if (own !== undefined) return lowered(own);
    const isNumber = t.value.data.length === 1;
    if (t.isConstant && isNumber) return show(t.value.data[0]);
    return t === last && isNumber ? "L" : undefined;
  });
  const unnamed = tensors.filter((_, i) => given[i] === undefined);
  return tensors.map((t, i) => {
    const { operation } = t.origin;
    const alike = unnamed.filter(({ origin }) => origin.operation === operation);
    const counted = alike.length > 1 ? lowered(`${operation}${alike.indexOf(t) + 1}`) : operation;
    return given[i] ?? counted;
  });
}
