import {
  block,
  branchIf,
  type Code,
  type Definition,
  f64,
  f64x2,
  get,
  i32,
  type Local,
  loop,
  set,
  v128,
} from "./assembler";
import { countDown, frame, increase, toAddress } from "./frame";
import { TILE } from "./kernel";

const NUMBER = 8; // bytes
const VECTOR = 16;
/** Steps of the innermost loop that are written out one after the other. */
const UNROLLED = 4;

const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/** `pack` of {@link Kernel}. */
function pack(): Definition {
  const parameters = [0, 1, 2, 3, 4, 5, 6];
  const [step, panel, depth] = parameters.slice(TILE);
  const lines = parameters.slice(0, TILE);
  const code = [
    ...[...lines, step, panel].map(toAddress),
    loop(
      ...lines.map((line, i) => f64.store(get(panel), f64.load(get(line)), NUMBER * i)),
      ...lines.map((line) => increase(line, get(step))),
      increase(panel, i32.constant(NUMBER * TILE)),
      countDown(depth),
    ),
  ];
  return { name: "pack", parameters: parameters.length, locals: [], code: code.flat() };
}

/**
 * `multiply` of {@link Kernel}. Each tile of the result is in eight registers while the depth is
 * walked: at every step four numbers of A, each beside itself in a register, meet four of B, two
 * and two. A product is rounded before it is added (no fused multiply-add), and the steps are
 * added in their order, so that every number has the bits that the definition gives it.
 */
function multiply(): Definition {
  const parameters = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const [a, b, c, depth, aPanel, bPanel, cRow, rowPanels, columnPanels, from0] = parameters;
  const { locals, local } = frame(parameters.length);
  const [aTile, aAt, bAt, cTile, cAt, rowsLeft] = range(6).map(() => local("i32"));
  const ends = range(UNROLLED).map(() => local("i32"));
  const x = local("v128");
  const y = range(2).map(() => local("v128"));
  const sums = range(TILE).map(() => range(2).map(() => local("v128")));
  const stepBytes = NUMBER * TILE;

  const step = (k: number): Code[] => [
    ...y.map((pair, j) => set(pair, v128.load(get(bAt), stepBytes * k + VECTOR * j))),
    ...sums.flatMap((row, i) => [
      set(x, v128.loadTwice(get(aAt), stepBytes * k + NUMBER * i)),
      ...row.map((sum, j) => set(sum, f64x2.add(get(sum), f64x2.mul(get(x), get(y[j]))))),
    ]),
  ];
  const walk = [
    set(aAt, get(aTile)),
    set(bAt, get(b)),
    // Where step k finds that it is one too many.
    ...ends.map((end, k) => {
      const steps = i32.sub(get(depth), i32.constant(k));
      return set(end, i32.add(get(aTile), i32.mul(steps, i32.constant(stepBytes))));
    }),
    block(
      loop(
        ...ends.flatMap((end, k) => [
          ...(k === 0 ? [] : [branchIf(i32.equal(get(aAt), get(end)), 1)]),
          ...step(k),
        ]),
        increase(aAt, i32.constant(stepBytes * UNROLLED)),
        increase(bAt, i32.constant(stepBytes * UNROLLED)),
        branchIf(i32.below(get(aAt), get(ends[0]))),
      ),
    ),
  ];
  /** `visit` for each pair of the tile; `cAt` goes down its rows. */
  const eachPair = (visit: (sum: Local, offset: number) => Code): Code[] => [
    set(cAt, get(cTile)),
    ...sums.flatMap((row) => [
      ...row.map((sum, j) => visit(sum, VECTOR * j)),
      increase(cAt, get(cRow)),
    ]),
  ];
  const tile = [
    ...sums.flat().map((sum) => set(sum, v128.constant(0))),
    block(
      branchIf(get(from0)),
      ...eachPair((sum, offset) => set(sum, v128.load(get(cAt), offset))),
    ),
    ...walk,
    ...eachPair((sum, offset) => v128.store(get(cAt), get(sum), offset)),
  ];
  const code = [
    ...[a, b, c, aPanel, bPanel, cRow].map(toAddress),
    loop(
      set(aTile, get(a)),
      set(cTile, get(c)),
      set(rowsLeft, get(rowPanels)),
      loop(...tile, increase(aTile, get(aPanel)), set(cTile, get(cAt)), countDown(rowsLeft)),
      increase(b, get(bPanel)),
      increase(c, i32.constant(stepBytes)),
      countDown(columnPanels),
    ),
  ];
  return { name: "multiply", parameters: parameters.length, locals, code: code.flat() };
}

/**
 * `unpack` of {@link Kernel}. Rows only move to lower places, or stay, and in their order; so nothing
 * is overwritten before it is read. A row of odd length writes one number too many: where the next
 * row begins.
 */
function unpack(): Definition {
  const parameters = [0, 1, 2, 3, 4, 5];
  const [c, cRow, bias, rows, cols, pairs] = parameters;
  const { locals, local } = frame(parameters.length);
  const [to, fromAt, toAt, biasAt, left] = range(5).map(() => local("i32"));
  const sum = f64x2.add(v128.load(get(fromAt)), v128.load(get(biasAt)));
  const code = [
    ...[c, cRow, bias, cols].map(toAddress),
    set(to, get(c)),
    loop(
      set(fromAt, get(c)),
      set(toAt, get(to)),
      set(biasAt, get(bias)),
      set(left, get(pairs)),
      loop(
        v128.store(get(toAt), sum),
        ...[fromAt, toAt, biasAt].map((at) => increase(at, i32.constant(VECTOR))),
        countDown(left),
      ),
      increase(c, get(cRow)),
      increase(to, get(cols)),
      countDown(rows),
    ),
  ];
  return { name: "unpack", parameters: parameters.length, locals, code: code.flat() };
}

/** `pack`, `multiply` and `unpack` of {@link Kernel}. */
export const productFunctions = (): Definition[] => [pack(), multiply(), unpack()];
