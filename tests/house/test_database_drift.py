"""Tables, models and migrations say the same; and the database itself refuses what must not be."""

from __future__ import annotations

import asyncio
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tortoise import Tortoise
from tortoise.migrations import operations as ops

from hmk_graph import database, migrating
from tests.conftest import at_database, execute
from tests.house import trials

MIGRATIONS = Path(__file__).parents[2] / "migrations"
TRIALS = [
    importlib.import_module(f"{trials.__name__}.{found.name}")
    for found in pkgutil.iter_modules(trials.__path__)
]
COPIES: dict[str, list[trials.Copy]] = {}
UPDATES: dict[str, list[str]] = {}
for _trial in TRIALS:
    COPIES.update(getattr(_trial, "COPIES", {}))
    UPDATES.update(getattr(_trial, "UPDATES", {}))
COLUMNS = """
SELECT table_name, column_name, udt_name, character_maximum_length, is_nullable, column_default,
       is_identity
FROM information_schema.columns WHERE table_schema = 'public'
"""
INDEXES = """
SELECT t.relname AS table_name, i.relname AS name,
       replace(pg_get_indexdef(x.indexrelid), i.relname, 'it') AS definition
FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname = 'public'
"""
CONSTRAINTS = """
SELECT conrelid::regclass::text AS table_name, conname AS name,
       pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""
TRIGGERS = "SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal"


def written_by_hand(kinds: str) -> set[str]:
    """Return the names that the hand-written migrations give to things of these kinds."""
    text = "".join(path.read_text(encoding="utf-8") for path in MIGRATIONS.glob("*/0*.py"))
    dropped = set(re.findall(r"DROP INDEX (\w+)", text))
    return set(re.findall(rf"(?:{kinds}) (\w+)", text)) - dropped


REFUSING = written_by_hand("ADD CONSTRAINT|CREATE UNIQUE INDEX|CREATE TRIGGER")


async def described(url: str) -> dict[str, set[tuple[Any, ...]]]:
    """Return what stands in a database, but for what is written by hand and Tortoise's own."""
    by_hand = REFUSING | written_by_hand("CREATE INDEX")
    connection = await asyncpg.connect(url)
    try:
        return {
            what: {
                tuple(value for key, value in row.items() if key != "name")
                for row in await connection.fetch(sql)
                if row["table_name"] != migrating.RECORDS and row.get("name") not in by_hand
            }
            for what, sql in (("columns", COLUMNS), ("indexes", INDEXES), ("rules", CONSTRAINTS))
        }
    finally:
        await connection.close()


@pytest.fixture
async def empty(postgres: str) -> AsyncIterator[str]:
    """The address of a database with nothing in it."""
    name = f"empty_{id(object())}"
    await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield at_database(postgres, name)
    await execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)')


async def test_the_migrated_tables_are_those_of_the_models(database_url: str, empty: str):
    await Tortoise.init(config=database.configuration(empty))
    await Tortoise.generate_schemas()
    await Tortoise.close_connections()

    migrated, modeled = await described(database_url), await described(empty)

    assert len(modeled["columns"]) > 200
    assert migrated == modeled


async def test_the_models_ask_for_no_further_migration():
    assert [writer.name for writer in await migrating.missing_migrations()] == []


def test_a_column_that_comes_later_has_a_value_for_the_rows_that_are_there():
    """Else a table with rows refuses it, and the old version of the program can write no more."""
    without = []
    for name in migrating.known():
        operations = importlib.import_module(f"migrations.{name}").Migration.operations
        made = {one.name for one in operations if isinstance(one, ops.CreateModel)}
        without += [
            f"{name}: {one.model_name}.{one.name}"
            for one in operations
            if isinstance(one, ops.AddField) and one.model_name not in made
            if not one.field.null and not one.field.has_db_default()
        ]

    assert without == []


async def test_what_is_written_by_hand_stands_in_the_database(database_url: str):
    connection = await asyncpg.connect(database_url)
    stands = {
        row["name"]
        for sql in (INDEXES, CONSTRAINTS, TRIGGERS)
        for row in await connection.fetch(sql)
    }
    await connection.close()

    assert len(REFUSING) > 30
    assert REFUSING | written_by_hand("CREATE INDEX") <= stands


