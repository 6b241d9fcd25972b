import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import { wording } from "../words";
import { Figure } from "./figure";
import { type Sign, splitSigns } from "./palette";
import { axis, hover, inPanel, layout, sideBySide } from "./theme";

const words = wording({
  en: {
    description: (epochs: number) =>
      `Loss and accuracy over ${epochs} epochs, on the samples that are learned from and on others.`,
    title: "What is minimised, and what is wanted",
    epoch: "epoch",
    measures: { loss: "loss", accuracy: "accuracy, %" },
    parts: { train: "train", test: "test" },
    after: (epoch: string) => `after epoch ${epoch}`,
  },
  ru: {
    description: (epochs) =>
      `Потери и доля верных ответов по эпохам (их ${epochs}): на примерах, по которым учатся, и на других.`,
    title: "Что уменьшают и чего хотят",
    epoch: "эпоха",
    measures: { loss: "потери", accuracy: "доля верных ответов, %" },
    parts: { train: "обучение", test: "тест" },
    after: (epoch) => `после эпохи ${epoch}`,
  },
});

/** One number for each epoch. */
export interface TrainAndTest {
  readonly train: ArrayLike<number>;
  readonly test: ArrayLike<number>;
}

/** What {@link trainingHistory} draws. */
export interface TrainingHistory {
  readonly loss: TrainAndTest;
  /** Shares, 0 to 1. */
  readonly accuracy: TrainAndTest;
}

/**
 * Loss and accuracy after each epoch, side by side, on training and on test samples.
 * @throws ValueError unless all four have a number for each epoch, at least one.
 */
export function trainingHistory({ loss, accuracy }: TrainingHistory): Figure {
  const lengths = [loss.train, loss.test, accuracy.train, accuracy.test].map((c) => c.length);
  const [epochs] = lengths;
  if (epochs === 0 || lengths.some((length) => length !== epochs))
    throw new ValueError({
      en: `trainingHistory: need a number for each epoch in all four curves; their lengths are ${lengths.join(", ")}.`,
      ru: `trainingHistory: на каждую эпоху нужно число в каждой из четырёх кривых; их длины — ${lengths.join(", ")}.`,
    });
  const percent = (shares: ArrayLike<number>) => Array.from(shares, (share) => 100 * share);
  const curve = (
    panel: number,
    measure: keyof typeof words.measures,
    part: keyof TrainAndTest,
    values: number[],
  ): Data => {
    const { colour, symbol, dash }: Sign = splitSigns[part];
    const quantity = words.measures[measure];
    return {
      type: "scatter",
      mode: "lines+markers",
      name: words.parts[part],
      legendgroup: part,
      showlegend: panel === 0,
      x: values.map((_, e) => e + 1),
      y: values,
      ...inPanel(panel),
      hovertemplate: hover(
        words.parts[part],
        `${words.after("%{x}")}: ${quantity} = %{y:${measure === "loss" ? ".4f" : ".2f"}}`,
      ),
      line: { color: colour, dash, width: 2.5 },
      marker: { color: colour, symbol, size: 8 },
    };
  };
  return new Figure({
    description: words.description(epochs),
    data: [
      curve(0, "loss", "train", Array.from(loss.train)),
      curve(0, "loss", "test", Array.from(loss.test)),
      curve(1, "accuracy", "train", percent(accuracy.train)),
      curve(1, "accuracy", "test", percent(accuracy.test)),
    ],
    layout: layout({
      ...sideBySide(
        (["loss", "accuracy"] as const).map((measure) => ({
          x: axis(words.epoch, { dtick: Math.ceil(epochs / 10) }),
          y: axis(words.measures[measure], measure === "loss" ? { rangemode: "tozero" } : {}),
        })),
      ),
      title: words.title,
    }),
  });
}
