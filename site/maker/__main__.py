"""python -m maker FOLDER: writes all that Sphinx needs beside `site/pages`, a folder for each language."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from .activations import activation_pages
from .lessons import lesson_page, lessons_in
from .outputs import Outputs
from .run import kept
from .words import WORDS


def main() -> None:
    folder = Path(sys.argv[1])

    def write(page: Path, notebook) -> None:
        path = page.with_suffix(".ipynb")
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
        print(path.relative_to(folder), flush=True)

    tasks = []
    # Two kernels at once; each lesson has its own.
    with ThreadPoolExecutor(2) as pool:
        for language in WORDS:
            edition = folder / language
            outputs = Outputs(edition / "_static" / "figures")

            def lesson(master, written_in, edition=edition, outputs=outputs):
                write(edition / "lessons" / master.stem, lesson_page(master, outputs, written_in))

            def activations(language=language, edition=edition, outputs=outputs):
                for name, notebook in activation_pages(outputs, language):
                    write(edition / "activations" / name, notebook)

            tasks += [pool.submit(lesson, *one) for one in lessons_in(language)]
            tasks.append(pool.submit(activations))
        for task in tasks:
            task.result()
    kept.forget_others()


main()
