"""What changed of the tables that public answers are read from, and since when.

A trigger on each watched table writes down, in the transaction of the change, which key moved. Rows
are only added: nobody waits for anybody. Each carries the number of its transaction, so a snapshot
tells exactly which of them a reader has not seen yet, whatever the order of commits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.connection import get_connection
from tortoise.models import Model

from hmk_graph.reading import Source


class Moved(Model):
    """A key of a watched table that a transaction changed; `key` "" is the table as a whole."""

    id = fields.BigIntField(primary_key=True)
    by = fields.BigIntField()
    source = fields.CharField(max_length=63)
    key = fields.CharField(max_length=120)

    class Meta:
        table = "moved"


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a look found: all that moved and was not visible in the snapshot before.

    `now` is the database's clock, read after the snapshot was taken.
    """

    snapshot: str
    now: datetime
    moved: frozenset[Source]


async def look(since: str | None) -> Look:
    """Take a snapshot and return it with what moved since an earlier one (None: since never).

    One statement, by an index on the transactions' numbers: it reads the new rows alone, however
    much has been kept and however many answers hang on it.
    """
    [row] = await get_connection("default").execute_query_dict(_LOOK, [since])
    return Look(
        snapshot=row["snapshot"],
        now=row["now"],
        moved=frozenset(tuple(one.split(" ", 1)) for one in row["moved"]),
    )


def follows(snapshot: str, before: str) -> bool:
    """Say whether a snapshot can be later than another one of the same, unrestored database."""
    return _end(snapshot) >= _end(before)


async def prune(seen_by_all: str | None) -> tuple[str, int]:
    """Delete what was visible in an earlier snapshot; return a new one, and how many went.

    Whoever has not looked since that earlier one may have missed something, and forgets all he
    kept (`schema.answers`).
    """
    connection = get_connection("default")
    gone = 0
    if seen_by_all is not None:
        gone, _ = await connection.execute_query(_PRUNE, [seen_by_all])
    [row] = await connection.execute_query_dict("SELECT pg_current_snapshot()::text AS snapshot")
    return str(row["snapshot"]), gone


def _end(snapshot: str) -> int:
    return int(snapshot.split(":")[1])


_UNSEEN = """by >= pg_snapshot_xmin($1::text::pg_snapshot)::text::bigint
    AND NOT pg_visible_in_snapshot(by::text::xid8, $1::text::pg_snapshot)"""
_LOOK = f"""
SELECT pg_current_snapshot()::text AS snapshot, clock_timestamp() AS now,
       ARRAY(SELECT DISTINCT source || ' ' || key FROM moved WHERE {_UNSEEN}) AS moved
"""
_PRUNE = """
DELETE FROM moved WHERE by < pg_snapshot_xmax($1::text::pg_snapshot)::text::bigint
    AND pg_visible_in_snapshot(by::text::xid8, $1::text::pg_snapshot)
"""
