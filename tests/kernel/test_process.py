"""Whatever happens to the process of the cells, or to the kernel's, nothing hangs and nothing stays."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time

import pytest
from kernel_client import ROOT, TIMEOUT, Kernel, is_alive, wait_until


def runner_pid(kernel) -> int:
    return int(kernel.value("process.pid"))


def test_process_exit_is_an_error_and_the_next_cell_runs(kernel):
    kernel.run("var lost = 1")
    outcome = kernel.run("console.log('before'); process.exit(3)")
    assert outcome.stream() == "before\n"
    assert outcome.error["ename"] == "ProcessEnded"
    assert "ended its process with code 3; variables are lost" in outcome.error["evalue"]
    assert "Cannot find name 'lost'" in kernel.run("lost").error["evalue"]
    assert kernel.value("const found = 1; found") == "1"


def test_modules_are_there_for_the_fresh_process(kernel, folder):
    path, specifier = folder
    (path / "kept.ts").write_text("export const kept = 1;\n")
    cell = f'import {{ kept }} from "{specifier}/kept"; kept'
    assert kernel.value(cell) == "1"
    kernel.run("process.exit()")
    assert kernel.value(cell) == "1"


def test_a_crash(kernel):
    outcome = kernel.run("process.abort()")
    assert "was ended (SIGABRT)" in outcome.error["evalue"]
    assert kernel.value("1") == "1"


def test_the_end_of_the_process_between_cells(kernel):
    pid = runner_pid(kernel)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not is_alive(pid))
    outcome = kernel.run("1")
    assert outcome.status in ("ok", "error")
    assert kernel.value("2") == "2"


def test_running_out_of_memory(monkeypatch):
    monkeypatch.setenv("NODE_OPTIONS", "--max-old-space-size=250")
    kernel = Kernel()
    try:
        outcome = kernel.run(
            "const heap: number[][] = []; for (;;) heap.push(new Array(1e6).fill(1.5))"
        )
        assert outcome.error["ename"] == "OutOfMemory"
        assert outcome.stream("stderr") == ""
        assert kernel.value("1") == "1"
    finally:
        kernel.stop()


def test_nothing_of_a_closed_channel_hangs_the_kernel(kernel):
    outcome = kernel.run(
        'import fs from "node:fs"; fs.writeSync(4, "nonsense\\n"); while (true) {}'
    )
    assert outcome.error["ename"] == "ProcessEnded"
    assert kernel.value("1") == "1"


@pytest.mark.parametrize(
    ("code", "restart"), [("await new Promise(() => {})", True), ("while (true) {}", False)]
)
def test_shutdown_while_a_cell_is_busy(fresh_kernel, code, restart):
    runner = runner_pid(fresh_kernel)
    fresh_kernel.send(f"console.log('go'); {code}")
    fresh_kernel.wait_for_output("go")
    assert fresh_kernel.control("shutdown_request", {"restart": restart}) == {
        "status": "ok",
        "restart": restart,
    }
    wait_until(lambda: fresh_kernel.manager.provisioner.process.poll() is not None)
    assert fresh_kernel.manager.provisioner.process.returncode == 0
    wait_until(lambda: not is_alive(runner))


def test_restart(fresh_kernel):
    fresh_kernel.run("var before = 1")
    fresh_kernel.manager.restart_kernel()
    fresh_kernel.client.wait_for_ready(timeout=TIMEOUT)
    outcome = fresh_kernel.run("before")
    assert outcome.reply["execution_count"] == 1
    assert "Cannot find name" in outcome.error["evalue"]


def test_the_runner_ends_with_a_killed_kernel(fresh_kernel):
    runner = runner_pid(fresh_kernel)
    fresh_kernel.send("console.log('go'); while (true) {}")
    fresh_kernel.wait_for_output("go")
    fresh_kernel.manager.provisioner.process.kill()
    wait_until(lambda: not is_alive(runner))


def test_no_process_stays_after_an_ordinary_shutdown(fresh_kernel):
    runner = runner_pid(fresh_kernel)
    fresh_kernel.manager.shutdown_kernel()
    wait_until(lambda: not is_alive(runner))


def test_modules_that_tests_make_are_none_of_the_kernels_sources(folder):
    """A set-up that runs meanwhile would build the kernel anew under the tests."""
    path, _ = folder
    script = (ROOT / "scripts" / "build-kernel.mjs").as_uri()
    ask = f'import("{script}").then((build) => console.log(build.kernelIsBuilt()))'

    def is_built():
        return subprocess.run(["node", "-e", ask], capture_output=True, text=True).stdout

    before = is_built()
    (path / "made.ts").write_text("export const made = 1;\n")
    assert is_built() == before == "true\n"


def test_what_no_kernel_has_used_for_weeks_is_removed_from_the_cache(shared_kernel):
    cache = ROOT / "kernel" / "dist" / "cache"
    old, young = cache / "old", cache / "young"
    typescript = max(cache.glob("typescript-*.code"), key=lambda file: file.stat().st_mtime)
    for file in (old, young):
        file.write_text("")
    weeks_ago = time.time() - 5 * 7 * 24 * 3600
    for file in (old, typescript):
        os.utime(file, (weeks_ago, weeks_ago))
    try:
        kernel = Kernel()
        kernel.run("1")
        wait_until(lambda: not old.exists(), 20)
        kernel.stop()
        assert young.exists() and typescript.exists(), "it is in use"
        assert typescript.stat().st_mtime > weeks_ago + 1000
    finally:
        old.unlink(missing_ok=True)
        young.unlink(missing_ok=True)


#: Throws where the compiler's thread begins, as a damaged file of TypeScript does, so many times.
DAMAGE = """
const fs = require("node:fs");
const { workerData } = require("node:worker_threads");
const deaths = () => fs.readdirSync(%(notes)s).length;
if (workerData?.ambient && deaths() < %(deaths)d) {
  fs.writeFileSync(`${%(notes)s}/${deaths()}`, "");
  throw new Error("Unexpected end of input");
}
"""


@pytest.fixture
def damaged_kernel(tmp_path, monkeypatch):
    """Starts a kernel whose compiler dies so many times; returns it and the folder with a note of each."""
    kernels = []

    def start(deaths: int):
        notes = tmp_path / "notes"
        notes.mkdir()
        script = tmp_path / "damage.cjs"
        script.write_text(DAMAGE % {"notes": json.dumps(str(notes)), "deaths": deaths})
        monkeypatch.setenv("NODE_OPTIONS", f'--require "{script}"')
        kernels.append(Kernel())
        return kernels[0], notes

    yield start
    for kernel in kernels:
        kernel.stop()


def test_a_compiler_that_dies_again_and_again_is_given_up_with_a_reason(damaged_kernel, capfd):
    kernel, notes = damaged_kernel(1000)
    wait_until(lambda: len(list(notes.iterdir())) >= 2)
    for _ in range(2):
        outcome = kernel.run("1")
        assert outcome.status == "error"
    assert "cannot run (Unexpected end of input)" in outcome.error["evalue"]
    assert "`npm run setup`" in outcome.error["evalue"]
    assert outcome.traceback == f"KernelError: {outcome.error['evalue']}"
    assert kernel.ask(kernel.client.complete("Math."))["matches"] == []
    assert len(list(notes.iterdir())) == 2
    assert capfd.readouterr().err.count("thread has died: Error: Unexpected end of input") == 2


def test_a_compiler_that_dies_once_is_replaced(damaged_kernel):
    kernel, notes = damaged_kernel(1)
    wait_until(lambda: len(list(notes.iterdir())) == 1)
    outcome = kernel.run("1")
    if outcome.status == "error":
        assert "A fresh one is there" in outcome.error["evalue"]
    assert kernel.value("2") == "2"