async def test_no_amount_is_kept_as_a_fraction(database_url: str):
    """Failure 16: amounts are bigint, all of them, and only degrees are floats."""
    connection = await asyncpg.connect(database_url)
    columns = await connection.fetch(COLUMNS)
    await connection.close()

    amounts = {row["udt_name"] for row in columns if row["column_name"].endswith("_paisa")}
    fractions = {
        f"{row['table_name']}.{row['column_name']}"
        for row in columns
        if row["udt_name"] in ("float4", "float8", "numeric", "money")
    }
    assert amounts == {"int8"}
    assert {name.split(".")[0] for name in fractions} == {"places_place", "places_boundary"}


@pytest.mark.timeout(600)
async def test_two_processes_that_migrate_at_once_apply_each_migration_once(empty: str):
    """Without the lock both create the same tables, and one dies halfway."""
    program = (
        "import asyncio, json, sys; from hmk_graph import migrating;"
        "sys.stdin.read(1); print(json.dumps(asyncio.run(migrating.migrate(sys.argv[1]))))"
    )
    pair = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", program, empty),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=MIGRATIONS.parent,
        )
        for _ in range(2)
    ]

    async with asyncio.timeout(500):
        said = await asyncio.gather(*(process.communicate(b"!") for process in pair))

    assert [process.returncode for process in pair] == [0, 0]
    applied = sorted((json.loads(out) for out, _ in said), key=len)
    assert [applied[0], sorted(applied[1])] == [[], sorted(migrating.known())]


async def test_migrating_again_changes_nothing(database_url: str):
    before = await described(database_url)

    assert await migrating.migrate(database_url) == []
    assert await described(database_url) == before


@pytest.fixture(scope="module")
def furnished(postgres: str, template: str) -> Any:
    """The address of a database in which every table that is guarded has a row."""
    name = f"furnished_{template}"
    url = at_database(postgres, name)

    async def furnish() -> None:
        await execute(postgres, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        async with database.connected(url, pool_size=2):
            for trial in TRIALS:
                if hasattr(trial, "furnish"):
                    await trial.furnish()

    asyncio.run(furnish())
    yield url
    asyncio.run(execute(postgres, f'DROP DATABASE "{name}" WITH (FORCE)'))


async def refusal(url: str, statement: str, *values: Any) -> str:
    """Run a statement, take it back, and return the name of what refused it."""
    connection = await asyncpg.connect(url)
    taken_back = connection.transaction()
    await taken_back.start()
    try:
        with pytest.raises(asyncpg.IntegrityConstraintViolationError) as refused:
            await connection.execute(statement, *values)
    finally:
        await connection.close()
    return refused.value.constraint_name or str(refused.value)


def test_there_is_a_trial_of_everything_that_refuses():
    assert set(COPIES) | set(UPDATES) == REFUSING


@pytest.mark.parametrize("name", COPIES)
async def test_a_row_that_must_not_be_is_refused(furnished: str, name: str):
    for table, changed in COPIES[name]:
        changes = {**({} if table == "event_stream" else {"id": 10**9}), **changed}
        where = changes.pop("where", "true")
        same = {
            column
            for column, value in changes.items()
            if str(value).endswith(("_id", "_at", "_from"))
        }
        copied = "".join(f" || jsonb_build_object('{c}', x.{changes[c]})" for c in sorted(same))
        given = {column: value for column, value in changes.items() if column not in same}

        refused = await refusal(
            furnished,
            f"INSERT INTO {table} OVERRIDING SYSTEM VALUE"
            f" SELECT (jsonb_populate_record(x, $1::jsonb{copied})).* FROM {table} x"
            f" WHERE {where} ORDER BY 1 LIMIT 1",
            json.dumps(given),
        )

        assert refused == name, (table, changed)


@pytest.mark.parametrize("name", UPDATES)
async def test_a_change_that_must_not_be_is_refused(furnished: str, name: str):
    for statement in UPDATES[name]:
        refused = await refusal(furnished, statement)

        assert ("is append-only" if "append_only" in name else name) in refused, statement


async def test_a_price_may_fall_in_a_transaction_that_voids_bids(furnished: str):
    connection = await asyncpg.connect(furnished)
    transaction = connection.transaction()
    await transaction.start()

    await connection.execute("SET LOCAL hmk.voiding_bids = 'yes'")
    changed = await connection.execute("UPDATE haat_lot SET price_paisa = price_paisa - 100")
    await transaction.rollback()

    with pytest.raises(asyncpg.IntegrityConstraintViolationError):
        await connection.execute("UPDATE haat_lot SET price_paisa = price_paisa - 100")
    await connection.close()
    assert changed == "UPDATE 1"
