"""A cell that shows more than anybody reads is stopped."""

from __future__ import annotations

import asyncio
import gc
import logging

import pytest
from nbformat.v4 import new_code_cell

from homework.grading import output_limit
from homework.grading.output_limit import OutputLimit


class Client:
    """As much of nbclient's as the mixin stands on."""

    log = logging.getLogger("client")

    def reset_execution_trackers(self):
        pass


class Limited(OutputLimit, Client):
    def __init__(self, km):
        self.km = km
        self.reset_execution_trackers()


class Kernel:
    """One that takes a while to be interrupted."""

    def __init__(self, error=None):
        self.error, self.interrupted = error, 0

    async def interrupt_kernel(self):
        await asyncio.sleep(0.01)
        if self.error:
            raise self.error
        self.interrupted += 1


def show_too_much(kernel):
    client, cell = Limited(kernel), new_code_cell()
    message = {"msg_type": "stream", "content": {"text": "x" * 20}}

    async def show():
        for _ in range(3):
            assert client.process_message(message, cell, 0) is None
        kept = len(client.interrupts)
        gc.collect()
        await asyncio.sleep(0.1)
        return kept, len(client.interrupts)

    return asyncio.run(show()), cell


@pytest.fixture(autouse=True)
def low(monkeypatch):
    monkeypatch.setattr(output_limit, "CELL_LIMIT", 10)


def test_it_is_interrupted_once_and_the_interrupt_is_kept_until_it_is_done():
    kernel = Kernel()
    kept, cell = show_too_much(kernel)
    assert kernel.interrupted == 1 and kept == (1, 0)
    assert "and is stopped" in cell.outputs[0].text


def test_an_interrupt_that_fails_is_said(caplog):
    show_too_much(Kernel(RuntimeError("no such process")))
    (record,) = caplog.records
    assert record.getMessage().endswith("could not be stopped: RuntimeError('no such process')")
