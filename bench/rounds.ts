import { performance } from "node:perf_hooks";

/** Does the work once and gives the milliseconds that it took. */
export type Contestant = () => number | Promise<number>;

/**
 * A contestant from what it does, `repeats` times in a row where once is too short to be measured.
 * Counted is the time on the clock or on the processor, whichever is shorter: on a machine that is
 * shared, the clock goes on while others have the processor; with several threads, the processors
 * count more than the clock.
 */
export const timed =
  (work: () => unknown, repeats = 1): Contestant =>
  () => {
    const [start, processor] = [performance.now(), process.cpuUsage()];
    for (let k = 0; k < repeats; k++) work();
    const clock = performance.now() - start;
    const { user, system } = process.cpuUsage(processor);
    return Math.min(clock, (user + system) / 1000) / repeats;
  };

/**
 * The shortest time of each, in milliseconds. They take turns, so that a machine that is busy for a
 * while slows all of them; one that has used up `budget` milliseconds waits for the end, but for
 * its first `least` turns: the shortest of fewer is chance. One more turn before is for warming up.
 */
export async function byTurns(
  contestants: Readonly<Record<string, Contestant>>,
  { rounds = 30, budget = 1500, least = 3 } = {},
): Promise<Record<string, number>> {
  const best = Object.fromEntries(Object.keys(contestants).map((name) => [name, Infinity]));
  const spent: Record<string, number> = {};
  for (let round = 0; round <= rounds; round++)
    for (const name in contestants) {
      if (round > least && spent[name] > budget) continue;
      const start = performance.now();
      const time = await contestants[name]();
      spent[name] = (spent[name] ?? 0) + performance.now() - start;
      if (round > 0) best[name] = Math.min(best[name], time);
    }
  return best;
}

/** 3 digits, whole numbers from 100 on. */
export const short = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
