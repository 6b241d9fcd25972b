import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function sampleIndex(p: Matrix, u: number): number");

const attempt = ({ start = "0", add = "sum +=", is = "u < sum", end = "p.data.length - 1" }) =>
  cell(`
      let sum = ${start};
      for (let i = 0; i < p.data.length; i++) {
        ${add} p.data[i];
        if (${is}) return i;
      }
      return ${end};`);

export const sampleIndex: Attempts = {
  exercise: "8.5",
  name: "sampleIndex",
  right: {
    "a running sum": attempt({}),
    "taking away": cell(`
      let rest = u;
      for (let i = 0; i < p.cols - 1; i++) {
        if (rest < p.data[i]) return i;
        rest -= p.data[i];
      }
      return p.cols - 1;`),
    "counting the ends that lie before": cell(`
      let end = 0;
      const ends = Array.from(p.data, (share) => (end += share));
      return Math.min(ends.filter((e) => e <= u).length, p.data.length - 1);`),
  },
  wrong: {
    "the most probable": {
      says: "Always the same name",
      source: cell("return nn.argmax(p, 1)[0];"),
    },
    "u ≤ sum": { says: "belongs to class 1", source: attempt({ is: "u <= sum" }) },
    "no sum": { says: "Compare with the cumulative sum", source: attempt({ add: "sum =" }) },
    "from the end": {
      says: "Order reversed",
      source: cell(`
      let sum = 0;
      for (let i = p.data.length - 1; i >= 0; i--) {
        sum += p.data[i];
        if (u < sum) return i;
      }
      return 0;`),
    },
    "no last index": { says: "Rounding can leave the sum below u", source: attempt({ end: "-1" }) },
    "one too many": {
      says: "the first piece has the number 0",
      source: cell(`
      let [sum, i] = [0, 0];
      do sum += p.data[i++];
      while (sum <= u && i < p.data.length);
      return sum <= u ? i + 1 : i;`),
    },
    "all equally likely": {
      says: "pieces of the same length",
      source: cell("return Math.floor(u * p.cols);"),
    },
    "forwarded to the library": {
      says: "write it yourself",
      source: cell("return nn.sampleIndex(p, u);"),
    },
  },
};
