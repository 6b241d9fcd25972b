import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function parameterCount(sizes: number[]): number");

/** A sum over neighbouring sizes a and b. */
const summed = (term: string) =>
  cell(`
      let count = 0;
      for (let k = 1; k < sizes.length; k++) {
        const [a, b] = [sizes[k - 1], sizes[k]];
        count += ${term};
      }
      return count;`);

export const parameterCount: Attempts = {
  exercise: "4.3",
  name: "parameterCount",
  right: {
    "layer by layer": summed("a * b + b"),
    "an input more for the bias": summed("(a + 1) * b"),
    reduced: cell(
      "return sizes.slice(1).reduce((count, size, k) => count + size * (sizes[k] + 1), 0);",
    ),
    recursive: cell(`
      if (sizes.length < 2) return 0;
      const [a, b] = sizes;
      return a * b + b + parameterCount(sizes.slice(1));`),
  },
  wrong: {
    "no biases": { says: "the biases are missing", source: summed("a * b") },
    "biases for inputs": { says: "Inputs have no bias", source: summed("a * b + a") },
    "biases for inputs, too": {
      says: "Inputs have no bias",
      source: summed("a * b + b").replace("return count", "return count + sizes[0]"),
    },
    "one bias for a layer": { says: "One bias for a whole layer", source: summed("a * b + 1") },
    "the last layer forgotten": {
      says: "The last layer is left out",
      source: summed("a * b + b").replace("sizes.length;", "sizes.length - 1;"),
    },
    "the first layer forgotten": {
      says: "go over all neighbours",
      source: summed("a * b + b").replace("let k = 1", "let k = 2"),
    },
    "the first layer alone": {
      says: "go over all neighbours",
      source: cell("return sizes.length < 2 ? 0 : sizes[0] * sizes[1] + sizes[1];"),
    },
    "a product of sizes": {
      says: "Add up over the layers",
      source: cell("return sizes.reduce((a, b) => a * b, 1);"),
    },
    "a sum of sizes": {
      says: "These are the units",
      source: cell("return sizes.reduce((a, b) => a + b, 0);"),
    },
    "the sizes eaten up": {
      says: "wrote to its argument sizes",
      source: cell(`
      let count = 0;
      for (let a = sizes.shift(); sizes.length > 0; a = sizes.shift()) count += (a! + 1) * sizes[0];
      return count;`),
    },
  },
};
