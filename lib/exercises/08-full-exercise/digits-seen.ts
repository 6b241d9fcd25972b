import type { Evidence } from "../../checks";
import type { Digits } from "../../data/digits";
import { type Asked, type Band, bands, type Kind, trainings } from "./digits-cases";

export type TrainDigits = (o: { seed: number }, digits: Digits) => { testAccuracy: number };

export type Judged = (...asked: Asked) => unknown;

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
export const written = ([low, high]: Band): string => `${percent(low)} … ${percent(high)}`;

/** An accuracy outside of the band, with as many digits as it takes to see it. */
function outside(share: number, [low, high]: Band): string {
  const short = percent(share);
  return short === percent(low) || short === percent(high) ? percent(share, 3) : short;
}

/** What is compared of a training: its band, if the accuracy lies in it; else the accuracy. */
export function observe(work: TrainDigits, ...asked: Asked): unknown {
  const band = bands[asked[2]];
  const trained: Partial<ReturnType<TrainDigits>>[] = [];
  for (const task of trainings(asked)) {
    trained.push(work(...task));
    if (typeof trained[0]?.testAccuracy !== "number") return trained[0];
  }
  const total = trained.reduce((sum, one) => sum + Number(one?.testAccuracy), 0);
  const share = total / trained.length;
  const inside = share >= band[0] && share <= band[1];
  return { testAccuracy: inside ? written(band) : outside(share, band) };
}

/** The accuracies in per cent of the calls that were asked of each kind of images. */
function seen(calls: readonly Evidence<Judged>[]) {
  const at = ({ got }: Evidence<Judged>) =>
    Number.parseFloat((got as { testAccuracy: string }).testAccuracy);
  const of = (kind: Kind) => calls.filter(({ input }) => input[2] === kind).map(at);
  const whole = calls.filter(({ input }) => input[2] === "all" || input[2] === "few");
  return {
    /** Of digits with labels that tell something. */
    whole: whole.map(at),
    off: of("off"),
    threes: of("threes"),
    corners: of("corners"),
    dim: of("dim"),
    swapped: of("swapped"),
    alone: of("alone"),
    /** Whether the answer is one and the same digit: the accuracy is that digit's share. */
    isConstant: whole.every((call) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].some((digit) => {
        const { y } = call.input[1].test;
        return Math.abs(at(call) - (100 * y.filter((k) => k === digit).length) / y.length) < 0.06;
      }),
    ),
  };
}

export const chance = (accuracies: readonly number[]): boolean => accuracies.every((at) => at < 25);
export const learned = (accuracies: readonly number[]): boolean =>
  accuracies.every((at) => at >= 84);

/** The accuracies that a sign is looked for in. */
type Seen = ReturnType<typeof seen>;
export const sign =
  (is: (accuracies: Seen) => boolean) =>
  (calls: readonly Evidence<Judged>[]): boolean =>
    is(seen(calls));
