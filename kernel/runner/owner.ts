import timers from "node:timers";
import { promisify } from "node:util";
import { current } from "./state";

/**
 * Which run the code that is being executed belongs to: what a timer or a promise of an earlier
 * cell prints goes to that cell. Timers and every `await` carry their run on. Node's
 * AsyncLocalStorage would know more, but an interrupt in one of its hooks ends the process.
 */

const { setTimeout, setInterval, setImmediate } = timers;

let owner = 0;
let returning = false;

export const ownerOfOutput = (): number => owner;

/** From here on the code is that run's, until the event loop comes round. */
export function becomeOwner(id: number): void {
  owner = id;
  if (id === current.id || returning) return;
  setImmediate(() => {
    returning = false;
    owner = current.id;
  });
  returning = true;
}

type Timer = (callback: (...args: unknown[]) => void, ...rest: unknown[]) => unknown;

/** Gives cells timers whose functions belong to the run that set them. */
export function carryOwnerInTimers(): void {
  for (const [name, original] of Object.entries({ setTimeout, setInterval, setImmediate })) {
    const start = original as unknown as Timer;
    const carrying: Timer = (callback, ...rest) => {
      if (typeof callback !== "function") return start(callback, ...rest);
      const id = owner;
      const carried = (...args: unknown[]) => {
        becomeOwner(id);
        callback(...args);
      };
      return start(carried, ...rest);
    };
    const promised = { value: promisify(original) };
    Object.defineProperties(carrying, { name: { value: name }, [promisify.custom]: promised });
    Object.assign(globalThis, { [name]: carrying });
    Object.assign(timers, { [name]: carrying });
  }
}
