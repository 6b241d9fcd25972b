"""Whose a downloaded notebook is, for `nbgrader zip_collect`."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from nbgrader.plugins import FileNameCollectorPlugin

#: What Moodle and Canvas write behind a learner's name.
ADDED = re.compile(r"_\d+_assignsubmission_file_?$|(_LATE)?_\d+_\d+$")


class Named(NamedTuple):
    """What a file's name says: the learner, the notebook, and which copy of several it is."""

    student: str
    notebook: str
    copy: int


def named(file: Path, top: Path, assignment: str) -> Named | None:
    """Reads NAME_ASSIGNMENT.ipynb, or any notebook in a folder NAME; None where no name is.

    A browser that downloads a second one calls it "… (1)", Canvas "…-1".
    """
    lesson = re.escape(assignment)
    match = re.fullmatch(rf"(?:(.+)_)?({lesson})(?: ?\((\d+)\)|-(\d+))?", file.stem)
    name, notebook, *copy = match.groups() if match else (None, file.stem)
    if name is None and file.parent == top:
        return None
    # One and the same letter may be written as one character or, on a Mac, as two.
    student = unicodedata.normalize("NFC", ADDED.sub("", name or file.parent.name)).strip()
    # A learner's folder is called so: a name must not lead out of where it stands.
    if not student.strip(".") or re.search(r"[/\\]", student):
        return None
    return Named(student, notebook, int(next(filter(None, copy), 0)))


class Downloads(FileNameCollectorPlugin):
    """Of a learner's copies in one folder the last one counts."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        file = Path(submitted_file)
        found = self.named(file)
        if found is None:
            if file.suffix in self.valid_ext:
                assignment = self.parent.coursedir.assignment_id
                self.log.warning("Whose is %s? Call it NAME_%s.ipynb", file.name, assignment)
            return None
        for other in file.parent.iterdir():
            rival = self.named(other)
            if rival and rival[:2] == found[:2] and rival.copy > found.copy:
                self.log.warning("%s is newer than %s", other.name, file.name)
                return None
        return {"student_id": found.student, "file_id": f"{found.notebook}.ipynb"}

    def named(self, file: Path) -> Named | None:
        if file.suffix not in self.valid_ext:
            return None
        app = self.parent
        top = Path(app._format_collect_path(app.extracted_directory))
        return named(file, top, app.coursedir.assignment_id)
