"""Nothing that a kept answer was read from changes without a word (`hmk_graph/moved.py`)."""

from __future__ import annotations

import asyncpg
import pytest

from hmk_graph import moved, reading
from hmk_graph.reading import WATCHED
from tests import factories

TRIGGERS = """
SELECT c.relname AS "table", p.proname AS function, t.tgtype::int & 60 AS events
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE p.proname LIKE 'moved\\_%'
"""
TABLES = """
SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p', 'f')
AND relnamespace = 'public'::regnamespace
"""
# As pg_trigger counts them: INSERT, DELETE, UPDATE, TRUNCATE.
CAME, WENT, CHANGED, EMPTIED = 4, 8, 16, 32


async def test_each_watched_table_tells_of_every_kind_of_change_by_its_key(db: str):
    connection = await asyncpg.connect(db)
    rows = await connection.fetch(TRIGGERS)
    await connection.close()

    told: dict[tuple[str, str], int] = {}
    for row in rows:
        place = (row["table"], row["function"])
        told[place] = told.get(place, 0) | row["events"]
    expected = {}
    for table, column in WATCHED.items():
        if column:
            expected[table, f"moved_by_{column}"] = CAME | WENT | CHANGED
            expected[table, "moved_whole"] = EMPTIED
        else:
            expected[table, "moved_whole"] = CAME | WENT | CHANGED | EMPTIED
    assert told == expected


async def test_every_table_is_known_so_that_a_statement_that_reads_it_is(db: str):
    connection = await asyncpg.connect(db)
    there = {row["relname"] for row in await connection.fetch(TABLES)}
    await connection.close()

    assert there - reading.tables == {"tortoise_migrations"}


async def test_a_look_finds_each_change_once_and_only_when_it_is_committed(db: str):
    first = await moved.look(None)
    someone = await factories.person()
    second = await moved.look(first.snapshot)
    nothing = await moved.look(second.snapshot)

    assert ("accounts_account", str(someone.id)) in second.moved
    assert nothing.moved == frozenset()

    # A transaction that began before a look and commits after it is found by the next one, although
    # a younger transaction was found before.
    slow = await asyncpg.connect(db)
    transaction = slow.transaction()
    await transaction.start()
    await slow.execute("UPDATE accounts_account SET name = 'ধীর' WHERE id = $1", someone.id)
    other = await factories.person()
    meanwhile = await moved.look(nothing.snapshot)
    await transaction.commit()
    after = await moved.look(meanwhile.snapshot)
    await slow.close()

    assert meanwhile.moved == {("accounts_account", str(other.id))}
    assert after.moved == {("accounts_account", str(someone.id))}


async def test_pruning_leaves_what_somebody_may_not_have_seen(db: str):
    before, _ = await moved.prune(None)
    seen = await moved.look(None)
    await factories.person()

    _, none_went = await moved.prune(before)
    found = await moved.look(seen.snapshot)
    _, one_went = await moved.prune(found.snapshot)

    assert (none_went, one_went) == (0, 1)
    assert len(found.moved) == 1


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("SELECT * FROM haat_bid", "nobody tells of changes of haat_bid"),
        (
            'SELECT 1 FROM "haat_lot" JOIN haat_deal d ON true',
            "nobody tells of changes of haat_deal",
        ),
        ("UPDATE haat_lot SET state = 'OPEN'", "a statement writes"),
        ("SELECT id FROM haat_lot FOR UPDATE", "a statement writes"),
        ("SELECT clock_timestamp() AS at", "a statement looks at the clock"),
        ("SELECT 1 FROM haat_lot WHERE ends_at > $1", None),
    ],
)
async def test_what_nobody_thought_of_is_not_kept(db: str, sql: str, why: str | None):
    with reading.opened() as read:
        reading.statement(sql)

    assert read.why_not == why


async def test_what_is_read_in_parts_hangs_on_these_parts_alone(db: str):
    with reading.opened() as read:
        with reading.only(haat_lot=[7, 8]):
            reading.statement("SELECT 1 FROM haat_lot JOIN places_place p ON true")
        reading.statement("SELECT 1 FROM haat_haat")

    assert read.sources == {
        ("haat_lot", "7"),
        ("haat_lot", "8"),
        ("places_place", ""),
        ("haat_haat", ""),
    }
