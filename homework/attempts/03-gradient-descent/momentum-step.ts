import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function momentumStep(w: Matrix, v: Matrix, g: Matrix, lr: number, beta: number): { w: Matrix; v: Matrix }",
);

/** A new velocity, and the new weights by it. */
const moved = (speed: string, weights = "nn.add(w, next)", kept = "next") =>
  cell(`
      const next = ${speed};
      return { w: ${weights}, v: ${kept} };`);

const speed = "nn.sub(nn.mul(v, beta), nn.mul(g, lr))";

export const momentumStep: Attempts = {
  exercise: "3.4",
  name: "momentumStep",
  right: {
    "two lines": moved(speed),
    "entry by entry": cell(`
      const next = v.data.map((vk, k) => beta * vk - lr * g.data[k]);
      const { rows, cols } = w;
      return {
        w: { rows, cols, data: w.data.map((x, k) => x + next[k]) },
        v: { rows, cols, data: next },
      };`),
    "map by places": cell(`
      const next = nn.map(v, (x, i, j) => beta * x - lr * nn.get(g, i, j));
      return { v: next, w: nn.map(w, (x, i, j) => x + nn.get(next, i, j)) };`),
  },
  wrong: {
    "the velocity is not kept": {
      says: "Equals plain descent",
      source: moved(speed, undefined, "v"),
    },
    "plain descent": { says: "Equals plain descent", source: moved("nn.mul(g, -lr)") },
    "the rate twice": {
      says: "scaled by lr twice",
      source: moved(speed, "nn.add(w, nn.mul(next, lr))"),
    },
    damped: {
      says: "The damped form",
      source: moved("nn.sub(nn.mul(v, beta), nn.mul(g, lr * (1 - beta)))"),
    },
    nesterov: {
      says: "That is Nesterov's step",
      source: moved(speed, "nn.sub(nn.add(w, nn.mul(next, beta)), nn.mul(g, lr))"),
    },
    "the old velocity": { says: "the old speed", source: moved(speed, "nn.add(w, v)") },
    "the weights' sign": {
      says: "w moves against the speed",
      source: moved(speed, "nn.sub(w, next)"),
    },
    uphill: {
      says: "up the hill",
      source: moved("nn.add(nn.mul(v, beta), nn.mul(g, lr))"),
    },
    "no rate": { says: "multiply it by lr", source: moved("nn.sub(nn.mul(v, beta), g)") },
    "the rate over all": {
      says: "lr scales the old speed, too",
      source: moved("nn.mul(nn.sub(nn.mul(v, beta), g), lr)"),
    },
    "PyTorch's form": {
      says: "That is PyTorch's form",
      source: moved("nn.add(nn.mul(v, beta), g)", "nn.sub(w, nn.mul(next, lr))"),
    },
    "no friction": {
      says: "The old speed is kept whole",
      source: moved("nn.sub(v, nn.mul(g, lr))"),
    },
  },
};
