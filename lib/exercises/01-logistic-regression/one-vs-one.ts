import { type Exercise, same } from "../../checks";
import { argmax, fromRows, type Matrix, map } from "../../matrix";
import { oneVsOne, pairs } from "../../multiclass";
import { randn } from "../../random";

type OneVsOne = (S: Matrix, K: number) => Int32Array;

const S = fromRows([
  [2, 1, -1],
  [-1, 1, 1],
  [1, -1, 1],
  [-1, -2, -1],
  [-1, 1, -1],
]);

type Pairs = readonly (readonly [number, number])[];

/** Votes counted with something wrong in the order of the duels, their winner or the ties. */
const counted =
  (slip: {
    order?: (duels: Pairs) => Pairs;
    wins?: (score: number) => boolean;
    winner?: (votes: readonly number[]) => number;
  }) =>
  (S: Matrix, K: number): Int32Array => {
    const duels = (slip.order ?? ((d) => d))(pairs(K));
    const wins = slip.wins ?? ((score) => score > 0);
    const winner = slip.winner ?? ((votes) => votes.indexOf(Math.max(...votes)));
    return Int32Array.from({ length: S.rows }, (_, i) => {
      const votes = new Array<number>(K).fill(0);
      duels.forEach(([a, b], d) => {
        votes[wins(S.data[i * S.cols + d]) ? a : b]++;
      });
      return winner(votes);
    });
  };

/** Neighbours first: (0,1), (1,2), …, then those two apart, and so on. */
const byDistance = (duels: Pairs): Pairs => [...duels].sort(([a, b], [c, d]) => b - a - (d - c));

/** (0,1), (0,2), (1,2), (0,3), …: as it should be for 3 classes, and for no more. */
const bySecond = (duels: Pairs): Pairs => [...duels].sort(([a, b], [c, d]) => b - d || a - c);

const firstMaximum = (of: readonly number[]): number => of.indexOf(Math.max(...of));

/** Votes that no row starts anew. */
const carried: OneVsOne = (S, K) => {
  const votes = new Array<number>(K).fill(0);
  return Int32Array.from({ length: S.rows }, (_, row) => {
    pairs(K).forEach(([i, j], d) => {
      votes[S.data[row * S.cols + d] > 0 ? i : j]++;
    });
    return firstMaximum(votes);
  });
};

/** Each score given to the first of the pair and taken from the second, in place of a vote. */
const scoresAdded: OneVsOne = (S, K) =>
  Int32Array.from({ length: S.rows }, (_, row) => {
    const total = new Array<number>(K).fill(0);
    pairs(K).forEach(([i, j], d) => {
      total[i] += S.data[row * S.cols + d];
      total[j] -= S.data[row * S.cols + d];
    });
    return firstMaximum(total);
  });

export const oneVsOneExercise: Exercise<
  OneVsOne,
  | "toTheLoser"
  | "order"
  | "lastTie"
  | "columns"
  | "zero"
  | "fromOne"
  | "bySecond"
  | "carried"
  | "scores"
> = {
  id: "1.4",
  name: "oneVsOne",
  parameters: ["S", "K"],
  points: 2,
  reference: oneVsOne,
  close: same,
  parts: [
    { name: "example", share: 1, inputs: () => [[S, 3]] },
    {
      name: "hard",
      share: 1,
      // Scores of exactly 0 vote for the second; circles of wins are ties.
      inputs: () => [
        [
          fromRows([
            [0, 0, 0],
            [0, 1, 0],
            [1, 0, 0],
            [1, -1, 1],
            [-1, 1, -1],
          ]),
          3,
        ],
        [fromRows([[0], [1e-300], [-1e-300]]), 2],
      ],
    },
    {
      name: "shapes",
      share: 2,
      inputs: (rng) => [
        [randn(rng, 12, 3), 3],
        [randn(rng, 8, 6), 4],
        [map(randn(rng, 6, 10), Math.round), 5],
        [randn(rng, 1, 1), 2],
      ],
    },
  ],
  diagnoses: [
    { mistake: "toTheLoser", wrong: counted({ wins: (score) => score < 0 }) },
    { mistake: "toTheLoser", wrong: counted({ wins: (score) => !(score > 0) }) },
    { mistake: "zero", wrong: counted({ wins: (score) => score >= 0 }) },
    { mistake: "order", wrong: counted({ order: byDistance }) },
    { mistake: "bySecond", wrong: counted({ order: bySecond }) },
    {
      mistake: "lastTie",
      wrong: counted({ winner: (votes) => votes.lastIndexOf(Math.max(...votes)) }),
    },
    { mistake: "fromOne", wrong: (S, K) => oneVsOne(S, K).map((winner) => winner + 1) },
    { mistake: "carried", wrong: carried },
    { mistake: "scores", wrong: scoresAdded },
    { mistake: "columns", wrong: (S) => argmax(S, 1) },
  ],
  words: {
    en: {
      hints: [
        "A column of `S` is a duel of two classes, not a class. Who won each duel, and how often did each class win?",
        "The columns are the pairs with $i < j$ in the order $(0,1), (0,2), \\dots, (1,2), \\dots$; the answer is the first class with most votes.",
        "For each row, with a column counter `d`: for `i`, for `j > i`: `votes[S.data[row * S.cols + d++] > 0 ? i : j]++`; then the first maximum of `votes`.",
      ],
      mistakes: {
        toTheLoser:
          "Every duel went to the loser: a score above 0 is a vote for the first of the pair.",
        order: "Column 1 is the pair (0,2): the order is (0,1), (0,2), …, then (1,2), ….",
        bySecond:
          "From 4 classes on, (0,3) comes before (1,2): all pairs of class 0, then all of class 1.",
        lastTie: "A tie: the lowest index wins.",
        fromOne: "Labels start at 0: the first class is 0, not 1.",
        carried: "Votes of one sample count for the next: start every row with no votes.",
        scores: "The scores are added up: a duel is one vote, however clearly it was won.",
        columns: "Columns are pairs, not classes: count the votes of each class first.",
        zero: "A score of exactly 0 votes for the second of the pair.",
      },
    },
    ru: {
      hints: [
        "Столбец `S` — поединок двух классов, а не класс. Кто победил в каждом поединке и сколько побед у каждого класса?",
        "Столбцы — пары $i < j$ в порядке $(0,1), (0,2), \\dots, (1,2), \\dots$; ответ — первый класс с наибольшим числом голосов.",
        "Для каждой строки, со счётчиком столбцов `d`: для `i`, для `j > i`: `votes[S.data[row * S.cols + d++] > 0 ? i : j]++`; затем первый максимум в `votes`.",
      ],
      mistakes: {
        toTheLoser:
          "Каждый поединок достался проигравшему: счёт больше 0 — голос за первого в паре.",
        order: "Столбец 1 — пара (0,2): порядок таков: (0,1), (0,2), …, потом (1,2), ….",
        bySecond:
          "Начиная с 4 классов (0,3) идёт раньше (1,2): сначала все пары класса 0, потом все пары класса 1.",
        lastTie: "Ничья: побеждает меньший номер.",
        fromOne: "Метки начинаются с 0: первый класс — 0, а не 1.",
        carried: "Голоса одного примера достаются следующему: начинайте каждую строку без голосов.",
        scores:
          "Оценки сложены: поединок — это один голос, с каким бы перевесом он ни был выигран.",
        columns: "Столбцы — это пары, а не классы: сначала посчитайте голоса каждого класса.",
        zero: "Счёт ровно 0 — голос за второго в паре.",
      },
    },
  },
};
