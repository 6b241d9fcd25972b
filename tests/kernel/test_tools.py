"""What tools that run, test and grade notebooks make of this kernel."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from kernel_client import NAME, ROOT, TIMEOUT
from notebooks import notebook
from tools import tools_python

pytestmark = pytest.mark.slow

SPECS = Path(KernelSpecManager().get_kernel_spec(NAME).resource_dir).parents[1]
THROWS = ("6 * 7", 'throw new Error("on purpose")', "2")


@pytest.fixture(scope="session")
def tools():
    return str(tools_python())


@pytest.fixture
def use(tmp_path):
    """Runs a program in a folder of its own; returns how it ended and all that it said."""
    environment = {**os.environ, "JUPYTER_PATH": str(SPECS), "NO_COLOR": "1"}

    def run(*command: str, stdin: str = "") -> tuple[int, str]:
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=2 * TIMEOUT,
        )
        return done.returncode, done.stdout

    return run


def write(folder: Path, name: str, *cells: str):
    made = notebook(*cells)
    nbformat.write(made, folder / name)
    return made


def kinds(cell) -> list[str]:
    return [output.output_type for output in cell.outputs]


def test_nbconvert_stops_at_an_error_unless_it_may_go_on(use, tmp_path):
    write(tmp_path, "throws.ipynb", *THROWS)
    convert = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"]
    code, said = use(*convert, "throws.ipynb", "--output", "stopped")
    assert code != 0 and "on purpose" in said
    code, said = use(*convert, "--allow-errors", "throws.ipynb", "--output", "done")
    assert code == 0, said
    done = nbformat.read(tmp_path / "done.ipynb", as_version=4)
    assert [kinds(cell) for cell in done.cells] == [["execute_result"], ["error"], ["execute_result"]]
    assert [cell.execution_count for cell in done.cells] == [1, 2, 3]


def test_papermill_sets_parameters(use, tools, tmp_path):
    made = write(
        tmp_path,
        "in.ipynb",
        "let rate = 0.1; // how far a step goes\nlet name = 'x';\nlet layers: number[] = [];\n"
        "let options: { [key: string]: unknown } = {};",
        "[rate * 2, name.length, layers.map((n) => n + 1), options]",
    )
    made.cells[0].metadata.tags = ["parameters"]
    nbformat.write(made, tmp_path / "in.ipynb")
    papermill = [tools, str(ROOT / "kernel" / "papermill_typescript.py"), "in.ipynb"]
    more = 'layers: [2, 3]\noptions: { deep: [null, true, .inf, "a\\"b"] }'
    code, said = use(*papermill, "out.ipynb", "-p", "rate", "0.5", "-r", "name", "Ада", "-y", more)
    assert code == 0, said
    assert "unknown parameter" not in said
    _, given, last = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert "let rate = 0.5;" in given.source
    shown = last.outputs[0].data["text/plain"]
    assert shown == """[ 1, 3, [ 3, 4 ], { deep: [ null, true, Infinity, 'a"b' ] } ]"""
    _, said = use(*papermill, "--help-notebook")
    assert "how far a step goes" in said


def test_papermill_stops_at_an_error(use, tools, tmp_path):
    write(tmp_path, "throws.ipynb", *THROWS)
    papermill = [tools, str(ROOT / "kernel" / "papermill_typescript.py")]
    code, said = use(*papermill, "throws.ipynb", "out.ipynb")
    assert code != 0 and "on purpose" in said
    out = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert kinds(out.cells[-1]) == []


@pytest.mark.parametrize("plugin", ["--nbmake", "--nbval", "--nbval-lax"])
def test_a_cell_that_throws_fails_the_test(use, tools, tmp_path, plugin):
    write(tmp_path, "throws.ipynb", *THROWS)
    write(tmp_path, "fine.ipynb", "1 + 1", "console.log('x')")
    code, said = use(tools, "-m", "pytest", "-q", "-p", "no:cacheprovider", plugin, ".")
    assert code == 1
    assert "FAILED throws.ipynb" in said and "on purpose" in said
    assert "FAILED fine.ipynb" not in said


def test_nbval_compares_outputs(use, tools, tmp_path):
    write(tmp_path, "count.ipynb", "const a = [1, 2];\na", "console.log('é'); a.length")
    convert = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace"]
    use(*convert, "count.ipynb")
    nbval = [tools, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "."]
    code, said = use(*nbval)
    assert code == 0, said
    text = (tmp_path / "count.ipynb").read_text().replace("[ 1, 2 ]", "[ 1, 3 ]")
    (tmp_path / "count.ipynb").write_text(text)
    code, said = use(*nbval)
    assert code == 1 and "FAILED count.ipynb::Cell 0" in said


def test_nbgrader_gives_a_cell_that_throws_no_points(use, tmp_path):
    made = notebook(
        "const double = (n: number) => n;",
        'if (double(2) !== 4) throw new Error("not 4")',
        "console.log('fine')",
    )
    for cell, points in zip(made.cells, (None, 2, 3), strict=True):
        cell.metadata.nbgrader = {
            "grade": points is not None,
            "grade_id": f"cell-{points}",
            "locked": points is not None,
            "schema_version": 3,
            "solution": points is None,
            "task": False,
            **({"points": points} if points else {}),
        }
    source = tmp_path / "source" / "one" / "one.ipynb"
    source.parent.mkdir(parents=True)
    nbformat.write(made, source)
    stub = 'c = get_config()\nc.ClearSolutions.code_stub = {"typescript": "// yours"}\n'
    (tmp_path / "nbgrader_config.py").write_text(stub)
    nbgrader = [sys.executable, "-m", "nbgrader"]
    code, said = use(*nbgrader, "generate_assignment", "one", "--create")
    assert code == 0, said
    handed_in = tmp_path / "submitted" / "ada" / "one" / "one.ipynb"
    handed_in.parent.mkdir(parents=True)
    handed_in.write_bytes((tmp_path / "release" / "one" / "one.ipynb").read_bytes())
    code, said = use(*nbgrader, "autograde", "one", "--create")
    assert code == 0, said
    code, said = use(*nbgrader, "export", "--to", "grades.csv")
    assert code == 0, said
    head, grade = [line.split(",") for line in (tmp_path / "grades.csv").read_text().splitlines()]
    assert float(grade[head.index("score")]) == 3
    assert float(grade[head.index("max_score")]) == 5


def test_jupyter_console(use, tools):
    console = [tools, "-m", "jupyter_console", "--kernel", NAME, "--simple-prompt"]
    code, said = use(*console, stdin='const a = 20\na * 2 + 1\nthrow new Error("oops")\na\n')
    assert code == 0, said
    assert "Out[2]: 41" in said
    assert "Error: oops" in said and "Out[4]: 20" in said


def test_jupyter_run(use, tools, tmp_path):
    (tmp_path / "fine.ts").write_text("const n: number = 20;\nconsole.log(n * 2);\nn + 1\n")
    (tmp_path / "throws.ts").write_text('throw new Error("in run")\n')
    run = [tools, "-m", "jupyter_client.runapp", "--kernel", NAME]
    code, said = use(*run, "fine.ts")
    assert code == 0 and "40" in said and "21" in said
    code, said = use(*run, "throws.ts")
    assert code != 0 and "in run" in said
