import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "2.a": number(2, 0, {
    en: {
      answer: "2",
      reason:
        "Counted from 0: the shares are [0.1752904, 0.03911257, 0.785597], and the third class has the largest. Its logit was the largest, too: softmax keeps the order.",
    },
    ru: {
      answer: "2",
      reason:
        "Считая от 0: доли равны [0.1752904, 0.03911257, 0.785597], и самая большая — у третьего класса. Его логит тоже был самым большим: софтмакс сохраняет порядок.",
    },
  }),
  "2.b": choice(
    {
      en: ["all grow", "all shrink", "same"],
      ru: ["все вырастут", "все уменьшатся", "не изменятся"],
    },
    "same",
    {
      en: {
        answer: "same",
        reason:
          "The factor $e^{100}$ stands in every numerator and in the sum below, and cancels. Only differences of logits count.",
      },
      ru: {
        answer: "не изменятся",
        reason:
          "Множитель $e^{100}$ стоит в каждом числителе и в сумме под ним и сокращается. Важны только разности логитов.",
      },
    },
  ),
  "2.c": number(0.567, 0.0005, {
    en: {
      answer: "0.567",
      reason:
        "The probabilities of what happened are 0.9, 0.9 and 0.7; their product is 0.567, its logarithm −0.567396 (the likeness is an accident), and minus the mean of the logarithms 0.189132.",
    },
    ru: {
      answer: "0.567",
      reason:
        "Вероятности того, что произошло, — 0,9; 0,9 и 0,7; их произведение 0,567, его логарифм −0,567396 (сходство случайно), а минус среднее логарифмов — 0,189132.",
    },
  }),
  "2.d": choice({ en: ["0.2", "1", "Infinity"], ru: ["0.2", "1", "Infinity"] }, "Infinity", {
    en: {
      answer: "Infinity",
      reason:
        "What happened was called impossible: the product is 0, its logarithm −Infinity. No later sample can make up for it.",
    },
    ru: {
      answer: "Infinity",
      reason:
        "То, что произошло, было названо невозможным: произведение равно 0, его логарифм — −Infinity. Ни один следующий пример этого не исправит.",
    },
  }),
  "2.e": number(814, 60, {
    en: {
      answer: "814",
      reason:
        "The smallest positive float64 is 4.9e-324, and $0.4^{814}$ is below half of it. The sum of logarithms at 1000 samples is a harmless −916.29073. Anything within 60 counts as right.",
    },
    ru: {
      answer: "814",
      reason:
        "Наименьшее положительное число float64 — 4.9e-324, а $0{,}4^{814}$ меньше его половины. Сумма логарифмов 1000 примеров — безобидные −916,29073. Верным считается любой ответ в пределах 60.",
    },
  }),
  "2.f": numbers([Math.log(3), Math.log(10)], 0.005, {
    en: {
      answer: "[1.098612, 2.302585]",
      reason:
        "A model that knows nothing gives every class 1/K, and its surprise is $-\\ln(1/K) = \\ln K$. If the first loss of a training is something else, look for a mistake before you wait for it to learn.",
    },
    ru: {
      answer: "[1.098612, 2.302585]",
      reason:
        "Модель, которая ничего не знает, даёт каждому классу 1/K, и её удивление — $-\\ln(1/K) = \\ln K$. Если первое значение потерь при обучении другое, ищите ошибку, а не ждите, пока модель научится.",
    },
  }),
} as const;
