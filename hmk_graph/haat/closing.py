"""Lots open and end by the clock; what the worker does late, the clock has decided already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import dealing, depositing, ending, lot_keeping, rules, securing
from hmk_graph.haat.auction import Close, Phase, Sold
from hmk_graph.haat.auction import LotClosed as Ended
from hmk_graph.haat.events import BlockChanged, LotClosed, LotLost, LotOpened, LotWon
from hmk_graph.haat.lot_models import Lot, LotBidder
from hmk_graph.haat.lot_models import LotState as Stored
from hmk_graph.haat.sale_models import Deal
from hmk_graph.haat.scheduling import ended, free_animal
from hmk_graph.money import Paisa


@dataclass(frozen=True, kw_only=True)
class _Outcome:
    winner_id: int | None
    runner_up_id: int | None
    deal: Deal | None
    told: list[Event]


@whole_command
async def open_lot(lot_id: int, clock: Clock) -> datetime | None:
    """Write down that a lot's start has come, and tell the watchers; answer when to ask again.

    Bids were good from the start on, whether or not this had run. Harmless when late or repeated.
    """
    async with transaction() as events:
        lot = await lot_keeping.locked(lot_id)
        if lot.state != Stored.SCHEDULED:
            return None
        now = await clock()
        state = lot_keeping.state_of(lot)
        if rules.phase_at(state, now) is Phase.SCHEDULED:
            return state.terms.starts_at
        await Lot.filter(id=lot.id).update(state=Stored.OPEN, version=lot.version + 1)
        lot.state = Stored.OPEN
        events += [
            lot_keeping.told(
                LotOpened,
                lot,
                await lot_keeping.last_public(lot.id),
                happened_at=state.terms.starts_at,
            ),
            BlockChanged(haat_id=lot.haat_id, lot_id=lot.id, phase=Stored.OPEN),
        ]
    return None


@whole_command
async def close_lot(lot_id: int, clock: Clock) -> datetime | None:
    """End a lot whose time has come: result, deal and opened maxima in one transaction.

    Answers when to ask again, if a late bid has moved the end meanwhile. Fired twenty times at
    once, it makes one result and one deal: whoever comes second finds the lot closed.
    """
    async with transaction() as events:
        lot = await lot_keeping.locked(lot_id)
        if lot.state not in lot_keeping.RUNNING:
            return None
        now = await clock()
        state = lot_keeping.state_of(lot)
        if rules.phase_at(state, now) is not Phase.CLOSED:
            return state.ends_at
        bids = await lot_keeping.standing(lot.id)
        decision = rules.decide(state, Close(bids=bids), now)
        if not isinstance(decision.happened, Ended):
            return None
        result = decision.happened.result
        outcome = await _settle(lot, result if isinstance(result, Sold) else None, now)
        await depositing.hasten_returns(lot, now)
        line = await lot_keeping.write(
            lot,
            decision,
            await lot_keeping.all_secrets(lot),
            state=Stored.CLOSED,
            result="SOLD" if outcome.winner_id else "UNSOLD",
            winner_id=outcome.winner_id,
            runner_up_id=outcome.runner_up_id,
            runner_up_paisa=_second_price(result),
            closed_at=now,
        )
        why = None if isinstance(result, Sold) else str(result.why)
        events.append(lot_keeping.told(LotClosed, lot, line, outcome=lot.result, why_unsold=why))
        events += await _personal(lot, outcome)
    return None


def _second_price(result: object) -> int | None:
    if isinstance(result, Sold) and result.runner_up:
        return result.runner_up.maximum
    return None


async def _settle(lot: Lot, sold: Sold | None, now: datetime) -> _Outcome:
    """Make the deal with the winner, or give the animal back.

    The winner's deposit goes on to stand behind the deal.
    """
    if sold is None:
        await securing.let_go(lot)
        await free_animal(lot, at=now)
        return _Outcome(winner_id=None, runner_up_id=None, deal=None, told=[])
    people = dict(await LotBidder.filter(lot_id=lot.id).values_list("alias", "account_id"))
    winner_id = people[sold.winner]
    listing = await ending.locked(lot.listing_id)
    held = securing.behind(lot)
    await securing.note(lot, None, Paisa(0))
    deal, told = await dealing.strike(listing, winner_id, sold.price, now, held=held)
    await Deal.filter(id=deal.id).update(lot_id=lot.id)
    runner_up_id = people[sold.runner_up.bidder] if sold.runner_up else None
    return _Outcome(winner_id=winner_id, runner_up_id=runner_up_id, deal=deal, told=told)


async def _personal(lot: Lot, outcome: _Outcome) -> list[Event]:
    """Tell the haat, the seller, the winner, and everybody else who bid."""
    deal = outcome.deal
    result = lot.result or "UNSOLD"
    happened = [*outcome.told, *ended(lot, outcome=result, deal_id=deal.id if deal else None)]
    if deal is not None and deal.pay_by is not None:
        happened.append(
            LotWon(
                account_id=deal.buyer_id,
                lot_id=lot.id,
                price=deal.amount_paisa,
                deal_id=deal.id,
                pay_by=deal.pay_by,
            )
        )
    losers = LotBidder.filter(lot_id=lot.id).exclude(account_id=outcome.winner_id or 0)
    happened += [
        LotLost(account_id=loser.account_id, lot_id=lot.id, price=lot.price_paisa, outcome=result)
        for loser in await losers.order_by("account_id")
    ]
    return happened
