"""An interrupt stops whatever a cell does, and keeps the variables."""

from __future__ import annotations

import pytest

BUSY = {
    "a loop": "console.log('go'); while (true) {}",
    "a loop after an await": "await null; console.log('go'); while (true) {}",
    "a loop in try/catch": "console.log('go'); while (true) { try { JSON.parse('{') } catch {} }",
    "a loop in a timer": "await new Promise((r) => setTimeout(() => { console.log('go'); while (true) {} }))",
    "an await that never ends": "console.log('go'); await new Promise(() => {})",
    "a storm of microtasks": "console.log('go'); const f = (): unknown => Promise.resolve().then(f); await f()",
    "a regular expression": "console.log('go'); /^(a+)+$/.test('a'.repeat(40) + 'b')",
    "sleep": "console.log('go'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
    "a program that it waits for": "import cp from 'node:child_process'; console.log('go'); cp.spawnSync('sleep', ['100'])",
    "a program whose failure throws": "import cp from 'node:child_process'; console.log('go'); cp.execSync('sleep 100')",
    "a loop of programs": "import cp from 'node:child_process'; console.log('go'); for (;;) cp.spawnSync('sleep', ['0.1'])",
    "a loop of prints": "console.log('go'); for (let i = 0; ; i++) console.log(i)",
    "a loop of long prints": "console.log('go'); for (;;) console.log('x'.repeat(1e6))",
    "timers that all loop": "for (let i = 0; i < 4; i++) setTimeout(() => { console.log('go'); for (;;); }); await new Promise(() => {})",
}


@pytest.mark.parametrize("code", BUSY.values(), ids=BUSY.keys())
def test_interrupt(kernel, code):
    kernel.run("var kept = 41")
    busy = kernel.send(code)
    kernel.wait_for_output("go")
    kernel.interrupt()
    outcome = kernel.outcome(busy)
    assert outcome.status == "error"
    assert outcome.error["ename"] == "KeyboardInterrupt"
    assert kernel.value("kept + 1") == "42"
    assert kernel.value("await new Promise((r) => setTimeout(() => r('timers'), 10))") == "'timers'"


def test_an_interrupted_loop_of_awaits_does_not_go_on(kernel):
    kernel.run(
        "let steps = 0;\n"
        "const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));\n"
        "async function train() {\n"
        "  for (;;) {\n"
        "    try { await pause(5); steps++; if (steps === 3) console.log('go'); } catch {} finally { steps++ }\n"
        "  }\n"
        "}"
    )
    busy = kernel.send("await train()")
    kernel.wait_for_output("go")
    kernel.interrupt()
    assert kernel.outcome(busy).error["ename"] == "KeyboardInterrupt"
    before = kernel.value("steps")
    assert kernel.value("await pause(100); steps") == before


def test_an_interrupt_when_idle_does_nothing(kernel):
    kernel.run("var idle = 1")
    kernel.interrupt()
    assert kernel.value("idle") == "1"


def test_an_interrupt_stops_a_loop_that_a_finished_cell_left(kernel):
    kernel.run("setTimeout(() => { console.log('go'); while (true) {} }, 50); var after = 1")
    kernel.wait_for_output("go")
    kernel.interrupt()
    assert kernel.value("after") == "1"


def test_cells_that_wait_are_aborted(kernel):
    busy = kernel.send("console.log('go'); while (true) {}")
    waiting = kernel.send("1")
    kernel.wait_for_output("go")
    kernel.interrupt()
    assert kernel.outcome(busy).status == "error"
    assert kernel.outcome(waiting).status == "aborted"


def test_many_interrupts_in_a_row(kernel):
    for _ in range(20):
        busy = kernel.send("console.log('go'); while (true) {}")
        kernel.wait_for_output("go")
        kernel.interrupt()
        assert kernel.outcome(busy).error["ename"] == "KeyboardInterrupt"
    assert kernel.value("1") == "1"


