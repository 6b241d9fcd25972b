import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "4.a": number(4, 0, {
    en: {
      answer: "4",
      reason:
        "The product $W_H W_O$ is 2×2. Twelve weights, and all that they can do together is what four could do alone.",
    },
    ru: {
      answer: "4",
      reason:
        "Произведение $W_H W_O$ имеет размер 2×2. Двенадцать весов вместе умеют лишь то, что умели бы четыре.",
    },
  }),
  "4.b": numbers([48, 28], 0, {
    en: {
      answer: "[48, 28]",
      reason:
        "Left to right: 4·2·3 + 4·3·2 = 48 multiplications. Collapsed: 2·3·2 = 12 once, and then 4·2·2 = 16. The result is the same, the work is not.",
    },
    ru: {
      answer: "[48, 28]",
      reason:
        "Слева направо: 4·2·3 + 4·3·2 = 48 умножений. Если сначала свернуть: 2·3·2 = 12 один раз, а затем 4·2·2 = 16. Результат тот же, работа — нет.",
    },
  }),
  "4.c": choice(
    { en: ["2 of 4", "3 of 4", "4 of 4"], ru: ["2 из 4", "3 из 4", "4 из 4"] },
    "3 of 4",
    {
      en: {
        answer: "3 of 4",
        reason:
          "The two zeros lie on one diagonal and the two ones on the other. A line that has both ones on one side has at least one zero there, too.",
      },
      ru: {
        answer: "3 из 4",
        reason:
          "Два нуля лежат на одной диагонали, две единицы — на другой. Если обе единицы по одну сторону прямой, с ними там окажется хотя бы один нуль.",
      },
    },
  ),
  "4.d": numbers([0, 0, 0], 1e-9, {
    en: {
      answer: "[0, 0, 0]",
      reason:
        "All pulls cancel: each weight is pulled up by one corner and down by another. Training stands still at ln 2 = 0.6931472, and it is the best that a line can do.",
    },
    ru: {
      answer: "[0, 0, 0]",
      reason:
        "Все силы уравновешены: каждый вес один угол тянет вверх, другой — вниз. Обучение стоит на месте, на ln 2 = 0,6931472, и лучшего прямая не может.",
    },
  }),
  "4.e": number(102, 15, {
    en: {
      answer: "102",
      reason:
        "Hardly more than guessing: the one class surrounds the other. Anything within 15 counts as right. With the squared distance from the middle as a third feature it is 200 of 200: one threshold is enough.",
    },
    ru: {
      answer: "102",
      reason:
        "Чуть лучше, чем наугад: один класс окружает другой. Верным считается любой ответ в пределах 15. Если добавить третий признак, квадрат расстояния до середины, будет 200 из 200: хватит одного порога.",
    },
  }),
  "4.f": number(187, 10, {
    en: {
      answer: "187",
      reason:
        "The two moons can nearly be divided by a line: good, and not perfect. A linear model is often not far off, which makes it the first thing to try.",
    },
    ru: {
      answer: "187",
      reason:
        "Две луны почти делятся прямой: хорошо, но не безупречно. Линейная модель часто не так уж далека от цели, поэтому пробовать стоит начинать с неё.",
    },
  }),
} as const;
