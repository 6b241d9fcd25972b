import { compiledKernel } from "./compiled";
import type { Kernel } from "./kernel";
import { plainKernel } from "./plain";

/** A memory of more numbers (64 MB) is not kept for the next product. */
const KEPT = 2 ** 23;

/** Makes a kernel, the compiled one unless it was found that this machine has none. */
let make = compiledKernel;
let kept: Kernel | undefined;

function withRoom(numbers: number): Kernel {
  const kernel = kept ?? make();
  kernel.memory(numbers);
  kept = numbers > KEPT ? undefined : kernel;
  return kernel;
}

/** The fastest kernel that there is, with room for so many numbers. */
export function kernelFor(numbers: number): Kernel {
  try {
    return withRoom(numbers);
  } catch {
    make = plainKernel;
    kept = undefined;
    return withRoom(numbers);
  }
}
