"""How fast the kernel is, beside stock tslab and, where it is installed, ipykernel, in one run.

    .venv/bin/python bench/kernel.py [REPEATS]

Prints the median of REPEATS (3) sessions of each kernel, in milliseconds, and ours as a share of
stock tslab's. ipykernel's cells are the same in Python.
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
OURS, STOCK, PYTHON = "tslab", "stock-tslab", "python3"
TYPESCRIPT = {
    "warm cell": "const a{0} = {0}; a{0}",
    "name": "const learningRate = 0.1",
    "lines": "for (let i = 0; i < {0}; i++) console.log(i); '{0}'",
    "sum": "let sum = 0",
    "loop over variables": "for (let i = 0; i < 3_000_000; i++) sum += i; sum",
    "loop in a function": "(() => {{ let s = 0; for (let i = 0; i < 3_000_000; i++) s += i; return s }})()",
    "1 MB of display data": 'import {{ display }} from "tslab"; display.html("x".repeat(1e6))',
    "import ./lib": 'import * as nn from "./lib"',
}
OF_PYTHON = {
    "warm cell": "a{0} = {0}; a{0}",
    "name": "learningRate = 0.1",
    "lines": "for i in range({0}): print(i)",
    "sum": "sum = 0",
    "loop over variables": "for i in range(3_000_000): sum += i",
    "loop in a function": "def f():\n  s = 0\n  for i in range(3_000_000): s += i\n  return s\nf()",
    "1 MB of display data": "from IPython.display import HTML, display; display(HTML('x' * 10**6))",
}
# Stock tslab loses messages from about 400 lines on, and may never reply.
FEW, MANY = 300, 20_000


def stock_spec(folder: Path) -> None:
    """A kernelspec for tslab as npm installs it."""
    spec = folder / STOCK
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

    def time(self, ask) -> float:
        start = time.perf_counter()
        self.reply(ask())
        return 1000 * (time.perf_counter() - start)

    def cell(self, code: str) -> float:
        """Runs a cell, and returns how long it took."""
        return self.time(lambda: self.client.execute(code))

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(name: str, specs: KernelSpecManager) -> dict[str, float]:
    session = Session(name, specs)
    codes = OF_PYTHON if name == PYTHON else TYPESCRIPT
    median_of = lambda ask: statistics.median(session.time(ask) for _ in range(5))  # noqa: E731
    try:
        times = {}
        session.reply(session.client.kernel_info())
        times["start to kernel_info"] = session.since_start()
        session.cell("1 + 1")
        times["start to first result"] = session.since_start()
        session.cell(codes["name"])
        times["warm cell"] = statistics.median(
            session.cell(codes["warm cell"].format(i)) for i in range(10)
        )
        times["completion"] = median_of(lambda: session.client.complete("learningR"))
        times["hover"] = median_of(lambda: session.client.inspect("learningRate", 4))
        times[f"{FEW} lines"] = session.cell(codes["lines"].format(FEW))
        if name != STOCK:
            times[f"{MANY} lines"] = session.cell(codes["lines"].format(MANY))
        session.cell(codes["sum"])
        for what in ("loop over variables", "loop in a function", "1 MB of display data"):
            times[what] = session.cell(codes[what].format())
        if "import ./lib" in codes:
            times["import ./lib"] = session.cell(codes["import ./lib"])
        return times
    finally:
        session.stop()


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {what: statistics.median(run[what] for run in runs) for what in runs[0]}


def main(repeats: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        stock_spec(Path(folder))
        specs = KernelSpecManager()
        specs.kernel_dirs.insert(0, folder)
        runs = {name: [] for name in (OURS, STOCK, PYTHON) if name in specs.find_kernel_specs()}
        # In turn, so that a machine that is busy for a while slows all.
        for _ in range(repeats):
            for name, times in runs.items():
                times.append(measure(name, specs))
    results = {name: medians(times) for name, times in runs.items()}
    print("kernel  ms  ours  stock tslab  ours / stock  ipykernel")
    for what, ours in results[OURS].items():
        stock, python = (results.get(name, {}).get(what) for name in (STOCK, PYTHON))
        number = lambda value, digits=0: "–" if value is None else f"{value:.{digits}f}"  # noqa: E731
        ratio = stock and ours / stock
        print(f"\t{what}\t{ours:.0f}\t{number(stock)}\t{number(ratio, 2)}\t{number(python)}")
    loops = [results[OURS][f"loop {where}"] for where in ("over variables", "in a function")]
    print(f"\tloop over variables / in a function\t{loops[0] / loops[1]:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
