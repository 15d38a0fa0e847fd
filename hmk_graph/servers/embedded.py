"""The door: `with embedded(folder) as addresses` gives a running PostgreSQL and Redis.

The object store has a door of its own, `embedded_store`: one can do without it.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hmk_graph.servers import leases
from hmk_graph.servers.keeper import PATH, kept_password, read_state, write_state
from hmk_graph.servers.leases import Lease
from hmk_graph.servers.postgres_server import PostgresServer
from hmk_graph.servers.programs import ServerFault, forget_elsewhere
from hmk_graph.servers.redis_server import RedisServer
from hmk_graph.servers.s3_server import ACCESS_KEY, BUCKET, S3Server

KINDS = ("postgres", "redis")
STORE = "s3"
# initdb on a very slow disk, and the first start.
START_PATIENCE_S = 180.0
# PostgreSQL writes what it has in memory before it ends.
END_PATIENCE_S = 30.0
SOURCES = Path(__file__).parent.parent.parent


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Where the servers are; both addresses hold a password."""

    database_url: str
    redis_url: str


@contextmanager
def embedded(
    folder: Path, *, durable: bool, database_url: str = "", redis_url: str = ""
) -> Iterator[Addresses]:
    """Have both servers for the length of the block; one whose address is given is not started.

    Everyone who names the same `folder` shares the same servers; the last to leave ends them, and
    waits for their end. With `durable=False` nothing is written for sure, and the data begin empty
    with the first user and are thrown away after the last: for tests.

    Raises:
        ServerFault: if a server cannot be had; the message says what would help.
    """
    with ExitStack() as stack:
        stays = {}
        # Python is most of a keeper's start, so both are on their way before either is waited for.
        for kind, url in zip(KINDS, (database_url, redis_url), strict=True):
            if not url:
                stays[kind] = Stay(kind, folder / kind, durable=durable)
                stack.callback(stays[kind].leave)
                stays[kind].begin()
        ports = {kind: stay.port() for kind, stay in stays.items()}
        if "postgres" in ports:
            word = kept_password(folder / "postgres")
            database_url = PostgresServer.address(ports["postgres"], word)
        if "redis" in ports:
            redis_url = RedisServer.address(ports["redis"], kept_password(folder / "redis"))
        yield Addresses(database_url=database_url, redis_url=redis_url)


@dataclass(frozen=True, kw_only=True)
class StoreAddress:
    """Where the object store is, by the names of the settings; the secret key never shows."""

    s3_endpoint: str
    s3_secret_key: str = field(repr=False)
    s3_bucket: str = BUCKET
    s3_access_key: str = ACCESS_KEY


@contextmanager
def embedded_store(folder: Path, *, durable: bool) -> Iterator[StoreAddress]:
    """Have an S3-compatible store for the length of the block, shared as the servers are.

    Raises:
        ServerFault: if it cannot be had.
    """
    stay = Stay(STORE, folder / STORE, durable=durable)
    try:
        stay.begin()
        endpoint = S3Server.address(stay.port())
        yield StoreAddress(s3_endpoint=endpoint, s3_secret_key=kept_password(folder / STORE))
    finally:
        stay.leave()


class Stay:
    """One user's stay with one server: begin, ask for the port, leave."""

    def __init__(self, kind: str, folder: Path, *, durable: bool) -> None:
        self.kind = kind
        self.folder = folder
        self.durable = durable
        self.lock = ExitStack()
        self.lease: Lease | None = None
        self.answer: int | None = None

    def begin(self) -> None:
        """Become a user; start a keeper if there is none. The folder is locked until `port`."""
        _make(self.folder)
        self.lock.enter_context(leases.locked(self.folder / "lock"))
        self.lease = Lease(self.folder / "leases")
        if not self._is_up():
            self._start_keeper()

    def port(self) -> int:
        """Wait until the server is up and return its port."""
        try:
            if self.answer is not None:
                return _answered(self.answer, f"{self.kind} ({self.folder / 'keeper.log'})")
            return read_state(self.folder).port
        finally:
            self.lock.close()

    def leave(self) -> None:
        """Stop being a user; if there is no other, wait until the server has ended."""
        self.lock.close()
        if self.answer is not None:
            os.close(self.answer)
        if self.lease is None:
            return
        self.lease.release()
        deadline = time.monotonic() + END_PATIENCE_S
        while leases.is_held(self.folder / "keeper") and time.monotonic() < deadline:
            if leases.has_users(self.folder / "leases"):
                return
            time.sleep(0.03)

    def _is_up(self) -> bool:
        """Return whether a keeper has the server up; wait for one that is starting or ending."""
        deadline = time.monotonic() + START_PATIENCE_S
        while leases.is_held(self.folder / "keeper"):
            if read_state(self.folder).up:
                return True
            if time.monotonic() > deadline:
                raise ServerFault(f"The keeper of {self.folder} neither starts nor ends.")
            time.sleep(0.03)
        return False

    def _start_keeper(self) -> None:
        write_state(self.folder, up=False)
        self.answer, there = os.pipe()
        kept = "durable" if self.durable else "quick"
        words = [self.kind, str(self.folder), kept, str(there)]
        try:
            with (self.folder / "keeper.log").open("ab") as log:
                # It goes its own way at once (`keeper.main`): this waits a moment, and leaves no
                # child.
                subprocess.run(
                    [sys.executable, "-m", "hmk_graph.servers.keeper", *words],
                    # Nothing of our own environment: a keeper outlives us and needs no secret.
                    env={"PATH": PATH, "PYTHONPATH": str(SOURCES), "LC_ALL": "C.UTF-8"},
                    cwd="/",
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    pass_fds=(there,),
                    timeout=60,
                    check=True,
                )
        except (OSError, subprocess.SubprocessError) as fault:
            raise ServerFault(f"The keeper of {self.folder} cannot be started: {fault}") from fault
        finally:
            os.close(there)


def discard(folder: Path) -> None:
    """Remove the servers' data and all else in `folder`, also what lies outside the clone.

    Raises:
        ServerFault: while anybody uses them.
    """
    for kind in (*KINDS, STORE):
        if leases.has_users(folder / kind / "leases") or leases.is_held(folder / kind / "keeper"):
            raise ServerFault(f"{folder / kind} is in use.")
        forget_elsewhere(folder / kind)
        shutil.rmtree(folder / kind, ignore_errors=True)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK)
    except PermissionError:
        writable = False
    if not writable:
        raise ServerFault(
            f"{folder} belongs to another user. Start as that user, or remove the folder .hmk."
        )


def _answered(pipe: int, who: str) -> int:
    """Read the keeper's one line: the port, or why there is none."""
    said = b""
    deadline = time.monotonic() + START_PATIENCE_S
    while not said.endswith(b"\n"):
        if not select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
            raise ServerFault(f"{who} did not start within {START_PATIENCE_S:.0f} seconds.")
        more = os.read(pipe, 65_536)
        if not more:
            raise ServerFault(f"{who}: the keeper ended without a word.")
        said += more
    words = json.loads(said)
    if "fault" in words:
        raise ServerFault(f"{who}: {words['fault']}")
    return int(words["port"])
