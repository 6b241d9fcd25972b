import { ValueError } from "../../errors";
import { add, exp, mul, sub, type Value, value } from "../../values";

const operations = { "+": add, "−": sub, "·": mul } as const;

/**
 * The values of a computation that is written line by line: "a = 3", "c = a · b", "d = exp c".
 * Each line may use the names above it. The last one is the root.
 */
export function computed(lines: readonly string[]): Map<string, Value> {
  const values = new Map<string, Value>();
  const known = (name: string): Value => {
    const found = values.get(name);
    if (!found)
      throw new ValueError({
        en: `computed: ${name} is used before its line.`,
        ru: `computed: ${name} использовано раньше своей строки.`,
      });
    return found;
  };
  for (const line of lines) {
    const [name, , ...right] = line.split(" ");
    values.set(name, of(right));
  }
  return values;

  function of(right: readonly string[]): Value {
    if (right.length === 1) return value(Number(right[0].replace("−", "-")));
    if (right[0] === "exp") return exp(known(right[1]));
    const [left, sign, other] = right;
    return operations[sign as keyof typeof operations](known(left), known(other));
  }
}
