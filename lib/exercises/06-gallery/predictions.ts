import { choice, magnitude, number } from "../../checks";

/** The questions of the lesson, in its order. */
export const predictions = {
  "6.a": choice(
    {
      en: ["tanh", "arctan", "softsign", "ISRU", "sigmoid"],
      ru: ["tanh", "arctan", "softsign", "ISRU", "sigmoid"],
    },
    "arctan",
    {
      en: {
        answer: "arctan",
        reason:
          "At 10 the slopes are 8.245e-9 for tanh, 0.009901 for arctan, 0.008264 for SoftSign, 0.0009852 for ISRU and 4.54e-5 for the sigmoid. A slope that falls as $1/x^2$ is small, one that falls as $e^{-x}$ is gone.",
      },
      ru: {
        answer: "arctan",
        reason:
          "В точке 10 наклон у tanh 8.245e-9, у арктангенса 0,009901, у SoftSign 0,008264, у ISRU 0,0009852, у сигмоиды 4.54e-5. Наклон, который убывает как $1/x^2$, мал; тот, что убывает как $e^{-x}$, исчез.",
      },
    },
  ),
  "6.b": number(Math.LN2, 0.005, {
    en: {
      answer: "0.6931472",
      reason: "$\\ln(1 + e^0) = \\ln 2$. SoftPlus is nowhere 0, and at 0 it is furthest from ReLU.",
    },
    ru: {
      answer: "0.6931472",
      reason:
        "$\\ln(1 + e^0) = \\ln 2$. SoftPlus нигде не равна 0, и дальше всего от ReLU она именно в 0.",
    },
  }),
  "6.c": magnitude(1e-20, 2, {
    en: {
      answer: "1e-20",
      reason:
        "$0.01^{10}$. A leak keeps a unit from dying; it doesn't carry a gradient through ten layers.",
    },
    ru: {
      answer: "1e-20",
      reason:
        "$0{,}01^{10}$. Утечка не даёт нейрону умереть, но через десять слоёв градиент не пронесёт.",
    },
  }),
  "6.d": choice(
    {
      en: ["none", "at 0", "at -2 and 2", "at -2, 0 and 2"],
      ru: ["нет ни одного", "в 0", "в -2 и 2", "в -2, 0 и 2"],
    },
    "none",
    {
      en: {
        answer: "none",
        reason:
          "The slope arrives at 0 from both sides with the value 1, and at ±2 with the value 0. It has corners there, but it doesn't jump: the curve itself is smooth.",
      },
      ru: {
        answer: "нет ни одного",
        reason:
          "К 0 наклон с обеих сторон подходит со значением 1, к ±2 — со значением 0. У самого наклона там углы, но скачков нет: кривая гладкая.",
      },
    },
  ),
  "6.e": number(0, 0, {
    en: {
      answer: "0",
      reason:
        "Exactly 0, in every step: the slope of Binary is 0 wherever there is one. Only the output layer learns, on hidden features that stay as they were drawn.",
    },
    ru: {
      answer: "0",
      reason:
        "Ровно 0, на каждом шаге: наклон Binary равен 0 всюду, где он есть. Учится только выходной слой, на скрытых признаках, которые остались такими, какими их выбрал случай.",
    },
  }),
  "6.f": number(157, 15, {
    en: {
      answer: "157",
      reason:
        "The layers collapse into one, and three straight borders between three arms of a spiral get about half of the points. Guessing gets 100. Anything within 15 counts as right.",
    },
    ru: {
      answer: "157",
      reason:
        "Слои схлопываются в один, а три прямые границы между тремя рукавами спирали дают верный ответ примерно для половины точек. Наугад вышло бы 100. Верным считается любой ответ в пределах 15.",
    },
  }),
} as const;
