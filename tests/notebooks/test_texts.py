"""What every lesson has in its text: an opening, an ending, links that lead somewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402

PAGES = [path.stem for path in build_notebooks.masters(None)]
LESSONS = [page for page in PAGES if not page.startswith("00")]

def cells_of(page, kind):
    master = build_notebooks.read(ROOT / "solutions" / f"{page}.ipynb")
    return [cell for cell in master.cells if cell.cell_type == kind]


def text_of(page):
    return "\n\n".join(cell.source for cell in cells_of(page, "markdown"))


def code_of(page):
    return "\n\n".join(cell.source for cell in cells_of(page, "code"))


def anchors_of(page):
    """The names that JupyterLab gives to headings: their words, joined by hyphens."""
    headings = re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE)
    return {heading.replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if re.match(r"https?://", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        place = ROOT / "notebooks" / (file or f"{page}.ipynb")
        assert place.exists(), target
        if anchor:
            assert anchor in anchors_of(place.stem), target


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_opens_with_what_it_gives_and_takes(lesson):
    first = cells_of(lesson, "markdown")[0].source
    assert re.match(rf"# {lesson[:2]} · \S", first)
    assert "**After this lesson you can** " in first
    reading, exercises = re.search(
        r"\*\*Time:\*\* (\d+) minutes of reading, (\d+) minutes for", first
    ).groups()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {lesson[:2]} \|.*$", readme, re.MULTILINE).group()
    assert f"| {reading} min | {exercises} min |" in row


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_ends_with_five_lines_and_the_way_on(lesson):
    text = text_of(lesson)
    keep = text[text.index("### What to keep\n") :]
    numbers = re.findall(r"^(\d+)\. \S", keep, re.MULTILINE)
    assert numbers == ["1", "2", "3", "4", "5"]
    after = keep[keep.index("**What to look at next.** ") :]
    later = [other for other in LESSONS if other > lesson]
    if later and int(later[0][:2]) == int(lesson[:2]) + 1:
        assert f"]({later[0]}.ipynb)" in after


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_exercise_has_its_check_and_the_way_to_its_hints(lesson):
    code = cells_of(lesson, "code")
    names = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in code]
    exercises = [name for name in names if name.startswith("exercise-")]
    assert len(exercises) >= 3
    for name in exercises:
        at = names.index(name)
        number = name.removeprefix("exercise-").replace("-", ".")
        assert names[at + 1] == f"check-{name.removeprefix('exercise-')}"
        assert code[at + 1].source.startswith(f'check("{number}", ')
        assert f'// hint("{number}", 1)' in code[at + 2].source
        assert f"### Exercise {number} · " in text_of(lesson)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_guess_is_asked_for_once_and_answered_after_it(lesson):
    code = code_of(lesson)
    asked = re.findall(r'predict\("([^"]+)", null\)', code)
    assert len(asked) >= 5
    assert sorted(asked) == sorted(re.findall(r'reveal\("([^"]+)"\)', code))
    for guess in asked:
        assert code.index(f'predict("{guess}"') < code.index(f'reveal("{guess}"')


@pytest.mark.parametrize("page", PAGES)
def test_the_tone_is_calm(page):
    text = re.sub(r"`[^`]*`|\$[^$]*\$|!\[|<!--.*?-->", "", text_of(page), flags=re.DOTALL)
    assert re.findall(r"[^\n]*(?:!|\b[Ss]imply\b|\b[Oo]bviously\b)[^\n]*", text) == []
