import { choice } from "../../checks";

/** The question of the start page. */
export const predictions = {
  "0.a": choice({ en: ["yes", "no"], ru: ["да", "нет"] }, "no", {
    en: {
      answer: "no",
      reason:
        "A computer keeps about 16 digits of a number, and none of these three fits exactly: the sum comes out as 0.30000000000000004. That is why nothing in this course asks whether two computed numbers are equal; it asks whether they are close.",
    },
    ru: {
      answer: "нет",
      reason:
        "Компьютер хранит около 16 цифр числа, и ни одно из этих трёх не помещается в них точно: в сумме выходит 0,30000000000000004. Поэтому в этом курсе нигде не спрашивается, равны ли два вычисленных числа; спрашивается, близки ли они.",
    },
  }),
} as const;
