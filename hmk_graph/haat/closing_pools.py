"""A pool comes to its end: full or not, by what its seller said; later its money is settled."""

from __future__ import annotations

from datetime import datetime

from hmk_graph import deadlines, stepping
from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import share_money, share_rules
from hmk_graph.haat.machines import Actor
from hmk_graph.haat.share_models import OnShortfall, PoolState, Share, SharePool, ShareState
from hmk_graph.haat.share_rules import POOL, SHARE, PoolCommand, ShareCommand
from hmk_graph.money import Paisa

NOT_FULL = "ভাগ সব বিক্রি হয়নি (not all shares were sold)"


@whole_command
async def close_when_due(pool_id: int, clock: Clock) -> datetime | None:
    """Look at a pool whose time has come; answer when to look again.

    Harmless when late or repeated: what is to be done is in its state.
    """
    async with transaction() as events:
        pool = await share_money.locked(pool_id)
        if pool.due_at is None:
            return None
        now = await clock()
        if now < pool.due_at:
            return pool.due_at
        if pool.state is PoolState.DIVIDED:
            events += await _settle(pool)
        elif pool.state is PoolState.OPEN:
            events += await _close(pool, now)
        else:
            events += await share_money.give_all_back(pool, Actor.CLOCK, NOT_FULL, now)
        events.append(await share_money.shown(pool))
    return pool.due_at


async def _close(pool: SharePool, now: datetime) -> list[Event]:
    events: list[Event] = []
    paid: list[Share] = []
    for share in await share_money.standing(pool.id):
        if share.state is ShareState.PAID:
            paid.append(share)
            continue
        await stepping.step(share, SHARE, ShareCommand.LAPSE, Actor.CLOCK)
        events += [share_money.moved(share)]
        events += await share_money.undo(share, share_money.LAPSED, now)
    if paid and pool.on_shortfall is OnShortfall.SPLIT:
        return events + await _split(pool, paid, now)
    if paid and pool.on_shortfall is OnShortfall.MERGE:
        roomy = await _with_room(pool, len(paid), now)
        if roomy is not None:
            return events + await _merge(pool, paid, roomy, now)
    return events + await share_money.give_all_back(pool, Actor.CLOCK, NOT_FULL, now)


async def _split(pool: SharePool, paid: list[Share], now: datetime) -> list[Event]:
    """Divide the price of what nobody took among those who are in; they pay it, or all is off."""
    until = now + share_rules.REST_WITHIN
    await stepping.step(pool, POOL, PoolCommand.SPLIT, Actor.CLOCK, due_at=until)
    rests = share_rules.rests(
        Paisa(pool.share_paisa), missing=pool.parts - len(paid), among=len(paid)
    )
    events = share_money.told(pool, paid)
    for share, rest in zip(paid, rests, strict=True):
        share.rest_paisa = rest
        await Share.filter(id=share.id).update(rest_paisa=rest)
        events += await share_money.make_due(share, share_money.REST, rest, until=until, now=now)
    await deadlines.arm(share_money.CLOSE_POOL, pool.id, until)
    return events


async def _with_room(pool: SharePool, wanted: int, now: datetime) -> SharePool | None:
    """Lock the oldest open pool of the same kind, haat and price that has room for so many."""
    alike = SharePool.filter(
        haat_id=pool.haat_id,
        species=pool.species,
        share_paisa=pool.share_paisa,
        state=PoolState.OPEN,
        due_at__gt=now,
    ).exclude(id=pool.id)
    for found in await alike.order_by("id"):
        other = await share_money.locked(found.id)
        taken = len(await share_money.standing(other.id))
        if other.state is PoolState.OPEN and other.parts - taken >= wanted:
            return other
    return None


async def _merge(pool: SharePool, paid: list[Share], into: SharePool, now: datetime) -> list[Event]:
    """Move those who are in into another pool at the same price, which may be full by that."""
    await stepping.step(pool, POOL, PoolCommand.MERGE, Actor.CLOCK, due_at=None)
    events = share_money.told(pool, paid)
    taken = {share.number for share in await share_money.standing(into.id)}
    for share in paid:
        number = share_rules.free_number(taken, into.parts)
        assert number is not None
        await share_money.carry_over(share, into, number=number)
        taken.add(number)
        events.append(share_money.moved(share))
    await share_money.release_animal(pool, now)
    return [*events, *await share_money.fill(into, now), await share_money.shown(into)]


async def _settle(pool: SharePool) -> list[Event]:
    shares = await share_money.standing(pool.id)
    await stepping.step(pool, POOL, PoolCommand.SETTLE, Actor.CLOCK, due_at=None)
    for share in shares:
        await share_money.capture(share)
    return share_money.told(pool, shares)
