import { type Exercise, T9 } from "../../checks";
import type { Value } from "../../values";
import { say } from "../../words";
import { computed } from "./sums";

type Backward = (root: Value) => void;
type Lines = string[];

/** Each value after everything it was made from, each once. Without recursion: no chain is too long. */
export function topological(root: Value): Value[] {
  const order: Value[] = [];
  const seen = new Set([root]);
  const path = [{ value: root, next: 0 }];
  while (path.length > 0) {
    const top = path[path.length - 1];
    const child = top.value.children[top.next++];
    if (child === undefined) {
      order.push(top.value);
      path.pop();
    } else if (!seen.has(child)) {
      seen.add(child);
      path.push({ value: child, next: 0 });
    }
  }
  return order;
}

/** Hands the gradients down, in the given order, each by the given rule. */
const handingDown =
  (
    order: (root: Value) => readonly Value[],
    { seed = 1, rule = (old: number, share: number) => old + share } = {},
  ): Backward =>
  (root) => {
    root.grad = seed;
    for (const { grad, children, local } of order(root))
      children.forEach((child, k) => {
        child.grad = rule(child.grad, grad * local[k]);
      });
  };

const reversed = (root: Value) => topological(root).reverse();

/** Reverse mode: a value hands down when all its users have handed down to it. */
export const backward: Backward = handingDown(reversed);

/** Each value before its children, as a walk from the root meets them first. */
function preorder(root: Value, seen = new Set<Value>()): Value[] {
  if (seen.has(root)) return [];
  seen.add(root);
  return [root, ...root.children.flatMap((child) => preorder(child, seen))];
}

/** Level by level from the root. */
function breadthFirst(root: Value): Value[] {
  const found = new Set([root]);
  for (const { children } of found) for (const child of children) found.add(child);
  return [...found];
}

/** As a walk without a memory of where it has been: a shared value comes once for each way to it. */
const everyWay = (root: Value): Value[] => [...root.children.flatMap(everyWay), root];
const everyWayDown = (root: Value): Value[] => [root, ...root.children.flatMap(everyWayDown)];

/** The gradients of all values, by name. */
const gradientsBy = (backward: Backward, lines: Lines): Record<string, number> => {
  const values = computed(lines);
  backward([...values.values()][values.size - 1]);
  return Object.fromEntries([...values].map(([name, { grad }]) => [name, grad]));
};

const wrongly = (wrong: Backward) => (lines: Lines) => gradientsBy(wrong, lines);

const course: Lines = ["a = 3", "b = −2", "c = a · b", "d = c + a", "e = c · d"];

/** A ladder: every rung uses the two below it, by ways that double from rung to rung. */
const ladder = (rungs: number): Lines => [
  "x0 = 0.5",
  "x1 = −1.5",
  ...Array.from({ length: rungs }, (_, k) => `x${k + 2} = x${k} ${k % 2 ? "·" : "+"} x${k + 1}`),
];

export const backwardExercise: Exercise<
  // What is compared are the gradients of a computation that is written in lines.
  (lines: Lines) => unknown,
  "overwrites" | "tooEarly" | "twice" | "noSeed" | "wrongWay",
  Backward
> = {
  id: "7.4",
  name: "backward",
  get parameters() {
    return [say({ en: "the computation", ru: "вычисление" })];
  },
  points: 5,
  reference: backward,
  close: T9,
  observe: gradientsBy,
  parts: [
    { name: "example", share: 1, inputs: () => [[course]] },
    {
      name: "hard",
      share: 1.5,
      inputs: () => [
        [["x = 3", "y = x · x"]],
        [["x = 3", "y = x · x", "z = y − x", "w = y · z"]],
        [["a = 2"]],
        [["a = 2", "b = 5", "outside = a · b", "c = a + b"]],
      ],
    },
    {
      name: "shapes",
      share: 2.5,
      inputs: (rng) => {
        const number = () => `${Math.round(200 * (rng() - 0.5)) / 100}`.replace("-", "−");
        return [
          [ladder(6)],
          [[`a = ${number()}`, "b = exp a", "c = a · b", "d = b + c", "e = d · d", "f = e − a"]],
          [["x0 = 1", ...Array.from({ length: 40 }, (_, k) => `x${k + 1} = x${k} + x0`)]],
        ];
      },
    },
  ],
  diagnoses: [
    {
      mistake: "overwrites",
      wrong: wrongly(handingDown(reversed, { rule: (_, share) => share })),
    },
    { mistake: "noSeed", wrong: wrongly(handingDown(reversed, { seed: 0 })) },
    { mistake: "wrongWay", wrong: wrongly(handingDown(topological)) },
    { mistake: "tooEarly", wrong: wrongly(handingDown((root) => preorder(root))) },
    { mistake: "tooEarly", wrong: wrongly(handingDown(breadthFirst)) },
    { mistake: "twice", sign: (calls) => calls.some(isEveryWay) },
  ],
  words: {
    en: {
      hints: [
        "A node waits for all its users: it may hand down only when everything that it is used in has handed down to it.",
        "Put the values in topological order (children first), go through it from the end, and add: child.grad += node.grad · local.",
        "`visit(v)`: return if seen; mark as seen; visit all children; push v. Then `root.grad = 1` and, for v of the reversed list, `child.grad += v.grad * v.local[k]`.",
      ],
      mistakes: {
        overwrites: "a is used twice: the last path overwrote the first. Gradients add up: +=.",
        tooEarly:
          "c passed on before d reported: a node must wait until all its users have handed down.",
        twice: "A shared node was processed twice: remember which ones you have seen.",
        noSeed: "All zero: the root starts with df/df = 1.",
        wrongWay: "From the children to the root: go through the topological order from its end.",
      },
    },
    ru: {
      hints: [
        "Вершина ждёт всех, кто ею пользуется: она передаёт градиент вниз лишь тогда, когда получила свой от всех, кто её использует.",
        "Расположите значения в топологическом порядке (сначала дети), идите по нему с конца и прибавляйте: child.grad += node.grad · local.",
        "`visit(v)`: выйти, если уже видели; отметить; обойти всех детей; добавить v в список. Затем `root.grad = 1` и для v из перевёрнутого списка `child.grad += v.grad * v.local[k]`.",
      ],
      mistakes: {
        overwrites:
          "a использовано дважды, и последний путь затёр первый. Градиенты складываются: +=.",
        tooEarly:
          "c передало градиент раньше, чем отчиталось d: вершина должна ждать всех, кто ею пользуется.",
        twice: "Общая вершина обработана дважды: запоминайте те, что уже видели.",
        noSeed: "Сплошные нули: корень начинает с df/df = 1.",
        wrongWay: "Вы идёте от детей к корню: проходите топологический порядок с конца.",
      },
    },
  },
};

/** What comes of walks that process a shared value again and again, in one order or another. */
function isEveryWay({ input: [lines], got }: { input: [Lines]; got: unknown }): boolean {
  if (lines !== course && lines.join() !== course.join()) return false;
  return [everyWayDown, (root: Value) => everyWay(root).reverse()].some((order) => {
    const wrong = gradientsBy(handingDown(order), lines);
    return Object.keys(wrong).every(
      (name) => Math.abs(wrong[name] - (got as Record<string, number>)[name]) < 1e-9,
    );
  });
}
