"""How fast the kernel is, beside stock tslab in the same run.

    .venv/bin/python bench/kernel.py [REPEATS]

Prints the median of REPEATS (3) starts of each kernel, in milliseconds.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[1]
LOOP = "for (let i = 0; i < 3_000_000; i++) sum += i; sum"
LINES = "for (let i = 0; i < {0}; i++) console.log(i); '{0}'"
# Stock tslab loses messages from about 400 lines on, and may never reply.
FEW, MANY = 300, 20_000


def stock_spec(folder: Path) -> None:
    """A kernelspec for tslab as npm installs it."""
    spec = folder / "stock-tslab"
    spec.mkdir()
    program = str(ROOT / "node_modules" / "tslab" / "bin" / "tslab")
    argv = [shutil.which("node"), program, "kernel", "--config-path", "{connection_file}"]
    made = {"argv": argv, "display_name": "stock tslab", "language": "typescript"}
    (spec / "kernel.json").write_text(json.dumps(made))


class Session:
    def __init__(self, name: str, specs: KernelSpecManager) -> None:
        self.start = time.perf_counter()
        self.manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)
        self.manager.start_kernel(cwd=str(ROOT))
        self.client = self.manager.client()
        self.client.start_channels()

    def since_start(self) -> float:
        return 1000 * (time.perf_counter() - self.start)

    def reply(self, message_id: str) -> None:
        """Waits for the reply; stock tslab loses messages on iopub, so that nothing else is sure."""
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != message_id:
            pass

    def cell(self, code: str) -> float:
        """Runs a cell, and returns how long it took."""
        start = time.perf_counter()
        self.reply(self.client.execute(code))
        return 1000 * (time.perf_counter() - start)

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(name: str, specs: KernelSpecManager, many_lines: bool) -> dict[str, float]:
    session = Session(name, specs)
    try:
        times = {}
        session.reply(session.client.kernel_info())
        times["kernel_info"] = session.since_start()
        session.cell("1 + 1")
        times["first result"] = session.since_start()
        times["warm cell"] = statistics.median(
            session.cell(f"const a{i} = {i}; a{i}") for i in range(10)
        )
        times[f"{FEW} lines"] = session.cell(LINES.format(FEW))
        if many_lines:
            times[f"{MANY} lines"] = session.cell(LINES.format(MANY))
        session.cell("let sum = 0")
        times["hot loop"] = session.cell(LOOP)
        times["import ./lib"] = session.cell('import * as nn from "./lib"')
        return times
    finally:
        session.stop()


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {what: statistics.median(run[what] for run in runs) for what in runs[0]}


def main(repeats: int) -> None:
    runs = {"tslab": [], "stock-tslab": []}
    with tempfile.TemporaryDirectory() as folder:
        stock_spec(Path(folder))
        specs = KernelSpecManager()
        specs.kernel_dirs.insert(0, folder)
        # In turn, so that a machine that is busy for a while slows both.
        for _ in range(repeats):
            for name, times in runs.items():
                times.append(measure(name, specs, many_lines=name == "tslab"))
    ours, stock = (medians(times) for times in runs.values())
    print(f"{'ms':>14} {'ours':>8} {'stock tslab':>12}")
    for what, time_ours in ours.items():
        time_stock = f"{stock[what]:.0f}" if what in stock else "–"
        print(f"{what:>14} {time_ours:8.0f} {time_stock:>12}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
