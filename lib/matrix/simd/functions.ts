import { type Code, type Definition, f64x2, i32, shiftLeft, v128 } from "./assembler";
import { ofLines, type Paper } from "./lines";

const { abs, neg, trunc, add, sub, mul, div, max } = f64x2;
const { atMost, atLeast, equal, below, above, notBelow } = f64x2;
const { and, or, select } = v128;

/** c₀ + t(c₁ + t(c₂ + …)). */
const polynomial = (paper: Paper, t: Code, [c, ...rest]: readonly number[]): Code =>
  rest.length === 0 ? paper.number(c) : add(paper.number(c), mul(t, polynomial(paper, t, rest)));

/** |x| with the sign of y. */
const withSign = ({ number }: Paper, x: Code, y: Code): Code => or(x, and(y, number(-0)));

/** 2ᵏ for whole k: k + 1023 are the exponent's bits, which are above the 52 of the fraction. */
const powerOf2 = ({ number }: Paper, k: Code): Code =>
  shiftLeft(add(k, number(1.5 * 2 ** 52 + 1023)), i32.constant(52));

/** ln 2 in two parts, of which the first has so few digits that whole multiples of it are exact. */
const [LN2_HIGH, LN2_LOW] = [0.6931471803691238, 1.9082149292705877e-10];
/** A half of ln 2, rounded up to a number whose lower 32 bits are 0: below it, k is 0. */
const HALF_LN2 = 0.3465735912322998;

/** x = k·ln 2 + high − low, where k is a whole number and |high − low| is at most a half of ln 2. */
function withoutLn2(paper: Paper, x: Code) {
  const { note, number } = paper;
  const half = withSign(paper, number(0.5), x);
  const nearest = trunc(add(mul(number(Math.LOG2E), x), half));
  const k = note(and(nearest, notBelow(abs(x), number(HALF_LN2))));
  const high = note(sub(x, mul(k, number(LN2_HIGH))));
  const low = note(mul(k, number(LN2_LOW)));
  return { k, high, low, rest: note(sub(high, low)) };
}

/**
 * eˣ = 2ᵏ·eʳ, and eʳ = 1 + r + r·c/(2 − c), where c is r less a polynomial in r². These are the steps
 * of fdlibm (Sun 1993), which Math.exp takes, too; so the bits are the same.
 */
function exponential(paper: Paper, x: Code): Code {
  const { note, number } = paper;
  const [one, two] = [number(1), number(2)];
  // Beyond, the result is Infinity or 0 already.
  const bounded = note(atLeast(atMost(x, number(710)), number(-750)));
  const { k, high, low, rest: r } = withoutLn2(paper, bounded);
  const t = note(mul(r, r));
  const P = [
    0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
    4.1381367970572385e-8,
  ];
  const c = note(sub(r, mul(t, polynomial(paper, t, P))));
  const y = sub(one, sub(sub(low, div(mul(r, c), sub(two, c))), high));
  // In two factors, as 2ᵏ alone may be too large or too small where the product is not.
  const k1 = note(trunc(mul(k, number(0.5))));
  const scaled = mul(mul(y, powerOf2(paper, k1)), powerOf2(paper, sub(k, k1)));
  const near0 = select(below(abs(x), number(2 ** -28)), add(one, x), scaled);
  return note(select(equal(x, one), number(Math.E), near0));
}

/**
 * tanh|x| = 1 − 2/(e²|ˣ| − 1 + 2) from 1 on, and −t/(t + 2) with t = e⁻²|ˣ| − 1 below, where eᵘ − 1 is
 * made as fdlibm's expm1 makes it: without a subtraction from 1 that would lose the digits of a small
 * u. The steps, and the bits, are those of Math.tanh.
 */
function hyperbolicTangent(paper: Paper, x: Code): Code {
  const { note, number } = paper;
  const [one, two, half] = [number(1), number(2), number(0.5)];
  const size = note(atMost(abs(x), number(22))); // where tanh is 1 to the last bit
  const large = note(notBelow(size, one));
  const u = note(mul(size, select(large, two, number(-2))));
  const { k, high, low, rest: r } = withoutLn2(paper, u);
  const lost = note(sub(sub(high, r), low));
  const halfR = note(mul(half, r));
  const h = note(mul(r, halfR));
  const Q = [
    1, -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6,
    -2.0109921818362437e-7,
  ];
  const r1 = note(polynomial(paper, h, Q));
  const t = note(sub(number(3), mul(r1, halfR)));
  const e = mul(h, div(sub(r1, t), sub(number(6), mul(r, t))));
  const error = note(sub(sub(mul(r, sub(e, lost)), lost), h)); // eʳ − 1 = r − error
  const less = note(sub(error, r));
  const [p, q] = [note(powerOf2(paper, k)), note(powerOf2(paper, neg(k)))];
  // 2ᵏ(1 + r − error) − 1, with the subtrahend brought in where the most digits remain for this k.
  const whole = select(large, sub(one, q), and(below(k, number(-1)), one));
  const left = atLeast(atMost(mul(number(-0.5), k), one), number(0));
  const late = add(sub(r, add(error, q)), one);
  const sum = select(below(k, number(20)), sub(whole, less), late);
  const minus1 = note(sub(mul(p, sum), left));
  const quotient = note(div(select(large, two, neg(minus1)), add(minus1, two)));
  const y = select(large, sub(one, quotient), quotient);
  return select(below(size, number(2 ** -28)), x, withSign(paper, y, x));
}

/** σ(|x|) = 1/(1 + e) and σ(−|x|) = e/(1 + e), where e = e⁻|ˣ|. */
function bothSigmoids(paper: Paper, x: Code): { e: Code; sum: Code } {
  const { note, number } = paper;
  const e = exponential(paper, note(neg(abs(x))));
  return { e, sum: note(add(number(1), e)) };
}

/** {@link OfEntries}. The formulas are those of the activations, `lib/activations`. */
export const entryFunctions = (): Definition[] => [
  ofLines("exp", { lines: 1 }, exponential),
  ofLines("relu", { lines: 1 }, ({ number }, x) => max(number(0), x)),
  ofLines("reluVjp", { lines: 2 }, ({ number }, g, x) =>
    mul(g, and(above(x, number(0)), number(1))),
  ),
  ofLines("sigmoid", { lines: 1 }, (paper, x) => {
    const { e, sum } = bothSigmoids(paper, x);
    return div(select(notBelow(x, paper.number(0)), paper.number(1), e), sum);
  }),
  ofLines("sigmoidVjp", { lines: 2 }, (paper, g, x) => {
    const { e, sum } = bothSigmoids(paper, x);
    return mul(g, mul(div(paper.number(1), sum), div(e, sum)));
  }),
  ofLines("tanh", { lines: 1 }, hyperbolicTangent),
  // tanh′ = 4e/(1 + e)², e = e⁻²|ˣ|
  ofLines("tanhVjp", { lines: 2 }, (paper, g, x) => {
    const { note, number } = paper;
    const e = exponential(paper, note(mul(number(-2), abs(x))));
    const sum = note(add(number(1), e));
    return mul(g, div(mul(number(4), e), mul(sum, sum)));
  }),
  ofLines("axpy", { lines: 2, factors: 1 }, (_, x, y, a) => add(mul(a, x), y)),
];
