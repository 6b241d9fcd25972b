"""Tools that run notebooks and that the project does not need otherwise, in a venv of their own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from kernel_client import ROOT

PINS = Path(__file__).with_name("tools.txt")
REQUIREMENTS = ROOT / "requirements.txt"


def tools_python() -> Path:
    """The venv's Python. The venv is made once, and anew when the pins have changed."""
    text = PINS.read_bytes() + REQUIREMENTS.read_bytes() + sys.version.encode()
    folder = ROOT / ".cache" / f"tools-{hashlib.sha256(text).hexdigest()[:12]}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    whole = folder / "whole"
    if not whole.exists():
        for old in folder.parent.glob("tools-*"):
            shutil.rmtree(old)
        uv = shutil.which("uv")
        if uv:
            run(uv, "venv", "--python", sys.executable, folder)
            installer = [uv, "pip", "install", "--python", python]
        else:
            venv.create(folder, with_pip=True)
            installer = [python, "-m", "pip", "install", "--disable-pip-version-check"]
        run(*installer, "-q", "-c", REQUIREMENTS, "-r", PINS)
        whole.touch()
    return python


def run(*command: object) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
