import assert from "node:assert/strict";
import { it } from "node:test";
import { activations } from "../../lib/activations";
import { measure } from "../../lib/exercises/06-gallery/measure";
import { type Measured, measuredOf } from "../../lib/gallery";

for (const f of activations)
  it(`${f.name}: the whole row of data/activations.csv, measured anew`, () => {
    const [expected, got] = [measuredOf(f), measure(f)];
    for (const column of Object.keys(expected) as (keyof Measured)[]) {
      // A sample or two of 300 may move where another processor rounds otherwise.
      const room = column.startsWith("right") ? 2 : 0.02 * Math.abs(expected[column]) + 1e-14;
      assert.ok(
        Math.abs(got[column] - expected[column]) <= room,
        `${column}: ${got[column]}, in the file ${expected[column]}`,
      );
    }
  });
