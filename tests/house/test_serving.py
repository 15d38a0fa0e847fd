"""Several web processes share one tuned socket, are started again when they die, and drain."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from hmk_graph import listening
from hmk_graph.open_websockets import OpenProtocol
from hmk_graph.settings import Settings

ROOT = Path(__file__).parent.parent.parent
HOUSE = """
import os, sys
from hmk_graph.demonstrating import WEB
from hmk_graph.listening import listening_socket
from hmk_graph.supervising import Job, Supervisor
with listening_socket("127.0.0.1", 0) as listener:
    print(listener.getsockname()[1], flush=True)
    handle = listener.fileno()
    with Supervisor(dict(os.environ)) as house:
        for name in ("web 1", "web 2"):
            house.start(Job(name=name, args=(*WEB, str(handle), sys.argv[1]), fds=(handle,)))
        house.watch()
        listener.close()
    sys.exit(1 if house.gave_up else 0)
"""


@contextlib.contextmanager
def house(app: str, **env: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOUSE, f"tests.house.tiny_app:{app}"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "HMK_SECRET": "s" * 32, **env},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout
        try:
            yield process, int(process.stdout.readline())
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(60)


def ask(port: int, **headers: str) -> tuple[int, str]:
    """Return which process answered, and whom it took us for."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers=headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert "server" not in answer.headers
        pid, client = answer.read().decode().split()
    return int(pid), client


def pids(port: int, *, without: frozenset[int] = frozenset()) -> set[int]:
    """Ask until two processes have answered."""
    deadline = time.monotonic() + 60
    seen: set[int] = set()
    while len(seen - without) < 2:
        assert time.monotonic() < deadline, seen
        # A connection that a killed process had taken is lost with it.
        with contextlib.suppress(OSError):
            seen.add(ask(port)[0])
    return seen - without


def test_two_processes_answer_and_a_killed_one_is_replaced():
    with house("make") as (_, port):
        first = pids(port)
        os.kill(min(first), signal.SIGKILL)

        assert len(pids(port, without=frozenset({min(first)}))) == 2


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_told_to_end_the_sockets_close_with_1012_and_nothing_remains(how):
    with house("make") as (process, port):
        both = pids(port)
        with connect(f"ws://127.0.0.1:{port}/") as wire:
            process.send_signal(how)
            with pytest.raises(ConnectionClosed) as closed:
                wire.recv(timeout=60)

        assert process.wait(60) == 0
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012
    assert not any(Path(f"/proc/{pid}").exists() for pid in both)


def test_when_the_supervisor_is_killed_its_processes_drain_and_end():
    with house("make") as (process, port):
        both = pids(port)
        process.kill()
        process.wait(60)

        deadline = time.monotonic() + 60
        while any(Path(f"/proc/{pid}").exists() for pid in both):
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_an_application_that_cannot_start_ends_the_house():
    with house("broken") as (process, _):
        assert process.wait(60) == 1


def test_a_proxy_is_believed_only_if_it_is_a_trusted_one():
    claim = {"X-Forwarded-For": "203.0.113.7, 198.51.100.9"}

    with house("make") as (_, port):
        assert ask(port, **claim)[1] == "127.0.0.1"
    with house("make", HMK_TRUSTED_PROXIES="127.0.0.1") as (_, port):
        assert ask(port, **claim)[1] == "198.51.100.9"


def test_the_listening_socket_bounds_what_a_stalled_reader_costs():
    with listening.listening_socket("127.0.0.1", 0) as listener:
        # Linux doubles the size for its own bookkeeping.
        assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) == 2 * 64 * 1024
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 15_000
        with pytest.raises(OSError, match="in use"):
            listening.listening_socket("127.0.0.1", listener.getsockname()[1])


def test_a_dead_socket_is_known_within_thirty_seconds_and_messages_are_small():
    config = listening.server_config(Settings.from_environment({"HMK_SECRET": "s" * 32}))

    assert (config.ws_ping_interval or 0) + (config.ws_ping_timeout or 0) <= 30
    assert config.ws_max_size == 64 * 1024
    assert config.ws_per_message_deflate is False
    assert config.ws is OpenProtocol
