"""A lot's row and its log kept in step: read the state, decide, write the line, the row, the event.

The row holds what the fold of the log would give, so that a bid need not read the log; a test folds
the log after random auctions and compares.
"""

from __future__ import annotations

import secrets as randomness
from datetime import datetime, timedelta
from typing import Any, TypeVar

import orjson
from tortoise.connection import get_connection

from hmk_graph import rows
from hmk_graph.errors import NotFound
from hmk_graph.haat import rules
from hmk_graph.haat.auction import AcceptedBid, Decision, LotState, Phase
from hmk_graph.haat.events import LotEvent
from hmk_graph.haat.lot_log import (
    BEGINNING,
    Kind,
    Line,
    Opening,
    Secrets,
    moment,
    public_lines,
    write_line,
)
from hmk_graph.haat.lot_models import Bid, Lot, LotLine
from hmk_graph.haat.lot_models import LotState as Stored
from hmk_graph.haat.lot_terms import LotTerms, StepTable
from hmk_graph.money import Paisa

E = TypeVar("E", bound=LotEvent)

ENDED = {
    Stored.CLOSED: Phase.CLOSED,
    Stored.WITHDRAWN: Phase.WITHDRAWN,
    Stored.VOIDED: Phase.VOIDED,
}
RUNNING = (Stored.SCHEDULED, Stored.OPEN)
# Before an officer fixed its terms a lot is nobody's business but the seller's and the officers'.
NOT_PUBLIC = (Stored.DRAFT, Stored.SUBMITTED, Stored.REJECTED)


async def locked(lot_id: int) -> Lot:
    """Lock a lot until the transaction ends.

    Raises:
        NotFound: There is no such lot.
    """
    lot = await Lot.filter(id=lot_id).select_for_update(no_key=True).first()
    if lot is None:
        raise NotFound
    return lot


async def locked_scheduled(lot_id: int) -> Lot:
    """Lock a lot that has terms.

    Raises:
        NotFound: There is none, or no officer has scheduled it yet.
    """
    lot = await locked(lot_id)
    if not _has_terms(lot):
        raise NotFound
    return lot


async def locked_for_bids(lot_id: int) -> Lot | None:
    """Lock a lot and read its row by one plain statement; None unless it has terms."""
    found = await get_connection("default").execute_query_dict(
        "SELECT * FROM haat_lot WHERE id = $1 FOR NO KEY UPDATE", [lot_id]
    )
    lot = rows.made(Lot, found[0]) if found else None
    return lot if lot is not None and _has_terms(lot) else None


def _has_terms(lot: Lot) -> bool:
    return lot.state not in NOT_PUBLIC and lot.starts_at is not None


def terms_of(lot: Lot) -> LotTerms:
    """Return the terms that a scheduled lot was given, with its planned end; `ends_at` moves."""
    if lot.starts_at is None or lot.planned_ends_at is None or lot.hard_ends_at is None:
        raise ValueError("The lot has no times yet.")
    return LotTerms(
        start=Paisa(lot.start_paisa),
        reserve=None if lot.reserve_paisa is None else Paisa(lot.reserve_paisa),
        steps=StepTable.from_json(lot.step_table),
        starts_at=lot.starts_at,
        ends_at=lot.planned_ends_at,
        hard_ends_at=lot.hard_ends_at,
        window=timedelta(seconds=lot.soft_close_s),
    )


def state_of(lot: Lot) -> LotState:
    """Return what the rules need to know of a scheduled lot."""
    terms = terms_of(lot)
    return LotState(
        terms=terms,
        line=lot.lines,
        line_at=lot.line_at,
        ends_at=lot.ends_at or terms.ends_at,
        price=None if lot.price_paisa is None else Paisa(lot.price_paisa),
        leader=lot.leader_alias,
        leader_max=None if lot.leader_max_paisa is None else Paisa(lot.leader_max_paisa),
        bid_count=lot.bid_count,
        bidders=lot.bidder_count,
        ended=ENDED.get(lot.state),
    )


def reserve_of(lot: Lot) -> Opening | None:
    """Return the hidden reserve with its nonce."""
    if lot.reserve_paisa is None or lot.reserve_nonce is None:
        return None
    return Opening(amount=Paisa(lot.reserve_paisa), nonce=lot.reserve_nonce)


