"""What homework takes from the rest of the project: its place, its Node, what a lesson leaves blank."""

from __future__ import annotations

import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

ROOT = Path(__file__).resolve().parents[1]

# The lessons' own tools are no package: learners have them without this folder.
sys.path.append(str(ROOT / "scripts" / "notebooks"))
from build_notebooks import STUB, TEXT_STUB  # noqa: E402

__all__ = ["ROOT", "STUB", "TEXT_STUB", "node"]


def node() -> str:
    """The Node that set-up has chosen: the one that the lessons run in."""
    return KernelSpecManager().get_kernel_spec("tslab").argv[0]
