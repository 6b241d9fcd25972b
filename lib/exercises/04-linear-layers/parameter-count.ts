import { type Exercise, same } from "../../checks";
import { integer } from "../../random";

type ParameterCount = (sizes: number[]) => number;

/** The sum of g(in, out) over neighbouring layers. */
const overLayers =
  (g: (inputs: number, outputs: number) => number) =>
  (sizes: readonly number[]): number =>
    sizes.slice(1).reduce((sum, size, k) => sum + g(sizes[k], size), 0);

/** in·out weights and out biases for each layer. */
export const parameterCount: ParameterCount = overLayers(
  (inputs, outputs) => inputs * outputs + outputs,
);

export const parameterCountExercise: Exercise<
  ParameterCount,
  "noBiases" | "inputBias" | "oneBias" | "lastLayer" | "firstLayer" | "product" | "neurons"
> = {
  id: "4.3",
  name: "parameterCount",
  parameters: ["sizes"],
  points: 2,
  reference: parameterCount,
  close: same,
  parts: [
    { name: "example", share: 1, inputs: () => [[[2, 3, 2]], [[64, 32, 10]], [[4, 2]]] },
    { name: "hard", share: 1, inputs: () => [[[1, 1]], [[784, 128, 64, 32, 10]], [[5]]] },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) =>
        [3, 4, 5].map((layers) => [Array.from({ length: layers }, () => 1 + integer(rng, 50))]),
    },
  ],
  diagnoses: [
    { mistake: "noBiases", wrong: overLayers((inputs, outputs) => inputs * outputs) },
    {
      mistake: "inputBias",
      wrong: (sizes) => parameterCount(sizes) + (sizes[0] ?? 0),
    },
    { mistake: "inputBias", wrong: overLayers((inputs, outputs) => inputs * outputs + inputs) },
    { mistake: "oneBias", wrong: overLayers((inputs, outputs) => inputs * outputs + 1) },
    { mistake: "lastLayer", wrong: (sizes) => parameterCount(sizes.slice(0, -1)) },
    { mistake: "firstLayer", wrong: (sizes) => parameterCount(sizes.slice(1)) },
    { mistake: "firstLayer", wrong: (sizes) => parameterCount(sizes.slice(0, 2)) },
    { mistake: "product", wrong: (sizes) => sizes.reduce((a, b) => a * b, 1) },
    { mistake: "neurons", wrong: (sizes) => sizes.reduce((a, b) => a + b, 0) },
  ],
  words: {
    en: {
      hints: [
        "Count layer by layer: a layer stands between two neighbouring sizes.",
        "A layer from $a$ to $b$ units has $a \\cdot b$ weights and $b$ biases.",
        "Let `k` go from 1, so that `sizes[k - 1]` and `sizes[k]` are neighbours, and add to `count` what hint 2 says of them.",
      ],
      mistakes: {
        noBiases: "12, not 17, for [2, 3, 2]: the biases are missing.",
        inputBias: "Inputs have no bias: only the units that compute something do.",
        oneBias: "One bias for a whole layer: each of its units has one of its own.",
        lastLayer: "The last layer is left out: n sizes have n − 1 layers between them.",
        firstLayer:
          "One layer is counted, or one is left out at the start: go over all neighbours.",
        product: "Add up over the layers; multiplying all sizes counts nothing that exists.",
        neurons: "These are the units; what is asked for are the connections and biases.",
      },
    },
    ru: {
      hints: [
        "Считайте слой за слоем: слой стоит между двумя соседними размерами.",
        "В слое из $a$ входов и $b$ нейронов $a \\cdot b$ весов и $b$ смещений.",
        "Пусть `k` идёт от 1, чтобы `sizes[k - 1]` и `sizes[k]` были соседями; прибавляйте к `count` то, что о них говорит подсказка 2.",
      ],
      mistakes: {
        noBiases: "12, а не 17, для [2, 3, 2]: забыты смещения.",
        inputBias: "У входов смещения нет: оно есть только у нейронов, которые что-то вычисляют.",
        oneBias: "Одно смещение на весь слой: у каждого его нейрона есть своё.",
        lastLayer: "Пропущен последний слой: между n размерами лежит n − 1 слой.",
        firstLayer: "Посчитан один слой или один пропущен в начале: пройдите по всем соседям.",
        product:
          "Складывайте по слоям; произведение всех размеров не считает ничего, что есть в сети.",
        neurons: "Это число нейронов, а спрашивают о связях и смещениях.",
      },
    },
  },
};
