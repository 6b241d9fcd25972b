"""Keeps a translated lesson beside its English master.

    npm run translate -- 02                  the cells of lesson 02 that are to be looked at
    npm run translate -- 02 text-04 code-05  notes that these cells are translated
    npm run translate -- 02 all              notes it of every cell

It gives solutions/ru/02-….ipynb the cells of solutions/02-….ipynb, in their order: a new one in
English, to be translated; one that is there as it is. Code without a word for the reader needs no
translation and is taken over by itself. Prose gets its no-break spaces.
"""

from __future__ import annotations

import argparse
import copy

import nbformat
from build_notebooks import MASTERS, edition, masters, read
from editions import fingerprint, made_from, switch_in, to_look_at
from nbformat import NotebookNode
from source_text import parts
from typography import held_together


def is_wordless(cell: NotebookNode) -> bool:
    """Code that says nothing to a reader: no comment, and no text with a space in it."""
    if cell.cell_type != "code":
        return False
    found = parts(cell.source)
    return not found.comments and not any(" " in text.strip() for text in found.texts)


def beside(english: NotebookNode, known: NotebookNode | None, language: str) -> NotebookNode:
    """The translated cell for an English one: the known one, or one that is to be translated."""
    cell = copy.deepcopy(english)
    cell.metadata.pop("spellgrad", None)
    if known is not None and known.cell_type == cell.cell_type:
        is_prose = cell.cell_type == "markdown"
        cell.source = held_together(known.source) if is_prose else known.source
        if made_from(known):
            cell.metadata.spellgrad = {"english": made_from(known)}
    switch = switch_in(english, language)
    if switch and switch not in cell.source:
        cell.source += f"\n{switch}"
    if is_wordless(english) and not (known is not None and made_from(known)):
        cell.metadata.spellgrad = {"english": fingerprint(english)}
    return cell


def in_step(english: NotebookNode, old: NotebookNode | None, language: str) -> NotebookNode:
    """A translation with the cells of the English lesson as it is today."""
    known = {cell.id: cell for cell in old.cells} if old is not None else {}
    new = nbformat.from_dict(copy.deepcopy(english))
    new.cells = [beside(cell, known.get(cell.id), language) for cell in english.cells]
    return new


def note(english: NotebookNode, translated: NotebookNode, ids: list[str]) -> None:
    """Notes that these cells ("all": every one) say what the English ones say today."""
    hashes = {cell.id: fingerprint(cell) for cell in english.cells}
    if unknown := set(ids) - set(hashes) - {"all"}:
        raise SystemExit(f"There are no cells {', '.join(sorted(unknown))} in this lesson.")
    for cell in translated.cells:
        if cell.id in ids or "all" in ids:
            cell.metadata.spellgrad = {"english": hashes[cell.id]}


def main() -> None:
    parser = argparse.ArgumentParser(description="Keeps a translated lesson beside the English one.")
    parser.add_argument("lesson", help="02, or its whole name")
    parser.add_argument("cells", nargs="*", help="cells that are translated; all: every one")
    parser.add_argument("--lang", default="ru")
    options = parser.parse_args()
    (master,) = masters(options.lesson)
    target = edition(MASTERS, options.lang) / master.name
    target.parent.mkdir(exist_ok=True)
    english = read(master)
    translated = in_step(english, read(target) if target.exists() else None, options.lang)
    note(english, translated, options.cells)
    nbformat.write(translated, target)
    open_cells = to_look_at(english, translated)
    print(f"{target}: {', '.join(open_cells) or 'every cell is translated'}")


if __name__ == "__main__":
    main()
