"""All that must not be lost, in one folder: the database as pg_dump writes it, and the files.

`database.dump` is one consistent picture (pg_dump's custom format). Files are taken after it: they
never change under their names, so whatever a row of it names is there, unless it was purged since.
`manifest.json` comes last and holds the hash of each; a folder without one is no backup. What
phones have sent and nobody has looked into yet is left out: they send it again. Redis holds nothing
that a backup would need.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import asyncpg
import orjson

from hmk_graph.servers import programs
from hmk_graph.settings import Settings
from storage.bucket import Bucket, StoreAddress

Progress = Callable[[str, int, int], None]

DUMP, OBJECTS, MANIFEST = "database.dump", "objects", "manifest.json"
KEPT_PREFIXES = ("public/", "private/")
LARGEST_OBJECT = 64 * 1024 * 1024
_KEY = re.compile(r"(public|private)/[0-9]+/[0-9A-Za-z._-]+", re.ASCII)
# A name of two dots would lead out of the folder.
_UPWARDS = re.compile(r"/\.+$")


class BackupFault(Exception):
    """It cannot be backed up or restored; nothing that was there has been touched."""


@dataclass(frozen=True, kw_only=True)
class KeptObject:
    """A file of the store, and how it is handed out."""

    key: str
    sha256: str
    content_type: str
    cache: str


async def back_up(settings: Settings, folder: Path, progress: Progress) -> int:
    """Write a backup into a folder that does not exist yet; return how many files it has.

    Raises:
        BackupFault: The folder exists, or pg_dump is missing or fails.
        StoreDown: The object store does not answer.
    """
    part = _begun(folder)
    await _run("pg_dump", settings, "--format=custom", f"--file={part / DUMP}")
    kept: list[KeptObject] = []
    async with _store(settings) as bucket:
        if bucket is not None:
            async for one in _copied(bucket, part / OBJECTS):
                kept.append(one)
                progress("files", len(kept), 0)
    manifest = {"database": _hash_of(part / DUMP), "objects": [asdict(one) for one in kept]}
    (part / MANIFEST).write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
    part.rename(folder)
    return len(kept)


async def restore(settings: Settings, folder: Path, progress: Progress) -> int:
    """Bring a backup into an empty database and the store; return how many files it had.

    All is held against its hash first. The database comes in one transaction: whole, or not.

    Raises:
        BackupFault: The folder is no whole backup, the database is not empty, the backup has files
            and no store is set, or pg_restore is missing or fails.
        StoreDown: The object store does not answer. The database is empty still, so that the same
            may be tried again.
    """
    kept = await asyncio.to_thread(_checked, folder)
    await _refuse_what_is_not_empty(settings.database_url)
    async with _store(settings) as bucket:
        if bucket is None and kept:
            raise BackupFault("The backup has files, and no object store is set.")
        if bucket is not None:
            await bucket.ensure()
            for done, one in enumerate(kept, 1):
                contents = (folder / OBJECTS / one.key).read_bytes()
                await bucket.write(
                    one.key, contents, content_type=one.content_type, cache=one.cache
                )
                progress("files", done, len(kept))
    await _run(
        "pg_restore", settings, "--exit-on-error", "--single-transaction",
        f"--dbname={_database(settings.database_url)}", str(folder / DUMP),
    )  # fmt: skip
    return len(kept)


def _begun(folder: Path) -> Path:
    """Make the folder to write in; it gets its name when it is whole. Others may not look in."""
    if folder.exists():
        raise BackupFault(f"{folder} exists already.")
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)  # what an earlier run left that was ended
    part.mkdir(mode=0o700, parents=True)
    return part


async def _copied(bucket: Bucket, folder: Path) -> AsyncIterator[KeptObject]:
    for prefix in KEPT_PREFIXES:
        async for key in bucket.each(prefix):
            about = await bucket.about(key)
            contents = await bucket.read(key, most=LARGEST_OBJECT)
            if about is None or contents is None:
                continue  # purged meanwhile
            place = folder / key
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(contents)
            yield KeptObject(
                key=key,
                sha256=hashlib.sha256(contents).hexdigest(),
                content_type=about.content_type,
                cache=about.cache,
            )


def _checked(folder: Path) -> list[KeptObject]:
    """Return the files of a backup, each held against its hash."""
    try:
        manifest: dict[str, Any] = orjson.loads((folder / MANIFEST).read_bytes())
        kept = [KeptObject(**one) for one in manifest["objects"]]
        wrong = [DUMP] if _hash_of(folder / DUMP) != manifest["database"] else []
        wrong += [
            one.key
            for one in kept
            if not _KEY.fullmatch(one.key)
            or _UPWARDS.search(one.key)
            or _hash_of(folder / OBJECTS / one.key) != one.sha256
        ]
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError) as fault:
        raise BackupFault(f"{folder} is no whole backup: {fault}") from fault
    if wrong:
        raise BackupFault(f"{folder} is not what was written: {', '.join(wrong[:5])}")
    return kept


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


async def _refuse_what_is_not_empty(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        tables = await connection.fetchval(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        )
    finally:
        await connection.close()
    if tables:
        raise BackupFault(f"The database is not empty: it has {tables} tables.")


async def _run(name: str, settings: Settings, *words: str) -> None:
    """Run a program of PostgreSQL; how to reach the server goes by its environment, unseen."""
    try:
        program = programs.postgres_tool(name).path
    except programs.ServerFault as fault:
        raise BackupFault(str(fault)) from fault
    at = urlsplit(settings.database_url)
    process = await asyncio.create_subprocess_exec(
        program, "--no-owner", "--no-privileges", *words,
        env={
            "PGHOST": at.hostname or "",
            "PGPORT": str(at.port or 5432),
            "PGUSER": unquote(at.username or ""),
            "PGPASSWORD": unquote(at.password or ""),
            "PGDATABASE": _database(settings.database_url),
        },
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, told = await process.communicate()
    if process.returncode:
        raise BackupFault(f"{name} failed: {told.decode(errors='replace').strip()[-500:]}")


def _database(url: str) -> str:
    return unquote(urlsplit(url).path.removeprefix("/"))


@asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[Bucket | None]:
    if not settings.has_store:
        yield None
        return
    at = StoreAddress(
        endpoint=settings.s3_endpoint,
        bucket=settings.s3_bucket,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
    )
    async with Bucket.opened(at) as bucket:
        yield bucket
