import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function descend(grad: (w: Matrix) => Matrix, w0: Matrix, lr: number, steps: number): Matrix[]",
);

/** A path that starts as given and grows by one expression of the last point w. */
const walked = (next: string, start = "[w0]", count = "steps") =>
  cell(`
      const path: Matrix[] = ${start};
      for (let t = 0; t < ${count}; t++) {
        const w = path[path.length - 1];
        path.push(${next});
      }
      return path;`);

export const descend: Attempts = {
  exercise: "3.1",
  name: "descend",
  right: {
    "push by push": walked("nn.sub(w, nn.mul(grad(w), lr))"),
    "the start copied": walked("nn.add(w, nn.mul(grad(w), -lr))", "[nn.copy(w0)]"),
    "entry by entry": cell(`
      let w = nn.copy(w0);
      const path = [w];
      for (let t = 0; t < steps; t++) {
        const g = grad(w).data;
        w = { rows: w.rows, cols: w.cols, data: w.data.map((x, k) => x - lr * g[k]) };
        path.push(w);
      }
      return path;`),
    recursive: cell(`
      if (steps === 0) return [w0];
      return [w0, ...descend(grad, nn.sub(w0, nn.mul(grad(w0), lr)), lr, steps - 1)];`),
  },
  wrong: {
    uphill: { says: "you climb", source: walked("nn.add(w, nn.mul(grad(w), lr))") },
    "one buffer": {
      says: "All entries are equal",
      source: cell(`
      const w = nn.copy(w0);
      const path = [w];
      for (let t = 0; t < steps; t++) {
        const g = grad(w).data.slice();
        for (let k = 0; k < g.length; k++) w.data[k] -= lr * g[k];
        path.push(w);
      }
      return path;`),
    },
    "the first gradient for ever": {
      says: "Step 2 uses the gradient of step 1",
      source: cell(`
      const g = nn.copy(grad(w0));
      const path = [w0];
      for (let t = 0; t < steps; t++) path.push(nn.sub(path[t], nn.mul(g, lr)));
      return path;`),
    },
    "without the start": {
      says: "steps + 1 points are expected",
      source: walked("nn.sub(w, nn.mul(grad(w), lr))").replace(
        "return path",
        "return path.slice(1)",
      ),
    },
    "a step too few": {
      says: "steps + 1 points are expected",
      source: walked("nn.sub(w, nn.mul(grad(w), lr))", "[w0]", "steps - 1"),
    },
    "an end where the gradient is small": {
      says: "Stopped early",
      source: walked("nn.sub(w, nn.mul(grad(w), lr))").replace(
        "const w = path[path.length - 1];",
        "const w = path[path.length - 1];\n    if (Math.hypot(...grad(w).data) < 1e-3) break;",
      ),
    },
    "an end where nothing moves any more": {
      says: "Stopped early",
      source: cell(`
      const path = [w0];
      for (let t = 0; t < steps; t++) {
        const next = nn.sub(path[t], nn.mul(grad(path[t]), lr));
        if (next.data.every((x, k) => x === path[t].data[k])) return path;
        path.push(next);
      }
      return path;`),
    },
    "no rate": { says: "multiply it by lr", source: walked("nn.sub(w, grad(w))") },
    "the last point alone": {
      says: "return all its points",
      source: walked("nn.sub(w, nn.mul(grad(w), lr))").replace(
        "return path",
        "return [path[path.length - 1]]",
      ),
    },
  },
};
