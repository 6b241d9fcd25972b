import { becomeOwner, ownerOfOutput } from "./owner";

/**
 * `await` that can be interrupted. Compiled cells and files of the project wait through these
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

/** How a promise ended, and which run waited for it. */
interface Awaited {
  owner: number;
  value: unknown;
  failed: boolean;
}

/** The promise of how `value` ends, unless an interrupt comes first. */
export function awaitOrAbandon(value: unknown): Promise<Awaited> {
  const began = epoch;
  const owner = ownerOfOutput();
  const promised = isThenable(value) ? value : Promise.resolve(value);
  return new Promise((resolve) => {
    const end = (failed: boolean) => (value: unknown) => {
      if (began === epoch) resolve({ owner, value, failed });
    };
    promised.then(end(false), end(true));
  });
}

/** What `await` gives or throws, back in the code of the run that waited. */
export function resume({ owner, value, failed }: Awaited): unknown {
  becomeOwner(owner);
  if (failed) throw value;
  return value;
}

/** The values of `for await`, each waited for in that way. */
export function awaitEach(values: AsyncIterable<unknown> | Iterable<unknown>) {
  const async = (values as AsyncIterable<unknown>)[Symbol.asyncIterator];
  const iterator = async ? async.call(values) : (values as Iterable<unknown>)[Symbol.iterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => awaitOrAbandon(settledStep(iterator.next())).then(resume),
      return: async (value?: unknown) => (await iterator.return?.(value)) ?? { done: true, value },
    }),
  };
}

/** A step of a plain iterator over promises gives the promise's outcome. */
async function settledStep(step: unknown): Promise<IteratorResult<unknown>> {
  const { done, value } = (await step) as IteratorResult<unknown>;
  return { done, value: await value } as IteratorResult<unknown>;
}
