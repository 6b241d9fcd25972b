import type { Job } from "./job";

/** Timers and promises of so many runs may still print under their own cells. */
const remembered = 200;

/** Which cell each of the last runs belongs to: output that comes late still goes to its own. */
export class Runs {
  readonly #jobs = new Map<number, Job>();

  begin(id: number, job: Job): void {
    this.#jobs.set(id, job);
    this.#jobs.delete(id - remembered);
  }

  /** The run's cell; of a run that is forgotten, the last one's. */
  of(id: number): Job | undefined {
    return this.#jobs.get(id) ?? this.last();
  }

  last(): Job | undefined {
    return [...this.#jobs.values()].pop();
  }
}
