"""Notebooks that have been run, kept so that the site is made quickly after a change of few of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode


class Kept:
    """A folder of notebooks, each named by all that its outputs depend on: its cells and the project."""

    def __init__(self, folder: Path, root: Path):
        self.folder = folder
        self._project = hash_of(root)
        self._used: set[Path] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def recall(self, notebook: NotebookNode) -> bool:
        """Gives the notebook the outputs that it had last time; whether it has been run before."""
        place = self._place(notebook)
        if place.exists():
            notebook.cells = nbformat.read(place, 4).cells
            return True
        return False

    def keep(self, notebook: NotebookNode) -> None:
        place = self._place(notebook)
        # Put in its place at the end: half a notebook is never taken for one.
        half = place.with_suffix(".half")
        nbformat.write(notebook, half)
        half.replace(place)

    def forget_others(self) -> None:
        """Only what was asked for since the beginning stays."""
        for file in set(self.folder.iterdir()) - self._used:
            file.unlink()

    def _place(self, notebook: NotebookNode) -> Path:
        cells = [[cell.cell_type, cell.source] for cell in notebook.cells]
        name = hashlib.sha256((self._project + json.dumps(cells)).encode()).hexdigest()
        self._used.add(self.folder / f"{name}.ipynb")
        return self.folder / f"{name}.ipynb"


def hash_of(root: Path) -> str:
    """What a cell can reach of the project: the kernel, the library, the data, which lessons there are."""
    sha = hashlib.sha256()
    for file in reachable(root):
        sha.update(str(file.relative_to(root)).encode())
        sha.update(b"" if file.suffix == ".ipynb" else file.read_bytes())
    return sha.hexdigest()


def reachable(root: Path) -> Iterator[Path]:
    for name in ("package-lock.json", "tsconfig.json", "kernel/dist/sources.sha256"):
        yield root / name
    for folder in ("lib", "data", "notebooks"):
        yield from sorted(file for file in (root / folder).rglob("*.*") if file.is_file())
