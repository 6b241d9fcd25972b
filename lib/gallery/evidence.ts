import type { LibraryActivation } from "../activations";
import { activations, randomizedRelu } from "../activations";
import { show } from "../plots/numbers";
import { wording } from "../words";
import { type Measured, measuredOf } from "./measured";

const words = wording({
  en: {
    mean: (mean: string) => `the mean output is ${mean} for N(0, 1) inputs`,
    flat: (share: string, variance: number) =>
      `for ${share} % of N(0, ${variance}) inputs the slope is below 0.01`,
    depth: (share: string) => `of a gradient at layer 20, ${share} arrives at layer 1`,
    nothing: "of a gradient at layer 20, exactly nothing arrives at layer 1",
    right: (right: number) => `trained on the spirals, it has ${right} of 300 points right`,
    leftSlope: (slope: string) => `after training on the spirals the left slope is ${slope}`,
    noise: (deviation: string) =>
      `f(−1) varies from pass to pass with a standard deviation of ${deviation}`,
  },
  ru: {
    mean: (mean) => `среднее на выходе при входах из N(0, 1) равно ${mean}`,
    flat: (share, variance) => `у ${share} % входов из N(0, ${variance}) наклон меньше 0.01`,
    depth: (share) => `от градиента в слое 20 до слоя 1 доходит ${share}`,
    nothing: "от градиента в слое 20 до слоя 1 не доходит в точности ничего",
    right: (right) => `после обучения на спиралях верных точек ${right} из 300`,
    leftSlope: (slope) => `после обучения на спиралях левый наклон равен ${slope}`,
    noise: (deviation) =>
      `f(−1) меняется от прохода к проходу со стандартным отклонением ${deviation}`,
  },
});

/** Sentences with a measured number. */
const sentences = {
  mean: ({ mean }) => words.mean(show(mean)),
  flat_1: ({ flat_1 }) => words.flat(show(flat_1), 1),
  flat_3: ({ flat_3 }) => words.flat(show(flat_3), 9),
  depth: ({ depth }) => (depth > 0 ? words.depth(show(depth, 3)) : words.nothing),
  right: ({ right }) => words.right(right),
  left_slope: ({ left_slope }) => words.leftSlope(show(left_slope)),
  noise: () => {
    const { lower, upper } = randomizedRelu.parameters;
    return words.noise(show((upper - lower) / Math.sqrt(12)));
  },
} satisfies Record<string, (measured: Measured) => string>;

/** What shows each activation's drawback in numbers. */
const shows: { readonly [name: string]: readonly (keyof typeof sentences)[] } = {
  Identity: ["right"],
  Sigmoid: ["depth", "mean"],
  TanH: ["flat_3"],
  ArcTan: ["depth"],
  ReLU: ["flat_1"],
  "Leaky ReLU": ["depth"],
  "Randomized ReLU": ["noise"],
  "Parametric ReLU": ["left_slope"],
  Binary: ["depth", "right"],
  ELU: ["flat_3", "right"],
  SoftSign: ["depth"],
  ISRU: ["flat_3"],
  ISRLU: ["flat_3", "right"],
  SQNL: ["flat_3"],
  "Bipolar ReLU": ["flat_1"],
  SoftPlus: ["mean", "depth"],
};

/** Measured sentences on an activation's drawback; none for one with other parameters. */
export const evidence = (f: LibraryActivation): string[] =>
  activations.includes(f) ? shows[f.name].map((what) => sentences[what](measuredOf(f))) : [];
