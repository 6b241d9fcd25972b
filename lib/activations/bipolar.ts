import { activation, raw, type Unit } from "./activation";

const even: Unit = { f: (x) => Math.max(0, x), df: (x) => (x > 0 ? 1 : 0) };

/** −relu(−x) = min(0, x), and its two minuses make the slope +1. */
const odd: Unit = { f: (x) => Math.min(0, x), df: (x) => (x < 0 ? 1 : 0) };

/**
 * Eidnes & Nøkland (2017): units alternate, counted from 0. Even ones are ReLU, odd ones its mirror
 * image, so that a layer's mean stays near 0. For a single number it is the even unit.
 * Convention: f′(0) = 0.
 */
export const bipolarRelu = activation({
  ...even,
  unit: (j) => (j % 2 === 0 ? even : odd),
  name: "Bipolar ReLU",
  latex: {
    f: raw`\begin{cases} \max(0, x) & \text{even unit} \\ \min(0, x) & \text{odd unit} \end{cases}`,
    df: raw`\begin{cases} \mathbf{1}[x > 0] & \text{even unit} \\ \mathbf{1}[x < 0] & \text{odd unit} \end{cases}`,
  },
  kinks: [0],
  source: "Eidnes, Nøkland 2017",
  exercise: "bipolarRelu",
  range: { text: "[0, ∞) or (−∞, 0]", low: -Infinity, high: Infinity },
  zeroCentred: "the layer, not the unit",
  saturates: "one side",
  drawback: {
    en: "Exchanging two units changes the network, and half of the inputs pass no gradient.",
    ru: "Если поменять местами два нейрона, сеть станет другой, а половина входов не пропускает градиент.",
  },
});
