"""The only place where money moves. Everything here joins the caller's transaction.

A transfer has two sides of one amount, and the database moves both (see the migration), refuses to
overdraw a guarded account, and refuses to change or delete what was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.event_log import transaction
from hmk_graph.money import Paisa
from hmk_graph.payments.chart import AccountName, is_guarded
from hmk_graph.payments.errors import AlreadyPosted, NotEnoughMoney, NotPending
from hmk_graph.payments.models import Phase
from hmk_graph.payments.rules import Balance


@dataclass(frozen=True, kw_only=True)
class Move:
    """An amount that shall go from `debit` to `credit`; (`kind`, `ref`) is why, and counts once."""

    kind: str
    ref: str
    debit: AccountName
    credit: AccountName
    amount: Paisa
    reverses: int | None = None


async def post(*moves: Move) -> list[int]:
    """Move money, all of it or none, and return the numbers of the transfers.

    The guarded accounts are locked in the order of their numbers before anything moves.

    Raises:
        NotEnoughMoney: A guarded account would be overdrawn.
        AlreadyPosted: A reason has moved money before.
    """
    return await _write(moves, Phase.POSTED)


async def hold(*moves: Move) -> list[int]:
    """Promise money: it stays where it is, and nobody can promise or move it twice.

    Raises:
        NotEnoughMoney: So much is not free.
        AlreadyPosted: The reason was used before.
    """
    return await _write(moves, Phase.PENDING)


async def capture(pending_id: int, *, ref: str, amount: Paisa | None = None) -> int:
    """Move what a hold promised, or a smaller `amount` of it; the rest is free again.

    Raises:
        NotPending: The hold was resolved before, or promised less.
    """
    return await _resolve(pending_id, Phase.POST, ref=ref, amount=amount)


async def release(pending_id: int, *, ref: str, expired: bool = False) -> int:
    """Give a hold's money free; `expired` says that time did it.

    Raises:
        NotPending: The hold was resolved before.
    """
    phase = Phase.EXPIRE if expired else Phase.VOID
    return await _resolve(pending_id, phase, ref=ref, amount=None)


async def exchange(release_id: int | None, *holds: Move) -> list[int]:
    """Give one hold free and promise others by one statement, and return the new holds' numbers.

    For bids, where a lead and its deposit change hands under a hot lock. The caller has locked the
    accounts (`locked_if_there`) and knows what is free on them; the database refuses what is not.
    """
    rows = await _rows(
        _EXCHANGE,
        release_id,
        [move.kind for move in holds],
        [move.ref for move in holds],
        [move.debit for move in holds],
        [move.credit for move in holds],
        [move.amount for move in holds],
    )
    return sorted(int(row["id"]) for row in rows if row["phase"] == Phase.PENDING)


async def reverse(transfer_id: int, *, ref: str) -> int:
    """Take back a posted transfer by another one; at most once.

    Raises:
        NotPending: It moved nothing, or is reversed already.
        NotEnoughMoney: Where the money went it is no longer.
    """
    async with transaction():
        await _rows("SELECT FROM payments_transfer WHERE id = $1 FOR NO KEY UPDATE", transfer_id)
        found = await _rows(_REVERSIBLE, transfer_id)
        if not found:
            raise NotPending
        row = found[0]
        move = Move(
            kind=f"{row['kind']}.reversed"[:40],
            ref=ref,
            debit=AccountName(row["credit"]),
            credit=AccountName(row["debit"]),
            amount=Paisa(row["amount_paisa"]),
            reverses=transfer_id,
        )
        [number] = await _write([move], Phase.POSTED)
    return number


async def pending(kind: str, ref: str) -> int | None:
    """Return the number of a hold that still stands, by its reason; None if there is none."""
    found = await _rows(
        "SELECT t.id FROM payments_transfer t WHERE t.kind = $1 AND t.ref = $2"
        " AND t.phase = 'PENDING' AND NOT EXISTS"
        " (SELECT FROM payments_transfer r WHERE r.pending_id = t.id)",
        kind,
        ref,
    )
    return found[0]["id"] if found else None


async def amount_of(kind: str, ref: str) -> Paisa:
    """Return what was moved for a reason; zero if it moved nothing."""
    found = await _rows(
        "SELECT amount_paisa FROM payments_transfer WHERE kind = $1 AND ref = $2", kind, ref
    )
    return Paisa(found[0]["amount_paisa"] if found else 0)


async def balance(name: AccountName) -> Balance:
    """Return what stands on an account; zero for one that was never used."""
    if is_guarded(name):
        found = await _rows(
            "SELECT balance_paisa AS posted, held_paisa AS held FROM payments_account"
            " WHERE name = $1",
            name,
        )
        return Balance(**found[0]) if found else Balance()
    [row] = await _rows(_SUM, name)
    return Balance(int(row["posted"]), int(row["held"]))


async def locked(*names: AccountName) -> dict[AccountName, Balance]:
    """Lock guarded accounts until the transaction ends, in the order of their numbers.

    Accounts that are not there yet are opened.
    """
    await _open(names)
    return await locked_if_there(*names)


async def locked_if_there(*names: AccountName) -> dict[AccountName, Balance]:
    """Lock those guarded accounts that were ever used, by one statement; leave the others out."""
    rows = await _rows(
        "SELECT name, balance_paisa AS posted, held_paisa AS held FROM payments_account"
        " WHERE name = ANY($1) AND guarded ORDER BY id FOR NO KEY UPDATE",
        list(names),
    )
    return {AccountName(row["name"]): Balance(row["posted"], row["held"]) for row in rows}


async def _write(moves: Iterable[Move], phase: Phase) -> list[int]:
    wanted = list(moves)
    async with transaction():
        names = {name for move in wanted for name in (move.debit, move.credit)}
        standing = await locked(*sorted(names))
        _need_enough(wanted, standing)
        rows = await _rows(
            _INSERT,
            [move.kind for move in wanted],
            [move.ref for move in wanted],
            [move.debit for move in wanted],
            [move.credit for move in wanted],
            [move.amount for move in wanted],
            [move.reverses for move in wanted],
            str(phase),
        )
        _need_new(wanted, rows)
    return sorted(int(row["id"]) for row in rows)


def _need_new(moves: list[Move], written: list[dict[str, Any]]) -> None:
    """Refuse them all when one's reason counted before, and so was not written."""
    new = {(row["kind"], row["ref"]) for row in written}
    for move in moves:
        if (move.kind, move.ref) not in new:
            raise AlreadyPosted(move.kind, move.ref)


