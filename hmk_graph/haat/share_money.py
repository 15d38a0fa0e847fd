"""The money of shares: due, held, moved with its pool, captured or given back; it nets to zero."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph import stepping
from hmk_graph.accounts import seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event
from hmk_graph.haat import animal_keeping
from hmk_graph.haat.animal_models import AnimalState
from hmk_graph.haat.machines import Actor, AnimalCommand
from hmk_graph.haat.selling_events import PoolChanged, PoolMoved, ShareMoved
from hmk_graph.haat.share_models import PoolState, Share, SharePool, ShareState
from hmk_graph.haat.share_rules import POOL, PoolCommand, ShareCommand
from hmk_graph.haat.share_rules import SHARE as SHARE_MACHINE
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger, paying, refunding
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import HOUSE, IntentCommand
from hmk_graph.payments.paying_models import Intent, IntentState

CLOSE_POOL, HOLD_OVER = "haat.close_pool", "haat.share_hold_over"
# What is paid for a share, and for one's part of those that nobody took; kinds of transfers, too.
SHARE, REST = "haat.share", "haat.share_rest"
LAPSED = "ভাগটি সময়মতো নেওয়া হয়নি (the share was not taken in time)"
GONE = "পশুটি আর নেই (the animal is not to be had any more)"


async def locked(pool_id: int) -> SharePool:
    """Lock a pool until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    pool = await SharePool.filter(id=pool_id).select_for_update(no_key=True).first()
    if pool is None:
        raise NotFound
    return pool


async def locked_share(share_id: int) -> tuple[Share, SharePool]:
    """Lock a share behind its pool. Two pools that merge lock each other's by chance crosswise.

    Then the database ends one of the two, and its command is tried again.

    Raises:
        NotFound: There is none.
    """
    found = await Share.get_or_none(id=share_id)
    if found is None:
        raise NotFound
    pool = await locked(found.pool_id)
    share = await Share.filter(id=share_id).select_for_update(no_key=True).get()
    if share.pool_id != pool.id:  # it moved while we waited
        pool = await locked(share.pool_id)
    return share, pool


async def standing(pool_id: int) -> list[Share]:
    """Return the shares that somebody has, by their numbers."""
    live = Share.filter(pool_id=pool_id, state__in=(ShareState.HELD, ShareState.PAID))
    return await live.order_by("number")


async def make_due(
    share: Share, purpose: str, amount: Paisa, *, until: datetime, now: datetime
) -> list[Event]:
    """Have a holder pay for his share, or for his part of the rest."""
    _, events = await paying.open_intent(
        purpose=purpose,
        subject_id=share.id,
        payer_id=share.holder_id,
        payee=chart.held_for(share.holder_id),
        due=amount,
        expires_at=until,
        now=now,
    )
    return events


class ShareTarget:
    """A share, or a part of the rest, as something that is paid for (`payments.ports.Target`)."""

    async def lock(self, subject_id: int) -> None:
        """Lock the share behind its pool."""
        await locked_share(subject_id)

    async def covered(self, intent: Intent, at: datetime) -> Sequence[Event]:
        """Hold the money for the seller; the last that was missing fills the pool."""
        share, pool = await locked_share(intent.subject_id)
        if intent.purpose == SHARE:
            await stepping.step(share, SHARE_MACHINE, ShareCommand.PAY, Actor.PAYMENTS)
        else:
            share.rest_paid_at = at
            await Share.filter(id=share.id).update(rest_paid_at=at)
        await ledger.hold(_move(intent.purpose, share, pool))
        return [moved(share), *await fill(pool, at), await shown(pool)]


async def fill(pool: SharePool, at: datetime) -> list[Event]:
    """Sell the animal to those who have all of it, once nothing is missing any more.

    An animal that has died or left meanwhile is nobody's: all money goes back.
    """
    shares = await standing(pool.id)
    paid = [one for one in shares if one.state is ShareState.PAID]
    whole = len(paid) == pool.parts
    if pool.state is PoolState.SPLITTING:
        whole = all(one.rest_paid_at is not None for one in paid)
    if not whole:
        return []
    animal = await animal_keeping.locked(pool.animal_id)
    if animal.state is not AnimalState.LISTED:
        return await give_all_back(pool, Actor.HOUSE, GONE, at)
    await animal_keeping.step(animal, AnimalCommand.RESERVE, Actor.HOUSE)
    await animal_keeping.step(animal, AnimalCommand.SELL, Actor.HOUSE, sold_at=at)
    await stepping.step(pool, POOL, PoolCommand.FILL, Actor.HOUSE, due_at=None)
    return told(pool, paid)


