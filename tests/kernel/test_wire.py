"""The protocol below the messages: signatures, broken messages, transports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.session import Session
from kernel_client import NAME, TIMEOUT, Kernel, is_alive, wait_until


def raw_shell(kernel):
    """A socket of its own to the kernel's shell, and a session that signs as the kernel expects."""
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(kernel.client._make_url("shell"))
    return socket, Session(key=kernel.client.session.key)


def answers(socket, seconds: float) -> bool:
    return bool(socket.poll(int(seconds * 1000)))


def test_heartbeat_while_busy(kernel):
    busy = kernel.send("console.log('go'); while (true) {}")
    kernel.wait_for_output("go")
    heart = zmq.Context.instance().socket(zmq.REQ)
    heart.linger = 0
    heart.connect(kernel.client._make_url("hb"))
    heart.send(b"ping")
    assert answers(heart, TIMEOUT)
    assert heart.recv() == b"ping"
    heart.close()
    kernel.interrupt()
    kernel.outcome(busy)


def test_what_is_no_valid_message_is_ignored(kernel):
    socket, session = raw_shell(kernel)
    request = session.serialize(session.msg("kernel_info_request", {}))
    at = request.index(b"<IDS|MSG>")
    forged = [*request[: at + 1], b"0" * 64, *request[at + 2 :]]
    shorter = [*request[: at + 1], b"00", *request[at + 2 :]]
    parts = [b"{}", b"{}", b"{}", b"not json"]
    bad_json = [b"<IDS|MSG>", session.sign(parts), *parts]
    no_type = [b"<IDS|MSG>", session.sign([b"{}"] * 4), *[b"{}"] * 4]
    null = [b"<IDS|MSG>", session.sign([b"null"] * 4), *[b"null"] * 4]
    unknown = session.serialize(session.msg("what_request", {}))
    for frames in (
        forged,
        shorter,
        bad_json,
        no_type,
        null,
        unknown,
        [b"x"],
        [b"<IDS|MSG>"],
        request[:-2],
    ):
        socket.send_multipart(frames)
    assert not answers(socket, 0.3)
    socket.send_multipart(request)
    assert answers(socket, TIMEOUT)
    socket.recv_multipart()
    # The same message again is a replay.
    socket.send_multipart(request)
    assert not answers(socket, 0.3)
    socket.close()
    assert kernel.value("1") == "1"


def test_odd_contents_do_not_wedge_it(kernel):
    for kind in (
        "execute_request",
        "complete_request",
        "inspect_request",
        "is_complete_request",
        "history_request",
    ):
        message = kernel.client.session.msg(
            kind, {"code": None, "cursor_pos": "x", "user_expressions": 3}
        )
        kernel.client.shell_channel.send(message)
        kernel.reply(message["header"]["msg_id"])
    assert kernel.value("1") == "1"


def test_a_client_that_connects_again_is_heard(fresh_kernel):
    # It has the same name as the first one, as after a lost connection.
    again = fresh_kernel.manager.client()
    again.start_channels()
    again.wait_for_ready(timeout=TIMEOUT)
    again.stop_channels()


@pytest.fixture
def start(tmp_path):
    """Starts a kernel on a connection file of one's own."""
    processes = []
    argv = KernelSpecManager().get_kernel_spec(NAME).argv

    def run(**connection):
        file = tmp_path / "connection.json"
        file.write_text(json.dumps(connection))
        command = [str(file) if it == "{connection_file}" else it for it in argv]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        processes.append(process)
        return process

    yield run
    for process in processes:
        process.kill()
        process.wait()


def ask_info(connection, key=b""):
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    if connection["transport"] == "ipc":
        socket.connect(f"ipc://{connection['ip']}-{connection['shell_port']}")
    else:
        socket.connect(f"tcp://{connection['ip']}:{connection['shell_port']}")
    session = Session(key=key)
    socket.send_multipart(session.serialize(session.msg("kernel_info_request", {})))
    assert answers(socket, TIMEOUT)
    _, frames = session.feed_identities(socket.recv_multipart())
    socket.close()
    return session.deserialize(frames)["content"]


PORTS = ("shell_port", "control_port", "iopub_port", "stdin_port", "hb_port")


def test_ipc_with_an_empty_key(start, tmp_path):
    ports = {name: i + 1 for i, name in enumerate(PORTS)}
    connection = {
        "transport": "ipc",
        "ip": str(tmp_path / "k"),
        "key": "",
        "signature_scheme": "hmac-sha256",
        **ports,
    }
    start(**connection)
    assert ask_info(connection)["language_info"]["name"] == "typescript"


def test_it_listens_only_to_this_machine(start):
    ports = {name: 0 for name in PORTS}
    process = start(transport="tcp", ip="0.0.0.0", key="", signature_scheme="hmac-sha256", **ports)
    _, words = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 1
    assert "listens only to this machine" in words


def test_kernel_info_does_not_wait_for_the_compiler():
    kernel = Kernel(ready=False)
    try:
        cell = kernel.send("1")
        info = kernel.client.kernel_info()
        replies = [kernel.client.get_shell_msg(timeout=TIMEOUT) for _ in range(2)]
        assert [reply["parent_header"]["msg_id"] for reply in replies] == [info, cell]
    finally:
        kernel.stop()


def test_it_ends_with_the_jupyter_that_started_it():
    """A server that is killed cannot shut its kernels down."""
    program = (
        "import sys, os\n"
        "from kernel_client import Kernel\n"
        "kernel = Kernel()\n"
        "print(kernel.manager.provisioner.process.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parent, capture_output=True, text=True
    )
    pid = int(done.stdout)
    wait_until(lambda: not is_alive(pid))
