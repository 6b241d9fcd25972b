"""A lesson as a page: run with its solutions, and all that would spoil it folded."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from nbformat import NotebookNode, v4

from .outputs import Outputs, with_diagrams
from .run import ROOT, facts, run
from .words import WORDS, Words

sys.path.insert(0, str(ROOT / "scripts" / "notebooks"))
import build_notebooks  # noqa: E402


def lessons_in(language: str) -> list[tuple[Path, str]]:
    """The lessons as a reader of a language meets them, each with the language that it is written in.

    One that nobody has translated yet stands there in English.
    """
    translated = {master.name: master for master in build_notebooks.masters(None, language)}
    return [
        (translated[master.name], language) if master.name in translated else (master, "en")
        for master in build_notebooks.masters(None)
    ]


#: Asks a lesson for its hints and answers, as data.
FACTS = """
import {{ exercises as ofExercises }} from "./lib/exercises/{name}";
import {{ predictions as ofPredictions }} from "./lib/exercises/{name}/predictions";
import {{ say as inWords }} from "./lib/words";
const wordsOf = (all: object) =>
  Object.fromEntries(Object.entries(all).map(([id, one]: [string, any]) => [id, inWords(one.words)]));
console.log(JSON.stringify({{ exercises: wordsOf(ofExercises), answers: wordsOf(ofPredictions) }}));
"""


def lesson_page(master: Path, outputs: Outputs, language: str) -> NotebookNode:
    """The page of a lesson that is written in a language."""
    notebook = build_notebooks.read(master)
    # The copy has a cell for each of the master's, and stubs where the solutions are.
    stubs = build_notebooks.learners_copy(notebook).cells
    asked = v4.new_code_cell(FACTS.format(name=master.stem))
    notebook.cells.append(asked)
    run(notebook)
    known = facts(notebook.cells.pop())
    cells = notebook.cells
    for i, cell in enumerate(cells):
        if cell.cell_type == "code":
            outputs.ready(cell, master.stem[:2])
    notebook.cells = [
        shown
        for i, cell in enumerate(cells)
        for shown in page_cells(cell, stubs[i], report_of(cells[i + 1 :]), known, WORDS[language])
    ]
    return notebook


def page_cells(cell: NotebookNode, stub: NotebookNode, report: str, known: dict, words: Words):
    """What stands on the page in place of a cell."""
    solution = cell.metadata.get("nbgrader", {}).get("solution", False)
    if cell.cell_type == "markdown":
        text = stub.source if solution else cell.source
        yield v4.new_markdown_cell(with_diagrams(one_level_up(text)))
    elif found := re.match(r'predict\("([\w.]+)"', cell.source):
        cell.outputs = []
        yield cell
    elif found := re.match(r'reveal\("([\w.]+)"\)', cell.source):
        prediction = known["answers"][found[1]]
        text = f"**{prediction['answer']}**\n\n{prediction['reason']}"
        yield folded(f"{words.answer} {found[1]}", text)
    elif solution:
        yield code_only(stub)
        number = cell.metadata.nbgrader.grade_id.removeprefix("exercise-").replace("-", ".")
        for level, hint in enumerate(known["exercises"][number]["hints"], start=1):
            yield folded(f"{words.hint} {level}", hint)
        yield folded(words.solution, f"```typescript\n{without_marks(cell.source)}\n```\n\n{report}")
    elif cell.source.startswith("check(") or re.search(r"^// hint\(", cell.source, re.MULTILINE):
        return
    else:
        yield cell


def report_of(following: list[NotebookNode]) -> str:
    """What the next check says of the solution, as HTML."""
    for cell in following:
        if cell.cell_type == "code" and cell.source.startswith("check("):
            return cell.outputs[0].data["text/html"]
    return ""


def folded(summary: str, text: str) -> NotebookNode:
    """Markdown that a click unfolds."""
    return v4.new_markdown_cell(
        f'<details class="spellgrad"><summary>{summary}</summary>\n\n{text}\n\n</details>'
    )


def code_only(cell: NotebookNode) -> NotebookNode:
    return v4.new_code_cell(cell.source, metadata={"language": "typescript"})


def without_marks(source: str) -> str:
    """A solution without the lines that say where it begins and ends."""
    return "\n".join(line for line in source.split("\n") if "// BEGIN" not in line and "// END" not in line)


def one_level_up(text: str) -> str:
    """Sections directly below the title: a notebook's ### is a page's ##."""
    return re.sub(r"^###", "##", text, flags=re.MULTILINE)
