import {
  agree,
  constantRatio,
  type GradientEvidence,
  hasExtraEntries,
  isTransposed,
  isUnsummed,
  lacksUpstream,
  sameShape,
  scalesWithRate,
  type WrongFormula,
  worstError,
} from "./evidence";

/** What is wrong with a gradient, as far as its numbers tell. */
export type GradientMistake =
  | WrongFormula
  | "transposed"
  | "unsummed"
  | "shape"
  | "notFinite"
  | "zero"
  | "extraEntries"
  | "sign"
  | "notDivided"
  | "dividedTwice"
  | "meanForSum"
  | "countedOnce"
  | "twice"
  | "half"
  | "constant"
  | "noUpstream"
  | "updated"
  | "suspicious"
  | "unknown";

/** A gradient that differs less than this from its numeric twin is right. */
export const PASS = 1e-7;
/** Above PASS and up to here the formula may be right and the arithmetic poor. */
const SUSPICIOUS = 1e-4;

interface Test {
  readonly mistake: GradientMistake;
  readonly found: (evidence: GradientEvidence) => boolean;
}

/** numeric / analytic is the same number everywhere, and this one. */
const ratioIs =
  (wanted: (evidence: GradientEvidence) => number | undefined) =>
  (evidence: GradientEvidence): boolean => {
    const [ratio, want] = [constantRatio(evidence), wanted(evidence)];
    return ratio !== undefined && want !== undefined && Math.abs(ratio / want - 1) < 1e-5;
  };

const isWrong =
  (formula: WrongFormula) =>
  ({ analytic, context }: GradientEvidence): boolean => {
    const wrong = context.wrong?.[formula];
    return wrong !== undefined && agree(analytic, wrong, PASS);
  };

const wrongFormulas: readonly WrongFormula[] = [
  "firstRow",
  "notTransposed",
  "onePath",
  "sigmoidTwice",
  "sigmoidOfInput",
  "tanhOfInput",
];

const negative = () => -1;
const samples = ({ context }: GradientEvidence) => context.samples;
const perSample = ({ context }: GradientEvidence) => context.samples && 1 / context.samples;
const isRow = ({ numeric }: GradientEvidence) => numeric.rows === 1;
const uses = ({ context }: GradientEvidence) =>
  context.uses !== undefined && context.uses > 1 ? context.uses : undefined;

/** The tests for matrices of unlike shapes, then those for a gradient of the right shape. */
const shapeTests: readonly Test[] = [
  { mistake: "transposed", found: isTransposed },
  { mistake: "unsummed", found: isUnsummed },
  { mistake: "shape", found: () => true },
];

/** In the order in which they are tried: what is certain first, what is a guess last. */
const valueTests: readonly Test[] = [
  ...wrongFormulas.map((formula) => ({ mistake: formula, found: isWrong(formula) })),
  { mistake: "zero", found: ({ analytic }) => analytic.data.every((a) => a === 0) },
  { mistake: "transposed", found: isTransposed },
  { mistake: "extraEntries", found: hasExtraEntries },
  { mistake: "sign", found: ratioIs(negative) },
  { mistake: "notDivided", found: ratioIs(perSample) },
  { mistake: "meanForSum", found: (e) => isRow(e) && ratioIs(samples)(e) },
  { mistake: "dividedTwice", found: ratioIs(samples) },
  { mistake: "countedOnce", found: ratioIs(uses) },
  { mistake: "twice", found: ratioIs(() => 0.5) },
  { mistake: "half", found: ratioIs(() => 2) },
  { mistake: "constant", found: (e) => Math.abs((constantRatio(e) ?? 1) - 1) > SUSPICIOUS },
  { mistake: "noUpstream", found: lacksUpstream },
  { mistake: "updated", found: scalesWithRate },
  { mistake: "suspicious", found: (e) => worstError(e.analytic, e.numeric) <= SUSPICIOUS },
  { mistake: "unknown", found: () => true },
];

/** The likeliest mistake in a gradient, or `undefined` where it is right. */
export function diagnose(evidence: GradientEvidence): GradientMistake | undefined {
  const { analytic, numeric } = evidence;
  if (!sameShape(analytic, numeric)) return shapeTests.find((t) => t.found(evidence))?.mistake;
  if (!analytic.data.every(Number.isFinite)) return "notFinite";
  if (worstError(analytic, numeric) <= PASS) return undefined;
  return valueTests.find((test) => test.found(evidence))?.mistake;
}