def _need_enough(moves: list[Move], standing: dict[AccountName, Balance]) -> None:
    """Follow the moves in their order: what one brings, the next may take."""
    free = {name: found.free for name, found in standing.items()}
    for move in moves:
        if move.debit in free:
            if free[move.debit] < move.amount:
                raise NotEnoughMoney(needed=move.amount, available=free[move.debit])
            free[move.debit] = Paisa(free[move.debit] - move.amount)
        if move.credit in free:
            free[move.credit] = Paisa(free[move.credit] + move.amount)


async def _resolve(pending_id: int, phase: Phase, *, ref: str, amount: Paisa | None) -> int:
    async with transaction():
        # Who resolves it holds its row, so that of two the second sees what the first has done.
        await _rows("SELECT FROM payments_transfer WHERE id = $1 FOR NO KEY UPDATE", pending_id)
        found = await _rows(_PENDING, pending_id)
        if not found or found[0]["resolved"] or (amount or 0) > found[0]["amount_paisa"]:
            raise NotPending
        await locked(AccountName(found[0]["debit"]), AccountName(found[0]["credit"]))
        [written] = await _rows(_RESOLVE, pending_id, ref, str(phase), amount)
    return int(written["id"])


async def _open(names: Iterable[AccountName]) -> None:
    wanted = sorted(names)
    await _rows(
        "INSERT INTO payments_account (name, guarded, balance_paisa, held_paisa)"
        " SELECT w.name, w.guarded, 0, 0 FROM unnest($1::text[], $2::bool[]) AS w (name, guarded)"
        " WHERE NOT EXISTS (SELECT FROM payments_account a WHERE a.name = w.name)"
        " ON CONFLICT (name) DO NOTHING",
        wanted,
        [is_guarded(name) for name in wanted],
    )


