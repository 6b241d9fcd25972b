import { ValueError } from "../../errors";
import { escapeHtml } from "../../html";
import { type Matrix, shapeOf } from "../../matrix";
import { requireMatrices } from "../../matrix/types";
import { say } from "../../words";
import { relativeError } from "../closeness";
import { showNumber } from "../show";
import { table } from "../table";
import { diagnose, type GradientMistake } from "./diagnose";
import { constantRatio, type GradientContext, sameShape, without, worstError } from "./evidence";
import { neighbours, numericGradient } from "./numeric";
import { gradientWords } from "./words";

/** A share of coordinates at kinks above which a check says nothing. */
const MAX_SKIPPED = 0.1;
/** Entries shown in a report, the worst first. */
const SHOWN = 5;

/** What a gradient check found. Shows itself as a sentence and the entries that are most wrong. */
export class GradientReport {
  constructor(
    readonly right: boolean,
    /** The likeliest mistake, where there is one. */
    readonly mistake: GradientMistake | undefined,
    /** max |a − n| / max(1e-8, |a| + |n|) over the coordinates that were compared. */
    readonly error: number,
    readonly message: string,
    readonly numeric: Matrix,
    readonly analytic: Matrix,
  ) {}

  private rows(): string[][] {
    if (this.right || !sameShape(this.analytic, this.numeric)) return [];
    const { analytic, numeric } = this;
    return Array.from(analytic.data, (a, k) => ({ a, k, error: relativeError(a, numeric.data[k]) }))
      .sort((x, y) => y.error - x.error)
      .slice(0, SHOWN)
      .map(({ a, k, error }) => [
        `(${Math.floor(k / analytic.cols)}, ${k % analytic.cols})`,
        showNumber(a),
        showNumber(numeric.data[k]),
        error.toPrecision(3),
      ]);
  }

  toString(): string {
    return `${this.right ? "✓" : "✗"} ${this.message}`;
  }

  [Symbol.for("Jupyter.display")]() {
    const rows = this.rows();
    const html = `<p>${escapeHtml(this.toString())}</p>`;
    return {
      "text/html": rows.length > 0 ? html + table(say(gradientWords).columns, rows) : html,
      "text/plain": this.toString(),
    };
  }
}

/**
 * Compares a gradient with central differences and says what is likely wrong with it.
 *
 * @param f the loss as a function of x, a number.
 * @param x where the gradient was taken, n×m.
 * @param analytic the gradient under test; right when it is n×m and its relative error ≤ 1e-7.
 * @param context what else is known: the more, the better the diagnosis.
 * @throws ValueError if f gives no number at x's neighbours.
 */
export function checkGradient(
  f: (x: Matrix) => number,
  x: Matrix,
  analytic: Matrix,
  context: GradientContext = {},
): GradientReport {
  requireMatrices("checkGradient", { x, analytic });
  const words = say(gradientWords);
  const numeric = numericGradient(f, x);
  const nowhere = numeric.data.findIndex((slope) => !Number.isFinite(slope));
  if (nowhere >= 0)
    throw new ValueError({
      en:
        `checkGradient: f gives ${f(neighbours(x, nowhere)[0])} beside x (entry ${nowhere}), so there is ` +
        "no slope to compare with. Is a logarithm taken of 0, or of the label instead of the probability?",
      ru:
        `checkGradient: рядом с x (элемент ${nowhere}) f даёт ${f(neighbours(x, nowhere)[0])}, и наклона, ` +
        "с которым можно сравнить, нет. Не берётся ли логарифм от 0 или от метки вместо вероятности?",
    });

  const skipped = atKinks(x, context.branches);
  const compared = sameShape(analytic, numeric)
    ? { numeric: without(numeric, skipped), analytic: without(analytic, skipped) }
    : { numeric, analytic };
  const evidence = { ...compared, context };
  const mistake = diagnose(evidence);
  const error = sameShape(analytic, numeric)
    ? worstError(compared.analytic, compared.numeric)
    : Number.POSITIVE_INFINITY;

  const tooMany = skipped.size > MAX_SKIPPED * x.data.length;
  const facts = {
    analyticShape: shapeOf(analytic),
    numericShape: shapeOf(numeric),
    ratio: showNumber(
      mistake && sameShape(analytic, numeric) ? (constantRatio(evidence) ?? Number.NaN) : 1,
    ),
    uses: context.uses ?? 1,
  };
  const message = [
    mistake ? words.mistakes[mistake](facts) : tooMany ? words.tooManySkipped : words.right,
    Number.isFinite(error) ? words.error(error.toPrecision(3)) : "",
    skipped.size > 0 ? words.skipped(skipped.size, x.data.length) : "",
  ];
  const right = !mistake && !tooMany;
  return new GradientReport(
    right,
    mistake,
    error,
    message.filter(Boolean).join(" "),
    compared.numeric,
    compared.analytic,
  );
}

/** The coordinates whose step up and step down lie on different sides of a kink. */
function atKinks(x: Matrix, branches: GradientContext["branches"]): Set<number> {
  const skipped = new Set<number>();
  if (!branches) return skipped;
  for (let k = 0; k < x.data.length; k++) {
    const [up, down] = neighbours(x, k).map((at) => Array.from(branches(at)));
    if (up.some((side, i) => side !== down[i])) skipped.add(k);
  }
  return skipped;
}
