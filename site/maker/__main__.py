"""python -m maker FOLDER: writes into FOLDER all that Sphinx needs beside `site/pages`."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from .activations import activation_pages
from .lessons import MASTERS, lesson_page
from .outputs import Outputs


def main() -> None:
    folder = Path(sys.argv[1])
    figures = Outputs(folder / "_static" / "figures")

    def write(page: str, notebook) -> None:
        path = folder / f"{page}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
        print(page, flush=True)

    # Two kernels at once; each lesson has its own.
    with ThreadPoolExecutor(2) as pool:
        lessons = [pool.submit(lesson_page, master, figures) for master in MASTERS]
        activations = pool.submit(activation_pages, figures)
        for master, lesson in zip(MASTERS, lessons):
            write(f"lessons/{master.stem}", lesson.result())
        for name, notebook in activations.result():
            write(f"activations/{name}", notebook)


main()
