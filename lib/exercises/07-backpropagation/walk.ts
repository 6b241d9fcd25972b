import type { Annotation, Frame, Layout } from "plotly.js";
import { type Graph, graphStepper, type Turn } from "../../graph";
import { Figure } from "../../plots/figure";
import { factor, show } from "../../plots/numbers";
import { wording } from "../../words";

/** A number, or one for each input of the gate; "show" for whoever wants to be told. */
export type Guess = number | readonly number[] | "show";

const words = wording({
  en: {
    seed: (root: string) => `Backward starts here. What is ∂${root}/∂${root}?`,
    one: (root: string) => `∂${root}/∂${root} = 1`,
    hands: (node: string, inputs: readonly string[]) =>
      inputs.length === 1
        ? `What does ${node} hand down to ${inputs[0]}?`
        : `What does ${node} hand down to ${inputs.join(" and ")}? Answer [${inputs.map(() => "…").join(", ")}].`,
    gets: (node: string, product: string) => `${node} gets ${product}`,
    guess: "A guess goes in place of null, in the cell of this step.",
    first: "Guess first; a wrong guess costs nothing.",
    right: (answer: string) => `Yes: ${answer}.`,
    wrong: (guess: string, answer: string) => `You said ${guess}. In fact ${answer}.`,
    shown: (answer: string) => `${answer}.`,
    done: "Every gradient has arrived.",
  },
  ru: {
    seed: (root) => `Обратный проход начинается здесь. Чему равна ∂${root}/∂${root}?`,
    one: (root) => `∂${root}/∂${root} = 1`,
    hands: (node, inputs) =>
      inputs.length === 1
        ? `Что ${node} передаёт вниз к ${inputs[0]}?`
        : `Что ${node} передаёт вниз к ${inputs.join(" и ")}? Ответ: [${inputs.map(() => "…").join(", ")}].`,
    gets: (node, product) => `${node} получает ${product}`,
    guess: "Догадка ставится вместо null в ячейке этого шага.",
    first: "Сначала догадка; ошибиться не страшно.",
    right: (answer) => `Да: ${answer}.`,
    wrong: (guess, answer) => `Вы сказали ${guess}. На самом деле ${answer}.`,
    shown: (answer) => `${answer}.`,
    done: "Все градиенты дошли.",
  },
});

/** A question before a step backward, and what the step brings. */
interface Question {
  /** The turn's place in the backward pass; undefined for the seed at the root. */
  readonly turn: number | undefined;
  readonly text: string;
  readonly numbers: readonly number[];
  /** The answer with its products: 3 × 2 = 6. */
  readonly answer: string;
}

/** A backward pass on its way: it reaches as far as its questions are answered. */
export class Walk {
  readonly #questions: readonly Question[];
  readonly #turns: readonly Turn[];

