import { type Attempts, bodiesOf } from "../attempts";

const cell = (body: string): string =>
  `type Value = import("./lib/values").Value;\n${bodiesOf("function backward(root: Value): void")(body)}`;

/** A sorted walk, with the places where it goes wrong left open. */
const attempt = ({
  seed = "root.grad = 1;",
  seen = "if (seen.has(node)) return;",
  before = "",
  after = "order.push(node);",
  order = "order.reverse()",
  rule = "+=",
}) =>
  cell(`
      const order: Value[] = [];
      const seen = new Set<Value>();
      const visit = (node: Value): void => {
        ${seen}
        seen.add(node);
        ${before}
        node.children.forEach(visit);
        ${after}
      };
      visit(root);
      ${seed}
      for (const node of ${order})
        node.children.forEach((child, k) => {
          child.grad ${rule} node.grad * node.local[k];
        });`);

export const backward: Attempts = {
  exercise: "7.4",
  name: "backward",
  right: {
    "topological order by recursion": attempt({}),
    "every way by itself": cell(`
      const bring = (node: Value, gradient: number): void => {
        node.grad += gradient;
        node.children.forEach((child, k) => bring(child, gradient * node.local[k]));
      };
      bring(root, 1);`),
    "counting the users": cell(`
      const users = new Map<Value, number>([[root, 0]]);
      for (const [node] of users)
        for (const child of node.children) users.set(child, (users.get(child) ?? 0) + 1);
      root.grad = 1;
      const ready = [root];
      for (const node of ready)
        node.children.forEach((child, k) => {
          child.grad += node.grad * node.local[k];
          users.set(child, users.get(child)! - 1);
          if (users.get(child) === 0) ready.push(child);
        });`),
  },
  wrong: {
    "the last path wins": {
      says: "the last path overwrote the first",
      source: attempt({ rule: "=" }),
    },
    preorder: {
      says: "c passed on before d reported",
      source: attempt({ before: "order.push(node);", after: "", order: "order" }),
    },
    "level by level": {
      says: "c passed on before d reported",
      source: cell(`
      const found = new Set([root]);
      for (const node of found) for (const child of node.children) found.add(child);
      root.grad = 1;
      for (const node of found)
        node.children.forEach((child, k) => {
          child.grad += node.grad * node.local[k];
        });`),
    },
    "nobody is remembered": {
      says: "A shared node was processed twice",
      source: attempt({ seen: "" }),
    },
    "no seed": { says: "All zero", source: attempt({ seed: "" }) },
    "from the children": {
      says: "From the children to the root",
      source: attempt({ order: "order" }),
    },
  },
};
