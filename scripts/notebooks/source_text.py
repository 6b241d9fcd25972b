"""A code cell taken apart: what runs, and what only a reader sees (comments and texts)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

#: Comments that nbgrader reads.
MARKERS = {
    f"// {end} {what}": f"[{end} {what}]"
    for end in ("BEGIN", "END")
    for what in ("SOLUTION", "HIDDEN TESTS")
}

CYRILLIC = re.compile("[а-яёА-ЯЁ]")


@dataclass
class Parts:
    """A cell's code without comments, a mark in place of each text, and the texts themselves."""

    code: str = ""
    comments: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def parts(source: str) -> Parts:
    """Splits TypeScript at its comments, strings and templates. Regular expressions are code."""
    found, rest = Parts(), source
    while rest:
        if comment := re.match(r"//[^\n]*|/\*.*?\*/", rest, re.S):
            found.comments.append(comment[0])
            found.code += MARKERS.get(comment[0], "")
            rest = rest[comment.end() :]
        elif text := re.match(r'"(?:\\.|[^"\\])*"|' + r"'(?:\\.|[^'\\])*'", rest, re.S):
            found.texts.append(text[0][1:-1])
            found.code += '""'
            rest = rest[text.end() :]
        elif rest[0] == "`":
            rest = template(rest[1:], found)
        else:
            found.code += rest[0]
            rest = rest[1:]
    return found


def template(rest: str, found: Parts) -> str:
    """Takes a template apart, of which the opening quote is read; returns what follows it.

    Its text may name the values in another order, so their code counts whatever the order.
    """
    text, values = "", []
    while rest and rest[0] != "`":
        if rest.startswith("${"):
            end = closing(rest)
            value = parts(rest[2:end])
            values.append(value.code)
            found.texts += value.texts
            text += "${}"
            rest = rest[end + 1 :]
        else:
            size = 2 if rest[0] == "\\" else 1
            text += rest[:size]
            rest = rest[size:]
    found.texts.append(text)
    found.code += "`" + "|".join(sorted(values)) + "`"
    return rest[1:]


def closing(rest: str) -> int:
    """Where the brace that opens a template's value is closed."""
    depth = 0
    for at, character in enumerate(rest):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0 and character == "}":
            return at
    return len(rest)


def meaning(source: str) -> list[str]:
    """What of a cell's code a translation may not change, line by line."""
    code = parts(source).code
    lines = (re.sub(r"\s+", " ", line).strip() for line in code.split("\n"))
    return [line for line in lines if line]


def same_text(english: str, russian: str) -> bool:
    """Whether a text was translated, or left as it is because it is no text but a name."""
    return english == russian or bool(CYRILLIC.search(russian))
