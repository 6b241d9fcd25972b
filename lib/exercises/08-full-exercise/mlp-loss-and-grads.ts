import { type Evidence, type Exercise, G7 } from "../../checks";
import {
  div,
  isMatrix,
  type Matrix,
  map,
  matmul,
  mul,
  neg,
  sliceRows,
  transpose,
} from "../../matrix";
import { courseSample, drawn, type LossAndGrads, type Mlp, mlpBy, pass } from "./mlp";

/** Loss and gradients of softmax(ReLU(X·W1 + b1)·W2 + b2). */
export const mlpLossAndGrads: Mlp = mlpBy();

type Calls = readonly Evidence<Mlp>[];

/**
 * The output layer's gradients are right, and the hidden layer's are off by one multiple of what
 * dW2 instead of W2 would hand down: the W2 that they met was W2 − lr·dW2.
 */
function metUpdatedW2(calls: Calls): boolean {
  const rates = calls.flatMap(({ input: [p, X, y], expected, got }) => {
    const [right, yours] = [(expected as LossAndGrads).grads, (got as LossAndGrads).grads];
    const drift = pass(p, X, y, { W2: (_, dW2) => dW2 }).grads.W1;
    if (!isMatrix(yours.W1) || !near(yours.W2, right.W2)) return [Number.NaN];
    return Array.from(drift.data, (d, k) =>
      Math.abs(d) < 1e-4 ? [] : [(right.W1.data[k] - yours.W1.data[k]) / d],
    ).flat();
  });
  return rates[0] > 1e-6 && rates.every((rate) => Math.abs(rate / rates[0] - 1) < 1e-3);
}

const near = (A: Matrix, B: Matrix): boolean =>
  A.data.every((a, k) => Math.abs(a - B.data[k]) < 1e-9);

const allGrads =
  (change: (G: Matrix, X: Matrix) => Matrix): Mlp =>
  (p, X, y) => {
    const { loss, grads } = mlpLossAndGrads(p, X, y);
    const { W1, b1, W2, b2 } = grads;
    const of = (G: Matrix) => change(G, X);
    return { loss, grads: { W1: of(W1), b1: of(b1), W2: of(W2), b2: of(b2) } };
  };

const positive = (M: Matrix): Matrix => map(M, (x) => (x > 0 ? 1 : 0));

export const mlpLossAndGradsExercise: Exercise<
  Mlp,
  | "notDivided"
  | "sign"
  | "noMask"
  | "maskOfGradient"
  | "biasMean"
  | "biasFirst"
  | "updated"
  | "fromZ1"
  | "linear"
  | "dividedTwice"
  | "lossSum"
  | "transposed"
