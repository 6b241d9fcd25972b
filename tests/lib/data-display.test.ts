import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { DataFrame, load, Series } from "../../lib/data";

type Bundle = { "text/html": string; "text/plain": string };
const show = (value: object): Bundle =>
  (value as Record<symbol, () => Bundle>)[Symbol.for("Jupyter.display")]();

test("a small table is shown whole, numbers to the right", () => {
  const df = new DataFrame(
    [
      ["x", 1.23456789],
      ["yy", -10],
    ],
    { columns: ["name", "value"] },
  );
  assert.equal(
    show(df)["text/plain"],
    ["   name    value", "0  x     1.23457", "1  yy        -10", "2 rows × 2 columns"].join("\n"),
  );
  assert.equal(inspect(df), show(df)["text/plain"]);
});

test("a large one by its ends, and what danfojs makes of it, too", async () => {
  const iris = await load("iris");
  const text = show(iris)["text/plain"].split("\n");
  assert.equal(text.length, 1 + 5 + 1 + 5 + 1);
  assert.match(text[6], /^… /);
  assert.match(text[11], /^149 .*virginica$/);
  assert.equal(text[12], "150 rows × 5 columns");
  assert.match(show(iris.tail(1))["text/plain"], /1 row × 5 columns$/);
  assert.match(show(iris.groupby(["species"]).mean())["text/plain"], /3 rows × 5 columns$/);
  const wide = new DataFrame([Array.from({ length: 30 }, (_, j) => j)]);
  assert.match(show(wide)["text/plain"], / 4 +… +25 /);
});

test("a series is one column", async () => {
  const counts = (await load("iris")).species.valueCounts();
  assert.match(show(counts)["text/plain"], /versicolor +50\n.*\n3 values$/);
  assert.match(show(new Series(["one"]))["text/plain"], /one\n1 value$/);
});

test("HTML has header cells with a scope and no colour of its own", () => {
  const { "text/html": html } = show(new DataFrame([[1, "x"]], { columns: ["a", "b"] }));
  assert.equal(html.match(/<th scope="col"/g)?.length, 2);
  assert.equal(html.match(/<th scope="row"/g)?.length, 1);
  assert.match(html, /<caption[^>]*>1 row × 2 columns<\/caption>/);
  assert.doesNotMatch(html, /#[0-9a-f]{3}\b|rgb|background|: (white|black)/i);
});

test("HTML escapes what cells and columns hold", () => {
  const { "text/html": html } = show(new DataFrame([["<b>&\"'"]], { columns: ["<script>"] }));
  assert.doesNotMatch(html, /<b>|<script>/);
});

test("missing cells say so", () => {
  assert.match(show(new DataFrame([[1, null]], { columns: ["a", "b"] }))["text/plain"], /missing/);
});

test("the room can be loaded a second time in the same session", () => {
  for (const path of Object.keys(require.cache)) {
    if (path.includes("/lib/data/")) delete require.cache[path];
  }
  const again = require("../../lib/data") as typeof import("../../lib/data");
  assert.equal(again.DataFrame, DataFrame);
  assert.match(show(new again.DataFrame([[1]]))["text/plain"], /1 row × 1 column$/);
});
