"""A PostgreSQL of our own: made, started, asked whether it answers."""

from __future__ import annotations

import asyncio
import os
import select
import shutil
import signal
import subprocess
from pathlib import Path
from urllib.parse import quote

import asyncpg

from hmk_graph.children import Launch, Person
from hmk_graph.servers import programs
from hmk_graph.servers.programs import Place, ServerFault

USER = "hmk"
DATABASE = "hmk"
# Two web processes, a worker and several test workers with their pools fit in.
CONNECTIONS = 200
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    # Addresses of sockets end at 107 bytes, and a clone may lie deep: TCP on the loopback only.
    "unix_socket_directories": "",
    "max_connections": str(CONNECTIONS),
    "timezone": "UTC",
    "log_timezone": "UTC",
    "shared_buffers": "128MB",
    # Statements may hold phone numbers; a server's log is no place for them.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
}
# For data that nobody will miss: nothing waits for the disk.
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
}


class PostgresServer:
    """Runs as another user when we are root (`programs.place_for` says where)."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self.folder = folder
        self.durable = durable
        self.person: Person | None = None
        self.place: Place | None = None
        self.major = 0
        # Fast: sessions end, the state is written. Immediate: what is thrown away need not be
        # written.
        first = signal.SIGINT if durable else signal.SIGQUIT
        self.stop_signals = (first, signal.SIGQUIT)
        self.death_signal = first

    def prepare(self, password: str) -> None:
        """Make the data folder, unless it is there and to be kept."""
        self.person = programs.stand_in()
        program = programs.postgres()
        self.major = program.version[0]
        self.place = programs.place_for(program, self.person, self.folder)
        if not self.durable:
            shutil.rmtree(self._data, ignore_errors=True)
        if not (self._data / "PG_VERSION").exists():
            self._initialize(password)
        elif foreign := _running_pid(self._data):
            _end_stray(foreign)

    def launch(self, port: int, password: str) -> Launch:
        """Return how to start it."""
        del password  # it is in the data folder, hashed
        settings = {**SETTINGS, **({} if self.durable else QUICK), "port": str(port)}
        options = [text for pair in settings.items() for text in ("-c", "=".join(pair))]
        return Launch(
            args=[self._place.bin / "postgres", "-D", self._data, *options],
            env=self._env,
            person=self.person,
        )

    def answers(self, port: int, password: str) -> bool:
        """Return whether it lets us in; then our database is there too."""
        try:
            return asyncio.run(_has_database(self.address(port, password, "postgres")))
        except (OSError, TimeoutError, asyncpg.PostgresError):
            return False

    @staticmethod
    def address(port: int, password: str, database: str = DATABASE) -> str:
        """Return the address of one of its databases."""
        return f"postgres://{USER}:{quote(password)}@127.0.0.1:{port}/{database}"

    def discard(self) -> None:
        """Throw the data away."""
        shutil.rmtree(self._data, ignore_errors=True)

    def _initialize(self, password: str) -> None:
        """Run initdb aside and move the result into place: a half-made one is never taken."""
        aside = self._place.data / f"postgres-{self.major}.new"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        word = aside.with_suffix(".word")
        word.unlink(missing_ok=True)
        with open(os.open(word, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password + "\n")
        if self.person:
            for path in (aside, word):
                os.chown(path, self.person.uid, self.person.gid)
        try:
            self._run_initdb(aside, word)
        finally:
            word.unlink()
        aside.rename(self._data)

    def _run_initdb(self, data: Path, word: Path) -> None:
        options = [
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
            "-U",
            USER,
            *([] if self.durable else ["--no-sync"]),
        ]
        person = self.person
        done = subprocess.run(
            [self._place.bin / "initdb", "-D", data, f"--pwfile={word}", *options],
            env=self._env,
            cwd="/",
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            user=person.uid if person else None,
            group=person.gid if person else None,
            extra_groups=[] if person else None,
        )
        if done.returncode != 0:
            raise ServerFault(f"initdb failed: {done.stderr.strip()[-600:]}")

    @property
    def _place(self) -> Place:
        if self.place is None:
            raise RuntimeError("prepare() comes first")
        return self.place

    @property
    def _data(self) -> Path:
        # A newer major version cannot read an older one's files: each has its own.
        return self._place.data / f"postgres-{self.major}"

    @property
    def _env(self) -> dict[str, str]:
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self._place.data)}


async def _has_database(url: str) -> bool:
    async with asyncio.timeout(5):
        connection = await asyncpg.connect(url)
        try:
            found = await connection.fetchval(
                "SELECT 1 FROM pg_database WHERE datname=$1", DATABASE
            )
            if not found:
                await connection.execute(f'CREATE DATABASE "{DATABASE}"')
        finally:
            await connection.close()
    return True


def _running_pid(data: Path) -> int | None:
    """Return the server that runs on a data folder without us; a stale file names none."""
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        # The number may long belong to another program.
        called = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError):
        return None
    return pid if str(data).encode() in called.split(b"\0") else None


def _end_stray(pid: int) -> None:
    """End a server whose keeper was killed; its death signal may be on the way already."""
    watch = os.pidfd_open(pid)
    try:
        signal.pidfd_send_signal(watch, signal.SIGINT)
        if not _ended(watch, seconds=15):
            signal.pidfd_send_signal(watch, signal.SIGQUIT)
            if not _ended(watch, seconds=5):
                raise ServerFault(f"A PostgreSQL of this clone (process {pid}) does not end.")
    finally:
        os.close(watch)


def _ended(watch: int, *, seconds: float) -> bool:
    return bool(select.select([watch], [], [], seconds)[0])
