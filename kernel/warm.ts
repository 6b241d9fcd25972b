import { existsSync } from "node:fs";
import path from "node:path";
import { Compiler } from "./compiler/compiler";
import { keepCode } from "./compiler/load-typescript";

/**
 * Compiles and checks what every lesson imports first, so that the cache has it: a learner's
 * first cell then takes one second and not five. Set-up runs this after each build.
 */

const root = path.resolve(__dirname, "..", "..");
process.chdir(root);
const compiler = new Compiler(root, path.join(root, "kernel", "cells.d.ts"));
for (const module of ["./lib", "./lib/data"]) {
  if (existsSync(module)) compiler.compile(`import "${module}"`, "warm-up", "en");
}
keepCode();
