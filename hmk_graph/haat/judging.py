"""Bids judged together: one transaction, one moment, one fold in the order of arrival.

Whoever bids is answered as if he had been judged alone: a refusal touches no neighbour, and each
accepted bid is a line, a row, an answer under its key, and an event of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import asyncpg
import orjson
from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, NotFound
from hmk_graph.event_log import Cause, Event, transaction, whole_command
from hmk_graph.haat import eligibility, lot_keeping, rules, securing
from hmk_graph.haat.auction import BidAccepted, Decision, LotState, PlaceBid
from hmk_graph.haat.eligibility import Standing
from hmk_graph.haat.events import BidPlaced, Outbid
from hmk_graph.haat.lot_log import BEGINNING, Line, Opening, Secrets, write_line
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.securing import Purses
from hmk_graph.idempotency import Earlier, InProgress, answer_of, answered, fingerprint
from hmk_graph.money import Paisa

OPERATION = "placeBid"


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A bid as it is asked for: who would pay up to how much, under which key."""

    bidder_id: int
    maximum: Paisa
    key: str


@dataclass(frozen=True, kw_only=True)
class BidReceipt:
    """What a bidder is told, and may keep: the line of the log that holds his commitment.

    `leading` is how it stood when the bid was judged. Whoever keeps line, hash, maximum and nonce
    can prove what he promised, even against us.
    """

    lot_id: int
    line: int
    hash: str
    alias: int
    maximum: int
    nonce: str
    leading: bool
    silent: bool
    price: int
    minimum_next: int
    ends_at: str
    accepted_at: str


Outcome = BidReceipt | DomainError


@whole_command
async def judge(lot_id: int, promises: Sequence[Promise], *, clock: Clock) -> list[Outcome]:
    """Judge bids on one lot in their order, all at one moment after the lot's lock.

    Refusals are returned and not raised: the same transaction notes them as attempts.

    Raises:
        InProgress: A key is at work on another lot.
    """
    async with transaction() as events:
        lot = await lot_keeping.locked_for_bids(lot_id)
        earlier = await answered(OPERATION, [(each.bidder_id, each.key) for each in promises])
        standings = await eligibility.standings_at(lot_id, {each.bidder_id for each in promises})
        purses = await securing.purses(lot, standings)
        now = await clock()  # after the locks: a bid that waited past the end is late
        sitting = Sitting(
            lot_id=lot_id, lot=lot, now=now, standings=standings, earlier=earlier, purses=purses
        )
        outcomes = [hear(sitting, each) for each in promises]
        if sitting.accepted:
            await _keep(sitting)
        if sitting.refused:
            await note(lot_id, sitting.refused, now)
        for each in sitting.accepted:
            cause = Cause(actor_id=each.promise.bidder_id, command_id=each.promise.key)
            events.by(cause, each.happened)
    return outcomes


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """An accepted bid, and what it leaves behind."""

    promise: Promise
    line: Line
    receipt: BidReceipt
    fingerprint: bytes
    at: datetime
    is_new: bool
    happened: list[Event]


@dataclass(kw_only=True)
class Sitting:
    """A lot while bids are judged one after another: where it stands, and what is to be written.

    `lot` is None where there is none that may be bid on. `earlier` holds what was answered before
    under a key, (bidder, key) -> answer, and grows by what is answered here. `purses` None: no
    deposit is asked for.
    """

    lot_id: int
    lot: Lot | None
    now: datetime
    standings: dict[int, Standing]
    earlier: dict[tuple[int, str], Earlier]
    purses: Purses | None
    accepted: list[Accepted] = field(default_factory=list)
    refused: list[tuple[Promise, str]] = field(default_factory=list)
    state: LotState = field(init=False)
    head: str = field(init=False)
    leader_id: int | None = field(init=False)
    aliases: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.aliases = {who: s.alias for who, s in self.standings.items() if s.alias is not None}
        if self.lot is not None:
            self.state = lot_keeping.state_of(self.lot)
            self.head = self.lot.log_head or BEGINNING
            self.leader_id = self.lot.leader_id