> = {
  id: "8.2",
  name: "mlpLossAndGrads",
  parameters: ["p", "X", "y"],
  points: 5,
  reference: mlpLossAndGrads,
  close: G7,
  parts: [
    { name: "example", share: 1, inputs: () => [courseSample()] },
    {
      name: "hard",
      share: 1,
      inputs: (rng) => {
        const [p, X, y] = drawn(rng, [3, 2, 4, 4]);
        // Logits beyond what a plain exponential survives, and units that are off for every sample.
        const large = { ...p, b2: map(p.b2, (_, __, j) => (j % 2 ? 1000 : 998)) };
        const off = { ...p, b1: map(p.b1, (b, _, j) => (j === 1 ? -50 : b)) };
        return [
          [large, X, y],
          [off, X, y],
        ];
      },
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [
        drawn(rng, [7, 3, 5, 2]),
        drawn(rng, [4, 5, 3, 6]),
        drawn(rng, [3, 4, 4, 4]),
        drawn(rng, [1, 3, 2, 3]),
      ],
    },
  ],
  diagnoses: [
    { mistake: "notDivided", wrong: allGrads((G, X) => mul(G, X.rows)) },
    { mistake: "dividedTwice", wrong: allGrads((G, X) => div(G, X.rows)) },
    { mistake: "sign", wrong: allGrads(neg) },
    { mistake: "noMask", wrong: mlpBy({ dZ1: (dH) => dH }) },
    { mistake: "maskOfGradient", wrong: mlpBy({ dZ1: (dH) => mul(dH, positive(dH)) }) },
    {
      mistake: "biasMean",
      wrong: mlpBy({
        grads: ({ b1, b2 }, { dZ1 }) => ({ b1: div(b1, dZ1.rows), b2: div(b2, dZ1.rows) }),
      }),
    },
    {
      mistake: "biasFirst",
      wrong: mlpBy({
        grads: (_, { dZ1, dZ2 }) => ({ b1: sliceRows(dZ1, 0, 1), b2: sliceRows(dZ2, 0, 1) }),
      }),
    },
    {
      mistake: "fromZ1",
      wrong: mlpBy({ grads: (_, { Z1, dZ2 }) => ({ W2: matmul(transpose(Z1), dZ2) }) }),
    },
    { mistake: "linear", wrong: mlpBy({ activation: (Z1) => Z1, dZ1: (dH) => dH }) },
    {
      mistake: "lossSum",
      wrong: (p, X, y) => {
        const { loss, grads } = mlpLossAndGrads(p, X, y);
        return { loss: loss * X.rows, grads };
      },
    },
    {
      mistake: "transposed",
      wrong: mlpBy({ grads: ({ W1, W2 }) => ({ W1: transpose(W1), W2: transpose(W2) }) }),
    },
    { mistake: "updated", sign: metUpdatedW2 },
  ],
  words: {
    en: {
      hints: [
        "Go forward and keep what you meet: Z1, H, Z2. Then go backward through the same stations, from the end.",
        "Backward: $dZ_2$ from softmaxCrossEntropy; $dW_2, db_2$ and $dH$ as in 8.1; $dZ_1 = dH \\circ [Z_1 > 0]$; $dW_1, db_1$ as in 8.1.",
        "`const { loss, dZ: dZ2 } = nn.softmaxCrossEntropy(Z2, y)`; then `dW2 = Hᵀ·dZ2`, `dH = dZ2·W2ᵀ`, `dZ1 = nn.mul(dH, nn.map(Z1, (z) => (z > 0 ? 1 : 0)))`, `dW1 = Xᵀ·dZ1`, and the column sums for the biases.",
      ],
      mistakes: {
        notDivided:
          "Ratio 1/n in every gradient (1/5 in the example): the loss is a mean, so its gradient has a 1/n.",
        dividedTwice:
          "Ratio n in every gradient: 1/n was applied twice. softmaxCrossEntropy's dZ already holds it.",
        sign: "Ratio −1: every sign is opposite. It is p − y, not y − p.",
        noMask:
          "dZ1 is nonzero where Z1 ≤ 0: what ReLU has cut off gets no gradient. Multiply dH by [Z1 > 0].",
        maskOfGradient: "The mask comes from the forward pass: [Z1 > 0], not [dH > 0].",
        biasMean:
          "The biases' gradients have the ratio n (5 in the example): sum over samples, not mean.",
        biasFirst: "The biases' gradients are those of sample 0 alone: sum over all samples.",
        updated:
          "The hidden layer's gradients met a W2 that was already updated: the error shrinks with lr. Finish backward, then update.",
        fromZ1: "dW2 is made from Z1: what W2 met on the way forward is H, after ReLU, so Hᵀ·dZ2.",
        linear: "The network has no ReLU: H = max(0, Z1), entry by entry.",
        lossSum: "The loss is n times too large: a mean over samples, not a sum.",
        transposed: "The weights' gradients are transposed: dW has W's shape, XᵀdZ.",
      },
    },
    ru: {
      hints: [
        "Идите вперёд и сохраняйте то, что встретите: Z1, H, Z2. Потом идите назад через те же станции, с конца.",
        "Назад: $dZ_2$ из softmaxCrossEntropy; $dW_2, db_2$ и $dH$, как в 8.1; $dZ_1 = dH \\circ [Z_1 > 0]$; $dW_1, db_1$, как в 8.1.",
        "`const { loss, dZ: dZ2 } = nn.softmaxCrossEntropy(Z2, y)`; затем `dW2 = Hᵀ·dZ2`, `dH = dZ2·W2ᵀ`, `dZ1 = nn.mul(dH, nn.map(Z1, (z) => (z > 0 ? 1 : 0)))`, `dW1 = Xᵀ·dZ1`, а для смещений — суммы столбцов.",
      ],
      mistakes: {
        notDivided:
          "Отношение 1/n в каждом градиенте (1/5 в примере): функция потерь — среднее, и в её градиенте есть 1/n.",
        dividedTwice:
          "Отношение n в каждом градиенте: 1/n применено дважды. В dZ из softmaxCrossEntropy оно уже есть.",
        sign: "Отношение −1: все знаки противоположны. Нужно p − y, а не y − p.",
        noMask:
          "dZ1 не равна 0 там, где Z1 ≤ 0: то, что отсекла ReLU, градиента не получает. Умножьте dH на [Z1 > 0].",
        maskOfGradient: "Маска берётся из прямого прохода: [Z1 > 0], а не [dH > 0].",
        biasMean:
          "У градиентов смещений отношение n (5 в примере): сумма по примерам, а не среднее.",
        biasFirst: "Градиенты смещений взяты от одного примера 0: сложите по всем.",
        updated:
          "Градиенты скрытого слоя встретили уже обновлённую W2: ошибка уменьшается вместе с lr. Закончите обратный проход, потом обновляйте.",
        fromZ1: "dW2 получена из Z1: W2 на прямом проходе встретила H, после ReLU, поэтому Hᵀ·dZ2.",
        linear: "В сети нет ReLU: H = max(0, Z1), элемент за элементом.",
        lossSum: "Потери в n раз больше: среднее по примерам, а не сумма.",
        transposed: "Градиенты весов транспонированы: размер dW — размер W, XᵀdZ.",
      },
    },
  },
};
