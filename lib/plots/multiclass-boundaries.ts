import type { Data } from "plotly.js";
import { sigmoid } from "../activations";
import type { Matrix } from "../matrix";
import { wording } from "../words";
import { classPoints, classSign } from "./classes";
import { Figure } from "./figure";
import { choosing } from "./interactive";
import { ink, type Sign } from "./palette";
import { type Box, boxAround, type Line, needPlane, score, segment } from "./plane";
import { regions } from "./regions";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (K: number) =>
      `${K} classes told apart by lines in two ways: one against all the others, or each pair in a duel.`,
    title: (K: number) => `${K} classes from classifiers of two`,
    scheme: { oneVsAll: "one vs all", oneVsOne: "one vs one" },
    against: (name: string) => `${name} or not`,
    duel: (first: string, second: string) => `${first} or ${second}`,
    probability: (name: string) => `p(${name}) =`,
    votes: (name: string) => `votes for ${name}:`,
  },
  ru: {
    description: (K) =>
      `Классы (их ${K}) разделены прямыми двумя способами: один против всех или каждый против каждого.`,
    title: (K) => `Классов: ${K}, прямые`,
    scheme: { oneVsAll: "один против всех", oneVsOne: "каждый против каждого" },
    against: (name) => `${name} или нет`,
    duel: (first, second) => `${first} / ${second}`,
    probability: (name) => `p(${name}) =`,
    votes: (name) => `голоса за ${name}:`,
  },
});

/** A classifier of two classes i < j: a score above 0 is a vote for i, any other one for j. */
export interface Duel extends Line {
  readonly pair: readonly [number, number];
}

/** What {@link multiclassBoundaries} draws. */
export interface MulticlassBoundaries {
  /** n × 2, the features on the axes. */
  readonly X: Matrix;
  readonly y: ArrayLike<number>;
  /** The name of class k at index k. */
  readonly names: readonly string[];
  /** The quantities on the axes. */
  readonly axes: readonly [string, string];
  /** Classifier k tells class k (score above 0) from all others. */
  readonly oneVsAll: readonly Line[];
  readonly oneVsOne: readonly Duel[];
}

/**
 * Many classes from classifiers of two: a button switches between one vs all, where the most certain
 * wins, and one vs one, where each pair has a duel and votes are counted. The plane is shaded by the
 * winner; hover it for the probabilities or the votes.
 */
export function multiclassBoundaries(parts: MulticlassBoundaries): Figure {
  const { X, y, names, axes } = parts;
  needPlane("multiclassBoundaries", X, y);
  const box = boxAround(X);
  const K = names.length;
  const points = classPoints(X, y, names).map(({ trace }) => ({
    ...trace,
    hovertemplate: hover(`<b>${trace.name}</b>`, `${axes[0]}: %{x:.2f}`, `${axes[1]}: %{y:.2f}`),
  }));
  const draw = { oneVsAll, oneVsOne };
  const schemes = choosing(
    {
      options: ["oneVsAll", "oneVsOne"] as const,
      show: (scheme) => words.scheme[scheme],
      as: "buttons",
    },
    (scheme) => draw[scheme](parts, box),
    points.length,
  );
  return new Figure({
    description: words.description(K),
    data: [...points, ...schemes.data],
    layout: layout({
      x: axis(axes[0], { range: [...box.x] }),
      y: axis(axes[1], { range: [...box.y] }),
      updatemenus: [schemes.menu],
      legendRows: 2,
      title: words.title(K),
    }),
  });
}

/** The class whose own classifier is the most certain of it. σ keeps the order of the scores. */
const oneVsAll = ({ oneVsAll: lines, names }: MulticlassBoundaries, box: Box): Data[] => [
  regions(box, names.map(words.probability), (px, py) => {
    const scores = lines.map((line) => score(line, px, py));
    return { label: firstLargest(scores), numbers: scores.map((z) => sigmoid.f(z)) };
  }),
  ...lines.map((line, k) => edge(line, box, classSign(k), words.against(names[k]))),
];

/** The class with most votes; among equal votes the lowest. */
const oneVsOne = ({ oneVsOne: duels, names }: MulticlassBoundaries, box: Box): Data[] => [
  regions(box, names.map(words.votes), (px, py) => {
    const votes = names.map(() => 0);
    for (const { pair, ...line } of duels) votes[pair[score(line, px, py) > 0 ? 0 : 1]]++;
    return { label: firstLargest(votes), numbers: votes };
  }),
  ...duels.map((duel, k) => {
    const [first, second] = duel.pair.map((label) => names[label]);
    const sign = { colour: ink, dash: duelDashes[k % duelDashes.length] };
    return edge(duel, box, sign, words.duel(first, second));
  }),
];

const firstLargest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

const duelDashes = ["solid", "dash", "dot"] as const;

/** Where a classifier of two classes changes its mind. */
const edge = (
  line: Line,
  box: Box,
  { colour, dash }: Pick<Sign, "colour" | "dash">,
  name: string,
): Data => ({
  type: "scatter",
  mode: "lines",
  name,
  ...segment(line, box),
  line: { color: colour, dash, width: 2.5 },
  hovertemplate: hover(name),
});
