"""A Redis of our own. It keeps nothing: what must not be lost is in PostgreSQL."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path

from hmk_graph.children import Launch
from hmk_graph.servers import programs


class RedisServer:
    """Runs as ourselves, on the loopback, with a password that no list of processes shows."""

    stop_signals = (signal.SIGTERM,)
    death_signal = signal.SIGTERM

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program: Path | None = None

    def prepare(self, password: str) -> None:
        """Find the program."""
        del password
        self.program = programs.redis().path

    def launch(self, port: int, password: str) -> Launch:
        """Write the configuration (the port is in it) and return how to start."""
        if self.program is None:
            raise RuntimeError("prepare() comes first")
        lines = {
            "port": str(port),
            "bind": "127.0.0.1",
            "requirepass": password,
            "save": '""',
            "appendonly": "no",
            "dir": f'"{self.folder}"',
            "maxclients": "2000",
        }
        place = self.folder / "redis.conf"
        place.unlink(missing_ok=True)
        with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.writelines(f"{name} {value}\n" for name, value in lines.items())
        return Launch(
            args=[self.program, place], env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        )

    def answers(self, port: int, password: str) -> bool:
        """Return whether it lets us in."""
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as wire:
                wire.sendall(f"AUTH {password}\r\nPING\r\n".encode())
                said = b""
                while said.count(b"\r\n") < 2 and (more := wire.recv(200)):
                    said += more
        except OSError:
            return False
        return said == b"+OK\r\n+PONG\r\n"

    @staticmethod
    def address(port: int, password: str) -> str:
        """Return the address of its first database."""
        return f"redis://:{password}@127.0.0.1:{port}/0"

    def discard(self) -> None:
        """Nothing was kept."""
