"""An S3-compatible store of our own: rclone serves a folder, and checks each signature."""

from __future__ import annotations

import http.client
import shutil
import signal
from pathlib import Path

from hmk_graph.children import Launch
from hmk_graph.servers import programs

BUCKET = "hmk"
# The store refuses a name of fewer than three letters, without saying so.
ACCESS_KEY = "hmk-media"


class S3Server:
    """Runs as ourselves, on the loopback; a bucket is a folder below `data`."""

    stop_signals = (signal.SIGTERM,)
    death_signal = signal.SIGTERM

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program: Path | None = None

    def prepare(self, password: str) -> None:
        """Find the program, and have the bucket."""
        del password
        self.program = programs.rclone().path
        (self._data / BUCKET).mkdir(parents=True, exist_ok=True)

    def launch(self, port: int, password: str) -> Launch:
        """Return how to start."""
        if self.program is None:
            raise RuntimeError("prepare() comes first")
        args: list[str | Path] = [
            *(self.program, "serve", "s3", "--config", "/dev/null"),
            *("--addr", f"127.0.0.1:{port}", "--log-level", "ERROR"),
            # A page of any port of this machine may send; what it may send, the signature says.
            *("--allow-origin", "*"),
            # What came is in the folder at once, and what was cut off is not.
            *("--vfs-cache-mode", "off", "--dir-cache-time", "1s"),
            self._data,
        ]
        # By the environment, which no list of processes shows; the quotes are those of CSV.
        keys = f'"{ACCESS_KEY},{password}"'
        env = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "RCLONE_AUTH_KEY": keys}
        return Launch(args=args, env=env)

    def answers(self, port: int, password: str) -> bool:
        """Return whether it is up; it refuses who comes without a signature."""
        del password
        wire = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
        try:
            wire.request("GET", "/")
            return wire.getresponse().status in (400, 403)
        except (OSError, http.client.HTTPException):
            return False
        finally:
            wire.close()

    @staticmethod
    def address(port: int) -> str:
        """Return its endpoint."""
        return f"http://127.0.0.1:{port}"

    def discard(self) -> None:
        """Throw away all objects."""
        shutil.rmtree(self._data, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self.folder / "data"
