"""The process that keeps one server running as long as anybody uses it.

It is started by the first user and belongs to none: Ctrl-C in a terminal does not reach it, and it
sees by their leases who is still there, so a user that was killed is not waited for. When the last
has gone it ends the server and itself. Should it be killed, the kernel ends the server
(`children.start`).
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Protocol

from hmk_graph import children
from hmk_graph.children import Launch
from hmk_graph.servers import leases
from hmk_graph.servers.postgres_server import PostgresServer
from hmk_graph.servers.programs import ServerFault
from hmk_graph.servers.redis_server import RedisServer
from hmk_graph.servers.s3_server import S3Server

# Where programs of the system are looked for; the keeper has no environment of a user's.
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
LOOK_EVERY_S = 0.2
START_PATIENCE_S = 60
# A log that grew beyond this is begun anew at the next start.
LOG_BYTES = 5_000_000
# A server that dies is started again; the wait doubles up to this.
LONGEST_WAIT_S = 5.0


class Server(Protocol):
    """What the keeper asks of a server."""

    @property
    def stop_signals(self) -> tuple[signal.Signals, ...]:
        """What ends it, first the gentlest."""

    @property
    def death_signal(self) -> signal.Signals:
        """What the kernel sends it when its keeper is gone."""

    def prepare(self, password: str, /) -> None:
        """Make ready what must be there before the start."""

    def launch(self, port: int, password: str, /) -> Launch:
        """Return how to start it."""

    def answers(self, port: int, password: str, /) -> bool:
        """Return whether it lets us in."""

    def discard(self) -> None:
        """Throw its data away."""


class Keeper:
    """One server, from its start to its end."""

    def __init__(self, server: Server, folder: Path, *, durable: bool) -> None:
        self.server = server
        self.folder = folder
        self.durable = durable
        self.password = kept_password(folder)
        self.port = read_state(folder).port or None
        self.process: subprocess.Popen[bytes] | None = None
        self.told_to_end = False

    def start(self) -> int:
        """Start the server and return its port: that of last time, unless another took it since.

        Raises:
            ServerFault: if it does not come up.
        """
        self.server.prepare(self.password)
        for _ in range(3):
            if self.port is None or not _is_free(self.port):
                self.port = _free_port()
            if self._runs():
                write_state(self.folder, up=True, port=self.port)
                return self.port
            self.port = None  # somebody may have taken it between our look and the server's
        raise ServerFault(f"It did not start. The end of {self._log}:\n{_tail(self._log)}")

    def keep(self) -> None:
        """Look after the server until nobody uses it or we are told to end."""
        wait_s = LOOK_EVERY_S
        while not self.told_to_end:
            time.sleep(wait_s)
            if self._is_unused():
                return
            if self.process is not None and self.process.poll() is None:
                wait_s = LOOK_EVERY_S
                continue
            _say("the server has ended; starting it again")
            wait_s = LOOK_EVERY_S if self._runs() else min(wait_s * 2, LONGEST_WAIT_S)
        self.stop()

    def stop(self) -> None:
        """End the server, and throw away data that nobody keeps."""
        write_state(self.folder, up=False, port=self.port or 0)
        if self.process is not None:
            children.stop(self.process, *self.server.stop_signals, patience_s=15)
        if not self.durable:
            self.server.discard()

    def _runs(self) -> bool:
        port = self.port or 0
        launch = self.server.launch(port, self.password)
        with self._log.open("ab") as log:
            process = children.start(launch, dies_with_us=self.server.death_signal, output=log)
        self.process = process
        up = children.wait_until(
            lambda: self.server.answers(port, self.password), process, patience_s=START_PATIENCE_S
        )
        # Another's server may have answered on the port while ours could not have it.
        if up and process.poll() is None:
            return True
        children.stop(process, *self.server.stop_signals)
        return False

    def _is_unused(self) -> bool:
        """End the server if nobody uses it and say so; newcomers wait at the lock meanwhile."""
        if leases.has_users(self.folder / "leases"):
            return False
        with leases.locked(self.folder / "lock"):
            if leases.has_users(self.folder / "leases"):
                return False
            self.stop()
            return True

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"


def kept_password(folder: Path) -> str:
    """Return the server's password, made at its first start."""
    place = folder / "password"
    if not place.exists():
        with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(24))
    return place.read_text().strip()


@dataclass(frozen=True, kw_only=True)
class State:
    """What a keeper tells those who come later; `port` is 0 if there never was one."""

    port: int = 0
    up: bool = False


def read_state(folder: Path) -> State:
    """Return what was last written; the port is remembered over all starts."""
    try:
        written = json.loads((folder / "server.json").read_text())
        return State(port=int(written["port"]), up=bool(written["up"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def write_state(folder: Path, *, up: bool, port: int | None = None) -> None:
    """Write the state in one step; without a port the remembered one stays."""
    state = State(up=up, port=read_state(folder).port if port is None else port)
    aside = folder / f"server.json.{os.getpid()}"
    aside.write_text(json.dumps(asdict(state)) + "\n")
    aside.rename(folder / "server.json")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return True
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-1500:] if log.exists() else "(empty)"


def _say(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%Y-%m-%dT%H:%M:%S')} {text}\n")
    sys.stderr.flush()


def _answer(pipe: int, said: dict[str, object]) -> None:
    """Tell the user who started us how it went, once. They may have been killed meanwhile."""
    with suppress(BrokenPipeError):
        os.write(pipe, json.dumps(said).encode() + b"\n")
    os.close(pipe)


def main(kind: str, folder: Path, *, durable: bool, pipe: int) -> int:
    """Keep a server; `kind` is postgres, redis or s3. The answer goes to `pipe`."""
    if os.fork():
        return 0  # the one who started us need not wait, and is not our parent
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    if leases.try_hold(folder / "keeper") is None:
        _answer(pipe, {"fault": "another keeper holds this server"})
        return 1
    _shorten(folder / "server.log")
    try:
        keeper = Keeper(_server(kind, folder, durable=durable), folder, durable=durable)

        def told(_signal: int, _frame: FrameType | None) -> None:
            keeper.told_to_end = True

        signal.signal(signal.SIGTERM, told)
        port = keeper.start()
    except (ServerFault, OSError, subprocess.SubprocessError) as fault:
        _say(str(fault))
        _answer(pipe, {"fault": str(fault)})
        return 1
    _answer(pipe, {"port": port})
    keeper.keep()
    return 0


def _server(kind: str, folder: Path, *, durable: bool) -> Server:
    if kind == "postgres":
        return PostgresServer(folder, durable=durable)
    return RedisServer(folder) if kind == "redis" else S3Server(folder)


def _shorten(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.unlink()


if __name__ == "__main__":
    _, kind_, folder_, kept_, pipe_ = sys.argv
    sys.exit(main(kind_, Path(folder_), durable=kept_ == "durable", pipe=int(pipe_)))
