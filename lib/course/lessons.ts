import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { spoken, type Words } from "../words";

/** A lesson as the map and the progress know it. The lesson itself is a notebook. */
export interface Lesson {
  /** "01": how its notebook's name begins. */
  readonly number: string;
  readonly title: Words;
  readonly minutes: { readonly reading: number; readonly exercises: number };
  /** What each exercise can earn; 100 in the whole course. */
  readonly points: { readonly [exercise: string]: number };
}

/** The course in three parts: a layer, layers on layers, and the way back through them. */
export const parts: readonly { readonly title: Words; readonly lessons: readonly Lesson[] }[] = [
  {
    title: { en: "One layer, and how it learns", ru: "Один слой и как он учится" },
    lessons: [
      {
        number: "01",
        title: { en: "Logistic regression, again", ru: "Снова логистическая регрессия" },
        minutes: { reading: 20, exercises: 34 },
        points: { "1.1": 3, "1.2": 3, "1.3": 4, "1.4": 2 },
      },
      {
        number: "02",
        title: { en: "Softmax and cross-entropy", ru: "Софтмакс и перекрёстная энтропия" },
        minutes: { reading: 20, exercises: 34 },
        points: { "2.1": 2, "2.2": 3, "2.3": 3, "2.4": 4 },
      },
      {
        number: "03",
        title: {
          en: "Gradient descent and its stochastic cousin",
          ru: "Градиентный спуск и его стохастический родственник",
        },
        minutes: { reading: 20, exercises: 35 },
        points: { "3.1": 3, "3.2": 3, "3.3": 4, "3.4": 2 },
      },
    ],
  },
  {
    title: { en: "Layers on layers need a bend", ru: "Слоям поверх слоёв нужен изгиб" },
    lessons: [
      {
        number: "04",
        title: { en: "Will it work just so?", ru: "А так сработает?" },
        minutes: { reading: 20, exercises: 23 },
        points: { "4.1": 4, "4.2": 2, "4.3": 2 },
      },
      {
        number: "05",
        title: { en: "Sigmoid, tanh, ReLU", ru: "Сигмоида, tanh, ReLU" },
        minutes: { reading: 25, exercises: 23 },
        points: { "5.1": 4, "5.2": 3, "5.3": 2 },
      },
      {
        number: "06",
        title: { en: "A gallery of sixteen activations", ru: "Галерея шестнадцати активаций" },
        minutes: { reading: 25, exercises: 35 },
        points: { "6.1": 3, "6.2": 3, "6.3": 3, "6.4": 2, "6.5": 2 },
      },
    ],
  },
  {
    title: { en: "The way back through all of them", ru: "Обратный путь через все слои" },
    lessons: [
      {
        number: "07",
        title: { en: "Backpropagation by hand", ru: "Обратное распространение вручную" },
        minutes: { reading: 20, exercises: 38 },
        points: { "7.1": 3, "7.2": 3, "7.3": 4, "7.4": 5 },
      },
      {
        number: "08",
        title: { en: "The full exercise, and spells", ru: "Полное упражнение и заклинания" },
        minutes: { reading: 18, exercises: 42 },
        points: { "8.1": 4, "8.2": 5, "8.3": 4, "8.4": 3, "8.5": 3 },
      },
    ],
  },
];

/** All lessons, in their order. */
export const lessons: readonly Lesson[] = parts.flatMap((part) => part.lessons);

/** The file of a lesson among the notebooks of the language; none while it is not written. */
export function notebookOf(number: string): string | undefined {
  const folder = join(__dirname, "..", "..", "notebooks", ...(spoken() === "en" ? [] : [spoken()]));
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.find((name) => name.startsWith(`${number}-`) && /^[^.]+\.ipynb$/.test(name));
}
