import { attempts } from "../../homework/attempts";
import { earned } from "./earned";

/**
 * What the attempts at a lesson's exercises earn where a seed draws the inputs, as JSON:
 * `node --import tsx tests/homework/attempts-earn.ts 02-softmax 99`
 */
const [lesson, seed] = process.argv.slice(2);
const found = attempts.find((one) => one.lesson === lesson);
if (!found) throw new Error(`There are no attempts at ${lesson}.`);

const exercises = found.functions.map(({ exercise, name, right, wrong }) => {
  const worth = (source: string) => ({
    source,
    points: earned(found.exercises[exercise], name, source, Number(seed)),
  });
  return [
    exercise,
    {
      right: Object.values(right).map(worth),
      wrong: Object.values(wrong).map(({ source }) => worth(source)),
    },
  ];
});
console.log(JSON.stringify(Object.fromEntries(exercises)));
