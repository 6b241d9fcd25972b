import { ShapeError, ValueError } from "./errors";
import type { Matrix } from "./matrix";
import { requireMatrices } from "./matrix/types";
import { ownWork } from "./own-work";

/** The pairs of K classes in the order (0,1), (0,2), …, (1,2), …: one duel each. */
export function pairs(K: number): readonly (readonly [number, number])[] {
  if (!Number.isInteger(K) || K < 2)
    throw new ValueError({
      en: `pairs: need a whole number of at least 2 classes, got ${K}`,
      ru: `pairs: нужно целое число классов, не меньше 2, получено ${K}`,
    });
  return Array.from({ length: K }, (_, i) => i).flatMap((i) =>
    Array.from({ length: K - 1 - i }, (_, d) => [i, i + 1 + d] as const),
  );
}

/**
 * One vs one: every pair of classes fights a duel, the class with most wins is the answer.
 *
 * @param S n × K(K−1)/2 scores; column d belongs to `pairs(K)[d]` = (i, j), and a score above 0
 * is a vote for i, any other a vote for j.
 * @param K number of classes.
 * @returns the winner of each row; among equal votes the lowest class.
 * @throws ShapeError if S does not have one column for each pair.
 */
export function oneVsOne(S: Matrix, K: number): Int32Array {
  ownWork("oneVsOne");
  requireMatrices("oneVsOne", { S });
  const duels = pairs(K);
  if (S.cols !== duels.length)
    throw new ShapeError({
      en: `oneVsOne: ${K} classes make ${duels.length} pairs, so S needs ${duels.length} columns; it has ${S.cols}`,
      ru: `oneVsOne: при числе классов ${K} пар ${duels.length}, столько же столбцов нужно в S; их ${S.cols}`,
    });
  return Int32Array.from({ length: S.rows }, (_, row) => {
    const votes = new Array<number>(K).fill(0);
    duels.forEach(([i, j], d) => {
      votes[S.data[row * S.cols + d] > 0 ? i : j]++;
    });
    return votes.indexOf(Math.max(...votes));
  });
}
