/**
 * As much of WebAssembly's binary format as the matrix kernel needs: each function gives the bytes
 * of one instruction, which come after the bytes of its operands.
 * https://webassembly.github.io/spec/core/binary
 */
export type Code = readonly number[];

/** Seven bits a byte, lowest first; the highest bit says that more follow (LEB128). */
export function unsigned(n: number): Code {
  return n < 128 ? [n] : [(n % 128) + 128, ...unsigned(Math.floor(n / 128))];
}

/** The same, for numbers with a sign: bit 6 of the last byte. */
function signed(n: number): Code {
  return n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)];
}

export type Type = "i32" | "f64" | "v128";
const types: Readonly<Record<Type, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** A local variable or a parameter, by its number. */
export type Local = number;

export const get = (x: Local): Code => [0x20, ...unsigned(x)];
export const set = (x: Local, value: Code): Code => [...value, 0x21, ...unsigned(x)];

/** Code to be repeated as long as it ends with `again`. */
export const loop = (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b];
/** Code to leave by `leave`. */
export const block = (...body: readonly Code[]): Code => [0x02, 0x40, ...body.flat(), 0x0b];
/** Goes to the start of a loop or the end of a block; `depth` 0 is the innermost one. */
export const branchIf = (condition: Code, depth = 0): Code => [
  ...condition,
  0x0d,
  ...unsigned(depth),
];

const binary =
  (...opcode: Code) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];

export const i32 = {
  constant: (n: number): Code => [0x41, ...signed(n)],
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  shiftLeft: binary(0x74),
  equal: binary(0x46),
  below: binary(0x49),
};

const unary =
  (...opcode: Code) =>
  (a: Code): Code => [...a, ...opcode];

/**
 * Two float64 side by side in one register of 128 bits; an operation does both at once. A comparison
 * gives a mask: all bits of a half are 1 where it holds, and 0 where not.
 */
export const f64x2 = {
  abs: unary(0xfd, 0xec, 0x01),
  neg: unary(0xfd, 0xed, 0x01),
  /** Without the part after the point. */
  trunc: unary(0xfd, 0x7a),
  add: binary(0xfd, 0xf0, 0x01),
  sub: binary(0xfd, 0xf1, 0x01),
  mul: binary(0xfd, 0xf2, 0x01),
  div: binary(0xfd, 0xf3, 0x01),
  /** The larger one, by the rules of Math.max: NaN if one is NaN, and 0 is larger than −0. */
  max: binary(0xfd, 0xf5, 0x01),
  /** b where it is the smaller (`atMost`) or the larger one (`atLeast`), else a, and so NaN stays. */
  atMost: binary(0xfd, 0xf6, 0x01),
  atLeast: binary(0xfd, 0xf7, 0x01),
  equal: binary(0xfd, 0x47),
  below: binary(0xfd, 0x49),
  above: binary(0xfd, 0x4a),
  notBelow: binary(0xfd, 0x4c),
};

/** The bits of each half, moved to the left. */
export const shiftLeft = binary(0xfd, 0xcb, 0x01);

/** Reading and writing memory at an address (in bytes) plus a constant offset. */
const read =
  (...opcode: Code) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, 3, ...unsigned(offset)];
const write =
  (...opcode: Code) =>
  (address: Code, value: Code, offset = 0): Code => [
    ...[...address, ...value],
    ...[...opcode, 3, ...unsigned(offset)],
  ];

export const f64 = { load: read(0x2b), store: write(0x39) };
export const v128 = {
  load: read(0xfd, 0x00),
  /** One float64 into both halves. */
  loadTwice: read(0xfd, 0x0a),
  store: write(0xfd, 0x0b),
  /** The same float64 in both halves. */
  constant: (x: number): Code => [0xfd, 0x0c, ...new Uint8Array(Float64Array.of(x, x).buffer)],
  and: binary(0xfd, 0x4e),
  or: binary(0xfd, 0x50),
  /** Where the mask's bits are 1, those of a, elsewhere those of b. */
  select: (mask: Code, a: Code, b: Code): Code => [...a, ...b, ...mask, 0xfd, 0x52],
};

/** A function that takes i32 numbers and returns nothing. */
export interface Definition {
  readonly name: string;
  readonly parameters: number;
  readonly locals: readonly Type[];
  readonly code: Code;
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (name: string): Code => vector([...name].map((letter) => [letter.charCodeAt(0)]));
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];
const section = (id: number, items: readonly Code[]): Code => [id, ...sized(vector(items))];

/** A module with these functions and one memory, all of them exported by name. */
export function moduleOf(functions: readonly Definition[]): Uint8Array {
  const signature = ({ parameters }: Definition): Code => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [types.i32])),
    ...vector([]),
  ];
  const body = ({ locals, code }: Definition): Code =>
    sized([...vector(locals.map((type) => [1, types[type]])), ...code, 0x0b]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // "\0asm", version 1
    ...section(1, functions.map(signature)),
    ...section(
      3,
      functions.map((_, k) => unsigned(k)),
    ),
    ...section(5, [[0x00, 0x00]]), // one memory, of 0 pages to begin with
    ...section(7, [
      [...text("memory"), 0x02, 0x00],
      ...functions.map(({ name }, k) => [...text(name), 0x00, ...unsigned(k)]),
    ]),
    ...section(10, functions.map(body)),
  ]);
}
