import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Machine } from "./machine";

let machine: Machine;
beforeEach(() => {
  machine = new Machine().npm();
});
afterEach(() => machine[Symbol.dispose]());

/** The set-up fails with 1, and its last word is one line that matches. */
function failsSaying(sentence: RegExp, env?: Record<string, string>, ...args: string[]): void {
  const { code, said } = machine.run("setup.mjs", env, ...args);
  assert.equal(code, 1, said);
  assert.match(said.trim().split("\n").pop() ?? "", sentence);
  assert.doesNotMatch(said, /^ {4}at /m, "a stack is no sentence");
}

test("an old Node is named, with the one that is needed", () => {
  const old = "Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})";
  failsSaying(/needs Node 20 or newer, and this is Node 18\.20\.4/, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}`,
  });
});

test("no Python at all", () => {
  failsSaying(/needs Python 3\.10 or newer, and none was found/);
});

test("with --lang ru it is said in Russian", () => {
  failsSaying(/нужен Python 3\.10 или новее, а никакого не нашлось/, {}, "--lang", "ru");
  machine.python("3.12.3", { venv: false });
  failsSaying(/У python3 \(3\.12\.3\) нет модуля venv/, {}, "--lang=ru");
});

test("a Python that is too old", () => {
  machine.python("3.9.18");
  failsSaying(/needs Python 3\.10 or newer, and python3 is 3\.9\.18/);
});

test("a Python without venv gets the package to install", () => {
  machine.python("3.12.3", { venv: false });
  failsSaying(/python3 \(3\.12\.3\) lacks its venv module.*apt install python3\.12-venv/);
});

test("a second Python that can do it is taken", () => {
  machine.python("3.9.18").python("3.12.3", { name: "python3.12" });
  const { code, said } = machine.run("setup.mjs");
  assert.equal(code, 0, said);
  assert.ok(machine.calls().some((call) => call.startsWith("python3.12 -m venv")));
});

const failures: [cause: string, words: string, npm: RegExp, pip?: RegExp][] = [
  ["a full disk", "ENOSPC: no space left on device, write", /^The disk is full/],
  ["a full disk, in Python's words", "[Errno 28] No space left on device", /^The disk is full/],
  [
    "no network",
    "getaddrinfo ENOTFOUND registry",
    /^The npm registry cannot be reached/,
    /^The PyPI registry cannot be reached/,
  ],
  [
    "no network, in pip's words",
    "NewConnectionError: [Errno -2] Name or service not known",
    /^The npm registry cannot/,
    /^The PyPI registry cannot/,
  ],
  [
    "a network that swallows packets",
    "npm error code ETIMEDOUT",
    /^The npm registry cannot/,
    /^The PyPI registry cannot/,
  ],
  ["a folder that is read-only", "EACCES: permission denied, mkdir", /^No permission to write/],
  ["a company's proxy", "SELF_SIGNED_CERT_IN_CHAIN", /certificate is not trusted/],
  ["words we don't know", "the moon is full", /ended with code 7/],
];

for (const [cause, words, npmSays, pipSays = npmSays] of failures) {
  const fail = `echo '${words}' >&2; exit 7`;
  test(`${cause} stops npm with one sentence, and its output is kept`, () => {
    machine.npm(fail).python();
    failsSaying(npmSays);
    failsSaying(/setup\.log\.$/);
  });
  test(`${cause} stops pip with one sentence`, () => {
    machine.python("3.11.7", { install: fail });
    failsSaying(pipSays);
  });
}
