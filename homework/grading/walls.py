"""Walls around a learner's code: bubblewrap's, where the machine allows them, and limits everywhere.

A kernel is two processes. The kernel process only compiles; it is in a room without a network in
which nothing of this machine is to be seen but the programs of the system and what the learners
have of the project themselves, read-only. The runner, which runs their code, is in a smaller room
inside that one: it sees neither the kernel process nor its sockets, so that it can't end the one
or speak in its name on the others.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ..places import ROOT

#: What running a notebook needs of the project: no solutions, no homework, nobody's notebooks.
VISIBLE = (
    "data",
    "kernel/cells.d.ts",
    "kernel/dist",
    "lib",
    "node_modules",
    "package.json",
    "scripts/tfjs-cpu",
    "tsconfig.json",
)

#: The system's programs and libraries; links where one name stands for another. Of /usr not all:
#: /usr/local/share has nbgrader's exchange, and /usr/src and others may have anything.
SYSTEM = (
    *("/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/share"),
    *("/usr/local/bin", "/usr/local/sbin", "/usr/local/lib", "/usr/local/lib64"),
    *("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/alternatives", "/etc/ld.so.cache"),
)

MEGABYTE = 2**20

#: What a room's own /tmp may hold; it is in memory, and gone with the room.
MAX_TMP = 256 * MEGABYTE
MAX_FILE = 64 * MEGABYTE
MAX_PROCESSES = 512

#: A process of ours stays below half of this; objects and arrays of a cell share the rest.
MAX_MEMORY = 4096 * MEGABYTE
MAX_OBJECTS = 2048


@functools.cache
def missing() -> str | None:
    """Why there can be no walls on this machine; None where there can."""
    if sys.platform != "linux":
        return "bubblewrap is a program for Linux"
    if not all(map(shutil.which, ("bwrap", "setsid", "prlimit"))):
        return "there is no bubblewrap (on Debian and Ubuntu: apt install bubblewrap)"
    node = shutil.which("node") or "/bin/true"
    # The room in a room, as it is used: a container may allow one and not the other.
    trial = around(["/bin/sh", "-c", 'exec "$@"', "sh", *inner(node), "/bin/true"], node, [], {})
    done = subprocess.run(trial, capture_output=True, text=True, errors="replace")
    return None if done.returncode == 0 else f"bubblewrap can't be used: {done.stderr.strip()}"


def around(
    command: list[str],
    node: str,
    shared: list[str],
    variables: dict[str, str],
    hidden: tuple[str, ...] = (),
) -> list[str]:
    """The command inside walls; `shared` are the folders that it may write to, `hidden` those that
    are empty wherever they are.
    """
    own = {"HOME": "/tmp", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", **variables}
    return [
        *("bwrap", "--unshare-all", "--unshare-user", "--uid", "1000", "--gid", "1000"),
        *("--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"),
        *(word for name, value in own.items() for word in ("--setenv", name, value)),
        *(word for path in SYSTEM for word in system(path)),
        *("--proc", "/proc", "--dev", "/dev", *tmp("/tmp"), *tmp("/dev/shm")),
        *project(node),
        *(word for path in hidden for word in emptied(path)),
        *(word for path in shared for word in ("--bind", path, path)),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", str(ROOT), "--"),
        *command,
    ]


def inner(node: str, hidden: list[str] = ()) -> list[str]:
    """The words before a command that put it into a room inside the room."""
    return [
        *("bwrap", "--unshare-all", "--unshare-user", "--die-with-parent", "--cap-drop", "ALL"),
        # /proc is the outer room's: the system lets nobody reach into its processes from here.
        *("--ro-bind", "/", "/", "--dev", "/dev", *tmp("/tmp"), *tmp("/dev/shm")),
        *(word for path in hidden for word in tmp(path)),
        *project(node),
        *("--remount-ro", "/dev", "--chdir", str(ROOT), "--"),
        # Set in here, it counts the processes of this room, and not what else the teacher runs.
        *("prlimit", f"--nproc={MAX_PROCESSES}:{MAX_PROCESSES}"),
        # The runner leads a group, by which an interrupt reaches the programs of a cell.
        "setsid",
    ]


def system(path: str) -> list[str]:
    if os.path.islink(path):
        return ["--symlink", os.readlink(path), path]
    return ["--ro-bind-try", path, path]


def project(node: str) -> list[str]:
    paths = [str(ROOT / name) for name in VISIBLE if (ROOT / name).exists()]
    paths.append(os.path.realpath(node))
    return [word for path in paths for word in ("--ro-bind", path, path)]


def emptied(path: str) -> list[str]:
    """Hides what a folder holds, if it lies in what is visible."""
    folder = Path(path).resolve()
    visible = {Path(place).resolve() for place in (*SYSTEM, *(ROOT / name for name in VISIBLE))}
    if not folder.is_dir() or visible.isdisjoint(folder.parents):
        return []
    return [*tmp(str(folder)), "--remount-ro", str(folder)]


def tmp(path: str) -> list[str]:
    """An empty folder in memory; older versions of bubblewrap know no limit to what it holds."""
    return [*(("--size", str(MAX_TMP)) if knows("--size") else ()), "--tmpfs", path]


@functools.cache
def knows(option: str) -> bool:
    said = subprocess.run(["bwrap", "--help"], capture_output=True, text=True)
    return option in said.stdout + said.stderr


def limits(seconds: float) -> Callable[[], None] | None:
    """Sets the limits of a new process, which its children inherit; none on Windows."""
    try:
        import resource
    except ImportError:
        return None
    wanted = {
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": int(seconds) + 1,
        "RLIMIT_DATA": MAX_MEMORY,
        "RLIMIT_FSIZE": MAX_FILE,
    }

    def set_limits() -> None:
        for name, value in wanted.items():
            kind = getattr(resource, name, None)
            if kind is not None:
                _, most = resource.getrlimit(kind)
                value = value if most == resource.RLIM_INFINITY else min(value, most)
                resource.setrlimit(kind, (value, value))

    return set_limits
