import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function oneVsOne(S: Matrix, K: number): Int32Array");

/** Votes counted in loops, with the places where they go wrong left open. */
const attempt = ({
  pairs = `for (let i = 0; i < K; i++)
          for (let j = i + 1; j < K; j++)`,
  vote = "S.data[row * S.cols + d++] > 0 ? i : j",
  winner = "votes.indexOf(Math.max(...votes))",
  before = "",
}: {
  pairs?: string;
  vote?: string;
  winner?: string;
  before?: string;
}) =>
  cell(`
      const winners = new Int32Array(S.rows);
      for (let row = 0; row < S.rows; row++) {
        ${before}const votes = new Array<number>(K).fill(0);
        let d = 0;
        ${pairs} votes[${vote}]++;
        winners[row] = ${winner};
      }
      return winners;`);

export const oneVsOne: Attempts = {
  exercise: "1.4",
  name: "oneVsOne",
  right: {
    loops: attempt({}),
    "the library's pairs": cell(`
      return Int32Array.from({ length: S.rows }, (_, row) => {
        const votes = new Float64Array(K);
        nn.pairs(K).forEach(([i, j], d) => {
          votes[nn.get(S, row, d) > 0 ? i : j] += 1;
        });
        return votes.indexOf(Math.max(...votes));
      });`),
    "a table of votes and argmax": cell(`
      const votes = nn.zeros(S.rows, K);
      const duels = nn.pairs(K);
      S.data.forEach((s, t) => {
        const [i, j] = duels[t % S.cols];
        votes.data[Math.floor(t / S.cols) * K + (s > 0 ? i : j)]++;
      });
      return nn.argmax(votes, 1);`),
    "the best so far": cell(`
      const winners: number[] = [];
      for (const scores of nn.toRows(S)) {
        const votes = Array.from({ length: K }, (_, c) =>
          nn.pairs(K).filter(([i, j], d) => (scores[d] > 0 ? i : j) === c).length,
        );
        let best = 0;
        for (let c = 1; c < K; c++) if (votes[c] > votes[best]) best = c;
        winners.push(best);
      }
      return Int32Array.from(winners);`),
  },
  wrong: {
    "the sign reversed": {
      says: "Every duel went to the loser",
      source: attempt({ vote: "S.data[row * S.cols + d++] < 0 ? i : j" }),
    },
    "the places swapped": {
      says: "Every duel went to the loser",
      source: attempt({ vote: "S.data[row * S.cols + d++] > 0 ? j : i" }),
    },
    "neighbours first": {
      says: "Column 1 is the pair (0,2)",
      source: attempt({
        pairs: `for (let gap = 1; gap < K; gap++)
          for (let i = 0, j = gap; j < K; i++, j++)`,
      }),
    },
    "by the second of the pair": {
      says: "From 4 classes on, (0,3) comes before (1,2)",
      source: attempt({
        pairs: `for (let j = 1; j < K; j++)
          for (let i = 0; i < j; i++)`,
      }),
    },
    "the last maximum": {
      says: "A tie: the lowest index wins.",
      source: attempt({ winner: "votes.lastIndexOf(Math.max(...votes))" }),
    },
    "the largest score": {
      says: "Columns are pairs, not classes",
      source: cell("return nn.argmax(S, 1);"),
    },
    "0 votes for the first": {
      says: "A score of exactly 0 votes for the second of the pair.",
      source: attempt({ vote: "S.data[row * S.cols + d++] >= 0 ? i : j" }),
    },
    "labels from 1": {
      says: "Labels start at 0",
      source: attempt({ winner: "votes.indexOf(Math.max(...votes)) + 1" }),
    },
    "three classes always": {
      says: "K = 2: entry 0: 1 expected, got 0",
      source: cell(`
      return Int32Array.from({ length: S.rows }, (_, row) => {
        const votes = [0, 0, 0];
        [[0, 1], [0, 2], [1, 2]].forEach(([i, j], d) => {
          votes[S.data[row * S.cols + d] > 0 ? i : j]++;
        });
        return votes.indexOf(Math.max(...votes));
      });`),
    },
    "votes carried over to the next row": {
      says: "start every row with no votes",
      source: cell(`
      const votes = new Array<number>(K).fill(0);
      return Int32Array.from({ length: S.rows }, (_, row) => {
        nn.pairs(K).forEach(([i, j], d) => votes[S.data[row * S.cols + d] > 0 ? i : j]++);
        return votes.indexOf(Math.max(...votes));
      });`),
    },
    "the scores added up": {
      says: "a duel is one vote",
      source: cell(`
      return Int32Array.from({ length: S.rows }, (_, row) => {
        const total = new Array<number>(K).fill(0);
        nn.pairs(K).forEach(([i, j], d) => {
          total[i] += S.data[row * S.cols + d];
          total[j] -= S.data[row * S.cols + d];
        });
        return total.indexOf(Math.max(...total));
      });`),
    },
    "one winner for all rows": {
      says: "5 expected, got 1",
      source: cell(`
      const votes = new Array<number>(K).fill(0);
      nn.pairs(K).forEach(([i, j], d) => votes[S.data[d] > 0 ? i : j]++);
      return Int32Array.of(votes.indexOf(Math.max(...votes)));`),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.oneVsOne(S, K);"),
    },
  },
};
