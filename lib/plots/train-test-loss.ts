import type { Data } from "plotly.js";
import { ValueError } from "../errors";
import { wording } from "../words";
import { Figure } from "./figure";
import { faint, splitSigns } from "./palette";
import { axis, hover, layout } from "./theme";

const words = wording({
  en: {
    description: (epochs: number) =>
      `The loss of every batch, its mean over each of ${epochs} epochs, and the loss on the test samples after each.`,
    title: "What is learnt, and what holds for new samples",
    x: "epoch",
    y: "loss",
    batch: "one batch",
    which: (epoch: string, batch: string, of: number) => `epoch ${epoch}, batch ${batch} of ${of}`,
    after: (epoch: string) => `after epoch ${epoch}`,
    train: "train, mean of the epoch",
    test: "test",
  },
  ru: {
    description: (epochs) =>
      `Потери на каждом пакете, их среднее за каждую из эпох (их ${epochs}) и потери на тестовых примерах после каждой эпохи.`,
    title: "Что выучено и что верно для новых примеров",
    x: "эпоха",
    y: "потери",
    batch: "один пакет",
    which: (epoch, batch, of) => `эпоха ${epoch}, пакет ${batch} из ${of}`,
    after: (epoch) => `после эпохи ${epoch}`,
    train: "обучение, среднее за эпоху",
    test: "тест",
  },
});

/** What {@link trainTestLoss} draws. */
export interface TrainTestLoss {
  /** The loss of each batch, in the order of training: so many for each epoch. */
  readonly train: ArrayLike<number>;
  /** The loss on the test samples after each epoch. */
  readonly test: ArrayLike<number>;
}

/**
 * Learning seen from both sides: the loss of the batches, and the loss on samples that were kept
 * apart. Hover a batch for its number and its loss.
 *
 * @throws ValueError if the batches can't be shared evenly among the epochs.
 */
export function trainTestLoss({ train, test }: TrainTestLoss): Figure {
  const epochs = test.length;
  const batches = train.length / epochs;
  if (!Number.isInteger(batches) || batches === 0)
    throw new ValueError({
      en: `trainTestLoss: need the same number of batches in each epoch; ${train.length} batches in ${epochs} epochs leave a remainder`,
      ru: `trainTestLoss: в каждой эпохе нужно одинаковое число пакетов; пакетов ${train.length}, эпох ${epochs}, поровну не делится`,
    });
  const losses = Array.from(train);
  const ends = Array.from(test, (_, e) => e + 1);
  const means = ends.map((_, e) => mean(losses.slice(e * batches, (e + 1) * batches)));
  return new Figure({
    description: words.description(epochs),
    data: [
      batchCurve(losses, batches),
      epochCurve(words.train, ends, means, splitSigns.train),
      epochCurve(words.test, ends, Array.from(test), splitSigns.test),
    ],
    layout: layout({
      title: words.title,
      x: axis(words.x, { rangemode: "tozero" }),
      y: axis(words.y, { rangemode: "tozero" }),
    }),
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A batch stands where its epoch has got to when it is done. */
const batchCurve = (losses: number[], batches: number): Data => ({
  type: "scatter",
  mode: "lines",
  name: words.batch,
  x: losses.map((_, i) => (i + 1) / batches),
  y: losses,
  customdata: losses.map((_, i) => [Math.floor(i / batches) + 1, (i % batches) + 1]) as never,
  hovertemplate: hover(
    words.which("%{customdata[0]}", "%{customdata[1]}", batches),
    `${words.y} = %{y:.4f}`,
  ),
  line: { color: faint(splitSigns.train.colour, 0.55), width: 1 },
});

const epochCurve = (
  name: string,
  x: number[],
  y: number[],
  { colour, dash, symbol }: (typeof splitSigns)["train" | "test"],
): Data => ({
  type: "scatter",
  mode: "lines+markers",
  name,
  x,
  y,
  hovertemplate: hover(name, `${words.after("%{x}")}: ${words.y} = %{y:.4f}`),
  line: { color: colour, dash, width: 2.5 },
  marker: { color: colour, symbol, size: 8 },
});
