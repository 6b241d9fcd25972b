"""The judge: a Node process of its own, which never runs a learner's code."""

from __future__ import annotations

import json
import math
import os
import subprocess
from tempfile import TemporaryFile
from threading import Timer

from ..places import ROOT, node

MAIN = ROOT / "homework" / "judge" / "main.js"

#: Judging a notebook takes seconds; a judge that hangs must not stop a class.
MAX_SECONDS = 300


class Judge:
    """Takes a request a line and answers it in a line. Loading costs it seconds, so it stays for
    the next submission and ends with this process.
    """

    process: subprocess.Popen | None = None
    loaded: object = None

    def points(self, seed: int, checks: list[dict]) -> list[dict]:
        """The points and a report for each check, in their order."""
        judgements = self.ask({"seed": seed, "checks": checks}) if checks else []
        for check, judgement in zip(checks, judgements, strict=True):
            points = judgement["points"]
            if not (math.isfinite(points) and 0 <= points <= check["maximum"]):
                raise RuntimeError(f"{check['exercise']}: the judge gave {points} points")
        return judgements

    def ask(self, request: dict) -> list[dict]:
        if self.process is None or self.process.poll() is not None or self.loaded != current():
            self.start()
        patience = Timer(MAX_SECONDS, self.process.kill)
        patience.start()
        try:
            self.process.stdin.write(json.dumps(request, allow_nan=False).encode() + b"\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = b""
        finally:
            patience.cancel()
        if not answer.endswith(b"\n"):
            raise RuntimeError(f"The judge stopped, so nothing was marked:\n{self.end()}")
        return json.loads(answer)

    def start(self) -> None:
        if self.process:
            self.end()
        self.loaded, self.errors = current(), TemporaryFile()
        self.process = subprocess.Popen(
            [node(), str(MAIN)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            cwd=ROOT,
        )

    def end(self) -> str:
        """Ends the process, and returns what it complained of."""
        self.process.kill()
        self.process.communicate()
        with self.errors as errors:
            errors.seek(0)
            return errors.read().decode(errors="replace")


def current() -> tuple[int, str | None]:
    """What a judge that was loaded has to agree with: exercises may be edited between two rounds."""
    edited = max(path.stat().st_mtime_ns for path in (ROOT / "lib").rglob("*.ts"))
    return edited, os.environ.get("SPELLGRAD_LANGUAGE")


judge = Judge()
