import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf(
  "function buildDataset(names: string[], k: number): { X: Int32Array[]; y: Int32Array }",
);

const attempt = ({
  first = "0",
  outside = "",
  inside = "let context: number[] = new Array(k).fill(FIRST);",
  name = "name.toLowerCase()",
  word = `[...NAME, "."]`,
  push = "Int32Array.from(context)",
  next = "[...context.slice(1), next]",
  number = "symbols.indexOf(letter)",
}) =>
  cell(`
      const symbols = ".abcdefghijklmnopqrstuvwxyz -";
      const X: Int32Array[] = [];
      const y: number[] = [];
      ${outside.replace("FIRST", first)}
      for (const name of names) {
        ${inside.replace("FIRST", first)}
        for (const letter of ${word.replace("NAME", name)}) {
          const next = ${number};
          X.push(${push});
          y.push(next);
          context = ${next};
        }
      }
      return { X, y: Int32Array.from(y) };`);

export const buildDataset: Attempts = {
  exercise: "8.4",
  name: "buildDataset",
  right: {
    "a window that moves": attempt({}),
    "slices of a padded name": cell(`
      const rows = names.flatMap((name) => {
        const numbers = [...new Array(k).fill(0), ...nn.encode(name), 0];
        return numbers.slice(k).map((next, i) => ({ x: numbers.slice(i, i + k), next }));
      });
      return {
        X: rows.map(({ x }) => Int32Array.from(x)),
        y: Int32Array.from(rows, ({ next }) => next),
      };`),
    "one array, copied": cell(`
      const code = (c: string) => (c === " " ? 27 : c === "-" ? 28 : c.charCodeAt(0) - 96);
      const X: Int32Array[] = [];
      const y: number[] = [];
      for (const name of names) {
        const context = new Int32Array(k);
        const numbers = [...name.toLowerCase()].map(code);
        numbers.push(0);
        for (const next of numbers) {
          X.push(context.slice());
          y.push(next);
          context.copyWithin(0, 1);
          context[k - 1] = next;
        }
      }
      return { X, y: new Int32Array(y) };`),
  },
  wrong: {
    "no end": { says: "Names never stop", source: attempt({ word: "NAME" }) },
    "the context is carried over": {
      says: "'lo' begins in the context of 'hex'",
      source: attempt({ outside: "let context: number[] = new Array(k).fill(FIRST);", inside: "" }),
    },
    "spaces before a name": { says: "Padding is `.` (0)", source: attempt({ first: "27" }) },
    "the answer is in the context": {
      says: "The answer is visible",
      source: attempt({ push: "Int32Array.from([...context.slice(1), next])" }),
    },
    "one array for all": {
      says: "one and the same array",
      source: cell(`
      const X: Int32Array[] = [];
      const y: number[] = [];
      for (const name of names) {
        const context = new Int32Array(k);
        for (const next of [...nn.encode(name), 0]) {
          X.push(context);
          y.push(next);
          context.copyWithin(0, 1);
          context[k - 1] = next;
        }
      }
      return { X, y: Int32Array.from(y) };`),
    },
    "capitals are kept": {
      says: "make each name lower-case",
      source: attempt({ name: "name" }),
    },
    "the newest first": {
      says: "The window is turned round",
      source: attempt({ next: "[next, ...context.slice(0, -1)]" }),
    },
    "always three": {
      says: "yours always has 3",
      source: attempt({ inside: "let context: number[] = [0, 0, 0];" }),
    },
    "letters from 0": {
      says: "Letters are numbered from 1",
      source: attempt({
        number: `letter === "." ? 0 : symbols.indexOf(letter) - 1`,
      }),
    },
    "a last name without its dot": {
      says: "expected, got",
      source: attempt({ word: `(name === names[names.length - 1] ? NAME : NAME + ".")` }).replace(
        "NAME",
        "name.toLowerCase()",
      ),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.buildDataset(names, k);"),
    },
  },
};
