/** Element-wise operations on a million numbers, against NumPy on one thread. */
import { relu } from "../lib/activations";
import { add, exp } from "../lib/matrix";
import { mulberry32, randn } from "../lib/random";
import { startNumpy } from "./numpy";
import { byTurns, short, timed } from "./rounds";

const SIZE = 1000;
const [X, Y] = [1, 2].map((seed) => randn(mulberry32(seed), SIZE, SIZE));
const works = { relu: () => relu(X), add: () => add(X, Y), exp: () => exp(X) };

async function main(): Promise<void> {
  const numpy = startNumpy();
  for (const [name, work] of Object.entries(works)) {
    const times = await byTurns({
      spellgrad: timed(work),
      "NumPy, one thread": () => numpy.time("elementwise", name, SIZE * SIZE),
    });
    for (const [who, time] of Object.entries(times))
      console.log(`${who === "spellgrad" ? `${name} of 10⁶` : ""}\t${who}\t${short(time)} ms`);
  }
  numpy.stop();
}

main();
