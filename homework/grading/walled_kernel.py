"""A kernel behind walls."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from jupyter_client.manager import AsyncKernelManager
from nbgrader.exchange.default import Exchange

from . import walls


class WalledKernelManager(AsyncKernelManager):
    """Starts a kernel behind the walls that the machine allows, and within limits on any machine."""

    def __init__(self, *, seed: int, seconds: float, **options) -> None:
        super().__init__(**options)
        self.seed = seed
        self.seconds = seconds
        if not walls.missing():
            # Sockets are files here, by which a kernel without a network can be spoken to. Their
            # names are limited to about 100 characters.
            self.folder = TemporaryDirectory(prefix="spellgrad-")
            self.transport = "ipc"
            self.connection_file = str(Path(self.folder.name) / "kernel.json")

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options) -> None:
        variables = {
            "NODE_OPTIONS": f"--max-old-space-size={walls.MAX_OBJECTS}",
            "SPELLGRAD_GRADING_SEED": str(self.seed),
            "SPELLGRAD_LOCKED": "1",
            # Guesses of a submission are not the teacher's own progress.
            "SPELLGRAD_PROGRESS": "",
        }
        if walls.missing():
            options["env"] = {**options.get("env", os.environ), **variables}
        else:
            node, *arguments = kernel_cmd
            node, folder = os.path.realpath(node), self.folder.name
            variables["SPELLGRAD_WALLS"] = json.dumps(walls.inner(node, [folder]))
            # Who grades owns what the others handed in there.
            exchange = Exchange(config=self.config).root
            kernel_cmd = walls.around([node, *arguments], node, [folder], variables, (exchange,))
        options["preexec_fn"] = walls.limits(self.seconds)
        await super()._async_launch_kernel(kernel_cmd, **options)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart)
        if not walls.missing() and not restart:
            self.folder.cleanup()

    cleanup_resources = _async_cleanup_resources
