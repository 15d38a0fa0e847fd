"""Brings a database to the present tables, by one process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
from tortoise import Tortoise
from tortoise.migrations.api.migrate import migrate as run_migrations
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.schema_generator.state_apps import StateApps
from tortoise.migrations.writer import MigrationWriter, format_migration_name

from hmk_graph.database import MODELS, configuration

# Any number will do, as long as every process of ours takes the same one.
LOCK = 4_800_220
# A migration waits this long for another process to finish its own.
LOCK_TIMEOUT = "300s"
RECORDS = "tortoise_migrations"
FOLDER = Path(__file__).parent.parent / "migrations"


async def migrate(url: str) -> list[str]:
    """Apply what is missing and return the names of what was applied, as `context.name`.

    Tortoise's own tool has no lock, and two processes that start together would both create the
    same tables: an advisory lock on a connection of its own makes the second wait and find nothing
    to do.
    """
    guard = await asyncpg.connect(url, server_settings={"lock_timeout": LOCK_TIMEOUT})
    try:
        await guard.execute("SELECT pg_advisory_lock($1)", LOCK)
        before = await applied(guard)
        if set(known()) <= set(before):
            return []
        config = configuration(url, pool_size=2)
        # Altering a large table takes as long as it takes; the limits are for the program's
        # requests.
        config["connections"]["default"]["credentials"]["server_settings"] = {
            "application_name": "hmk-migrate"
        }
        try:
            with _no_querysets():
                await run_migrations(config=config)
        finally:
            await Tortoise.close_connections()
        return [name for name in await applied(guard) if name not in before]
    finally:
        await guard.close()


@contextmanager
def _no_querysets() -> Iterator[None]:
    """Keep Tortoise from preparing queries for all models anew after each step of a migration.

    Ours make tables and run SQL; nobody asks the models on the way, and the preparing took half of
    the time until a fresh database stands.
    """
    states: Any = StateApps  # a method is replaced
    prepare = states._build_initial_querysets
    states._build_initial_querysets = lambda _: None
    try:
        yield
    finally:
        states._build_initial_querysets = prepare


async def applied(connection: asyncpg.Connection[asyncpg.Record]) -> list[str]:
    """Return which migrations a database has, in the order they were applied."""
    if await connection.fetchval("SELECT to_regclass($1)", RECORDS) is None:
        return []
    rows = await connection.fetch(f"SELECT app, name FROM {RECORDS} ORDER BY id")
    return [f"{row['app']}.{row['name']}" for row in rows]


def known() -> list[str]:
    """Return which migrations this program brings."""
    return [
        f"{app}.{path.stem}" for app in MODELS for path in sorted((FOLDER / app).glob("[0-9]*.py"))
    ]


async def missing_migrations() -> list[MigrationWriter]:
    """Return the migrations that the models ask for and nobody has written."""
    config = configuration("postgres://nobody@127.0.0.1/none")
    await Tortoise.init(config=config, init_connections=False)
    try:
        if Tortoise.apps is None:
            return []
        return await MigrationAutodetector(Tortoise.apps, config["apps"]).changes()
    finally:
        await Tortoise.close_connections()


async def write_missing(name: str) -> list[Path]:
    """Write the migrations that the models ask for, under a name, and return their files.

    Constraints are not among them: Tortoise's tool loses those of a model's `Meta`. They are
    written by hand as SQL, beside.
    """
    written = []
    for writer in await missing_migrations():
        number = int(writer.name.split("_", 1)[0])
        writer.name = format_migration_name(number, name)
        written.append(Path(writer.write()))
    return written