async def give_all_back(pool: SharePool, actor: Actor, reason: str, now: datetime) -> list[Event]:
    """Cancel a locked pool: each holder has back what he paid, the seller his animal."""
    await stepping.step(pool, POOL, PoolCommand.CANCEL, actor, due_at=None, reason=reason)
    await seconding.lapse(ForcedActKind.CALL_OFF_POOL, pool.id, now)
    shares = await standing(pool.id)
    events = told(pool, shares)
    for share in shares:
        held = share.state is ShareState.HELD
        command = ShareCommand.LAPSE if held else ShareCommand.RETURN
        await stepping.step(share, SHARE_MACHINE, command, Actor.HOUSE)
        events += [moved(share), *await undo(share, reason, now)]
    await release_animal(pool, now)
    return events


async def release_animal(pool: SharePool, now: datetime) -> None:
    """Let a pool's animal go back to its seller, unless it was slaughtered."""
    animal = await animal_keeping.locked(pool.animal_id)
    if animal.state is AnimalState.SOLD:
        await animal_keeping.step(animal, AnimalCommand.TAKE_BACK, Actor.HOUSE, sold_at=None)
    await animal_keeping.give_back(pool.animal_id, now)


async def undo(share: Share, reason: str, now: datetime) -> list[Event]:
    """Have nothing due for a locked share, and give back all that was paid for it."""
    events: list[Event] = []
    open_ones = Intent.filter(
        purpose__in=(SHARE, REST),
        subject_id=share.id,
        state__in=(IntentState.OPEN, IntentState.COVERED),
    )
    for found in await open_ones.order_by("id"):
        intent = await paying.locked(found.id)
        promise = await ledger.pending(intent.purpose, ref_of(share))
        if promise is not None:
            await ledger.release(promise, ref=ref_of(share))
        await paying.step(intent, IntentCommand.VOID, HOUSE)
        if intent.captured_paisa:
            events += await refunding.give_back_of(
                intent,
                Paisa(intent.captured_paisa),
                source=chart.AccountName(intent.payee),
                reason=reason,
                now=now,
            )
    return events


async def carry_over(share: Share, pool: SharePool, *, number: int) -> None:
    """Move a paid share into another pool; its money is held for that pool's seller from now on."""
    promise = await ledger.pending(SHARE, ref_of(share))
    if promise is not None:
        await ledger.release(promise, ref=ref_of(share))
    share.pool_id, share.number = pool.id, number
    await Share.filter(id=share.id).update(pool_id=pool.id, number=number)
    await ledger.hold(_move(SHARE, share, pool))


async def capture(share: Share) -> None:
    """Make what is held for a share its seller's, and close what was due."""
    for kind in (SHARE, REST):
        promise = await ledger.pending(kind, ref_of(share))
        if promise is not None:
            await ledger.capture(promise, ref=ref_of(share))
    covered = Intent.filter(
        purpose__in=(SHARE, REST), subject_id=share.id, state=IntentState.COVERED
    )
    for found in await covered.order_by("id"):
        await paying.step(await paying.locked(found.id), IntentCommand.CLOSE, HOUSE)


def ref_of(share: Share) -> str:
    """Return the reason under which a share's money stands: it is another one in another pool."""
    return f"{share.id}:{share.pool_id}"


def moved(share: Share) -> Event:
    """Return what a holder hears of his own share."""
    return ShareMoved(
        account_id=share.holder_id,
        share_id=share.id,
        pool_id=share.pool_id,
        number=share.number,
        state=str(share.state),
    )


def told(pool: SharePool, shares: Sequence[Share]) -> list[Event]:
    """Return what the seller and each holder hear of a pool, each once."""
    people = sorted({share.holder_id for share in shares} | {pool.seller_id})
    return [
        PoolMoved(
            account_id=person,
            pool_id=pool.id,
            animal_id=pool.animal_id,
            state=str(pool.state),
            selling=person == pool.seller_id,
        )
        for person in people
    ]


async def shown(pool: SharePool) -> Event:
    """Return what all who look at a locked pool see of it now, once its command has done all."""
    return PoolChanged(
        pool_id=pool.id,
        state=str(pool.state),
        left=pool.parts - len(await standing(pool.id)),
        due_at=pool.due_at,
        reason=pool.reason,
    )


def _move(kind: str, share: Share, pool: SharePool) -> Move:
    amount = pool.share_paisa if kind == SHARE else share.rest_paisa
    return Move(
        kind=kind,
        ref=ref_of(share),
        debit=chart.held_for(share.holder_id),
        credit=chart.due_to_seller(pool.seller_id),
        amount=Paisa(amount),
    )
