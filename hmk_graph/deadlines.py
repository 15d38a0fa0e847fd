"""What is due when: a deadline is a row, and a timer only asks whether it is due.

Firing late, twice, or not until the next look changes nothing, because what a deadline fires locks
its thing and looks at state and clock again (rules.md C4). Nothing that people do waits for these
rows after they are armed; a bid that extends a lot leaves the row, and the closing re-arms it. So a
worker (deadline, then lot) and a bidder (lot) never wait for each other crosswise.
"""

from __future__ import annotations

from datetime import datetime

from tortoise import fields
from tortoise.connection import get_connection
from tortoise.models import Model


class Deadline(Model):
    """Ask at `due_at` whether `kind` is due for the thing `subject_id`."""

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(max_length=60)
    subject_id = fields.BigIntField()
    due_at = fields.DatetimeField(db_index=True)
    failures = fields.IntField(default=0)

    class Meta:
        table = "deadline"
        unique_together = (("kind", "subject_id"),)


async def arm(kind: str, subject_id: int, due_at: datetime) -> None:
    """Set when to ask; a deadline that is armed already moves. In the caller's transaction."""
    await get_connection("default").execute_query(
        "INSERT INTO deadline (kind, subject_id, due_at, failures) VALUES ($1, $2, $3, 0)"
        " ON CONFLICT (kind, subject_id) DO UPDATE SET due_at = excluded.due_at, failures = 0",
        [kind, subject_id, due_at],
    )


async def hasten(kind: str, subject_id: int, due_at: datetime) -> None:
    """Have a thing asked about at `due_at` or before; never waits for a worker that is asking.

    For commands that hold the lock of the thing already: a worker that has taken the row waits for
    that lock, and will see what was done, so its row is left to it. In the caller's transaction.
    """
    await get_connection("default").execute_query(
        "WITH free AS (SELECT id FROM deadline WHERE kind = $1 AND subject_id = $2"
        " FOR UPDATE SKIP LOCKED), moved AS (UPDATE deadline d SET due_at = least(d.due_at, $3),"
        " failures = 0 FROM free WHERE d.id = free.id)"
        " INSERT INTO deadline (kind, subject_id, due_at, failures) VALUES ($1, $2, $3, 0)"
        " ON CONFLICT (kind, subject_id) DO NOTHING",
        [kind, subject_id, due_at],
    )
