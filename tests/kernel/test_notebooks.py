"""Notebooks through nbclient and nbconvert, as homework tools run them."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import pytest
from kernel_client import NAME, TIMEOUT
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from notebooks import notebook


def test_a_notebook_in_a_sub_folder_with_an_error(folder):
    path, specifier = folder
    (path / "sub").mkdir()
    (path / "tool.ts").write_text("export const tool = 6;\n")
    made = notebook(
        f'import {{ tool }} from "{specifier}/tool";\nconsole.log("out");\ntool * 7',
        'throw new Error("on purpose")',
        "const wrong: string = 1",
        "2",
    )
    NotebookClient(
        made,
        kernel_name=NAME,
        allow_errors=True,
        timeout=TIMEOUT,
        resources={"metadata": {"path": str(path / "sub")}},
    ).execute()
    first, second, third, fourth = made.cells
    assert [cell.execution_count for cell in made.cells] == [1, 2, 3, 4]
    assert [o.output_type for o in first.outputs] == ["stream", "execute_result"]
    assert first.outputs[1].data["text/plain"] == "42"
    assert first.outputs[1].execution_count == 1
    assert (second.outputs[0].ename, second.outputs[0].evalue) == ("Error", "on purpose")
    assert third.outputs[0].ename == "TypeScriptError"
    assert fourth.outputs[0].data["text/plain"] == "2"
    nbformat.validate(made)


def test_an_error_fails_a_notebook_that_allows_none():
    with pytest.raises(CellExecutionError, match="on purpose"):
        NotebookClient(
            notebook('throw new Error("on purpose")', "1"), kernel_name=NAME, timeout=TIMEOUT
        ).execute()


def test_nbconvert(tmp_path):
    source = tmp_path / "notebook.ipynb"
    nbformat.write(notebook("[1, 2].map((n) => n * 2)"), source)
    command = [
        sys.executable,
        "-m",
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        "--inplace",
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
    done = nbformat.read(source, as_version=4)
    assert done.cells[0].outputs[0].data["text/plain"] == "[ 2, 4 ]"
    assert done.metadata.language_info.name == "typescript"
