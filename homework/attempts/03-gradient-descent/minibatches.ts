import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function minibatches(n: number, size: number, rng: () => number): Int32Array[]",
);

/** An order made by some lines, then cut into slices. */
const cut = (order: string, stride = "size", keep = "true") =>
  cell(`
      const order = Int32Array.from({ length: n }, (_, i) => i);
      ${order}
      const batches: Int32Array[] = [];
      for (let i = 0; i < n; i += ${stride}) {
        const batch = order.slice(i, i + size);
        if (${keep}) batches.push(batch);
      }
      return batches;`);

const swapping = (from: string, j: string) =>
  `for (${from}) {
        const j = Math.floor(${j});
        [order[i], order[j]] = [order[j], order[i]];
      }`;

const fisherYates = swapping("let i = n - 1; i > 0; i--", "rng() * (i + 1)");

export const minibatches: Attempts = {
  exercise: "3.2",
  name: "minibatches",
  right: {
    "the shuffle written out": cut(fisherYates),
    "the library's shuffle": cell(`
      const order = nn.shuffle(n, rng);
      return Array.from({ length: Math.ceil(n / size) }, (_, k) => order.slice(k * size, (k + 1) * size));`),
    "views instead of copies": cut(fisherYates).replace("order.slice", "order.subarray"),
    "recursive, each place filled for good": cell(`
      const draw = (pool: readonly number[]): number[] => {
        if (pool.length < 2) return [...pool];
        const [rest, last] = [pool.slice(0, -1), pool[pool.length - 1]];
        const j = Math.floor(rng() * pool.length);
        if (j === rest.length) return [...draw(rest), last];
        const chosen = rest[j];
        rest[j] = last;
        return [...draw(rest), chosen];
      };
      const batches: number[][] = [];
      draw(Array.from({ length: n }, (_, i) => i)).forEach((sample, place) => {
        if (place % size === 0) batches.push([]);
        batches[batches.length - 1].push(sample);
      });
      return batches.map((batch) => Int32Array.from(batch));`),
  },
  wrong: {
    "no shuffle": { says: "Not shuffled", source: cut("") },
    "with replacement": {
      says: "An index repeats",
      source: cut("for (let i = 0; i < n; i++) order[i] = Math.floor(rng() * n);"),
    },
    "any partner": {
      says: "The swap partner must be at most i",
      source: cut(swapping("let i = n - 1; i > 0; i--", "rng() * n")),
    },
    "any partner, forwards": {
      says: "The swap partner must be at most i",
      source: cut(swapping("let i = 0; i < n; i++", "rng() * n")),
    },
    "the short batch dropped": {
      says: "The last samples are never seen",
      source: cut(fisherYates, "size", "batch.length === size"),
    },
    "padded with zeros": {
      says: "Padded to size",
      source: cut(fisherYates).replace(
        "batches.push(batch)",
        "batches.push(Int32Array.from({ length: size }, (_, k) => batch[k] ?? 0))",
      ),
    },
    "padded from the beginning of the order": {
      says: "Padded to size",
      source: cut(fisherYates).replace(
        "batches.push(batch)",
        "batches.push(Int32Array.from({ length: size }, (_, k) => order[(i + k) % n]))",
      ),
    },
    "a draw too many": {
      says: "The first epoch is right, and the next isn't",
      source: cut(swapping("let i = n - 1; i >= 0; i--", "rng() * (i + 1)")),
    },
    "a generator of its own": {
      says: "in another order",
      source: cut(fisherYates.replace("rng()", "own()")).replace(
        "const order",
        "const own = nn.mulberry32(n);\n  const order",
      ),
    },
    overlapping: {
      says: "Batches overlap",
      source: cut(fisherYates, "Math.max(1, size - 1)"),
    },
    "another order": {
      says: "in another order",
      source: cut(swapping("let i = 0; i < n - 1; i++", "i + rng() * (n - i)")),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.minibatches(n, size, rng);"),
    },
  },
};
