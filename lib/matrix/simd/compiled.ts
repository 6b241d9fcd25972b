import type { Kernel } from "./kernel";
import { kernelModule } from "./source";

const PAGE = 65_536; // bytes

interface Exports extends Omit<Kernel, "memory"> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

/** Node has it, but its types come with a browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

/**
 * The kernel in WebAssembly.
 * @throws where there is none, or none with SIMD, or no memory for it.
 */
export function compiledKernel(): Kernel {
  const { Module, Instance } = WebAssembly;
  const { memory, pack, multiply } = new Instance(new Module(kernelModule())).exports as Exports;
  return {
    memory(numbers) {
      const pages = Math.ceil((numbers * Float64Array.BYTES_PER_ELEMENT) / PAGE);
      const missing = pages - memory.buffer.byteLength / PAGE;
      if (missing > 0) memory.grow(missing);
      return new Float64Array(memory.buffer);
    },
    pack,
    multiply,
  };
}
