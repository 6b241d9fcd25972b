"""Cells of a submission that mean harm. None of them may cost more than its own points."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from homework.grading import missing

needs_walls = pytest.mark.skipif(missing() is not None, reason=f"no walls: {missing()}")

#: The first words of a cell that gets a few seconds.
BRIEF = "// brief"

#: The seconds that a program left behind would run: another number each time, by which it is found.
LEFT_FOR = f"{random.uniform(80_000, 90_000):.6f}"

#: What each one tries, as the source of a cell. FOLDERS are a course's folder and others that are not
#: for learners, PORT is one of a server on this machine, SECONDS are about a day's. A cell that is
#: marked as brief gets a few seconds; the others end by themselves.
ATTACKS = {
    "a loop without an end": "// brief\nwhile (true) {}",
    "a loop that defends itself": """
// brief
for (;;) {
  try { for (;;) {} } catch {} finally { for (;;) {} }
}""",
    "objects without end": """
// brief
const rows: number[][] = [];
while (true) rows.push(new Array(100_000).fill(rows.length));""",
    "buffers without end": """
// brief
const buffers: Float64Array[] = [];
while (true) buffers.push(new Float64Array(10_000_000).fill(1));""",
    "processes without end": """
import { spawn } from "node:child_process";
for (let k = 0; k < 5000; k++) spawn("sleep", ["600"], { stdio: "ignore" }).on("error", () => {});""",
    "ends its process": "process.exit(0)",
    "kills its parent and all others": """
for (const pid of [process.ppid, ...Array(500).keys()])
  if (pid !== process.pid) try { process.kill(pid, "SIGKILL"); } catch {}
process.kill(-1, "SIGKILL");""",
    "prints 100 MB": """
const line = "x".repeat(9_999);
for (let k = 0; k < 10_000; k++) console.log(line);""",
    "prints without end": "while (true) console.log(Math.random());",
    "shows 100 MB at once": """
import { display } from "tslab";
display.html("x".repeat(100_000_000));""",
    "deletes the project": """
import { rmSync } from "node:fs";
for (const room of ["lib", "data", "kernel", "node_modules", "homework", "."])
  try { rmSync(room, { recursive: true, force: true }); } catch {}""",
    "edits the library and what the compiler remembers": """
import { readdirSync, writeFileSync } from "node:fs";
const written: string[] = [];
for (const file of ["lib/losses.ts", "lib/checks/judge.ts", "kernel/dist/main.js",
                    ...readdirSync("kernel/dist/cache").map((name) => `kernel/dist/cache/${name}`)])
  try { writeFileSync(file, "broken"); written.push(file); } catch {}
written""",
    "fills the disk": """
import { appendFileSync } from "node:fs";
let full = 0;
for (const folder of ["/tmp", "/dev/shm", "/dev", "/", "data", "/var/tmp"])
  for (let file = 0; file < 40; file++)
    try { for (;;) { appendFileSync(`${folder}/fill-${file}`, "x".repeat(2 ** 20)); full++; } } catch {}
full < 2000""",
    "overwrites the library": """
import * as checks from "./lib/checks";
const broken = () => { throw new Error("broken"); };
for (const room of [nn, checks])
  for (const name of Object.keys(room))
    try { (room as any)[name] = broken; } catch {}""",
    "overwrites the language": """
const zero: any = () => 0;
const tries = [
  () => { Math.exp = zero; }, () => { (globalThis as any).Math = { exp: zero }; },
  () => { Array.prototype.map = zero; }, () => { Array.prototype.flatMap = zero; },
  () => { (Object.prototype as any).toJSON = zero; }, () => { JSON.stringify = zero; },
  () => { (Object as any).is = zero; }, () => { Float64Array.prototype.set = zero; },
  () => { (globalThis as any).Float64Array = Array; }, () => { String.prototype.slice = zero; },
  () => { require("node:fs").writeSync = zero; },
  () => { process.env.SPELLGRAD_GRADING_SEED = ""; }, () => { (process as any).env = {}; },
];
for (const one of tries) try { one(); } catch {}""",
    "changes the exercises": """
import { exercises } from "./lib/exercises/01-logistic-regression";
for (const exercise of Object.values(exercises) as any[])
  try { exercise.parts.length = 0; } catch {}""",
    "calls its own function check": "const check = (id: string, f: unknown) => 3;",
    "speaks in the name of the runner": """
