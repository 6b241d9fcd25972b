from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from kernel_client import ROOT, Kernel


@pytest.fixture(scope="session")
def shared_kernel():
    kernel = Kernel()
    yield kernel
    kernel.stop()


@pytest.fixture
def kernel(shared_kernel):
    """A kernel that other tests have used and will use."""
    shared_kernel.drain()
    return shared_kernel


@pytest.fixture
def fresh_kernel():
    """A kernel of the test's own, to be ended, crashed or counted."""
    kernel = Kernel()
    yield kernel
    kernel.stop()


@pytest.fixture
def folder():
    """A folder inside the project, for modules that cells import: (its path, its specifier)."""
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    path = Path(tempfile.mkdtemp(prefix="modules-", dir=cache))
    yield path, f"./.cache/{path.name}"
    shutil.rmtree(path)
