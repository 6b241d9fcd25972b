import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { find, placeOf, sources } from "./said";

/** The README's chain, whose rooms import nothing but what stands on the left of an arrow before them. */
const [, chain] = /^Imports go one way: `([^`]*)`/m.exec(readFileSync("README.md", "utf8")) ?? [];
const steps = chain?.split(" ← ").map((rooms) => rooms.split(", ")) ?? [];
const stepOf = (room: string): number => steps.findIndex((rooms) => rooms.includes(room));

/** `matrix` of lib/matrix/create.ts, `errors` of lib/errors.ts. */
const roomOf = (file: string): string => path.basename(file.split("/")[1] ?? "index", ".ts");

/** Whether a text is what an import or an export names, of types or values, at once or later. */
const isSpecifier = ({ parent }: ts.StringLiteral): boolean =>
  ts.isImportDeclaration(parent) ||
  ts.isExportDeclaration(parent) ||
  ts.isImportTypeNode(parent.parent) ||
  (ts.isCallExpression(parent) && /^(import|require)$/.test(parent.expression.getText()));

/** Each import of a file of the project: where it is, from which file, and of which one. */
const importsIn = (...folders: readonly string[]) =>
  sources(...folders).flatMap((file) =>
    find(file, (node) => {
      if (!ts.isStringLiteral(node) || !isSpecifier(node) || !node.text.startsWith("."))
        return undefined;
      const from = file.fileName;
      const of = path.posix.join(path.posix.dirname(from), node.text);
      return { place: placeOf(node), from, of };
    }),
  );

test("the README's chain has every room of the library once", () => {
  const rooms = readdirSync("lib")
    .filter((name) => name !== "tsconfig.json")
    .map((name) => path.basename(name, ".ts"));
  assert.deepEqual(steps.flat().sort(), rooms.sort());
});

test("a room of the library imports only from rooms before it", () => {
  const wrong = importsIn("lib")
    .map(({ place, from, of }) => ({ place, from: roomOf(from), of: roomOf(of) }))
    .filter(({ from, of }) => from !== of && stepOf(of) >= stepOf(from));
  assert.deepEqual(wrong, []);
});

test("the library and the kernel import nothing of each other, nor of other rooms of the house", () => {
  const wrong = importsIn("lib", "kernel").filter(
    ({ from, of }) => from.split("/")[0] !== of.split("/")[0],
  );
  assert.deepEqual(wrong, []);
});
