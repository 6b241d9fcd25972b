import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "1.a": choice({ en: ["population", "sample"], ru: ["генеральное", "выборочное"] }, "sample", {
    en: {
      answer: "sample",
      reason:
        "`describe` divides by $n - 1$, not by $n$. With 150 flowers the two differ in the third digit, with 5 flowers they would differ in the first. We standardise with the population's, as most of machine learning does.",
    },
    ru: {
      answer: "выборочное",
      reason:
        "`describe` делит на $n - 1$, а не на $n$. При 150 цветках разница видна в третьей цифре, при 5 цветках была бы видна в первой. Мы стандартизуем по генеральному отклонению, как это чаще всего делают в машинном обучении.",
    },
  }),
  "1.b": number(8, 0, {
    en: {
      answer: "8",
      reason:
        "Every one of 4 inputs is connected to every one of 2 outputs: 4·2 = 8 weights. With one bias for each output the layer has 10 parameters.",
    },
    ru: {
      answer: "8",
      reason:
        "Каждый из 4 входов соединён с каждым из 2 выходов: 4·2 = 8 весов. Вместе со смещениями, по одному на выход, у слоя 10 параметров.",
    },
  }),
  "1.c": numbers([0, 2], 1e-9, {
    en: {
      answer: "[0, 2]",
      reason:
        "Column 0: 0.5·0 + 1·1 + 0·0.5 + 1·(−1) = 0. Column 1: 0.5·(−2) + 1·0 + 0·(−1) + 1·3 = 2.",
    },
    ru: {
      answer: "[0, 2]",
      reason:
        "Столбец 0: 0,5·0 + 1·1 + 0·0,5 + 1·(−1) = 0. Столбец 1: 0,5·(−2) + 1·0 + 0·(−1) + 1·3 = 2.",
    },
  }),
  "1.d": numbers([0, 1.5], 1e-9, {
    en: {
      answer: "[0, 1.5]",
      reason:
        "The bias is added after the product: [0, 2] + [0, 1.5] = [0, 3.5]. The slide that this example comes from shows 0 and 0.5 beside W; added as a bias these would give [0, 2.5].",
    },
    ru: {
      answer: "[0, 1.5]",
      reason:
        "Смещение прибавляется после умножения: [0, 2] + [0, 1.5] = [0, 3.5]. На слайде, откуда взят этот пример, рядом с W стоят 0 и 0,5; если прибавить как смещение их, вышло бы [0, 2.5].",
    },
  }),
  "1.e": choice({ en: ["less than 1", "exactly 1"], ru: ["меньше 1", "ровно 1"] }, "exactly 1", {
    en: {
      answer: "exactly 1",
      reason:
        "The true value is below 1 by 3.720076e-44, and the numbers next to 1 in float64 are 1.1e-16 away. The sigmoid never reaches 1; its float64 does.",
    },
    ru: {
      answer: "ровно 1",
      reason:
        "Истинное значение меньше 1 на 3.720076e-44, а соседние с 1 числа float64 отстоят от 1 на 1.1e-16. Сигмоида никогда не достигает 1, её float64 — достигает.",
    },
  }),
  "1.f": number(36.74, 2, {
    en: {
      answer: "36.74",
      reason:
        "From there on $e^{-x}$ is less than half of the gap between 1 and the next float64, so $1 + e^{-x}$ rounds to 1. Anything within 2 counts as right. On the left there is no such wall: σ(−36.74) is a small number with all its digits.",
    },
    ru: {
      answer: "36.74",
      reason:
        "Дальше $e^{-x}$ меньше половины промежутка между 1 и следующим числом float64, и $1 + e^{-x}$ округляется до 1. Верным считается любой ответ в пределах 2. Слева такой стены нет: σ(−36,74) — маленькое число, у которого все цифры на месте.",
    },
  }),
  "1.g": numbers([3, 10], 0, {
    en: {
      answer: "[3, 10]",
      reason: "One classifier for each class: it tells this class from all the others.",
    },
    ru: {
      answer: "[3, 10]",
      reason: "По классификатору на класс: каждый отличает свой класс от всех остальных.",
    },
  }),
  "1.h": numbers([3, 45], 0, {
    en: {
      answer: "[3, 45]",
      reason:
        "One classifier for each pair: K(K − 1)/2, that is 3·2/2 = 3 and 10·9/2 = 45. Each of them sees the samples of two classes only.",
    },
    ru: {
      answer: "[3, 45]",
      reason:
        "По классификатору на пару: K(K − 1)/2, то есть 3·2/2 = 3 и 10·9/2 = 45. Каждый из них видит примеры только двух классов.",
    },
  }),
} as const;
