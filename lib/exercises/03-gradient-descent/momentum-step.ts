import { type Exercise, T9 } from "../../checks";
import { add, type Matrix, mul, row, sub } from "../../matrix";
import { randn } from "../../random";

type State = { w: Matrix; v: Matrix };
type MomentumStep = (w: Matrix, v: Matrix, g: Matrix, lr: number, beta: number) => State;

/** v ← βv − lr·g, then w ← w + v (Polyak 1964). */
export const momentumStep: MomentumStep = (w, v, g, lr, beta) => {
  const next = sub(mul(v, beta), mul(g, lr));
  return { w: add(w, next), v: next };
};

/** Another rule for the new v, and w moved by it. */
const withV =
  (v: (v: Matrix, g: Matrix, lr: number, beta: number) => Matrix): MomentumStep =>
  (w, old, g, lr, beta) => {
    const next = v(old, g, lr, beta);
    return { w: add(w, next), v: next };
  };

export const momentumStepExercise: Exercise<
  MomentumStep,
  | "plain"
  | "rateTwice"
  | "rateOverAll"
  | "noRate"
  | "damped"
  | "nesterov"
  | "oldV"
  | "climbs"
  | "backwards"
  | "noFriction"
  | "rateOutside"
> = {
  id: "3.4",
  name: "momentumStep",
  parameters: ["w", "v", "g", "lr", "beta"],
  points: 2,
  reference: momentumStep,
  close: T9,
  parts: [
    {
      name: "example",
      share: 1,
      inputs: () => [
        [row([1, 1]), row([0, 0]), row([1, 10]), 0.05, 0.9],
        [row([0.95, 0.5]), row([-0.05, -0.5]), row([0.95, 5]), 0.05, 0.9],
      ],
    },
    {
      name: "hard",
      share: 1,
      inputs: () => [
        [row([1, -2]), row([3, 4]), row([0, 0]), 0.1, 0.5],
        [row([1, -2]), row([3, 4]), row([1e6, -1e-6]), 1, 0],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        [
          [4, 3],
          [1, 6],
          [5, 1],
        ].map(([n, m]) => [randn(rng, n, m), randn(rng, n, m), randn(rng, n, m), 0.3, 0.8]),
    },
  ],
  diagnoses: [
    { mistake: "plain", wrong: withV((_, g, lr) => mul(g, -lr)) },
    {
      mistake: "plain",
      wrong: (w, v, g, lr, beta) => ({
        w: sub(w, mul(g, lr)),
        v: momentumStep(w, v, g, lr, beta).v,
      }),
    },
    { mistake: "plain", wrong: (w, v, g, lr, beta) => ({ ...momentumStep(w, v, g, lr, beta), v }) },
    {
      mistake: "rateTwice",
      wrong: (w, v, g, lr, beta) => {
        const next = momentumStep(w, v, g, lr, beta).v;
        return { w: add(w, mul(next, lr)), v: next };
      },
    },
    { mistake: "rateOverAll", wrong: withV((v, g, lr, beta) => mul(sub(mul(v, beta), g), lr)) },
    { mistake: "noRate", wrong: withV((v, g, _, beta) => sub(mul(v, beta), g)) },
    { mistake: "climbs", wrong: withV((v, g, lr, beta) => add(mul(v, beta), mul(g, lr))) },
    { mistake: "noFriction", wrong: withV((v, g, lr) => sub(v, mul(g, lr))) },
    {
      mistake: "backwards",
      wrong: (w, v, g, lr, beta) => {
        const next = momentumStep(w, v, g, lr, beta).v;
        return { w: sub(w, next), v: next };
      },
    },
    {
      mistake: "damped",
      wrong: withV((v, g, lr, beta) => sub(mul(v, beta), mul(g, lr * (1 - beta)))),
    },
    {
      mistake: "nesterov",
      wrong: (w, v, g, lr, beta) => {
        const next = momentumStep(w, v, g, lr, beta).v;
        return { w: sub(add(w, mul(next, beta)), mul(g, lr)), v: next };
      },
    },
    {
      mistake: "rateOutside",
      wrong: (w, v, g, lr, beta) => {
        const next = add(mul(v, beta), g);
        return { w: sub(w, mul(next, lr)), v: next };
      },
    },
    {
      mistake: "oldV",
      wrong: (w, v, g, lr, beta) => ({ w: add(w, v), v: momentumStep(w, v, g, lr, beta).v }),
    },
  ],
  words: {
    en: {
      hints: [
        "Think of a ball rolling into the bowl: it keeps most of the speed that it had, and the slope changes it.",
        "First the new speed, $v \\leftarrow \\beta v - \\text{lr} \\cdot g$; then the place, $w \\leftarrow w + v$ with the new $v$.",
        "`next` is the new speed, of two `nn.mul` and one `nn.sub`; return `next`, and the weights that it has moved.",
      ],
      mistakes: {
        plain:
          "Equals plain descent: the speed has to be kept and returned, so that the next step can use it.",
        rateTwice: "The step is scaled by lr twice: v holds it already.",
        rateOverAll: "lr scales the old speed, too: it belongs to the gradient alone, βv − lr·g.",
        noRate: "The gradient counts in full: multiply it by lr.",
        climbs: "The slope speeds you up the hill: subtract lr·g from the speed.",
        noFriction: "The old speed is kept whole: β of it remains, βv − lr·g.",
        backwards: "w moves against the speed: the minus is in v already, so add it.",
        damped:
          "The damped form, (1−β)g: with β = 0.9 it is 10 times slower. Here the gradient counts in full.",
        nesterov: "That is Nesterov's step, which looks ahead. Here w moves by the new v alone.",
        rateOutside:
          "That is PyTorch's form, v ← βv + g and w ← w − lr·v. Here lr and the minus are in v already: v ← βv − lr·g.",
        oldV: "w moved by the old speed: compute the new v first.",
      },
    },
    ru: {
      hints: [
        "Представьте шар, который катится в чашу: он сохраняет большую часть своей скорости, а наклон её меняет.",
        "Сначала новая скорость, $v \\leftarrow \\beta v - \\text{lr} \\cdot g$; потом место, $w \\leftarrow w + v$ с новой $v$.",
        "`next` — новая скорость: два `nn.mul` и один `nn.sub`; верните `next` и веса, которые она сдвинула.",
      ],
      mistakes: {
        plain:
          "Равно обычному спуску: скорость надо сохранить и вернуть, чтобы ею воспользовался следующий шаг.",
        rateTwice: "Шаг умножен на lr дважды: в v он уже есть.",
        rateOverAll: "lr умножает и старую скорость: он относится только к градиенту, βv − lr·g.",
        noRate: "Градиент вошёл целиком: умножьте его на lr.",
        climbs: "Наклон разгоняет вас в гору: вычитайте lr·g из скорости.",
        noFriction: "Старая скорость сохранена целиком: от неё остаётся β, βv − lr·g.",
        backwards: "w движется против скорости: минус уже есть в v, поэтому прибавляйте её.",
        damped:
          "Это форма с затуханием, (1−β)g: при β = 0,9 она в 10 раз медленнее. Здесь градиент входит целиком.",
        nesterov: "Это шаг Нестерова, который заглядывает вперёд. Здесь w сдвигает только новая v.",
        rateOutside:
          "Это форма PyTorch, v ← βv + g и w ← w − lr·v. Здесь lr и минус уже внутри v: v ← βv − lr·g.",
        oldV: "w сдвинут на старую скорость: сначала вычислите новую v.",
      },
    },
  },
};
