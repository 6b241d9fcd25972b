"""Making the learners' notebooks: nobody's work is ever lost."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402

MASTER = build_notebooks.masters("01")[0]


def test_solutions_become_stubs_and_checks_are_locked():
    copy = build_notebooks.learners_copy(build_notebooks.read(MASTER))
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in copy.cells if "nbgrader" in cell.metadata}
    assert build_notebooks.STUB in cells["exercise-1-1"].source
    assert "SOLUTION" not in "".join(cell.source for cell in copy.cells)
    assert cells["check-1-1"].metadata.editable is False
    assert "editable" not in cells["exercise-1-1"].metadata


def test_an_edited_lesson_is_kept_beside_the_fresh_one(tmp_path):
    lesson, _ = build_notebooks.build(MASTER, tmp_path)
    edited = build_notebooks.read(lesson)
    edited.cells[2].source = "my own work"
    nbformat.write(edited, lesson)

    _, kept = build_notebooks.build(MASTER, tmp_path)
    assert build_notebooks.read(kept).cells[2].source == "my own work"
    assert build_notebooks.read(lesson).cells[2].source != "my own work"

    edited.cells[2].source = "more of it, on the same day"
    nbformat.write(edited, lesson)
    _, second = build_notebooks.build(MASTER, tmp_path)
    assert second != kept and kept.exists()


def test_a_copy_is_behind_when_its_master_has_changed_whatever_a_learner_wrote_in_it():
    master = build_notebooks.read(MASTER)
    copy = build_notebooks.learners_copy(master)
    assert build_notebooks.in_step(master, copy)
    copy.cells[2].source = "my own work"
    assert build_notebooks.in_step(master, copy)
    master.cells[0].source += " A new sentence."
    assert not build_notebooks.in_step(master, copy)


def test_a_copy_is_behind_when_a_check_earns_other_points():
    master = build_notebooks.read(MASTER)
    copy = build_notebooks.learners_copy(master)
    graded = next(cell for cell in master.cells if cell.metadata.get("nbgrader", {}).get("grade"))
    graded.metadata.nbgrader.points += 1
    assert not build_notebooks.in_step(master, copy)


def test_running_a_lesson_is_no_edit(tmp_path):
    lesson, _ = build_notebooks.build(MASTER, tmp_path)
    run = build_notebooks.read(lesson)
    code = next(cell for cell in run.cells if cell.cell_type == "code")
    code.outputs = [nbformat.v4.new_output("stream", text="seen")]
    nbformat.write(run, lesson)
    _, kept = build_notebooks.build(MASTER, tmp_path)
    assert kept is None


def test_an_unreadable_lesson_is_kept_too(tmp_path):
    lesson = tmp_path / MASTER.name
    lesson.write_text("not json", encoding="utf-8")
    _, kept = build_notebooks.build(MASTER, tmp_path)
    assert kept.read_text(encoding="utf-8") == "not json"


def test_building_twice_changes_nothing(tmp_path):
    lesson, _ = build_notebooks.build(MASTER, tmp_path)
    before = lesson.stat().st_mtime_ns
    _, kept = build_notebooks.build(MASTER, tmp_path)
    assert kept is None and lesson.stat().st_mtime_ns == before
