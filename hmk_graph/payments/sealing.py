"""Chains the ledger's transfers by hash, after they are committed, and tells each day's root.

Were the hash written with the transfer, every payment of the district would wait for the one before
it. So one sealer at a time takes what is committed and not sealed, in the order of the numbers. A
transfer that commits late is sealed late: the chain's order is that of the sealing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.clock import DHAKA, Clock
from hmk_graph.event_log import transaction
from hmk_graph.money import Paisa
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.models import Phase
from hmk_graph.payments.rules import BEGINNING, Entry, chained

# Any number will do, as long as every process of ours takes the same one.
LOCK = 4_800_221
AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Root:
    """How far the chain had come at the end of a day (in Dhaka), and its hash there."""

    day: date
    number: int
    hash: str


async def seal(clock: Clock) -> int:
    """Seal a batch of what is committed, and return how many there were; 0 when nothing waits.

    While another process seals, this one does nothing.
    """
    async with transaction():
        [row] = await _rows("SELECT pg_try_advisory_xact_lock($1) AS ours", LOCK)
        if not row["ours"]:
            return 0
        waiting = [entry_of(row) for row in await _rows(_WAITING, AT_ONCE)]
        if not waiting:
            return 0
        last = await _rows("SELECT number, hash FROM payments_seal ORDER BY number DESC LIMIT 1")
        number, head = (last[0]["number"], last[0]["hash"]) if last else (0, BEGINNING)
        hashes = []
        for entry in waiting:
            head = chained(head, entry)
            hashes.append(head)
        await _rows(
            "INSERT INTO payments_seal (number, transfer_id, day, hash)"
            " SELECT $1::bigint + w.place, w.id, $4, w.hash"
            " FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS w (id, hash, place)",
            number,
            [entry.id for entry in waiting],
            hashes,
            (await clock()).astimezone(DHAKA).date(),
        )
    return len(waiting)


async def roots(*, before: date | None = None, first: int) -> list[Root]:
    """Return the roots of days, newest first; that of today still moves."""
    rows = await _rows(
        "SELECT s.day, s.number, s.hash FROM (SELECT day, max(number) AS number FROM payments_seal"
        " WHERE $1::date IS NULL OR day < $1 GROUP BY day ORDER BY day DESC LIMIT $2) d"
        " JOIN payments_seal s USING (number) ORDER BY s.day DESC",
        before,
        first,
    )
    return [Root(**row) for row in rows]


async def sealed_after(number: int, *, first: int) -> list[tuple[int, str, Entry]]:
    """Return the next seals: their numbers, hashes and entries, in order."""
    rows = await _rows(_SEALED, number, first)
    return [(row["number"], row["hash"], entry_of(row)) for row in rows]


def entry_of(row: dict[str, Any]) -> Entry:
    """Return a row of a transfer with its accounts' names as the chain tells it."""
    return Entry(
        id=row["id"],
        kind=row["kind"],
        ref=row["ref"],
        phase=Phase(row["phase"]),
        debit=AccountName(row["debit"]),
        credit=AccountName(row["credit"]),
        amount=Paisa(row["amount_paisa"]),
        pending=row["pending_id"],
        reverses=row["reverses_id"],
        at=row["at"],
    )


async def _rows(sql: str, *values: Any) -> Sequence[dict[str, Any]]:  # Any: columns of any kind
    return await get_connection("default").execute_query_dict(sql, list(values))


ENTRY = (
    "t.id, t.kind, t.ref, t.phase, d.name AS debit, c.name AS credit, t.amount_paisa,"
    " t.pending_id, t.reverses_id, t.at"
)
_ACCOUNTS = (
    " JOIN payments_account d ON d.id = t.debit_id JOIN payments_account c ON c.id = t.credit_id"
)
_WAITING = f"""
SELECT {ENTRY} FROM payments_transfer t {_ACCOUNTS}
WHERE NOT EXISTS (SELECT FROM payments_seal s WHERE s.transfer_id = t.id)
ORDER BY t.id LIMIT $1
"""
_SEALED = f"""
SELECT s.number, s.hash, {ENTRY} FROM payments_seal s
JOIN payments_transfer t ON t.id = s.transfer_id {_ACCOUNTS}
WHERE s.number > $1 ORDER BY s.number LIMIT $2
"""
