"""Every right and wrong solution as a learner would run it: in the lesson's own kernel."""

from __future__ import annotations

import html
import json
import re
import subprocess

import pytest
from courses import ROOT
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

DUMP = """
const { attempts } = require("./homework/attempts");
console.log(JSON.stringify(attempts.map(({ lesson, exercises, functions }) => ({
  lesson,
  functions: functions.map((f) => ({ ...f, points: exercises[f.exercise].points })),
}))));
"""


def lessons():
    dumped = subprocess.run(
        ["node", "--import", "tsx", "-e", DUMP],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return json.loads(dumped.stdout)


def first_cell(lesson):
    return new_code_cell(
        'import * as nn from "./lib";\n'
        'import type { Matrix } from "./lib";\n'
        f'import {{ check }} from "./lib/exercises/{lesson}";'
    )


def run(cells):
    notebook = new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="tslab", timeout=120, allow_errors=True).execute()
    return notebook


def shown(check):
    """The points and the report of a check's cell."""
    (result,) = check.outputs
    text = html.unescape(re.sub(r"<[^>]*>", "", result.data["text/html"]))
    return float(result.data["text/plain"]), text


@pytest.mark.slow
def test_every_attempt_gets_its_points_and_its_message(monkeypatch):
    monkeypatch.setenv("SPELLGRAD_PROGRESS", "")
    for lesson in lessons():
        expected, cells = [], [first_cell(lesson["lesson"])]
        for function in lesson["functions"]:
            call = f'check("{function["exercise"]}", {function["name"]})'
            right = [(source, None) for source in function["right"].values()]
            wrong = [(slip["source"], slip["says"]) for slip in function["wrong"].values()]
            for source, says in right + wrong:
                cells += [new_code_cell(source), new_code_cell(call)]
                expected.append((function["points"], says))
        checks = run(cells).cells[2::2]
        assert len(checks) == len(expected) > 0
        for check, (points, says) in zip(checks, expected, strict=True):
            earned, text = shown(check)
            if says is None:
                assert earned == points, text
            else:
                assert earned < points and says in text
