import { branchIf, type Code, get, i32, type Local, set, type Type } from "./assembler";

/** Names for a function's parameters (i32) and its local variables. */
export function frame(parameters: number) {
  const locals: Type[] = [];
  const local = (type: Type): Local => parameters + locals.push(type) - 1;
  return { locals, local };
}

export const increase = (x: Local, by: Code): Code => set(x, i32.add(get(x), by));

/** From a number's place in memory to its address. */
export const toAddress = (x: Local): Code => set(x, i32.shiftLeft(get(x), i32.constant(3)));

/** x ← x − 1, and again if that is not 0. */
export const countDown = (x: Local): Code => [
  ...set(x, i32.sub(get(x), i32.constant(1))),
  ...branchIf(get(x)),
];