def fresh_nonce() -> str:
    """Return 32 random bytes in hex: what keeps a committed amount from being guessed."""
    return randomness.token_hex(32)


async def standing(lot_id: int) -> tuple[AcceptedBid, ...]:
    """Return the bids that stand in a lot, by alias, in order of their lines."""
    found = await get_connection("default").execute_query_dict(
        "SELECT b.line, b.maximum_paisa, a.alias FROM haat_bid b JOIN haat_lot_bidder a"
        " ON a.lot_id = b.lot_id AND a.account_id = b.bidder_id"
        " WHERE b.lot_id = $1 AND NOT b.voided ORDER BY b.line",
        [lot_id],
    )
    return tuple(
        AcceptedBid(line=row["line"], bidder=row["alias"], maximum=Paisa(row["maximum_paisa"]))
        for row in found
    )


async def last_public(lot_id: int) -> Line:
    """Return the last line of a lot's log that everybody may read now."""
    found = await LotLine.filter(lot_id=lot_id).order_by("line")
    return public_lines([stored_line(row.body) for row in found])[-1]


def stored_line(row: str | dict[str, Any]) -> Line:
    """Return a line as it was written. `Any`: it is JSON."""
    body = orjson.loads(row) if isinstance(row, str) else row
    return Line(**{**body, "kind": Kind(body["kind"])})


async def all_secrets(lot: Lot) -> Secrets:
    """Return every secret of a lot, voided bids included: what the close opens."""
    bids = await Bid.filter(lot_id=lot.id).order_by("line")
    return Secrets(
        bids={bid.line: Opening(amount=Paisa(bid.maximum_paisa), nonce=bid.nonce) for bid in bids},
        reserve=reserve_of(lot),
    )


async def write(lot: Lot, decision: Decision, secrets: Secrets, **changes: Any) -> Line:
    """Write a decision: its line, and the lot's row with `changes` of its own on top.

    Only the named columns are written, never the whole row. `changes` may name any column.
    """
    line = write_line(lot.id, decision, previous=lot.log_head or BEGINNING, secrets=secrets)
    state = decision.state
    written: dict[str, Any] = {
        "lines": state.line,
        "line_at": state.line_at,
        "log_head": line.hash,
        "price_paisa": state.price,
        "leader_alias": state.leader,
        "leader_max_paisa": state.leader_max,
        "bid_count": state.bid_count,
        "bidder_count": state.bidders,
        "starts_at": state.terms.starts_at,
        "planned_ends_at": state.terms.ends_at,
        "ends_at": state.ends_at,
        "hard_ends_at": state.terms.hard_ends_at,
        "version": lot.version + 1,
        **changes,
    }
    connection = get_connection("default")
    await connection.execute_query(
        "INSERT INTO haat_lot_line (lot_id, line, body, hash) VALUES ($1, $2, $3::jsonb, $4)",
        [lot.id, line.line, orjson.dumps(line.as_json()).decode(), line.hash],
    )
    await Lot.filter(id=lot.id).update(**written)
    for column, value in written.items():
        setattr(lot, column, value)
    return line


def told(
    kind: type[E], lot: Lot, line: Line, *, happened_at: datetime | None = None, **more: Any
) -> E:
    """Make the event that tells a lot's stream how it stands now. `more`: the kind's own fields."""
    return telling(kind, lot, line, state_of(lot), happened_at=happened_at, **more)


def telling(
    kind: type[E],
    lot: Lot,
    line: Line,
    state: LotState,
    *,
    happened_at: datetime | None = None,
    **more: Any,
) -> E:
    """Make the event that tells a lot's stream how it stood after a line. `more` as for `told`."""
    return kind(
        lot_id=lot.id,
        haat_id=lot.haat_id,
        line=line.line,
        hash=line.hash,
        happened_at=happened_at or moment(line.at),
        price=state.price,
        leader=state.leader,
        minimum_next=rules.minimum_next(state),
        bid_count=state.bid_count,
        bidder_count=state.bidders,
        reserve_met=state.reserve_met,
        starts_at=state.terms.starts_at,
        ends_at=state.ends_at,
        hard_ends_at=state.terms.hard_ends_at,
        **more,
    )
