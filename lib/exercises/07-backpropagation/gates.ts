import { type Evidence, type Exercise, T9 } from "../../checks";

/** From the gradient that arrives at a gate to the gradients of its inputs. */
export type GateBackward = (upstream: readonly number[], inputs: readonly number[]) => number[];

type Name = "add" | "mul" | "copy" | "max";
type Gates = Record<Name, GateBackward>;
type Asked = (gate: Name, upstream: readonly number[], inputs: readonly number[]) => number[];

/** add distributes, mul swaps, copy adds, max routes. */
export const gates: Gates = {
  add: ([g]) => [g, g],
  mul: ([g], [a, b]) => [g * b, g * a],
  copy: (upstream) => [upstream.reduce((sum, g) => sum + g, 0)],
  max: ([g], [a, b]) => (a >= b ? [g, 0] : [0, g]),
};

type Calls = readonly Evidence<Asked>[];

/** What came of the calls of one gate, with another rule in place of its own. */
const gateIs =
  (name: Name, rule: GateBackward) =>
  (calls: Calls): boolean => {
    const asked = calls.filter(({ input }) => input[0] === name);
    return (
      asked.some(({ right }) => !right) &&
      asked.every(({ input: [, upstream, inputs], got }) => {
        const wrong = rule(upstream, inputs);
        return wrong.every((g, k) => Math.abs(g - (got as number[])[k]) < 1e-9);
      })
    );
  };

const cases = (...triples: readonly Parameters<Asked>[]): Parameters<Asked>[] => [...triples];

export const gatesExercise: Exercise<
  Asked,
  "halves" | "unswapped" | "overwrites" | "both" | "noUpstream" | "loser" | "tie" | "mean",
  Gates
> = {
  id: "7.2",
  name: "gates",
  parameters: ["gate", "upstream", "inputs"],
  points: 3,
  reference: gates,
  close: T9,
  observe: (work, gate, upstream, inputs) => work[gate](upstream, inputs),
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () =>
        cases(
          ["add", [5], [3, -4]],
          ["mul", [5], [3, -4]],
          ["copy", [2, 5], [7]],
          ["max", [5], [3, -4]],
        ),
    },
    {
      name: "hard",
      share: 1,
      inputs: () =>
        cases(
          ["add", [0], [1, 1]],
          ["mul", [-2], [0, 1000]],
          ["mul", [-2], [-0.5, 0]],
          ["copy", [-1, 0, 4], [3]],
          ["copy", [6], [3]],
          ["max", [-2], [-7, -3]],
          ["max", [4], [2, 2]],
        ),
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => {
        const number = () => 10 * rng() - 5;
        return (["add", "mul", "copy", "max"] as const).flatMap((gate) =>
          Array.from(
            { length: 3 },
            (_, k): Parameters<Asked> =>
              gate === "copy"
                ? [gate, Array.from({ length: k + 2 }, number), [number()]]
                : [gate, [number()], [number(), number()]],
          ),
        );
      },
    },
  ],
  diagnoses: [
    { mistake: "halves", sign: gateIs("add", ([g]) => [g / 2, g / 2]) },
    { mistake: "noUpstream", sign: gateIs("add", () => [1, 1]) },
    { mistake: "unswapped", sign: gateIs("mul", ([g], [a, b]) => [g * a, g * b]) },
    { mistake: "noUpstream", sign: gateIs("mul", (_, [a, b]) => [b, a]) },
    { mistake: "overwrites", sign: gateIs("copy", (g) => [g[g.length - 1]]) },
    { mistake: "overwrites", sign: gateIs("copy", ([g]) => [g]) },
    { mistake: "mean", sign: gateIs("copy", (g) => [g.reduce((a, b) => a + b, 0) / g.length]) },
    { mistake: "both", sign: gateIs("max", ([g]) => [g, g]) },
    { mistake: "tie", sign: gateIs("max", ([g], [a, b]) => (a > b ? [g, 0] : [0, g])) },
    { mistake: "loser", sign: gateIs("max", ([g], [a, b]) => (a >= b ? [0, g] : [g, 0])) },
    { mistake: "noUpstream", sign: gateIs("max", (_, [a, b]) => (a >= b ? [1, 0] : [0, 1])) },
  ],
  words: {
    en: {
      hints: [
        "Four words: add distributes, mul swaps, copy adds, max routes.",
        "Local derivatives: 1 and 1 for a sum; the other factor for a product; 1 for each copy; 1 for the larger input and 0 for the smaller.",
        "With `g = upstream[0]`, one line each: add returns g twice; mul g times the inputs, swapped; copy the sum of `upstream`, in brackets; max g and 0, in the order of the inputs.",
      ],
      mistakes: {
        halves:
          "add is a distributor: it copies the gradient to both inputs, it doesn't share it out.",
        unswapped: "mul is a swap multiplier: each input gets the upstream times the other input.",
        overwrites: "copy is an adder on the way back: 2 + 5 = 7. Every branch counts.",
        mean: "copy adds what its branches bring; it doesn't take their mean.",
        both: "max is a router: only the winner gets the gradient, the other gets 0.",
        loser: "max routes to the winner, the larger input, and this went to the loser.",
        tie: "A tie goes to the first input.",
        noUpstream: "Local derivative only: multiply it by the upstream gradient.",
      },
    },
    ru: {
      hints: [
        "Четыре слова: add раздаёт, mul меняет местами, copy складывает, max направляет.",
        "Локальные производные: 1 и 1 для суммы; другой множитель для произведения; 1 для каждой копии; 1 для большего входа и 0 для меньшего.",
        "Пусть `g = upstream[0]`, и по строке на каждый: add возвращает g дважды; mul — g на входы, поменяв их местами; copy — сумму `upstream` в скобках; max — g и 0 в порядке входов.",
      ],
      mistakes: {
        halves: "add раздаёт: каждый вход получает весь градиент, а не его часть.",
        unswapped:
          "mul меняет множители местами: каждый вход получает градиент сверху, умноженный на другой вход.",
        overwrites: "copy на обратном пути складывает: 2 + 5 = 7. Важна каждая ветвь.",
        mean: "copy складывает то, что приносят ветви, а не берёт среднее.",
        both: "max направляет: градиент получает только победитель, другой получает 0.",
        loser: "max направляет к победителю, к большему входу, а у вас — к проигравшему.",
        tie: "При равенстве — первому входу.",
        noUpstream: "Это только локальная производная: умножьте её на градиент сверху.",
      },
    },
  },
};
