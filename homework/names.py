"""What the names of an assignment's cells say."""

from __future__ import annotations

import re


def exercise_of(name: str) -> str | None:
    """The exercise that a cell checks: check-1-2 checks 1.2; a teacher's own cells check none."""
    match = re.fullmatch(r"check-(\d+)-(\d+)", name)
    return f"{match[1]}.{match[2]}" if match else None


def cell_of(exercise: str, kind: str) -> str:
    """The name of an exercise's cell: of 1.2 they are exercise-1-2 and check-1-2."""
    return f"{kind}-{exercise.replace('.', '-')}"