def hear(sitting: Sitting, promise: Promise) -> Outcome:
    """Judge one bid, after all that were heard before it."""
    try:
        return _judge(sitting, promise)
    except NotFound as refusal:
        return refusal
    except DomainError as refusal:
        sitting.refused.append((promise, refusal.code))
        return refusal


def _judge(sitting: Sitting, promise: Promise) -> BidReceipt:
    asked = fingerprint(lot=sitting.lot_id, maximum=str(promise.maximum))
    known = sitting.earlier.get((promise.bidder_id, promise.key))
    if known is not None:
        return BidReceipt(**answer_of(known, asked))
    standing = sitting.standings.get(promise.bidder_id)
    if sitting.lot is None or standing is None:
        raise NotFound
    alias = sitting.aliases.get(promise.bidder_id)
    command = PlaceBid(
        bidder=alias or sitting.state.bidders + 1,
        maximum=promise.maximum,
        eligibility=standing.eligibility,
        security=sitting.purses.behind(promise.bidder_id) if sitting.purses else None,
    )
    decision = rules.decide(sitting.state, command, sitting.now)
    accepted = _accepted(sitting, sitting.lot, promise, decision, asked)
    sitting.accepted.append(accepted)
    sitting.earlier[promise.bidder_id, promise.key] = Earlier(asked, vars(accepted.receipt))
    sitting.aliases[promise.bidder_id] = accepted.receipt.alias
    sitting.state, sitting.head = decision.state, accepted.line.hash
    if accepted.receipt.leading:
        sitting.leader_id = promise.bidder_id
        if sitting.purses:
            sitting.purses.lead(promise.bidder_id, promise.maximum)
    return accepted.receipt


def _accepted(
    sitting: Sitting, lot: Lot, promise: Promise, decision: Decision, asked: bytes
) -> Accepted:
    accepted, state = decision.happened, decision.state
    if not isinstance(accepted, BidAccepted) or state.line_at is None:
        raise TypeError("A bid that is not refused is accepted.")
    nonce = lot_keeping.fresh_nonce()
    opening = Opening(amount=accepted.bid.maximum, nonce=nonce)
    secrets = Secrets(bids={accepted.bid.line: opening}, reserve=None)
    line = write_line(lot.id, decision, previous=sitting.head, secrets=secrets)
    return Accepted(
        promise=promise,
        line=line,
        receipt=_receipt(line, decision, accepted, nonce),
        fingerprint=asked,
        at=state.line_at,
        is_new=promise.bidder_id not in sitting.aliases,
        happened=_happened(lot, line, state, accepted, led_before=sitting.leader_id),
    )


def _receipt(line: Line, decision: Decision, accepted: BidAccepted, nonce: str) -> BidReceipt:
    state, bid = decision.state, accepted.bid
    if state.price is None:
        raise TypeError("An accepted bid has made a price.")
    leading = state.leader == bid.bidder
    return BidReceipt(
        lot_id=line.lot,
        line=line.line,
        hash=line.hash,
        alias=bid.bidder,
        maximum=bid.maximum,
        nonce=nonce,
        leading=leading,
        silent=accepted.silent,
        price=state.price,
        minimum_next=rules.minimum_next(state, bid.bidder if leading else None),
        ends_at=state.ends_at.isoformat(),
        accepted_at=line.at,
    )


def _happened(
    lot: Lot, line: Line, state: LotState, accepted: BidAccepted, *, led_before: int | None
) -> list[Event]:
    if accepted.silent:
        return []
    placed = lot_keeping.telling(
        BidPlaced,
        lot,
        line,
        state,
        happened_at=state.line_at,
        bidder=accepted.bid.bidder,
        extended=accepted.extended,
    )
    if accepted.outbid is None or led_before is None:
        return [placed]
    outbid = Outbid(
        account_id=led_before,
        lot_id=lot.id,
        price=state.price,
        minimum_next=rules.minimum_next(state),
        ends_at=state.ends_at,
    )
    return [placed, outbid]


