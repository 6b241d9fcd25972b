import {
  block,
  branchIf,
  type Code,
  f64x2,
  get,
  i32,
  loop,
  moduleOf,
  set,
  v128,
} from "../lib/matrix/simd/assembler";

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

const PAIRS = 7;
const REPEATS = 4;

/**
 * What the processor can do at most with registers of 128 bits: products and sums that wait for
 * nothing, seven of each in turn, so that both of its adders and multipliers are always busy: a result
 * is awaited for up to four cycles, and 16 registers hold no more.
 */
function busyLoop(): (turns: number) => void {
  const [turns] = [0];
  const registers = Array.from({ length: 2 * PAIRS }, (_, k) => 1 + k);
  const x = 1 + registers.length;
  const once = registers.map((r, k) =>
    set(r, (k % 2 === 0 ? f64x2.mul : f64x2.add)(get(r), get(x))),
  );
  const zero = i32.constant(0);
  const code: Code[] = [
    set(x, v128.load(zero)),
    loop(
      ...Array.from({ length: REPEATS }, () => once).flat(),
      set(turns, i32.sub(get(turns), i32.constant(1))),
      branchIf(get(turns)),
    ),
    // Written down, or else the compiler leaves it all out.
    ...registers.map((r) => block([...v128.store(zero, get(r))])),
  ];
  const bytes = moduleOf([
    { name: "run", parameters: 1, locals: [...registers, x].map(() => "v128"), code: code.flat() },
  ]);
  const { memory, run } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as {
    memory: { grow(pages: number): void };
    run(turns: number): void;
  };
  memory.grow(1);
  return run;
}

const run = busyLoop();
const TURNS = 50_000;

/** Operations of one `limitLoop()`. */
export const LIMIT_OPERATIONS = TURNS * REPEATS * PAIRS * 2 * 2;
export const limitLoop = (): void => run(TURNS);
