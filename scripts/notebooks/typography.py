"""Where a Russian line may not break: before a dash, and between a number and its unit."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

UNIT = r"(?:%|[КМГ]и?Б\b|байт|минут)"

#: Code is to be copied, and formulas set their own spaces.
LEFT_ALONE = re.compile(r"(```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$]*\$|<!--.*?-->)", re.S)


def held_together(text: str) -> str:
    """The Markdown text with no-break spaces where they belong."""
    # Code and formulas are at the odd places.
    pieces = LEFT_ALONE.split(text)
    for k, piece in enumerate(pieces):
        if k % 2 == 0:
            piece = re.sub(r"(?<=\d) (?=" + UNIT + ")", NO_BREAK, piece)
            pieces[k] = re.sub(r"(?<![\n|]) — ", f"{NO_BREAK}— ", piece)
    return "".join(pieces)
