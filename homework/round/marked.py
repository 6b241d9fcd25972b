"""Which submissions are marked, so that a round that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Mark:
    """What became of one submission."""

    student: str
    points: float | None
    of: float
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        earned = "not marked" if self.points is None else f"{self.points:g} of {self.of:g} points"
        return f"{self.student}: {earned}"


class Marked:
    """A file for each submission, written when all about it is done, and never before."""

    def __init__(self, course: Path, lesson: str, version: str) -> None:
        self.folder = course / ".graded" / lesson
        #: The assignment as it is now: a new version is marked anew.
        self.version = version

    def read(self, student: str, submitted: Path) -> Mark | None:
        """The mark of what was submitted; None where it is not marked, or something else was."""
        try:
            kept = json.loads(self.file(student).read_text(encoding="utf-8"))
            mark = Mark(**kept["mark"])
            return mark if mark.points is not None and kept["hash"] == self.hash(submitted) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self, student: str) -> None:
        self.file(student).unlink(missing_ok=True)

    def write(self, mark: Mark, submitted: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = {"hash": self.hash(submitted), "mark": asdict(mark)}
        draft = self.file(mark.student).with_suffix(".draft")
        draft.write_text(json.dumps(kept), encoding="utf-8")
        os.replace(draft, self.file(mark.student))

    def file(self, student: str) -> Path:
        return self.folder / f"{hashlib.sha256(student.encode()).hexdigest()[:32]}.json"

    def hash(self, submitted: Path) -> str:
        digest = hashlib.sha256(self.version.encode())
        for path in sorted(submitted.glob("*.ipynb")):
            digest.update(path.name.encode() + b"\0")
            digest.update(content(path))
        return digest.hexdigest()


def content(path: Path) -> bytes:
    """What a file holds; nothing where there is no file, or none that can be read."""
    try:
        return path.read_bytes() if os.path.isfile(path) else b""
    except OSError:
        return b""
