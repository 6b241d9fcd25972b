import { Note } from "../../checks";
import { add, type Value, value } from "../../values";
import { spoken, wording } from "../../words";

const words = wording({
  en: {
    notStarted: "Not started: solve exercise 7.4 first.",
    fits: (length: string, grad: number) =>
      `A chain of ${length} nodes: the gradient at its far end is **${grad}**. No depth is too deep for it.`,
    overflows: (length: string) =>
      `A chain of ${length} nodes is too deep: every call of a function that calls itself takes a place on the stack, and there are about ten thousand. Your function is right all the same; a list of one's own in place of the calls has no such limit.`,
    failed: (error: string) => `On a chain of values it threw ${error}`,
  },
  ru: {
    notStarted: "Ещё не начато: сначала решите упражнение 7.4.",
    fits: (length, grad) =>
      `Цепочка, вершин в ней ${length}: градиент на дальнем конце — **${grad}**. Никакая глубина не слишком велика.`,
    overflows: (length) =>
      `Цепочка, вершин в ней ${length}, слишком глубока: каждый вызов функции, которая вызывает сама себя, занимает место в стеке, а мест около десяти тысяч. Ваша функция всё равно верна; у собственного списка вместо вызовов такого предела нет.`,
    failed: (error) => `На цепочке значений она выбрасывает ${error}`,
  },
});

const length = 100_000;

/** Tries a backward pass on a chain of 100,000 nodes. It earns no points and costs none. */
export function longChain(backward: (root: Value) => void): Note {
  const start = value(1);
  let end = start;
  for (let k = 0; k < length; k++) end = add(end, 1);
  try {
    backward(end);
    return new Note(words.fits(length.toLocaleString(spoken()), start.grad));
  } catch (error) {
    if (error instanceof RangeError)
      return new Note(words.overflows(length.toLocaleString(spoken())));
    const { name, message } = error as Error;
    return new Note(
      message === "not started" ? words.notStarted : words.failed(`${name}: ${message}`),
    );
  }
}
