import { ValueError } from "../errors";
import { family, raw } from "./activation";

/** √(1+αx²), by which x is divided. `hypot` takes the root without x² overflowing. */
function rootOf(name: string, alpha: number): (x: number) => number {
  if (!(alpha > 0))
    throw new ValueError({
      en: `${name}: alpha needs to be above 0 (its root is taken), got ${alpha}.`,
      ru: `${name}: alpha должно быть больше 0 (из него берётся корень), получено ${alpha}.`,
    });
  const scale = Math.sqrt(alpha);
  return (x) => Math.hypot(1, scale * x);
}

const INVERSE_ROOT = raw`\frac{1}{\sqrt{1 + \alpha x^2}}`;

/** Inverse square root unit: Carlile et al. (2017). */
export const isru = family({ alpha: 1 }, ({ alpha }) => {
  const root = rootOf("ISRU", alpha);
  const bound = 1 / Math.sqrt(alpha);
  return {
    name: "ISRU",
    f: (x) => x / root(x),
    df: (x) => (1 / root(x)) ** 3,
    latex: { f: raw`\frac{x}{\sqrt{1 + \alpha x^2}}`, df: raw`\left(${INVERSE_ROOT}\right)^3` },
    kinks: [],
    source: "Carlile et al. 2017",
    range: { text: "(−1/√α, 1/√α)", low: -bound, high: bound },
    zeroCentred: "yes",
    saturates: "both, as 1/x³",
    drawback: {
      en: "Saturates faster than SoftSign and ArcTan: large inputs pass little gradient.",
      ru: "Насыщается быстрее, чем SoftSign и ArcTan: большие входы пропускают мало градиента.",
    },
  };
});

/** Inverse square root linear unit: Carlile et al. (2017). ISRU on the left, x on the right. */
export const isrlu = family({ alpha: 1 }, ({ alpha }) => {
  const root = rootOf("ISRLU", alpha);
  return {
    name: "ISRLU",
    f: (x) => (x >= 0 ? x : x / root(x)),
    df: (x) => (x >= 0 ? 1 : (1 / root(x)) ** 3),
    latex: {
      f: raw`\begin{cases} x & x \ge 0 \\ \frac{x}{\sqrt{1 + \alpha x^2}} & x < 0 \end{cases}`,
      df: raw`\begin{cases} 1 & x \ge 0 \\ \left(${INVERSE_ROOT}\right)^3 & x < 0 \end{cases}`,
    },
    kinks: [],
    source: "Carlile et al. 2017",
    range: { text: "(−1/√α, ∞)", low: -1 / Math.sqrt(alpha), high: Infinity },
    zeroCentred: "nearly",
    saturates: "left",
    drawback: {
      en: "The left side is flat for large inputs, as ELU's.",
      ru: "Левая часть при больших входах плоская, как у ELU.",
    },
  };
});
