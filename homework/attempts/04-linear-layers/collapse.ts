import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function collapse(WH: Matrix, bH: Matrix, WO: Matrix, bO: Matrix): { W: Matrix; b: Matrix }",
);

const layer = (W: string, b: string) => cell(`return { W: ${W}, b: ${b} };`);
const product = "nn.matmul(WH, WO)";
const bias = "nn.add(nn.matmul(bH, WO), bO)";

export const collapse: Attempts = {
  exercise: "4.1",
  name: "collapse",
  right: {
    "brackets opened": layer(product, bias),
    "affine twice": layer("nn.affine(WH, WO, nn.zeros(1, WO.cols))", "nn.affine(bH, WO, bO)"),
    "transposed and back": layer(
      "nn.transpose(nn.matmul(nn.transpose(WO), nn.transpose(WH)))",
      bias,
    ),
  },
  wrong: {
    "the other order": {
      says: "The order of the product",
      source: layer("nn.matmul(WO, WH)", bias),
    },
    "only the output's bias": { says: "bH passes through WO", source: layer(product, "bO") },
    "the output's bias twice": {
      says: "it was added twice",
      source: layer(product, `nn.add(${bias}, bO)`),
    },
    elementwise: {
      says: "An elementwise product",
      source: layer("nn.mul(WH, nn.transpose(WO))", bias),
    },
    "no output bias": {
      says: "the output's own bias is missing",
      source: layer(product, "nn.matmul(bH, WO)"),
    },
    "no biases": {
      says: "open the brackets for bH and bO, too",
      source: layer(product, "nn.zeros(1, WO.cols)"),
    },
    "the biases added": {
      says: "bH has to pass through WO first",
      source: layer(product, "nn.add(bH, bO)"),
    },
  },
};
