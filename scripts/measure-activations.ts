// Measures the sixteen activations and writes data/activations.csv, the table of lesson 06:
//
//   npm run measure:activations
//
// It trains 48 small networks, which takes a minute or two. Everything is drawn from seeds, so it
// writes the same numbers again.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { activations } from "../lib/activations";
import { measure } from "../lib/exercises/06-gallery/measure";
import { measuredCsv } from "../lib/gallery";

const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const start = performance.now();
const rows = activations.map((f) => {
  const begun = performance.now();
  const measured = measure(f);
  console.log(`${f.name.padEnd(16)} ${secondsSince(begun)}`);
  return { f, measured };
});
writeFileSync(join(__dirname, "..", "data", "activations.csv"), measuredCsv(rows));
console.log(`data/activations.csv: ${rows.length} rows in ${secondsSince(start)}`);
