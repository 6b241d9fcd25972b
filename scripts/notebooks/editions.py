"""The languages of the lessons: which cells of a translation are still those of the English master.

A translated cell notes the hash of the English source from which it was made, so that an edit of
the English lesson shows which cells are to be looked at again.
"""

from __future__ import annotations

import hashlib
import re

from nbformat import NotebookNode
from source_text import meaning, parts, same_text

#: The import by whose name a translated lesson chooses its language.
LIBRARY = re.compile(r'import \* as (\w+) from "\./lib(?:/course)?";')


def fingerprint(english: NotebookNode) -> str:
    return hashlib.sha256(english.source.encode()).hexdigest()[:12]


def made_from(cell: NotebookNode) -> str | None:
    """The hash of the English source that a translated cell was made from."""
    return cell.metadata.get("spellgrad", {}).get("english")


def switch_in(english: NotebookNode, language: str) -> str:
    """What a translated cell says beside the English one: in the cell of imports, its language."""
    library = LIBRARY.search(english.source) if english.cell_type == "code" else None
    return f'{library[1]}.language("{language}");' if library else ""


def same_code(english: str, translated: str, switch: str = "") -> bool:
    """Whether two sources differ in comments, texts and the line that chooses the language only."""
    if switch:
        if translated.count(switch) != 1:
            return False
        translated = translated.replace(switch, "")
    texts = parts(english).texts, parts(translated).texts
    return (
        meaning(english) == meaning(translated)
        and len(texts[0]) == len(texts[1])
        and all(map(same_text, *texts))
    )


def first_difference(english: NotebookNode, translated: NotebookNode, language: str) -> str | None:
    """The first place where a translation is not the same lesson, in words."""
    ids = [cell.id for cell in english.cells], [cell.id for cell in translated.cells]
    for k, (one, other) in enumerate(zip(*ids)):
        if one != other:
            return f"cell {k} is {one} in English and {other} in {language}"
    if len(ids[0]) != len(ids[1]):
        return f"{len(ids[0])} cells in English, {len(ids[1])} in {language}"
    for one, other in zip(english.cells, translated.cells):
        if one.cell_type != other.cell_type:
            return f"{one.id} is {one.cell_type} in English and {other.cell_type} in {language}"
        if one.metadata.get("nbgrader") != other.metadata.get("nbgrader"):
            return f"{one.id} has other settings of nbgrader"
        if one.cell_type == "code" and not same_code(
            one.source, other.source, switch_in(one, language)
        ):
            return f"{one.id} has other code:\n{one.source}\n--- in {language}:\n{other.source}"
    return None


def to_look_at(english: NotebookNode, translated: NotebookNode) -> list[str]:
    """The cells whose English source is not the one that their translation was made from."""
    known = {cell.id: made_from(cell) for cell in translated.cells}
    return [cell.id for cell in english.cells if known.get(cell.id) != fingerprint(cell)]
