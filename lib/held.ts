/**
 * A state of the library that holds while some work runs and is at rest otherwise: that no gradient
 * is recorded, say.
 *
 * An interrupt ends work without its `finally`. But work here never waits for anything; so what does
 * not rest when the process takes its next turn was left behind, and is put to rest then.
 */
export class Held<T> {
  #now: T;
  #awaited = false;

  constructor(readonly rest: T) {
    this.#now = rest;
  }

  get now(): T {
    return this.#now;
  }

  /** Runs work while the state is `now`. */
  during<R>(now: T, work: () => R): R {
    const before = this.#now;
    if (!this.#awaited) this.#restLater();
    this.#now = now;
    try {
      return work();
    } finally {
      this.#now = before;
    }
  }

  #restLater(): void {
    setImmediate(() => {
      this.#now = this.rest;
      this.#awaited = false;
    });
    this.#awaited = true;
  }
}
