"""A kernel to talk to in tests: one call runs a cell and returns all that came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

NAME = "tslab"
# A busy machine may need long for what usually takes a moment.
TIMEOUT = 120

ROOT = Path(KernelSpecManager().get_kernel_spec(NAME).argv[1]).resolve().parents[2]
"""The project's folder, where cells run."""


@dataclass
class Outcome:
    """A reply with the iopub messages from `busy` to `idle`, without those two."""

    reply: dict[str, Any]
    messages: list[dict[str, Any]] = field(default_factory=list)

    def all(self, kind: str) -> list[dict[str, Any]]:
        return [m["content"] for m in self.messages if m["msg_type"] == kind]

    def one(self, kind: str) -> dict[str, Any]:
        (content,) = self.all(kind)
        return content

    @property
    def kinds(self) -> list[str]:
        return [m["msg_type"] for m in self.messages]

    @property
    def status(self) -> str:
        return self.reply["status"]

    def stream(self, name: str = "stdout") -> str:
        return "".join(c["text"] for c in self.all("stream") if c["name"] == name)

    @property
    def result(self) -> str:
        return self.one("execute_result")["data"]["text/plain"]

    @property
    def error(self) -> dict[str, Any]:
        return self.one("error")

    @property
    def traceback(self) -> str:
        return "\n".join(self.error["traceback"])


class Kernel:
    """A running kernel and a client of it."""

    def __init__(self, ready: bool = True, **options: Any) -> None:
        self.manager = KernelManager(kernel_name=NAME, **options)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        if ready:
            self.client.wait_for_ready(timeout=TIMEOUT)

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def send(self, code: str, **options: Any) -> str:
        """Sends a cell without waiting for it."""
        return self.client.execute(code, **options)

    def run(self, code: str, timeout: float = TIMEOUT, **options: Any) -> Outcome:
        return self.outcome(self.send(code, **options), timeout)

    def value(self, code: str) -> str:
        """What a cell shows as its result; it must not fail."""
        outcome = self.run(code)
        assert outcome.status == "ok", outcome.traceback
        return outcome.result

    def outcome(self, message_id: str, timeout: float = TIMEOUT) -> Outcome:
        """Waits for the reply and `idle` of a cell that was sent; drops what belongs to others."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != message_id:
                continue
            if message["msg_type"] != "status":
                messages.append(message)
            elif message["content"]["execution_state"] == "idle":
                return Outcome(self.reply(message_id, timeout), messages)

    def reply(self, message_id: str, timeout: float = TIMEOUT) -> dict[str, Any]:
        while True:
            message = self.client.get_shell_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == message_id:
                return message["content"]

    def ask(self, message_id: str) -> dict[str, Any]:
        """The reply to a request other than a cell."""
        return self.reply(message_id)

    def wait_for_output(self, text: str, timeout: float = TIMEOUT) -> None:
        """Until a cell has printed the text: it is running by then."""
        seen = ""
        while text not in seen:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["msg_type"] == "stream":
                seen += message["content"]["text"]

    def drain(self) -> None:
        """Drops what has already come."""
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.05)
            except Empty:
                return

    def control(self, kind: str, content: dict[str, Any] | None = None) -> dict[str, Any]:
        """The reply to a request on the control channel."""
        message = self.client.session.msg(kind, content or {})
        self.client.control_channel.send(message)
        while True:
            reply = self.client.get_control_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                return reply["content"]

    def interrupt(self) -> None:
        assert self.control("interrupt_request") == {"status": "ok"}


def is_alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition, timeout: float = TIMEOUT) -> None:
    end = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)
