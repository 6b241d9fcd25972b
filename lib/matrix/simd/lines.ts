import { type Code, type Definition, get, i32, loop, set, v128 } from "./assembler";
import { countDown, frame, increase, toAddress } from "./frame";

/** What a formula is written with. */
export interface Paper {
  /** Computes a value now and remembers it. */
  note(value: Code): Code;
  /** A constant, in both halves; it is made once, before the first number. */
  number(x: number): Code;
}

const VECTOR = 16; // bytes

/**
 * A function of lines of numbers: its parameters are the lines' places, those of `factors`, which are
 * the same for all numbers, and how many pairs of numbers a line has. The results take the place of
 * the first line.
 */
export function ofLines(
  name: string,
  { lines, factors = 0 }: { lines: number; factors?: number },
  formula: (paper: Paper, ...xs: Code[]) => Code,
): Definition {
  const pairs = lines + factors;
  const { locals, local } = frame(pairs + 1);
  const [before, each]: [Code[], Code[]] = [[], []];
  const into = (list: Code[], value: Code): Code => {
    const name = local("v128");
    list.push(set(name, value));
    return get(name);
  };
  const known = new Map<string, Code>();
  const paper: Paper = {
    note: (value) => into(each, value),
    number(x) {
      const key = Object.is(x, -0) ? "-0" : String(x);
      const made = known.get(key) ?? into(before, v128.constant(x));
      known.set(key, made);
      return made;
    },
  };
  const places = Array.from({ length: pairs }, (_, k) => k);
  const xs = places.map((at) =>
    at < lines ? paper.note(v128.load(get(at))) : into(before, v128.loadTwice(get(at))),
  );
  const y = formula(paper, ...xs);
  const code = [
    ...places.map(toAddress),
    ...before,
    loop(
      ...each,
      v128.store(get(places[0]), y),
      ...places.slice(0, lines).map((place) => increase(place, i32.constant(VECTOR))),
      countDown(pairs),
    ),
  ];
  return { name, parameters: pairs + 1, locals, code: code.flat() };
}