  constructor(
    readonly graph: Graph,
    readonly stopAt: readonly string[] | undefined,
    private readonly answered = 0,
    private readonly verdict = "",
  ) {
    this.#turns = graph.backward.filter(({ shares }) => shares.length > 0);
    this.#questions = questionsOf(graph, this.#turns).filter(
      ({ turn }) =>
        stopAt === undefined ||
        (turn !== undefined && stopAt.includes(graph.nodes[this.#turns[turn].node].name)),
    );
  }

  /** The next question, or undefined when all are answered. */
  get question(): string | undefined {
    return this.#questions[this.answered]?.text;
  }

  /** The walk after a guess. Without one, it stays where it is. */
  step(guess: Guess | null): Walk {
    const asked = this.#questions[this.answered];
    const on = (answered: number, verdict: string) =>
      new Walk(this.graph, this.stopAt, answered, verdict);
    if (!asked) return this;
    if (guess === null) return on(this.answered, words.first);
    const verdict =
      guess === "show"
        ? words.shown(asked.answer)
        : isRight(guess, asked.numbers)
          ? words.right(asked.answer)
          : words.wrong(written(guess), asked.answer);
    return on(this.answered + 1, verdict);
  }

  /** The last scene that may be seen: the one before the first open question. */
  get #upTo(): number {
    const forward = this.graph.nodes.filter(({ parents }) => parents.length > 0).length;
    const next = this.#questions[this.answered];
    if (!next) return forward + 1 + this.#turns.length;
    return next.turn === undefined ? forward : forward + 1 + next.turn;
  }

  get figure(): Figure {
    const open = this.#questions[this.answered];
    const next = open ? [open.text, words.guess] : [words.done];
    const figure = atItsEnd(graphStepper(this.graph, { upTo: this.#upTo }));
    return saying(figure, [this.verdict, ...next]);
  }

  [Symbol.for("Jupyter.display")]() {
    const { data, layout, frames, config, description } = this.figure;
    return {
      "application/vnd.plotly.v1+json": { data, layout, frames, config },
      "text/plain": description,
    };
  }
}

/** The walk after a guess at its next question: `step(walk, 1)`; with `null` it waits. */
export const step = (walk: Walk, guess: Guess | null): Walk => walk.step(guess);

function questionsOf({ nodes }: Graph, turns: readonly Turn[]): Question[] {
  const root = nodes[nodes.length - 1].name;
  const seed = { turn: undefined, text: words.seed(root), numbers: [1], answer: words.one(root) };
  return [
    seed,
    ...turns.map(({ node, gradient, shares }, turn): Question => {
      const handed = shares.flatMap((share, k) =>
        share ? [{ to: nodes[nodes[node].parents[k]].name, share }] : [],
      );
      const numbers = handed.map(({ share }) => share.gradient.data[0]);
      const products = handed.map(({ to, share }) =>
        words.gets(
          to,
          `${show(gradient.data[0])} × ${factor(share.local ?? 1)} = ${show(share.gradient.data[0])}`,
        ),
      );
      const text = words.hands(
        nodes[node].name,
        handed.map(({ to }) => to),
      );
      return { turn, text, numbers, answer: products.join(", ") };
    }),
  ];
}

const written = (guess: Exclude<Guess, "show">): string =>
  typeof guess === "number" ? show(guess) : `[${guess.map((g) => show(g)).join(", ")}]`;

/** Within a thousandth: 20.09 for e³, but not 20. */
function isRight(guess: Exclude<Guess, "show">, numbers: readonly number[]): boolean {
  const guesses = typeof guess === "number" ? [guess] : guess;
  return (
    guesses.length === numbers.length &&
    numbers.every((x, k) => Math.abs(guesses[k] - x) <= 1e-3 * Math.max(1, Math.abs(x)))
  );
}

/** The figure as it is when its slider stands at the end. */
function atItsEnd(figure: Figure): Figure {
  const end: Frame | undefined = figure.frames[figure.frames.length - 1];
  if (!end) return figure;
  const data = figure.data.map((trace, i) => {
    const at = end.traces?.indexOf(i) ?? -1;
    return at < 0 ? trace : { ...trace, ...end.data?.[at] };
  });
  // A frame names only what changes of each annotation.
  const { annotations: changes = [], ...look } = (end.layout ?? {}) as Layout;
  const annotations = figure.layout.annotations?.map((note, k) => ({ ...note, ...changes[k] }));
  const sliders = figure.layout.sliders?.map((slider) => ({
    ...slider,
    active: figure.frames.length - 1,
  }));
  return new Figure({
    ...figure,
    data: data as Figure["data"],
    layout: { ...figure.layout, ...look, annotations, sliders },
  });
}

/** Pixels of a line of text below the slider. */
const line = 22;

/** The figure with lines of text below it. */
function saying(figure: Figure, texts: readonly string[]): Figure {
  const said = texts.filter(Boolean);
  const { margin, height = 0, annotations = [] } = figure.layout;
  const below = margin?.b ?? 0;
  const notes = said.map(
    (text, i): Annotation => ({
      text,
      showarrow: false,
      xref: "paper",
      yref: "paper",
      x: 0,
      y: 0,
      xanchor: "left",
      yanchor: "top",
      yshift: -(below - 4 + i * line),
      font: { size: 14 },
    }),
  );
  const room = said.length * line + 8;
  const layout: Layout = {
    ...figure.layout,
    height: height + room,
    margin: { ...margin, b: below + room },
    annotations: [...annotations, ...notes],
  };
  return new Figure({ ...figure, layout });
}
