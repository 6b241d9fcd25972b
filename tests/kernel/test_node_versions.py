"""The kernel on other versions of Node than the one that the project is set up with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from kernel_client import NAME, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

VERSIONS = ("22.23.3", "24.21.0")
FILES = ("display", "errors", "execute", "interrupt", "introspection", "process", "stdin", "variables")


def node(version: str) -> Path:
    """That version's program: the npm package `node` brings it."""
    folder = ROOT / ".cache" / f"node-{version}"
    program = folder / "node_modules" / ".bin" / ("node.cmd" if os.name == "nt" else "node")
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder)]
        subprocess.run([*install, f"node@{version}"], check=True, capture_output=True)
    return program


@pytest.mark.parametrize("version", VERSIONS)
def test_the_kernels_tests_pass(version, tmp_path):
    program = str(node(version))
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == f"v{version}"
    spec = json.loads((Path(KernelSpecManager().get_kernel_spec(NAME).resource_dir) / "kernel.json").read_text())
    folder = tmp_path / "kernels" / NAME
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text(json.dumps({**spec, "argv": [program, *spec["argv"][1:]]}))
    # Folders of JUPYTER_PATH are searched before the environment's own.
    environment = {**os.environ, "JUPYTER_PATH": str(tmp_path)}
    files = [str(Path(__file__).with_name(f"test_{name}.py")) for name in FILES]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not slow", *files]
    check = "import kernel_client; k = kernel_client.Kernel(); print(k.value('process.version')); k.stop()"
    asked = subprocess.run(
        [sys.executable, "-c", check],
        cwd=Path(__file__).parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert version in asked.stdout
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-5000:]
