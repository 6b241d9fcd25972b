import { moduleOf } from "./assembler";
import { entryFunctions } from "./functions";
import type { Kernel, OfEntries } from "./kernel";
import { productFunctions } from "./product";

const PAGE = 65_536; // bytes

interface Exports extends Pick<Kernel, "pack" | "multiply" | "unpack">, OfEntries {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

/** Node has it, but its types come with a browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

let compiled: object | undefined;

/**
 * The kernel in WebAssembly.
 * @throws where there is none, or none with SIMD, or no memory for it.
 */
export function compiledKernel(): Kernel {
  const { Module, Instance } = WebAssembly;
  compiled ??= new Module(moduleOf([...productFunctions(), ...entryFunctions()]));
  const { memory, pack, multiply, unpack, ...ofEntries } = new Instance(compiled)
    .exports as Exports;
  let view = new Float64Array(memory.buffer);
  return {
    memory(numbers) {
      if (numbers > view.length) {
        const missing = (numbers - view.length) * Float64Array.BYTES_PER_ELEMENT;
        memory.grow(Math.ceil(missing / PAGE));
        view = new Float64Array(memory.buffer);
      }
      return view;
    },
    ...{ pack, multiply, unpack, ofEntries },
  };
}
