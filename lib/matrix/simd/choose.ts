import { compiledKernel } from "./compiled";
import type { Kernel } from "./kernel";
import { plainKernel } from "./plain";

/** A memory of more numbers (64 MB) is not kept for the next product. */
const KEPT = 2 ** 23;

/** Makes a kernel, the compiled one unless it was found that this machine has none. */
let make = compiledKernel;
let kept: Kernel | undefined;

function made(): Kernel {
  try {
    return make();
  } catch {
    make = plainKernel;
    return make();
  }
}

/** The fastest kernel that there is, with room for so many numbers. */
export function kernelFor(numbers: number): Kernel {
  const kernel = kept ?? made();
  try {
    kernel.memory(numbers);
  } catch {
    // More than WebAssembly can have, 4 GB, or than there is: for this one the plain kernel tries.
    return plainKernel();
  }
  kept = numbers > KEPT ? undefined : kernel;
  return kernel;
}
