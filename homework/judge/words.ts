import type { Words } from "../../lib/words";
import type { Refusal } from "./record";

/** What a report says where there is nothing to judge. */
export const judgeWords: Words<{
  readonly refused: { readonly [reason in Refusal]: string };
  readonly exerciseStopped: (error: string) => string;
  readonly checkStopped: (error: string) => string;
  readonly tooLong: string;
  readonly noExercise: (id: string) => string;
}> = {
  en: {
    refused: {
      none: "The check gave no answers: was check replaced, or the cell above it not run?",
      malformed: "The check gave answers that can't be read: was check replaced?",
      "another exercise": "The check gave answers to another exercise.",
    },
    exerciseStopped: (error) => `The exercise's cell stopped with ${error}`,
    checkStopped: (error) => `The check stopped with ${error}`,
    tooLong: "It took longer than the time allowed: does a loop never end?",
    noExercise: (id) => `There is no exercise ${id} in lib/exercises.`,
  },
  ru: {
    refused: {
      none: "Проверка не дала ответов: не подменена ли check, выполнена ли ячейка над ней?",
      malformed: "Ответы проверки не читаются: не подменена ли check?",
      "another exercise": "Проверка дала ответы на другое упражнение.",
    },
    exerciseStopped: (error) => `Ячейка упражнения остановилась: ${error}`,
    checkStopped: (error) => `Проверка остановилась: ${error}`,
    tooLong: "Времени ушло больше, чем отведено: не бесконечен ли какой-нибудь цикл?",
    noExercise: (id) => `В lib/exercises нет упражнения ${id}.`,
  },
};
