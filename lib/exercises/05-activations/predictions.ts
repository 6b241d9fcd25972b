import { magnitudes, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "5.a": number(0.25, 0.005, {
    en: {
      answer: "0.25",
      reason:
        "$\\sigma' = \\sigma(1 - \\sigma)$, and the product of two numbers that add up to 1 is largest when both are a half. So the steepest place is at 0, and it is not steep.",
    },
    ru: {
      answer: "0.25",
      reason:
        "$\\sigma' = \\sigma(1 - \\sigma)$, а произведение двух чисел, дающих в сумме 1, больше всего, когда оба — половины. Значит, круче всего в 0, и это не круто.",
    },
  }),
  "5.b": magnitudes([0.25 ** 10, 0.25 ** 20], 3, {
    en: {
      answer: "[9.536743e-7, 9.094947e-13]",
      reason:
        "Every layer multiplies by at most 0.25, and this is the best case: all twenty units exactly at 0. Anything within a factor of 3 counts as right.",
    },
    ru: {
      answer: "[9.536743e-7, 9.094947e-13]",
      reason:
        "Каждый слой умножает самое большее на 0,25, и это лучший случай: все двадцать нейронов ровно в 0. Верным считается ответ, который отличается не больше чем в 3 раза.",
    },
  }),
  "5.c": magnitudes([6.94e-13, 0.132, 0.712], 10, {
    en: {
      answer: "[6.94e-13, 0.132, 0.712]",
      reason:
        "The weights matter as well as the slopes, but they can't save the sigmoid: it loses more than three quarters of the gradient in every layer. tanh has the slope 1 at 0, and ReLU 1 for all that passes. Anything within a factor of 10 counts as right.",
    },
    ru: {
      answer: "[6.94e-13, 0.132, 0.712]",
      reason:
        "Важны не только наклоны, но и веса, однако сигмоиду они не спасают: она теряет в каждом слое больше трёх четвертей градиента. У tanh в 0 наклон 1, у ReLU он 1 для всего, что проходит. Верным считается ответ, который отличается не больше чем в 10 раз.",
    },
  }),
  "5.d": numbers([1, 0.0078125], 0.001, {
    en: {
      answer: "[1, 0.0078125]",
      reason:
        "Each weight's gradient is the unit's own gradient times its input. With positive inputs all eight have the sign of the unit's. With free signs the eight agree in 2 of 256 cases.",
    },
    ru: {
      answer: "[1, 0.0078125]",
      reason:
        "Градиент каждого веса — это градиент самого нейрона, умноженный на вход. Когда входы положительны, у всех восьми знак нейрона. Когда знаки свободны, восемь совпадают в 2 случаях из 256.",
    },
  }),
  "5.e": number(7, 1, {
    en: {
      answer: "7",
      reason:
        "It gives 1.00000008274037e-10, with a relative error of 8.27e-8. 1 has 16 digits here, and the first nine were spent on zeros before the difference began.",
    },
    ru: {
      answer: "7",
      reason:
        "Получается 1.00000008274037e-10 с относительной погрешностью 8.27e-8. У единицы здесь 16 цифр, и первые девять ушли на нули ещё до вычитания.",
    },
  }),
  "5.f": numbers([0, 0, 30], 6, {
    en: {
      answer: "[0, 0, 30]",
      reason:
        "Training from other starts gives 29 and 25 at the largest rate. One long step is enough: once a unit's bias has been thrown far below zero, it is off for all samples, its gradient is 0, and nothing can call it back. Anything within 6 counts as right.",
    },
    ru: {
      answer: "[0, 0, 30]",
      reason:
        "При других начальных весах самая большая скорость даёт 29 и 25. Хватает одного длинного шага: если смещение нейрона заброшено далеко ниже нуля, он выключен для всех примеров, его градиент равен 0, и вернуть его нечему. Верным считается любой ответ в пределах 6.",
    },
  }),
} as const;
