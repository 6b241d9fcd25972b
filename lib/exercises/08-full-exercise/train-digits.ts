import { relu } from "../../activations";
import { softmaxCrossEntropy } from "../../autograd";
import { type Exercise, same } from "../../checks";
import { div } from "../../matrix";
import { accuracy, mlp, trainingEpochs } from "../../network";
import { sgd } from "../../optimizers";
import { mulberry32 } from "../../random";
import {
  allDigits,
  bands,
  brightCorners,
  dimAndBright,
  fewDigits,
  oneAlone,
  onlyThrees,
  swappedCorners,
  wrongLabels,
} from "./digits-cases";
import {
  chance,
  type Judged,
  learned,
  observe,
  sign,
  type TrainDigits,
  written,
} from "./digits-seen";

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

export const trainDigitsExercise: Exercise<
  Judged,
  | "percent"
  | "otherRows"
  | "chosen"
  | "unscaled"
  | "straight"
  | "sameBatches"
  | "climbs"
  | "idle"
  | "diverged"
  | "detached"
  | "learning",
  TrainDigits
> = {
  id: "8.3",
  name: "trainDigits",
  parameters: ["o", "digits", "images"],
  points: 4,
  reference: trainDigits,
  close: same,
  observe,
  // A training is not compared with another one, but with the band that many have been in.
  expected: (_, __, images) => ({ testAccuracy: written(bands[images]) }),
  parts: [
    { name: "example", share: 1, inputs: (rng) => [fewDigits(rng, 1)] },
    {
      name: "hard",
      share: 1,
      inputs: (rng) => [
        wrongLabels(rng, 2),
        brightCorners(rng, 3),
        dimAndBright(rng, 4),
        swappedCorners(rng, 5),
        oneAlone(rng, 6),
      ],
    },
    // The whole file comes second: the first of a part is asked twice.
    { name: "shapes", share: 2, inputs: () => [onlyThrees(1), allDigits(1)] },
  ],
  diagnoses: [
    { mistake: "percent", sign: sign(({ whole }) => whole.every((at) => at > 150)) },
    { mistake: "otherRows", sign: sign(({ off }) => off.some((at) => at > 25)) },
    {
      mistake: "unscaled",
      sign: sign(({ whole, dim }) => !chance(whole) && dim.every((at) => at < 70)),
    },
    {
      mistake: "straight",
      sign: sign(({ whole, corners }) => learned(whole) && corners.every((at) => at < 80)),
    },
    {
      mistake: "chosen",
      sign: sign(({ whole, swapped }) => learned(whole) && swapped.some((at) => at > 8)),
    },
    {
      mistake: "sameBatches",
      sign: sign(({ whole, alone }) => learned(whole) && alone.some((at) => at > 71)),
    },
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
        chosen:
          "Too good where all labels of the test are wrong: was the best of several epochs chosen by the test? The answer is that of the network after ten.",
        unscaled: "The test, too, has pixels from 0 to 16: divide them as you do in training.",
        straight:
          "No straight border can do this: where is the hidden layer? (Without ReLU after it, it is none.)",
        sameBatches:
          "Learned as if the short last batch held the same images in every epoch, or were left out: make the mini-batches anew for each epoch, and take the last as well.",
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
        chosen:
          "Слишком хорошо там, где все метки теста неверны: не выбрана ли по тесту лучшая из эпох? Ответ даёт сеть после десятой.",
        unscaled: "У теста пиксели тоже от 0 до 16: делите и их, как при обучении.",
        straight:
          "Прямой границей этого не разделить: где скрытый слой? (Без ReLU за ним его как бы и нет.)",
        sameBatches:
          "Похоже, в коротком последнем пакете каждую эпоху одни и те же изображения, или он пропущен: составляйте мини-пакеты для каждой эпохи заново и берите и последний.",
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
