import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { beadPlaces } from "../../lib/graph/bead-places";
import { layered, type Parents } from "../../lib/graph/layers";
import { place } from "../../lib/graph/layout";
import { crossings, ordered } from "../../lib/graph/order";
import { closeNumber, forAll } from "./properties";

/** Graphs as computations make them: leaves first or between, every node with 0 to 3 parents. */
const graphs: fc.Arbitrary<Parents> = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 2, maxLength: 14 })
  .map((raw) => raw.map((parents, i) => (i === 0 ? [] : parents.map((parent) => parent % i))));

/** Formulas without a value used twice: every node but the last has one child. */
const trees: fc.Arbitrary<Parents> = fc
  .array(fc.nat(2), { minLength: 1, maxLength: 12 })
  .map((take) => {
    const parents: number[][] = [];
    const free: number[] = [];
    for (const count of take) {
      while (free.length < count) free.push(parents.push([]) - 1);
      free.push(parents.push(free.splice(0, count)) - 1);
    }
    parents.push([...free]);
    return parents;
  });

const deck: Parents = [[], [], [], [2, 0], [3, 1], [4], [], [5, 6]];
const engine: Parents = [[], [], [0, 1], [2, 0], [2, 3]];

describe("a drawn graph", () => {
  it("leads every edge from left to right, from its parent to its child", () =>
    forAll(graphs, (parents) => {
      const { nodes, curves } = place(parents);
      parents.forEach((own, child) => {
        own.forEach((parent, k) => {
          const curve = curves[child][k];
          assert.deepEqual(curve[0], nodes[parent]);
          closeNumber(curve[curve.length - 1].y, nodes[child].y);
          curve.slice(1).forEach(({ x }, i) => {
            assert.ok(x > curve[i].x);
          });
        });
      });
    }));

  it("keeps the nodes of a column a row apart", () =>
    forAll(graphs, (parents) => {
      const { nodes } = place(parents);
      for (const [i, a] of nodes.entries())
        for (const b of nodes.slice(i + 1))
          if (a.x === b.x) assert.ok(Math.abs(a.y - b.y) > 1 - 1e-9);
    }));

  it("puts what nobody computed just before its first use", () =>
    forAll(graphs, (parents) => {
      const { nodes } = place(parents);
      parents.forEach((own, leaf) => {
        const users = nodes.filter((_, child) => parents[child].includes(leaf));
        if (own.length === 0 && users.length > 0)
          assert.equal(nodes[leaf].x, Math.min(...users.map(({ x }) => x)) - 1);
      });
    }));

  it("has no more crossings than the order of computation", () =>
    forAll(graphs, (parents) => {
      const graph = layered(parents);
      assert.ok(crossings(ordered(graph), graph.left) <= crossings(graph.columns, graph.left));
    }));

  it("has no crossing where no value is used twice", () =>
    forAll(trees, (parents) => {
      const graph = layered(parents);
      assert.equal(crossings(ordered(graph), graph.left), 0);
    }));

  it("has no crossing in the course's examples, and a straight line of operations", () => {
    for (const parents of [deck, engine]) {
      const graph = layered(parents);
      assert.equal(crossings(ordered(graph), graph.left), 0);
    }
    const { nodes, columns } = place(deck);
    assert.equal(columns, 5);
    for (const node of [4, 5, 7]) closeNumber(nodes[node].y, nodes[3].y, 0.05);
  });

  it("parts the two edges of x·x", () => {
    const { curves } = place([[], [0, 0]]);
    const middles = curves[1].map((curve) => curve[Math.floor(curve.length / 2)].y);
    closeNumber(middles[0] - middles[1], 1);
  });

  it("puts labels on their edges, apart from one another", () => {
    for (const parents of [deck, engine]) {
      const placed = place(parents);
      const places = beadPlaces(placed, (i) => parents[i].length === 0);
      const beads = places.flat();
      places.forEach((own, child) => {
        own.forEach(({ x, y }, k) => {
          assert.ok(placed.curves[child][k].some((point) => point.x === x && point.y === y));
        });
      });
      for (const [i, a] of beads.entries())
        for (const b of beads.slice(i + 1))
          assert.ok(Math.abs(a.x - b.x) >= 0.58 || Math.abs(a.y - b.y) >= 0.36);
    }
  });
});
