import { choice, number, numbers } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "7.a": numbers([2, 3, 20.08553692, 21.08553692], 0.02, {
    en: {
      answer: "[2, 3, 20.08553692, 21.08553692]",
      reason:
        "a = 2·1, b = 2 + 1, c = e³ and f = c + 1. Slides like to write 20 and 21; keep all digits, as the derivatives are made from them.",
    },
    ru: {
      answer: "[2, 3, 20.08553692, 21.08553692]",
      reason:
        "a = 2·1, b = 2 + 1, c = e³ и f = c + 1. На слайдах любят писать 20 и 21; держите все цифры, из них будут сделаны производные.",
    },
  }),
  "7.b": numbers([1, 1], 0, {
    en: {
      answer: "[1, 1]",
      reason:
        "df/df = 1: a thing changes as much as itself. And f = c + 1, so df/dc = df/df · ∂f/∂c = 1 · 1. (A slide wrote df/dc = df/dc · dc/dc here, which says nothing: the answer stands on both sides.)",
    },
    ru: {
      answer: "[1, 1]",
      reason:
        "df/df = 1: величина меняется ровно на столько, на сколько меняется. И f = c + 1, значит, df/dc = df/df · ∂f/∂c = 1 · 1. (На одном слайде здесь стояло df/dc = df/dc · dc/dc, и это ничего не говорит: ответ стоит по обе стороны.)",
    },
  }),
  "7.c": choice({ en: ["always", "only here"], ru: ["всегда", "только здесь"] }, "only here", {
    en: {
      answer: "only here",
      reason:
        "df/dw₁ = x · df/dw₀, and here x = 1. With x = 0.5, w₀ = −1, w₁ = 3 they are 1.648721271 and 0.8243606354.",
    },
    ru: {
      answer: "только здесь",
      reason:
        "df/dw₁ = x · df/dw₀, а здесь x = 1. При x = 0,5, w₀ = −1, w₁ = 3 они равны 1,648721271 и 0,8243606354.",
    },
  }),
  "7.d": choice({ en: ["13.02", "14.44", "20.88"], ru: ["13.02", "14.44", "20.88"] }, "14.44", {
    en: {
      answer: "14.44",
      reason:
        "The slope promises a fall of 2 · 0.01 · 20.0855² = 8.07, down to 13.02. But the slope itself gets smaller on the way, so it is 14.440725: a gradient is exact only for steps that are short.",
    },
    ru: {
      answer: "14.44",
      reason:
        "Наклон обещает снижение на 2 · 0,01 · 20,0855² = 8,07, до 13,02. Но по дороге сам наклон уменьшается, и выходит 14,440725: градиент точен лишь для коротких шагов.",
    },
  }),
  "7.e": choice(
    { en: ["0.1", "0.000006", "0.0000000000001"], ru: ["0.1", "0.000006", "0.0000000000001"] },
    "0.000006",
    {
      en: {
        answer: "0.000006",
        reason:
          "A large step sees the curve instead of the slope; a tiny one subtracts two numbers that are the same in nearly all digits. The best step is near the cube root of the machine's precision, 6.06e-6.",
      },
      ru: {
        answer: "0.000006",
        reason:
          "Большой шаг видит изгиб вместо наклона; крошечный вычитает два числа, у которых почти все цифры общие. Лучший шаг — около кубического корня из машинной точности, 6.06e-6.",
      },
    },
  ),
  "7.f": number(2, 0, {
    en: {
      answer: "2",
      reason:
        "p is used in r = p·q and in s = r + p, so two gradients arrive. They are added: a change of p works by both ways at once.",
    },
    ru: {
      answer: "2",
      reason:
        "p использовано в r = p·q и в s = r + p, поэтому приходят два градиента. Они складываются: изменение p действует сразу двумя путями.",
    },
  }),
} as const;
