import { type Attempts, bodiesOf } from "../attempts";

const cell = bodiesOf("function deadShare(H: Matrix): number");

export const deadShare: Attempts = {
  exercise: "5.3",
  name: "deadShare",
  right: {
    "the largest of each column": cell(`
      const largest = nn.max(H, 0);
      return largest.data.filter((h) => h === 0).length / H.cols;`),
    "two loops": cell(`
      let dead = 0;
      for (let j = 0; j < H.cols; j++) {
        let alive = false;
        for (let i = 0; i < H.rows; i++) if (H.data[i * H.cols + j] > 0) alive = true;
        if (!alive) dead++;
      }
      return dead / H.cols;`),
    "sums of columns, as nothing is negative": cell(
      "return nn.mean(nn.map(nn.sum(H, 0), (s) => (s === 0 ? 1 : 0)));",
    ),
    "a mask, row after row": cell(`
      const silent = new Array(H.cols).fill(1);
      H.data.forEach((h, k) => { if (h > 0) silent[k % H.cols] = 0; });
      return silent.reduce((a, b) => a + b, 0) / H.cols;`),
  },
  wrong: {
    "the share of zeros": {
      says: "Sparse is not dead",
      source: cell("return H.data.filter((h) => h === 0).length / H.data.length;"),
    },
    "rows instead of columns": {
      says: "A row is a sample, a column is a unit",
      source: cell("return nn.max(H, 1).data.filter((h) => h === 0).length / H.rows;"),
    },
    "columns counted, divided by rows": {
      says: "A row is a sample, a column is a unit",
      source: cell("return nn.max(H, 0).data.filter((h) => h === 0).length / H.rows;"),
    },
    "any zero": {
      says: "One silence is not death",
      source: cell("return nn.min(H, 0).data.filter((h) => h === 0).length / H.cols;"),
    },
    "the number of them": {
      says: "their share is wanted",
      source: cell("return nn.max(H, 0).data.filter((h) => h === 0).length;"),
    },
    "the living": {
      says: "This is the share that lives",
      source: cell("return nn.max(H, 0).data.filter((h) => h > 0).length / H.cols;"),
    },
    "in percent": {
      says: "not in percent",
      source: cell("return (100 * nn.max(H, 0).data.filter((h) => h === 0).length) / H.cols;"),
    },
    "divided by all entries": {
      says: "Divided by all entries",
      source: cell("return nn.max(H, 0).data.filter((h) => h === 0).length / H.data.length;"),
    },
    "the first sample only": {
      says: "Only the first sample was asked",
      source: cell(`
      let dead = 0;
      for (let j = 0; j < H.cols; j++) if (H.data[j] === 0) dead++;
      return dead / H.cols;`),
    },
    "nearly silent counts as dead": {
      says: "expected, got",
      source: cell("return nn.max(H, 0).data.filter((h) => h < 1e-6).length / H.cols;"),
    },
  },
};
