"""What is done with bids: people place them, and officers take those of a barred person out."""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import in_command, transaction, whole_command
from hmk_graph.haat import gathering, judging, lot_keeping, lot_queries, rules, securing
from hmk_graph.haat.auction import VoidBids
from hmk_graph.haat.events import BidsVoided, YourBidsVoided
from hmk_graph.haat.judging import BidReceipt, Promise
from hmk_graph.haat.lot_log import Secrets
from hmk_graph.haat.lot_models import Bid, LotBidder
from hmk_graph.idempotency import InProgress, check_key
from hmk_graph.money import Paisa


async def place_bid(
    bidder_id: int, lot_id: int, maximum: Paisa, *, idempotency_key: str, clock: Clock
) -> BidReceipt:
    """Promise to pay up to `maximum` for the animal of a lot; the house bids by the smallest step.

    It is judged with the bids that wait for the same lot, in a transaction of its own. A refused
    bid leaves no trace in the log; officers find it among the attempts.

    Raises:
        LotNotOpen, NotEligible, OwnLot, NotOnStep, BidTooLow, MaxNotRaised, InsufficientDeposit: In
            this order.
        NotFound: There is no such lot, or it is not public yet.
        IdempotencyConflict, InProgress: The key was used with another bid, or its twin is at work.
        BadInput: The key is none.
        Unavailable: Too many bids wait for this lot.
    """
    if in_command():
        raise RuntimeError("A bid is a command of its own; it cannot join a transaction.")
    promise = Promise(bidder_id=bidder_id, maximum=maximum, key=idempotency_key)
    try:
        check_key(idempotency_key)
        return await gathering.judged(lot_id, promise, clock=clock)
    except (BadInput, InProgress) as refusal:
        await judging.note(lot_id, [(promise, refusal.code)], await clock())
        raise


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
        leader_id = leader.account_id if leader else None
        await securing.follow_voided(lot, leader_id, decision.state)
        await Bid.filter(lot_id=lot_id, bidder_id=account_id).update(voided=True)
        line = await lot_keeping.write(
            lot,
            decision,
            Secrets(bids={}, reserve=lot_keeping.reserve_of(lot)),
            leader_id=leader_id,
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
