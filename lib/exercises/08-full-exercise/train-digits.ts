import { relu } from "../../activations";
import { softmaxCrossEntropy } from "../../autograd";
import { type Evidence, type Exercise, same } from "../../checks";
import type { Digits } from "../../data/digits";
import { div } from "../../matrix";
import { accuracy, mlp, trainingEpochs } from "../../network";
import { sgd } from "../../optimizers";
import { mulberry32 } from "../../random";
import {
  type Asked,
  allDigits,
  type Band,
  fewDigits,
  onlyThrees,
  wrongLabels,
} from "./digits-cases";

type TrainDigits = (o: { seed: number }, digits: Digits) => { testAccuracy: number };

/** 64-32-10 with ReLU, pixels 0 to 1, ten epochs of batches of 64 at the rate 0.2. */
export const trainDigits: TrainDigits = ({ seed }, { train, test }) => {
  const rng = mulberry32(seed);
  const model = mlp([64, 32, 10], { activation: relu, rng });
  const epochs = trainingEpochs({
    model,
    X: div(train.X, 16),
    y: train.y,
    loss: softmaxCrossEntropy,
    optimizer: sgd(model.parameters(), { lr: 0.2 }),
    epochs: 10,
    batches: { size: 64, rng },
  });
  for (const _ of epochs);
  return { testAccuracy: accuracy(model, div(test.X, 16), test.y) };
};

type Judged = (...asked: Asked) => unknown;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const written = ([low, high]: Band): string => `${percent(low)} to ${percent(high)}`;

/** What is compared of a training: the band, if the accuracy lies in it; else the accuracy. */
function observe(work: TrainDigits, ...[o, digits, band]: Asked): unknown {
  const trained: Partial<ReturnType<TrainDigits>> | undefined = work(o, digits);
  const share = trained?.testAccuracy;
  if (typeof share !== "number") return trained;
  const inside = share >= band[0] && share <= band[1];
  return { testAccuracy: inside ? written(band) : percent(share) };
}

/** The accuracies in per cent of the calls that were asked of a kind of images. */
function seen(calls: readonly Evidence<Judged>[]) {
  const of = (is: (band: Band) => boolean) =>
    calls
      .filter(({ input: [, , band] }) => is(band))
      .map(({ got, input: [, { test }] }) => ({
        at: Number.parseFloat((got as { testAccuracy: string }).testAccuracy),
        test: test.y,
      }));
  const whole = of(([low, high]) => low > 0 && high < 1);
  return {
    /** With labels that tell something. */
    whole: whole.map(({ at }) => at),
    off: of(([low]) => low === 0).map(({ at }) => at),
    threes: of(([, high]) => high === 1).map(({ at }) => at),
    /** Whether the answer is one and the same digit: the accuracy is that digit's share. */
    isConstant: whole.every(({ at, test }) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].some(
        (digit) =>
          Math.abs(at - (100 * test.filter((y) => y === digit).length) / test.length) < 0.06,
      ),
    ),
  };
}

const chance = (accuracies: readonly number[]): boolean => accuracies.every((at) => at < 25);

type Seen = ReturnType<typeof seen>;
const sign =
  (is: (accuracies: Seen) => boolean) =>
  (calls: readonly Evidence<Judged>[]): boolean =>
    is(seen(calls));

export const trainDigitsExercise: Exercise<
  Judged,
  "percent" | "otherRows" | "climbs" | "idle" | "diverged" | "detached" | "learning",
  TrainDigits
> = {
  id: "8.3",
  name: "trainDigits",
  parameters: ["o", "digits", "band"],
  points: 4,
  reference: trainDigits,
  close: same,
  observe,
  // A training is not compared with another one, but with the band that many have been in.
  expected: (_, __, band) => ({ testAccuracy: written(band) }),
  parts: [
    { name: "example", share: 1, inputs: (rng) => [fewDigits(rng, 1)] },
    { name: "hard", share: 1, inputs: (rng) => [wrongLabels(rng, 2)] },
    // The whole file comes second: the first of a part is asked twice.
    { name: "shapes", share: 2, inputs: () => [onlyThrees(1), allDigits(1)] },
  ],
  diagnoses: [
    { mistake: "percent", sign: sign(({ whole }) => whole.every((at) => at > 150)) },
    { mistake: "otherRows", sign: sign(({ off }) => off.some((at) => at > 25)) },
    {
      mistake: "climbs",
      sign: sign(({ whole, threes }) => chance(whole) && threes.every((at) => at === 0)),
    },
    {
      mistake: "idle",
      sign: sign(({ whole, threes }) => chance(whole) && threes.every((at) => at < 99)),
    },
    { mistake: "diverged", sign: sign(({ whole, isConstant }) => chance(whole) && isConstant) },
    { mistake: "detached", sign: sign(({ whole }) => chance(whole)) },
    { mistake: "learning", sign: sign(({ whole }) => whole.every((at) => at < 92)) },
  ],
  words: {
    en: {
      hints: [
        "Mini-batches from 3.2, the step from 8.2, in two loops: epochs and batches.",
        "A new shuffle each epoch: ten times `nn.minibatches(X.rows, 64, rng)`. Take the rows of X and their labels together, get the gradients, subtract 0.2 times each.",
        "After training: `k = nn.argmax(logits of the test images, 1)`, and `testAccuracy` = how many of `k` equal `digits.test.y`, divided by their number.",
      ],
      mistakes: {
        percent: "The accuracy is a share, 0 to 1: 0.94 and not 94.",
        otherRows:
          "Too good: which rows? Where all labels of the test are wrong, no honest test says this. Judge by digits.test.",
        climbs: "It gets worse and worse: subtract the gradient.",
        idle: "It is where it was at the start: are the weights that you update those that you use?",
        diverged:
          "Diverged: one and the same digit for every image. Take the mean gradient of a batch, not its sum, pixels from 0 to 1, and weights that don't start at 0.",
        detached:
          "Chance level: the labels are detached from their images. Shuffle X and y by the same rows. (Or are the pixels still 0 to 16?)",
        learning: "Still learning: it gets better with every epoch, and ten are asked for.",
      },
    },
    ru: {
      hints: [
        "Мини-пакеты из 3.2, шаг из 8.2, два цикла: эпохи и пакеты.",
        "Каждую эпоху перемешивайте заново: десять раз `nn.minibatches(X.rows, 64, rng)`. Берите строки X вместе с их метками, вычисляйте градиенты, вычитайте каждый, умноженный на 0,2.",
        "После обучения: `k = nn.argmax(логиты тестовых изображений, 1)`, а `testAccuracy` — сколько из `k` равны `digits.test.y`, делённое на их число.",
      ],
      mistakes: {
        percent: "Доля верных ответов — от 0 до 1: 0,94, а не 94.",
        otherRows:
          "Слишком хорошо: какие это строки? Там, где все метки теста неверны, честная проверка так не скажет. Проверяйте по digits.test.",
        climbs: "Становится всё хуже и хуже: градиент надо вычитать.",
        idle: "Всё как в начале: те ли веса вы обновляете, которыми пользуетесь?",
        diverged:
          "Обучение разошлось: для всех изображений одна и та же цифра. Берите средний градиент пакета, а не сумму, пиксели от 0 до 1 и начальные веса, не равные 0.",
        detached:
          "Уровень угадывания: метки оторваны от своих изображений. Перемешивайте X и y одними и теми же номерами. (Или пиксели всё ещё от 0 до 16?)",
        learning: "Ещё учится: с каждой эпохой становится лучше, а нужно их десять.",
      },
    },
  },
};