async def _rows(sql: str, *values: Any) -> list[dict[str, Any]]:  # Any: columns of any kind
    return await get_connection("default").execute_query_dict(sql, list(values))


_INSERT = """
INSERT INTO payments_transfer
    (kind, ref, phase, debit_id, credit_id, amount_paisa, reverses_id, at)
SELECT w.kind, w.ref, $7, d.id, c.id, w.amount, w.reverses, clock_timestamp()
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
    WITH ORDINALITY AS w (kind, ref, debit, credit, amount, reverses, place)
JOIN payments_account d ON d.name = w.debit
JOIN payments_account c ON c.name = w.credit
ORDER BY w.place
ON CONFLICT (kind, ref) DO NOTHING
RETURNING id, kind, ref
"""
_EXCHANGE = """
INSERT INTO payments_transfer
    (kind, ref, phase, debit_id, credit_id, amount_paisa, pending_id, at)
SELECT kind, ref, phase, debit_id, credit_id, amount, pending_id, clock_timestamp() FROM (
    SELECT 0 AS place, t.kind || '.void' AS kind, t.ref, 'VOID' AS phase, t.debit_id, t.credit_id,
           t.amount_paisa AS amount, t.id AS pending_id
    FROM payments_transfer t WHERE t.id = $1
    UNION ALL
    SELECT w.place, w.kind, w.ref, 'PENDING', d.id, c.id, w.amount, NULL
    FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
        WITH ORDINALITY AS w (kind, ref, debit, credit, amount, place)
    JOIN payments_account d ON d.name = w.debit
    JOIN payments_account c ON c.name = w.credit) AS moves
ORDER BY place
RETURNING id, phase
"""
_REVERSIBLE = """
SELECT t.kind, t.amount_paisa, d.name AS debit, c.name AS credit
FROM payments_transfer t
JOIN payments_account d ON d.id = t.debit_id
JOIN payments_account c ON c.id = t.credit_id
WHERE t.id = $1 AND t.phase IN ('POSTED', 'POST')
  AND NOT EXISTS (SELECT FROM payments_transfer r WHERE r.reverses_id = t.id)
"""
_PENDING = """
SELECT t.amount_paisa, d.name AS debit, c.name AS credit,
       EXISTS (SELECT FROM payments_transfer r WHERE r.pending_id = t.id) AS resolved
FROM payments_transfer t
JOIN payments_account d ON d.id = t.debit_id
JOIN payments_account c ON c.id = t.credit_id
WHERE t.id = $1 AND t.phase = 'PENDING'
"""
_RESOLVE = """
INSERT INTO payments_transfer
    (kind, ref, phase, debit_id, credit_id, amount_paisa, pending_id, at)
SELECT t.kind || '.' || lower($3), $2, $3, t.debit_id, t.credit_id,
       coalesce($4, t.amount_paisa), t.id, clock_timestamp()
FROM payments_transfer t WHERE t.id = $1
RETURNING id
"""
_SUM = """
SELECT coalesce(sum(CASE WHEN t.phase IN ('POSTED', 'POST') THEN
           CASE WHEN t.credit_id = a.id THEN t.amount_paisa ELSE -t.amount_paisa END END), 0)
           AS posted,
       coalesce(sum(CASE WHEN t.debit_id = a.id AND t.phase = 'PENDING' AND NOT EXISTS
           (SELECT FROM payments_transfer r WHERE r.pending_id = t.id) THEN t.amount_paisa END), 0)
           AS held
FROM payments_account a
JOIN payments_transfer t ON a.id IN (t.debit_id, t.credit_id)
WHERE a.name = $1
"""
