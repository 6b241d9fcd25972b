"""Lessons as pages: nothing is spoilt before a reader unfolds it."""

from __future__ import annotations

import sys
from pathlib import Path

from nbformat import v4

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "site"))
from maker.kept import Kept, hash_of  # noqa: E402
from maker.lessons import build_notebooks, lessons_in, page_cells  # noqa: E402
from maker.outputs import Outputs, with_diagrams, with_page_links  # noqa: E402
from maker.words import WORDS  # noqa: E402

KNOWN = {
    "answers": {"1.a": {"answer": "8", "reason": "4·2 weights."}},
    "exercises": {"1.1": {"hints": ["idea", "formula", "pseudocode"]}},
}


def shown(cell, stub=None, language="en"):
    return list(page_cells(cell, stub or cell, "<p>Correct.</p>", KNOWN, WORDS[language]))


def test_a_prediction_keeps_its_question_and_loses_its_output():
    output = v4.new_output("execute_result", data={"text/plain": "Put your guess"})
    (cell,) = shown(v4.new_code_cell('predict("1.a", null);  // a number', outputs=[output]))
    assert "a number" in cell.source and cell.outputs == []


def test_an_answer_is_folded():
    (cell,) = shown(v4.new_code_cell('reveal("1.a")'))
    assert cell.cell_type == "markdown" and "<details" in cell.source
    assert "**8**" in cell.source and "4·2 weights." in cell.source


def test_an_exercise_shows_its_stub_and_folds_hints_and_solution():
    grader = {"nbgrader": {"solution": True, "grade": False, "grade_id": "exercise-1-1"}}
    source = "function f() {\n  // BEGIN SOLUTION\n  return 42;\n  // END SOLUTION\n}"
    stub = v4.new_code_cell(f"function f() {{\n  {build_notebooks.STUB}\n}}")
    first, *folds = shown(v4.new_code_cell(source, metadata=grader), stub)
    assert first.source == stub.source
    assert ["idea" in folds[0].source, "pseudocode" in folds[2].source] == [True, True]
    assert "return 42;" in folds[3].source and "Correct." in folds[3].source
    assert "BEGIN" not in folds[3].source
    assert all("<details" in fold.source for fold in folds)


def test_checks_and_hint_cells_are_left_out():
    assert shown(v4.new_code_cell('check("1.1", f)')) == []
    assert shown(v4.new_code_cell('// Stuck? Take the slashes away.\n// hint("1.1", 1)')) == []
    assert shown(v4.new_code_cell('// Не получается?\n// hint("1.1", 1)'), language="ru") == []
    assert shown(v4.new_code_cell('// hint("1.1", 2)')) == []


def test_a_fold_is_named_in_the_language_of_its_lesson():
    (cell,) = shown(v4.new_code_cell('reveal("1.a")'), language="ru")
    assert "<summary>Ответ 1.a</summary>" in cell.source


def test_both_languages_have_a_page_of_every_lesson():
    english, russian = lessons_in("en"), lessons_in("ru")
    assert [master.name for master, _ in english] == [master.name for master, _ in russian]
    assert {language for _, language in english} == {"en"}
    for master, language in russian:
        assert (master.parent.name == "ru") == (language == "ru")


def test_a_figure_is_a_script_of_its_own_with_a_description(tmp_path):
    figure = {"data": [], "layout": {"height": 300}, "frames": [], "config": {}}
    data = {"application/vnd.plotly.v1+json": figure, "text/plain": 'A "quoted" sentence.'}
    cell = v4.new_code_cell("x", outputs=[v4.new_output("execute_result", data=data)])
    html = Outputs(tmp_path / "figures").ready(cell, "01").outputs[0].data["text/html"]
    assert 'data-figure="01-1"' in html and "A &quot;quoted&quot; sentence." in html
    assert (tmp_path / "figures" / "01-1.js").read_text().startswith('spellgradFigure("01-1", {')


def test_a_figure_that_is_wider_than_the_text_takes_the_margin(tmp_path):
    outputs = Outputs(tmp_path / "figures")
    for width, tags in ((640, []), (860, ["full-width"])):
        figure = {"data": [], "layout": {"width": width}, "frames": [], "config": {}}
        data = {"application/vnd.plotly.v1+json": figure, "text/plain": "Sixteen curves."}
        cell = v4.new_code_cell("x", outputs=[v4.new_output("execute_result", data=data)])
        assert outputs.ready(cell, "06").metadata.get("tags", []) == tags


def test_links_to_notebooks_lead_to_pages():
    assert with_page_links('<a href="02-softmax.ipynb">') == '<a href="02-softmax.html">'


def test_a_diagram_is_left_to_the_page():
    text = with_diagrams("a\n\n```mermaid\nflowchart LR\n  a --> b\n```\n")
    assert '<pre class="mermaid">\nflowchart LR\n  a --&gt; b\n</pre>' in text


def a_project(folder):
    for name in ("package-lock.json", "tsconfig.json", "kernel/dist/sources.sha256", "lib/index.ts"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_a_notebook_is_run_once_and_again_when_a_cell_changes(tmp_path):
    kept = Kept(tmp_path / "kept", a_project(tmp_path / "project"))
    ran = v4.new_notebook(cells=[v4.new_code_cell("1 + 1")])
    assert not kept.recall(ran)
    ran.cells[0].outputs = [v4.new_output("execute_result", data={"text/plain": "2"})]
    kept.keep(ran)

    same = v4.new_notebook(cells=[v4.new_code_cell("1 + 1")])
    assert kept.recall(same)
    assert same.cells[0].outputs[0].data["text/plain"] == "2"
    assert not kept.recall(v4.new_notebook(cells=[v4.new_code_cell("1 + 2")]))


def test_what_is_kept_holds_for_one_state_of_the_library(tmp_path):
    project = a_project(tmp_path)
    before = hash_of(project)
    assert hash_of(project) == before
    (project / "lib" / "index.ts").write_text("changed")
    assert hash_of(project) != before


def test_what_nobody_asked_for_is_forgotten(tmp_path):
    project = a_project(tmp_path / "project")
    old, new = (v4.new_notebook(cells=[v4.new_code_cell(source)]) for source in ("1", "2"))
    Kept(tmp_path / "kept", project).keep(old)
    kept = Kept(tmp_path / "kept", project)
    kept.keep(new)
    kept.forget_others()
    assert not kept.recall(old) and kept.recall(new)
