/**
 * `await` that can be interrupted. Compiled cells and files of the project wait through these two
 * functions. What was being awaited when the cell was interrupted never comes: the loop around
 * it ends there, as a loop without `await` does, and no `catch` or `finally` can carry it on.
 */

let epoch = 0;

/** Leaves every `await` that is under way waiting for ever. */
export function abandonAwaits(): void {
  epoch++;
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  (typeof value === "object" || typeof value === "function") &&
  value !== null &&
  typeof (value as PromiseLike<unknown>).then === "function";

/** The promise of `value`'s outcome, unless an interrupt comes first. */
export function awaitOrAbandon(value: unknown): unknown {
  const began = epoch;
  const promised = isThenable(value) ? value : Promise.resolve(value);
  return new Promise((resolve, reject) => {
    promised.then(
      (outcome) => began === epoch && resolve(outcome),
      (reason) => began === epoch && reject(reason),
    );
  });
}

/** The values of `for await`, each waited for in that way. */
export function awaitEach(values: AsyncIterable<unknown> | Iterable<unknown>) {
  const async = (values as AsyncIterable<unknown>)[Symbol.asyncIterator];
  const iterator = async ? async.call(values) : (values as Iterable<unknown>)[Symbol.iterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => awaitOrAbandon(settledStep(iterator.next())),
      return: async (value?: unknown) => (await iterator.return?.(value)) ?? { done: true, value },
    }),
  };
}

/** A step of a plain iterator over promises gives the promise's outcome. */
async function settledStep(step: unknown): Promise<IteratorResult<unknown>> {
  const { done, value } = (await step) as IteratorResult<unknown>;
  return { done, value: await value } as IteratorResult<unknown>;
}
