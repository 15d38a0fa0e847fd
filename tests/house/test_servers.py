"""The own servers are real, shared, and end with their last user, however that one ends."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest
from redis.asyncio import Redis

from hmk_graph.children import run_as
from hmk_graph.servers import leases, programs
from hmk_graph.servers.embedded import discard, embedded
from hmk_graph.servers.programs import Program, ServerFault

ROOT = Path(__file__).parent.parent.parent
# A user of the servers: tells their addresses, and leaves when its input ends.
USER = """
import signal, sys, json
from pathlib import Path
from hmk_graph.servers.embedded import embedded
# A run that a shell has put into the background ignores SIGINT, and hands that down.
signal.signal(signal.SIGINT, signal.default_int_handler)
with embedded(Path(sys.argv[1]), durable=sys.argv[2] == "durable") as at:
    print(json.dumps([at.database_url, at.redis_url]), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach."""
    made = Path(tempfile.mkdtemp(prefix="hmk-test-"))
    made.chmod(0o755)
    yield made
    assert eventually(lambda: has_ended(made))
    discard(made)
    for path in made.iterdir():
        path.unlink()
    made.rmdir()


@contextlib.contextmanager
def user_of(folder: Path, kept: str = "quick") -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(folder), kept],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout
        try:
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def eventually(check: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while not check():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def has_ended(folder: Path) -> bool:
    return not any(leases.is_held(folder / kind / "keeper") for kind in ("postgres", "redis"))


def port_of(folder: Path, kind: str) -> int:
    port: int = json.loads((folder / kind / "server.json").read_text())["port"]
    return port


def refuses(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def keeper_of(folder: Path, kind: str) -> int:
    """Find the process that keeps a server."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            words = entry.read_bytes().split(b"\0")
            if b"hmk_graph.servers.keeper" in words and str(folder / kind).encode() in words:
                return int(entry.parent.name)
    raise LookupError(kind)


async def ask(url: str, statement: str) -> object:
    connection = await asyncpg.connect(url, timeout=60)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


async def test_both_servers_answer_and_are_gone_afterwards(folder):
    with embedded(folder, durable=False) as at:
        version = await ask(at.database_url, "SHOW server_version_num")
        fsync = await ask(at.database_url, "SHOW fsync")
        async with Redis.from_url(at.redis_url) as redis:
            assert await redis.ping()
        with pytest.raises(asyncpg.InvalidPasswordError):
            await ask(at.database_url.replace("hmk:", "hmk:not", 1), "SELECT 1")
        ports = [port_of(folder, kind) for kind in ("postgres", "redis")]

    assert int(str(version)) >= 150_000
    assert fsync == "off"
    assert has_ended(folder)
    assert all(refuses(port) for port in ports)


async def test_a_second_start_finds_the_data_and_the_ports_of_the_first(folder):
    with embedded(folder, durable=True) as first:
        assert await ask(first.database_url, "SHOW fsync") == "on"
        await ask(first.database_url, "CREATE TABLE cow (name text)")

    with embedded(folder, durable=True) as second:
        assert await ask(second.database_url, "SELECT count(*) FROM cow") == 0

    assert second == first


async def test_data_that_need_not_last_begin_empty(folder):
    with embedded(folder, durable=False) as first:
        await ask(first.database_url, "CREATE TABLE cow (name text)")

    with embedded(folder, durable=False) as second:
        assert await ask(second.database_url, "SELECT to_regclass('cow')::text") is None


def test_users_share_the_servers_and_the_last_one_ends_them(folder):
    with user_of(folder) as (first, theirs), embedded(folder, durable=False) as ours:
        first.communicate()  # the one who started them leaves

        assert theirs == [ours.database_url, ours.redis_url]
        assert asyncio.run(ask(ours.database_url, "SELECT 1")) == 1
    first.wait(60)

    assert has_ended(folder)


def test_a_user_that_is_killed_leaves_nothing_running(folder):
    with user_of(folder) as (user, _):
        ports = [port_of(folder, kind) for kind in ("postgres", "redis")]
        user.kill()

        assert eventually(lambda: has_ended(folder))
    assert all(refuses(port) for port in ports)


def test_ctrl_c_reaches_the_user_and_not_the_servers(folder):
    with user_of(folder) as (user, (url, _)), user_of(folder) as (_, _):
        os.kill(user.pid, signal.SIGINT)
        os.kill(keeper_of(folder, "postgres"), signal.SIGINT)
        user.wait(60)

        assert asyncio.run(ask(url, "SELECT 1")) == 1


def test_a_server_does_not_outlive_a_killed_keeper_and_starts_anew(folder):
    with user_of(folder, "durable") as (_, (url, _)):
        asyncio.run(ask(url, "CREATE TABLE cow (name text)"))
        port = port_of(folder, "postgres")
        os.kill(keeper_of(folder, "postgres"), signal.SIGKILL)
        assert eventually(lambda: not leases.is_held(folder / "postgres" / "keeper"))

        with embedded(folder, durable=True) as again:
            assert asyncio.run(ask(again.database_url, "SELECT count(*) FROM cow")) == 0
    assert eventually(lambda: refuses(port))


def test_a_server_that_crashes_is_started_again_with_its_data(folder):
    with embedded(folder, durable=True) as at:
        asyncio.run(ask(at.database_url, "CREATE TABLE cow (name text)"))
        # Its data may lie elsewhere, where the user it runs as can reach them: it knows itself.
        first = "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int"
        os.kill(asyncio.run(ask(at.database_url, first)), signal.SIGKILL)

        def answers() -> bool:
            with contextlib.suppress(OSError, asyncpg.PostgresError):
                return asyncio.run(ask(at.database_url, "SELECT count(*) FROM cow")) == 0
            return False

        assert eventually(answers, 30)


def test_a_port_that_another_took_meanwhile_is_left_to_it(folder):
    with embedded(folder, durable=False):
        pass
    before = port_of(folder, "redis")

    with socket.create_server(("127.0.0.1", before)), embedded(folder, durable=False) as at:
        assert port_of(folder, "redis") != before
        assert str(port_of(folder, "redis")) in at.redis_url


def test_an_address_that_is_given_is_taken_as_it_is(folder):
    given = {"database_url": "postgres://elsewhere/hmk", "redis_url": "redis://elsewhere"}

    with embedded(folder, durable=False, **given) as at:
        assert (at.database_url, at.redis_url) == tuple(given.values())

    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run PostgreSQL as somebody else")
def test_from_a_closed_folder_of_root_the_programs_and_data_are_placed_elsewhere(folder):
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    inner = closed / "clone"

    with embedded(inner, durable=True, redis_url="redis://none") as at:
        assert asyncio.run(ask(at.database_url, "SELECT 1")) == 1
        elsewhere = Path(json.loads((inner / "postgres" / "elsewhere").read_text())["folder"])

    assert elsewhere.exists()
    assert list((inner / "postgres").glob("postgres-*")) == []
    discard(inner)
    assert not elsewhere.exists()
    inner.rmdir()
    closed.rmdir()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run PostgreSQL as somebody else")
def test_programs_in_a_closed_folder_are_copied_to_where_the_other_user_can_run_them(folder):
    program = programs.postgres()
    install = program.path.parent.parent
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    package = install.parent
    shutil.copytree(install, closed / package.name / install.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, closed / libraries.name)
    shut = closed / package.name / install.name / "bin"
    person = programs.stand_in()

    place = programs.place_for(
        Program(path=shut / "postgres", version=program.version), person, folder / "kept"
    )

    assert not run_as(person, shut / "initdb", "--version")
    assert run_as(person, place.bin / "initdb", "--version")
    assert not place.bin.is_relative_to(closed)
    programs.forget_elsewhere(folder / "kept")
    shutil.rmtree(closed)
    shutil.rmtree(folder / "kept")


def test_servers_in_use_are_not_thrown_away(folder):
    with embedded(folder, durable=False), pytest.raises(ServerFault, match="in use"):
        discard(folder)


def test_the_newest_postgres_of_the_wheel_is_taken():
    assert programs.postgres().version >= (18,)
    assert programs.redis().version >= (6, 2)
