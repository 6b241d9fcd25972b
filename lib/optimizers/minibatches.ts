import { ValueError } from "../errors";
import { ownWork } from "../own-work";
import { type Random, shuffle } from "../random";

/**
 * The samples 0 … n − 1 in random order, cut into batches; the last may be short. Every sample is in
 * exactly one batch.
 *
 * @param size samples of a batch, at least 1
 * @param rng shuffles: n − 1 draws
 */
export function minibatches(n: number, size: number, rng: Random): Int32Array[] {
  ownWork("minibatches");
  const count = (name: string, value: number) => {
    if (!Number.isInteger(value) || value < 1)
      throw new ValueError({
        en: `minibatches: ${name} needs to be 1, 2, 3, …; got ${value}.`,
        ru: `minibatches: ${name} должно быть 1, 2, 3, …; получено ${value}.`,
      });
  };
  count("n", n);
  count("size", size);
  const order = shuffle(n, rng);
  return Array.from({ length: Math.ceil(n / size) }, (_, k) =>
    order.slice(k * size, (k + 1) * size),
  );
}
