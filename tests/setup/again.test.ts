import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { afterEach, beforeEach, test } from "node:test";
import { Machine } from "./machine";

let machine: Machine;
beforeEach(() => {
  machine = new Machine().npm().python();
});
afterEach(() => machine[Symbol.dispose]());

/** Sets up, and returns which of the two installers worked. */
function setUp(): string[] {
  const { code, said } = machine.run("setup.mjs");
  assert.equal(code, 0, said);
  const calls = machine.calls().map((call) => call.replace(/^python -m pip/, "pip"));
  return calls.filter((call) => /^(npm|pip|uv) /.test(call)).map((call) => call.split(" ")[0]);
}

test("each step says its name and how long it took", () => {
  const { said } = machine.run("setup.mjs");
  assert.match(said, /✓ npm packages {2}\d+\.\d s/);
  assert.match(said, /✓ Python packages {2}\d+\.\d s/);
  assert.match(said, /✓ TypeScript kernel {2}\d+\.\d s/);
});

test("at the end it says what opens the start page", () => {
  assert.match(machine.run("setup.mjs").said, /`npm start` opens the start page\.$/m);
  const { said } = machine.run("setup.mjs", {}, "--lang", "ru");
  assert.match(said, /`npm start -- --lang ru` открывает начальную страницу\.$/m);
});

test("what is done is not done again", () => {
  assert.deepEqual(setUp(), ["npm", "pip"]);
  assert.deepEqual(setUp(), []);
});

test("a new lock file installs the npm packages again, and them alone", () => {
  setUp();
  appendFileSync(machine.in("package-lock.json"), "\n");
  assert.deepEqual(setUp(), ["npm"]);
});

test("new requirements make the Python environment anew", () => {
  setUp();
  writeFileSync(machine.in(".venv", "left-over"), "");
  appendFileSync(machine.in("requirements.txt"), "\n");
  assert.deepEqual(setUp(), ["pip"]);
  assert.ok(!existsSync(machine.in(".venv", "left-over")));
});

test("a lost folder is made again", () => {
  setUp();
  rmSync(machine.in("node_modules"), { recursive: true });
  assert.deepEqual(setUp(), ["npm"]);
  rmSync(machine.in(".venv"), { recursive: true });
  assert.deepEqual(setUp(), ["pip"]);
});

test("a set-up that was cut off in pip starts .venv anew", () => {
  machine.python("3.11.7", { install: ">.venv/half-made; exit 1" });
  assert.equal(machine.run("setup.mjs").code, 1);
  assert.ok(existsSync(machine.in(".venv", "half-made")));
  machine.python();
  assert.deepEqual(setUp().at(-1), "pip");
  assert.ok(!existsSync(machine.in(".venv", "half-made")));
});

test("an npm ci that was cut off is not taken for done", () => {
  setUp();
  appendFileSync(machine.in("package-lock.json"), "\n");
  machine.npm("exit 1");
  assert.equal(machine.run("setup.mjs").code, 1);
  writeFileSync(
    machine.in("package-lock.json"),
    readFileSync(machine.in("package-lock.json"), "utf8").trimEnd(),
  );
  machine.npm().calls();
  assert.ok(setUp().includes("npm"));
});

test("a kernel's build removes what interrupted ones have left, and nothing of one at work", () => {
  const left = ["dist-999999999", "dist-old-999999999", `dist-${process.pid}`];
  for (const name of left) mkdirSync(machine.in("kernel", name, "front"), { recursive: true });
  setUp();
  const stays = left.filter((name) => existsSync(machine.in("kernel", name)));
  assert.deepEqual(stays, [`dist-${process.pid}`]);
});

test("a moved project is repaired without a download", () => {
  setUp();
  machine.moveProject();
  assert.deepEqual(setUp(), []);
  assert.equal(
    readFileSync(machine.in(".venv", "bin", "jupyter"), "utf8"),
    `#!${machine.in(".venv")}/bin/python\n`,
  );
  const spec = machine.in(".venv", "share", "jupyter", "kernels", "tslab", "kernel.json");
  assert.equal(
    JSON.parse(readFileSync(spec, "utf8")).argv[1],
    machine.in("kernel", "dist", "main.js"),
  );
  assert.deepEqual(setUp(), []);
});

test("a system upgrade of Python makes .venv anew", () => {
  setUp();
  machine.python("3.12.1");
  rmSync(machine.in(".venv", "bin", "python"));
  assert.deepEqual(setUp(), ["pip"]);
});

test("a learner gets no development packages, and a developer keeps them", () => {
  machine.run("setup.mjs");
  assert.ok(machine.calls().some((call) => call.includes("--omit=dev")));
  mkdirSync(machine.in("node_modules", "tsx"), { recursive: true });
  appendFileSync(machine.in("package-lock.json"), "\n");
  machine.run("setup.mjs");
  assert.ok(machine.calls().some((call) => call.includes("--include=dev")));
});

const uvThat = (installs: string) => `
case "$1" in
  --version) echo uv 0.9 ;;
  venv) /bin/mkdir -p "$4/bin"; /bin/cp "$3" "$4/bin/python" ;;
  pip) ${installs} ;;
esac`;

test("uv is used where it is there, and needs no venv module", () => {
  machine.python("3.11.7", { venv: false }).program("uv", uvThat(":"));
  assert.deepEqual(setUp(), ["npm", "uv", "uv", "uv"]);
  assert.deepEqual(setUp(), []);
});

test("pip has its chance when uv fails: only pip knows pip's settings", () => {
  machine.program("uv", uvThat("exit 2"));
  assert.equal(setUp().at(-1), "pip");
});