async def _keep(sitting: Sitting) -> None:
    """Write the accepted bids, their lines and answers, and the lot's row, by one statement."""
    accepted, state = sitting.accepted, sitting.state
    newcomers = [(each.promise.bidder_id, each.receipt.alias) for each in accepted if each.is_new]
    bids = [
        (
            each.promise.bidder_id,
            each.promise.maximum,
            each.receipt.nonce,
            each.at,
            each.line.line,
            orjson.dumps(each.line.as_json()).decode(),
            each.line.hash,
            each.promise.key,
            each.fingerprint,
            orjson.dumps(vars(each.receipt)).decode(),
        )
        for each in accepted
    ]
    row = [
        len(accepted),
        state.line,
        state.line_at,
        sitting.head,
        state.price,
        sitting.leader_id,
        state.leader,
        state.leader_max,
        state.bid_count,
        state.bidders,
        state.ends_at,
        *await _secured(sitting),
    ]
    columns = [*_columns(newcomers, 2), *_columns(bids, 10)]
    try:
        await get_connection("default").execute_query(
            _KEEP, [sitting.lot_id, OPERATION, *row, *columns]
        )
    except asyncpg.LockNotAvailableError as error:
        # The lot is ours already: only a key can be held, by a twin that bids on another lot.
        raise InProgress from error


async def _secured(sitting: Sitting) -> tuple[int | None, int]:
    """Let the deposit follow the lead; return the hold behind the leader, and its amount."""
    if sitting.lot is None or sitting.purses is None:
        return None, 0
    hold_id = await securing.move_hold(sitting.lot, sitting.purses, line=sitting.state.line)
    return hold_id, sitting.purses.held


async def note(lot_id: int, refused: Sequence[tuple[Promise, str]], at: datetime) -> None:
    """Count refused bids, each (bid, code); officers read them, the log does not."""
    attempts = [(each.bidder_id, str(each.maximum)[:40], code) for each, code in refused]
    await get_connection("default").execute_query(_NOTE, [lot_id, at, *_columns(attempts, 3)])


def _columns(rows: Sequence[tuple[object, ...]], many: int) -> list[list[object]]:
    """Return rows as the columns that `unnest` wants."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(many)]


# Keys are taken in one order by all, so that two who take the same never wait crosswise.
_KEEP = """
WITH newcomers AS (
    INSERT INTO haat_lot_bidder (lot_id, account_id, alias)
    SELECT $1, account_id, alias FROM unnest($16::bigint[], $17::int[]) AS n(account_id, alias)
), came AS (
    SELECT * FROM unnest($18::bigint[], $19::bigint[], $20::text[], $21::timestamptz[],
                         $22::int[], $23::text[], $24::text[], $25::text[], $26::bytea[],
                         $27::text[])
    AS c(bidder_id, maximum, nonce, at, line, body, hash, key, fingerprint, result)
), bids AS (
    INSERT INTO haat_bid (lot_id, line, bidder_id, maximum_paisa, nonce, voided, accepted_at)
    SELECT $1, line, bidder_id, maximum, nonce, false, at FROM came
), lines AS (
    INSERT INTO haat_lot_line (lot_id, line, body, hash)
    SELECT $1, line, body::jsonb, hash FROM came
), keys AS (
    INSERT INTO idempotency_key (actor_id, operation, key, fingerprint, result, at)
    SELECT bidder_id, $2, key, fingerprint, result::jsonb, clock_timestamp() FROM came
    ORDER BY bidder_id, key
)
UPDATE haat_lot SET version = version + $3, lines = $4, line_at = $5, log_head = $6,
    price_paisa = $7, leader_id = $8, leader_alias = $9, leader_max_paisa = $10, bid_count = $11,
    bidder_count = $12, ends_at = $13,
    deposit_hold_id = $14, deposit_held_paisa = $15
WHERE id = $1
"""
_NOTE = """
INSERT INTO haat_bid_attempt (lot_id, account_id, amount_text, code, at)
SELECT $1, account_id, amount_text, code, $2
FROM unnest($3::bigint[], $4::text[], $5::text[]) AS refused(account_id, amount_text, code)
WHERE EXISTS (SELECT 1 FROM haat_lot WHERE id = $1)
"""
