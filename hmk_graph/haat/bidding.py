"""Bids: each judged under the lot's lock, by the clock as it stands after the lock."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.errors import DomainError, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import eligibility, lot_keeping, lot_queries, rules
from hmk_graph.haat.auction import BidAccepted, Decision, Eligibility, PlaceBid, VoidBids
from hmk_graph.haat.events import BidPlaced, BidsVoided, Outbid, YourBidsVoided
from hmk_graph.haat.lot_log import Line, Opening, Secrets
from hmk_graph.haat.models import Bid, BidAttempt, Lot, LotBidder
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa

OPERATION = "placeBid"


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


@dataclass(frozen=True, kw_only=True)
class _Bidder:
    alias: int
    is_new: bool
    eligibility: Eligibility


async def place_bid(
    bidder_id: int, lot_id: int, maximum: Paisa, *, idempotency_key: str, clock: Clock
) -> BidReceipt:
    """Promise to pay up to `maximum` for the animal of a lot; the house bids by the smallest step.

    A refused bid leaves no trace in the log; officers find it among the attempts.

    Raises:
        LotNotOpen, NotEligible, OwnLot, NotOnStep, BidTooLow, MaxNotRaised: In this order.
        NotFound: There is no such lot, or it is not public yet.
        IdempotencyConflict, InProgress: The key was used with another bid, or its twin is at work.
    """
    try:
        return await _place_bid(
            bidder_id, lot_id, maximum, idempotency_key=idempotency_key, clock=clock
        )
    except NotFound:
        raise
    except DomainError as refusal:
        await _note_attempt(bidder_id, lot_id, maximum, refusal.code, clock=clock)
        raise


@whole_command
async def _place_bid(
    bidder_id: int, lot_id: int, maximum: Paisa, *, idempotency_key: str, clock: Clock
) -> BidReceipt:
    async with transaction(actor_id=bidder_id, command_id=idempotency_key) as events:
        earlier = await recall(
            bidder_id, OPERATION, idempotency_key, lot=lot_id, maximum=str(maximum)
        )
        if earlier is not None:
            return BidReceipt(**earlier)

        lot = await lot_keeping.locked_scheduled(lot_id)
        bidder = await _bidder(bidder_id, lot)
        now = await clock()  # after the lock: a bid that waited past the end is late
        command = PlaceBid(bidder=bidder.alias, maximum=maximum, eligibility=bidder.eligibility)
        decision = rules.decide(lot_keeping.state_of(lot), command, now)
        led_before = lot.leader_id
        nonce, line = await _write(lot, bidder_id, bidder, decision)
        receipt = _receipt(lot, line, decision, nonce)
        events += _happened(lot, line, decision, led_before)
        await remember(bidder_id, OPERATION, idempotency_key, asdict(receipt))
    return receipt


async def _bidder(bidder_id: int, lot: Lot) -> _Bidder:
    [standing] = await eligibility.standings(bidder_id, [lot.id])
    if standing is None:
        raise NotFound
    return _Bidder(
        alias=standing.alias or lot.bidder_count + 1,
        is_new=standing.alias is None,
        eligibility=standing.eligibility,
    )


async def _write(lot: Lot, bidder_id: int, bidder: _Bidder, decision: Decision) -> tuple[str, Line]:
    accepted = decision.happened
    if not isinstance(accepted, BidAccepted) or decision.state.line_at is None:
        raise TypeError("A bid that is not refused is accepted.")
    if bidder.is_new:
        await LotBidder.create(lot_id=lot.id, account_id=bidder_id, alias=bidder.alias)
    nonce = lot_keeping.fresh_nonce()
    await Bid.create(
        lot_id=lot.id,
        line=accepted.bid.line,
        bidder_id=bidder_id,
        maximum_paisa=accepted.bid.maximum,
        nonce=nonce,
        accepted_at=decision.state.line_at,
    )
    secrets = Secrets(
        bids={accepted.bid.line: Opening(amount=accepted.bid.maximum, nonce=nonce)},
        reserve=lot_keeping.reserve_of(lot),
    )
    leads = decision.state.leader == bidder.alias
    leader_id = bidder_id if leads else lot.leader_id
    line = await lot_keeping.write(lot, decision, secrets, leader_id=leader_id)
    return nonce, line


def _receipt(lot: Lot, line: Line, decision: Decision, nonce: str) -> BidReceipt:
    accepted = decision.happened
    if not isinstance(accepted, BidAccepted) or decision.state.price is None:
        raise TypeError("A bid that is not refused is accepted, and has made a price.")
    leading = decision.state.leader == accepted.bid.bidder
    return BidReceipt(
        lot_id=lot.id,
        line=line.line,
        hash=line.hash,
        alias=accepted.bid.bidder,
        maximum=accepted.bid.maximum,
        nonce=nonce,
        leading=leading,
        silent=accepted.silent,
        price=decision.state.price,
        minimum_next=rules.minimum_next(decision.state, accepted.bid.bidder if leading else None),
        ends_at=decision.state.ends_at.isoformat(),
        accepted_at=line.at,
    )


def _happened(lot: Lot, line: Line, decision: Decision, led_before: int | None) -> list[Event]:
    accepted = decision.happened
    if not isinstance(accepted, BidAccepted) or accepted.silent:
        return []
    happened: list[Event] = [
        lot_keeping.told(
            BidPlaced, lot, line, bidder=accepted.bid.bidder, extended=accepted.extended
        )
    ]
    if accepted.outbid is not None and led_before is not None:
        happened.append(_outbid(lot, led_before))
    return happened


def _outbid(lot: Lot, account_id: int) -> Outbid:
    state = lot_keeping.state_of(lot)
    return Outbid(
        account_id=account_id,
        lot_id=lot.id,
        price=state.price,
        minimum_next=rules.minimum_next(state),
        ends_at=state.ends_at,
    )


async def _note_attempt(
    bidder_id: int, lot_id: int, maximum: int, code: str, *, clock: Clock
) -> None:
    """Count a refused bid, after its transaction is gone; an unknown lot counts nothing."""
    if not await Lot.exists(id=lot_id):
        return
    await BidAttempt.create(
        lot_id=lot_id,
        account_id=bidder_id,
        amount_text=str(maximum)[:40],
        code=code,
        at=await clock(),
    )


@whole_command
async def void_bids(lot_id: int, account_id: int, *, reason: str, clock: Clock) -> bool:
    """Take a barred person's bids out of a running lot; return whether there were any.

    The price may fall by this, and by nothing else. Done again, it finds nothing to do.

    Raises:
        LotNotOpen: The lot has ended, or not begun.
        NotFound: There is no such lot.
    """
    async with transaction() as events:
        lot = await lot_keeping.locked_scheduled(lot_id)
        own = await LotBidder.get_or_none(lot_id=lot_id, account_id=account_id)
        if own is None:
            return False
        command = VoidBids(bidder=own.alias, reason=reason, bids=await lot_keeping.standing(lot_id))
        decision = rules.decide(lot_keeping.state_of(lot), command, await clock())
        if decision.happened is None:
            return False

        await get_connection("default").execute_query("SET LOCAL hmk.voiding_bids = 'yes'")
        leader = None
        if decision.state.leader is not None:
            leader = await LotBidder.get(lot_id=lot_id, alias=decision.state.leader)
        await Bid.filter(lot_id=lot_id, bidder_id=account_id).update(voided=True)
        line = await lot_keeping.write(
            lot,
            decision,
            Secrets(bids={}, reserve=lot_keeping.reserve_of(lot)),
            leader_id=leader.account_id if leader else None,
        )
        events.append(lot_keeping.told(BidsVoided, lot, line, bidder=own.alias, reason=reason))
        events.append(
            YourBidsVoided(
                account_id=account_id, lot_id=lot_id, price=lot.price_paisa, reason=reason
            )
        )
    return True


async def lots_bid_on(account_id: int, *, at: datetime) -> list[int]:
    """Return the running lots in which a person's bids stand."""
    running = lot_queries.running_lots(at).filter(bids__bidder_id=account_id, bids__voided=False)
    return sorted({lot_id async for (lot_id,) in running.values_list("id")})
