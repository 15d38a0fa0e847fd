"""Who uses a server: files that the kernel unlocks when their owner ends, however it ends."""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hmk_graph.servers.programs import ServerFault

# Making a database for the first time takes seconds; on a very slow disk, a minute.
PATIENCE_S = 180


@contextmanager
def locked(path: Path, *, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Hold a file's lock; wait for whoever holds it.

    Raises:
        ServerFault: if it is held for longer than `patience_s`.
    """
    deadline = time.monotonic() + patience_s
    handle = _open(path)
    try:
        while not _take(handle):
            if time.monotonic() > deadline:
                raise ServerFault(f"{path} has been locked for {patience_s} seconds.")
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def try_hold(path: Path) -> int | None:
    """Lock a file until its handle is closed or we end; None if another holds it."""
    handle = _open(path)
    if _take(handle):
        return handle
    os.close(handle)
    return None


def is_held(path: Path) -> bool:
    """Return whether anybody holds a file's lock."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return not _take(handle)
    finally:
        os.close(handle)


class Lease:
    """That we are a user, until `release` or our end. Take one under the folder's lock."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.path = folder / f"{os.getpid()}-{secrets.token_hex(4)}"
        handle = try_hold(self.path)
        if handle is None:
            raise ServerFault(f"{self.path} is held already.")
        self._handle = handle

    def release(self) -> None:
        """Stop being a user."""
        self.path.unlink(missing_ok=True)
        os.close(self._handle)


def has_users(folder: Path) -> bool:
    """Return whether any lease lives, and clear away those whose owners have ended."""
    living = False
    for path in list(folder.iterdir()) if folder.exists() else []:
        if is_held(path):
            living = True
        else:
            with suppress(FileNotFoundError):
                path.unlink()
    return living


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _take(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
