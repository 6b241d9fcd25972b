import { type Exercise, firstDifference, T9 } from "../../checks";
import { copy, type Matrix, map, matmul, mul, row, sub, transpose } from "../../matrix";
import { randn } from "../../random";

type Gradient = (w: Matrix) => Matrix;
type Descend = (grad: Gradient, w0: Matrix, lr: number, steps: number) => Matrix[];

/** w ← w − lr·∇L(w): the start and every point after it. */
export const descend: Descend = (grad, w0, lr, steps) => {
  const path = [copy(w0)];
  for (let step = 0; step < steps; step++) {
    const w = path[step];
    path.push(sub(w, mul(grad(w), lr)));
  }
  return path;
};

/** ∇ of ½(w₁² + 10w₂²): a bowl ten times steeper in one direction. */
const bowl: Gradient = (w) => map(w, (x, _, j) => (j === 0 ? x : 10 * x));
const start = row([1, 1]);

/** The path of one buffer that is written over and over: every entry is the last point. */
const oneBuffer: Descend = (grad, w0, lr, steps) => {
  const path = descend(grad, w0, lr, steps);
  return path.map(() => path[steps]);
};

export const descendExercise: Exercise<
  Descend,
  "climbs" | "oneBuffer" | "firstGradient" | "noStart" | "lastOnly" | "noRate" | "stopsEarly"
> = {
  id: "3.1",
  name: "descend",
  parameters: ["grad", "w0", "lr", "steps"],
  points: 3,
  reference: descend,
  close: T9,
  parts: [
    { name: "example", share: 1, inputs: () => [[bowl, start, 0.18, 3]] },
    {
      name: "hard",
      share: 1,
      // No step at all; a rate that diverges; a start in the valley, where the gradient is 0; a
      // gradient that hands out the same buffer each time.
      inputs: () => {
        const buffer = row([0, 0]);
        const reusing: Gradient = (w) => {
          buffer.data.set(bowl(w).data);
          return buffer;
        };
        return [
          [bowl, start, 0.18, 0],
          [bowl, start, 0.21, 20],
          [bowl, row([0, 0]), 0.18, 4],
          [reusing, start, 0.1, 4],
        ];
      },
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        [
          [3, 2],
          [1, 5],
          [4, 1],
        ].map(([n, m]) => {
          const A = randn(rng, n, n);
          const H = matmul(A, transpose(A));
          return [(w: Matrix) => matmul(H, w), randn(rng, n, m), 0.05, 6];
        }),
    },
  ],
  diagnoses: [
    { mistake: "climbs", wrong: (grad, w0, lr, steps) => descend(grad, w0, -lr, steps) },
    { mistake: "noRate", wrong: (grad, w0, _, steps) => descend(grad, w0, 1, steps) },
    { mistake: "lastOnly", wrong: (grad, w0, lr, steps) => descend(grad, w0, lr, steps).slice(-1) },
    { mistake: "lastOnly", wrong: (grad, w0, lr, steps) => descend(grad, w0, lr, steps)[steps] },
    { mistake: "oneBuffer", wrong: oneBuffer },
    {
      mistake: "firstGradient",
      wrong: (grad, w0, lr, steps) => {
        const g = copy(grad(w0));
        return descend(() => g, w0, lr, steps);
      },
    },
    { mistake: "noStart", wrong: (grad, w0, lr, steps) => descend(grad, w0, lr, steps).slice(1) },
    {
      mistake: "noStart",
      wrong: (grad, w0, lr, steps) => descend(grad, w0, lr, steps).slice(0, Math.max(1, steps)),
    },
    {
      mistake: "stopsEarly",
      // Every path is as it should be as far as it goes, and some end too soon.
      sign: (evidence) =>
        evidence.every(({ expected, got }) => {
          const [path, right] = [got as Matrix[], expected as Matrix[]];
          return path.length > 0 && !firstDifference(right.slice(0, path.length), path, T9);
        }),
    },
  ],
  words: {
    en: {
      hints: [
        "The gradient points uphill. You want down, a little at a time, and every point on the way.",
        "$w_{t+1} = w_t - \\text{lr} \\cdot \\nabla L(w_t)$, starting from $w_0$; the list has steps + 1 entries.",
        "`path = [w0]`; as often as `steps` says: `w = path[path.length - 1]`, then push `nn.sub(w, nn.mul(grad(w), lr))`, which is a new matrix.",
      ],
      mistakes: {
        climbs: "The loss grows: you climb. Subtract the gradient.",
        oneBuffer:
          "All entries are equal: the same matrix was stored again and again. Make a new one for each step, or copy before storing.",
        firstGradient: "Step 2 uses the gradient of step 1: ask grad again at every new point.",
        noRate: "Each step is the whole gradient: multiply it by lr.",
        lastOnly: "This is where the way ends: return all its points, the start first.",
        noStart:
          "steps + 1 points are expected: the start is the first entry, the last step the last.",
        stopsEarly:
          "Stopped early: steps + 1 points are expected, also where the gradient is small or 0.",
      },
    },
    ru: {
      hints: [
        "Градиент показывает вверх. Вам нужно вниз, понемногу, и каждая точка по дороге.",
        "$w_{t+1} = w_t - \\text{lr} \\cdot \\nabla L(w_t)$, начиная с $w_0$; в списке steps + 1 точек.",
        "`path = [w0]`; столько раз, сколько говорит `steps`: `w = path[path.length - 1]`, затем добавьте `nn.sub(w, nn.mul(grad(w), lr))` — это новая матрица.",
      ],
      mistakes: {
        climbs: "Потери растут: вы идёте вверх. Градиент надо вычитать.",
        oneBuffer:
          "Все точки одинаковы: снова и снова сохранена одна и та же матрица. Создавайте новую на каждом шаге или копируйте перед сохранением.",
        firstGradient:
          "На шаге 2 использован градиент шага 1: спрашивайте grad заново в каждой новой точке.",
        noRate: "Каждый шаг равен всему градиенту: умножьте его на lr.",
        lastOnly: "Это конец пути: верните все его точки, начиная с первой.",
        noStart: "Ожидается steps + 1 точек: первая — начало, последняя — последний шаг.",
        stopsEarly:
          "Остановка раньше времени: ожидается steps + 1 точек, даже если градиент мал или равен 0.",
      },
    },
  },
};