def test_more_interrupts_than_needed(kernel):
    busy = kernel.send("console.log('go'); while (true) {}")
    kernel.wait_for_output("go")
    for _ in range(5):
        kernel.interrupt()
    assert kernel.outcome(busy).error["ename"] == "KeyboardInterrupt"
    for i in range(5):
        assert kernel.value(f"{i}") == f"{i}"


def test_an_interrupted_training_keeps_what_it_has_learned(kernel):
    kernel.run(
        'import * as nn from "./lib";\n'
        'import { loadDigits } from "./lib/data/digits";\n'
        "const { train } = loadDigits();\n"
        "const X = nn.div(nn.sliceRows(train.X, 0, 640), 16);\n"
        "const labels = train.y.slice(0, 640);\n"
        "const model = nn.mlp([64, 32, 10], { activation: nn.relu, rng: nn.mulberry32(1) });\n"
        "const task = { model, X, y: labels, loss: nn.autograd.softmaxCrossEntropy,\n"
        "  batches: { size: 64, rng: nn.mulberry32(2) } };\n"
        "let epoch = 0;\n"
    )
    training = kernel.send(
        "nn.train({ ...task, epochs: 1e6, optimizer: nn.sgd(model.parameters(), { lr: 0.2 }),\n"
        "  measure: () => { if (++epoch === 10) console.log('go'); return {}; } })"
    )
    kernel.wait_for_output("go")
    kernel.interrupt()
    assert kernel.outcome(training).error["ename"] == "KeyboardInterrupt"
    assert kernel.value("nn.accuracy(model, X, labels) > 0.8") == "true"


#: What the library changes for a while, and a sign that it is as it was.
CHANGED = {
    "a check": ('check("5.2", (Z) => loop(Z))', "[Math.tanh(0), nn.tanh(nn.row([0])).cols]", "[ 0, 1 ]"),
    "no gradients": (
        "nn.autograd.noGrad(() => loop(0))",
        "nn.autograd.exp(nn.autograd.tensor(1)).isConstant",
        "false",
    ),
    "a step of training": (
        "nn.train({ model: loop, X, y: X, loss: nn.autograd.meanSquaredError, optimizer, epochs: 1 })",
        "nn.zeros(1, 3).data.buffer.byteLength",
        "24",
    ),
}


@pytest.mark.parametrize(("busy", "sign", "value"), CHANGED.values(), ids=CHANGED.keys())
def test_an_interrupt_leaves_the_library_as_it_was(kernel, busy, sign, value):
    kernel.run(
        'import * as nn from "./lib";\n'
        'import { check } from "./lib/exercises/05-activations";\n'
        "const X = nn.ones(2, 2);\n"
        "const optimizer = nn.sgd([nn.autograd.tensor(X)], { lr: 1 });\n"
        'const loop: any = (_: unknown) => { console.log("go"); for (;;); };\n'
    )
    sent = kernel.send(busy)
    kernel.wait_for_output("go")
    kernel.interrupt()
    assert kernel.outcome(sent).error["ename"] == "KeyboardInterrupt"
    assert kernel.value(sign) == value


def test_an_interrupted_import_begins_anew(kernel, folder):
    path, module = folder
    (path / "slow.ts").write_text(
        "export const before = 1;\n"
        'const world = globalThis as { fast?: boolean };\nif (!world.fast) console.log("go");\n'
        "while (!world.fast);\n"
        "export const after = 2;\n"
    )
    (path / "index.ts").write_text('export * from "./slow";\n')
    sent = kernel.send(f'import * as slow from "{module}"; slow.after')
    kernel.wait_for_output("go")
    kernel.interrupt()
    assert kernel.outcome(sent).error["ename"] == "KeyboardInterrupt"
    kernel.run("(globalThis as any).fast = true")
    assert kernel.value(f'import * as slow from "{module}"; [slow.before, slow.after]') == "[ 1, 2 ]"