// brief
import { writeSync } from "node:fs";
writeSync(4, "nonsense\\n");
while (true) {}""",
    "reads what is not for learners": """
import { readdirSync, readFileSync } from "node:fs";
const read: string[] = [];
for (const path of ["solutions", "homework", "notebooks", "tests", ".git", ".venv", ...FOLDERS,
                    "/home", "/root", "/var", "/sys", "/run", "/etc/passwd",
                    "/usr/src", "/usr/local/etc", "/usr/local/share", "/usr/local/src"])
  for (const look of [() => readdirSync(path).length > 0, () => readFileSync(path).length > 0])
    try { if (look()) read.push(path); } catch {}
read""",
    "imports what is not for learners": """
import { attempts } from "./homework/attempts";
attempts""",
    "looks into the kernel's own process": """
import { readdirSync, readFileSync } from "node:fs";
const seen: string[] = [];
for (const pid of readdirSync("/proc").filter((name) => /^\\d+$/.test(name))) {
  const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
  if (!command.includes("kernel.json")) continue;
  for (const look of [() => readFileSync(`/proc/${pid}/environ`), () => readFileSync(`/proc/${pid}/mem`),
                      () => readdirSync(`/proc/${pid}/root`)])
    try { look(); seen.push(command); } catch {}
  try { readFileSync(command.split("\\0").find((word) => word.endsWith("kernel.json"))!); seen.push("key"); } catch {}
}
seen""",
    "opens a connection": """
import { connect } from "node:net";
await new Promise<string>((resolve) => {
  connect(Number("PORT"), "127.0.0.1", () => resolve("open")).on("error", (e) => resolve(e.message));
})""",
    "asks the network for a name": """
import { lookup } from "node:dns/promises";
await lookup("example.org").then(() => "open", (e) => e.message)""",
    "leaves a program behind": """
import { spawn } from "node:child_process";
spawn("sleep", ["SECONDS"], { detached: true, stdio: "ignore" }).unref();""",
    "a type without an end": """
type Deep<N extends number, T extends unknown[] = []> = T["length"] extends N ? T : Deep<N, [...T, ...T, 0]>;
type Many = Deep<99999999>;
const many: Many = null as any;""",
}

#: The quick ones, of each kind one.
QUICK = [
    "a loop without an end",
    "ends its process",
    "kills its parent and all others",
    "deletes the project",
    "edits the library and what the compiler remembers",
    "overwrites the library",
    "overwrites the language",
    "changes the exercises",
    "calls its own function check",
    "reads what is not for learners",
    "imports what is not for learners",
    "looks into the kernel's own process",
    "opens a connection",
]

#: What the cells that answer have to answer: that they got nowhere.
ANSWERS = {
    "edits the library and what the compiler remembers": "[]",
    "fills the disk": "true",
    "reads what is not for learners": "[]",
    "looks into the kernel's own process": "[]",
    "opens a connection": "'connect ECONNREFUSED 127.0.0.1:PORT'",
    "asks the network for a name": "'getaddrinfo EAI_AGAIN example.org'",
}


def with_attacks(
    notebook: NotebookNode, names: list[str], folders: list[Path], port: int
) -> NotebookNode:
    """A submission with these attacks behind its first cell."""
    attacked = copy.deepcopy(notebook)
    attacked.cells[1:1] = [
        new_code_cell(
            named(name)
            .replace("FOLDERS", json.dumps([str(folder) for folder in folders]))
            .replace("PORT", str(port))
            .replace("SECONDS", LEFT_FOR)
        )
        for name in names
    ]
    return attacked


def named(name: str) -> str:
    """An attack's source, with its name in the first line."""
    source = ATTACKS[name].strip()
    brief = source.startswith(BRIEF)
    return f"{BRIEF if brief else '//'} {name}\n{source.removeprefix(BRIEF)}"


def attacks_shown(notebook: NotebookNode) -> dict[str, str]:
    """What the attacks showed that have to show something: attack → plain text."""
    return {
        name: next((out.data["text/plain"] for out in cell.outputs if "data" in out), "nothing")
        for cell in notebook.cells
        for name in ANSWERS
        if cell.source.split("\n")[0].endswith(f"// {name}")
    }
