"""People buy one animal together: a pool is opened, its shares are held, paid and divided.

Each share is a sum of its own, held for the seller from the moment it is paid (domain.md A.4). The
pool's row is locked before anything moves, so of two who want the last share one gets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hmk_graph import deadlines, stepping
from hmk_graph.accounts import access, seconding
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotAllowed, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import animal_keeping, flagging, share_money, share_rules, species, wording
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import AnimalWeight
from hmk_graph.haat.holding_sessions import need_officer
from hmk_graph.haat.listing import need_amount, need_listable
from hmk_graph.haat.machines import Actor, AnimalCommand
from hmk_graph.haat.models import Haat
from hmk_graph.haat.selling_errors import NoShareLeft, NotForSale, OwnAnimal
from hmk_graph.haat.share_models import OnShortfall, PoolState, Share, SharePool, ShareState
from hmk_graph.haat.share_money import CLOSE_POOL, HOLD_OVER
from hmk_graph.haat.share_rules import POOL, SHARE, PoolCommand, ShareCommand
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.state_machines import next_state

OPEN, HOLD = "openSharePool", "holdShare"


@whole_command
async def open_pool(
    seller_id: int,
    animal_id: int,
    *,
    haat_id: int,
    parts: int,
    share: Paisa,
    closes_at: datetime,
    on_shortfall: OnShortfall,
    idempotency_key: str,
    clock: Clock,
) -> SharePool:
    """Offer a cleared animal in equal shares, as many as its kind may be shared among.

    Raises:
        NotFound: No such animal of this seller, or no such haat.
        NotListable, AlreadyListed, ResoldTooSoon: As for a fixed price.
        BadInput: The parts, the price or the day cannot be; the clearance has to outlive the day.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    need_amount("share", share)
    async with transaction(actor_id=seller_id, command_id=idempotency_key):
        earlier = await recall(
            seller_id,
            OPEN,
            idempotency_key,
            animal=animal_id,
            haat=haat_id,
            parts=parts,
            share=share,
            closes_at=closes_at,
            on_shortfall=str(on_shortfall),
        )
        if earlier is not None:
            return await SharePool.get(id=earlier["pool_id"])
        await access.acting(seller_id)
        if not await Haat.exists(id=haat_id):
            raise NotFound
        animal = await animal_keeping.locked_own(seller_id, animal_id)
        now = await clock()
        need_listable(animal, now)
        await flagging.check_resale(animal, haat_id, at=now)
        _need_parts(parts, most=species.known(animal.species).max_shares)
        _need_day(closes_at, now, animal.cleared_until or now)
        await animal_keeping.step(animal, AnimalCommand.LIST, Actor.SELLER)
        pool = await SharePool.create(
            animal_id=animal_id,
            haat_id=haat_id,
            seller_id=seller_id,
            species=animal.species,
            parts=parts,
            share_paisa=share,
            on_shortfall=on_shortfall,
            opened_at=now,
            due_at=closes_at,
        )
        await deadlines.arm(CLOSE_POOL, pool.id, closes_at)
        await remember(seller_id, OPEN, idempotency_key, {"pool_id": pool.id})
    return pool


@whole_command
async def hold_share(buyer_id: int, pool_id: int, *, idempotency_key: str, clock: Clock) -> Share:
    """Keep a share for a quarter of an hour, in which its buyer pays for it.

    Raises:
        NotFound: There is no such pool.
        NotForSale: It takes nobody any more.
        OwnAnimal: The buyer sells the animal, or owns a part of it.
        NoShareLeft: All are taken; one that is not paid comes free again.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=buyer_id, command_id=idempotency_key) as events:
        earlier = await recall(buyer_id, HOLD, idempotency_key, pool=pool_id)
        if earlier is not None:
            return await Share.get(id=earlier["share_id"])
        await access.acting(buyer_id)
        pool = await share_money.locked(pool_id)
        bond = await animal_keeping.bond_of(buyer_id, await pool.animal)
        if bond is not None:
            raise OwnAnimal(bond)
        now = await clock()
        if pool.state is not PoolState.OPEN or pool.due_at is None or now >= pool.due_at:
            raise NotForSale(str(pool.state))
        taken = [one.number for one in await share_money.standing(pool.id)]
        number = share_rules.free_number(taken, pool.parts)
        if number is None:
            raise NoShareLeft
        until = min(now + share_rules.HELD_FOR, pool.due_at)
        share = await Share.create(
            pool_id=pool.id, number=number, holder_id=buyer_id, held_until=until
        )
        events += await share_money.make_due(
            share, share_money.SHARE, Paisa(pool.share_paisa), until=until, now=now
        )
        events.append(await share_money.shown(pool))
        await deadlines.arm(HOLD_OVER, share.id, until)
        await remember(buyer_id, HOLD, idempotency_key, {"share_id": share.id})
    return share


@whole_command
async def let_go(buyer_id: int, share_id: int, *, clock: Clock) -> Share:
    """Leave a held share to others; what was paid of it goes back.

    Raises:
        NotFound: It is none of this person's.
        StaleState: It is paid, or over.
    """
    async with transaction(actor_id=buyer_id) as events:
        share, pool = await share_money.locked_share(share_id)
        if share.holder_id != buyer_id:
            raise NotFound
        events += await _lapse(share, pool, Actor.BUYER, await clock())
    return share


@whole_command
async def lapse_when_due(share_id: int, clock: Clock) -> datetime | None:
    """Free a share that was not paid in time. Harmless when late or repeated."""
    async with transaction() as events:
        share, pool = await share_money.locked_share(share_id)
        if share.state is not ShareState.HELD:
            return None
        now = await clock()
        if now < share.held_until:
            return share.held_until
        events += await _lapse(share, pool, Actor.CLOCK, now)
    return None


async def _lapse(share: Share, pool: SharePool, actor: Actor, now: datetime) -> list[Event]:
    await stepping.step(share, SHARE, ShareCommand.LAPSE, actor)
    undone = await share_money.undo(share, share_money.LAPSED, now)
    return [share_money.moved(share), *undone, await share_money.shown(pool)]


@whole_command
async def divide(seller_id: int, pool_id: int, grams: Sequence[int], *, clock: Clock) -> SharePool:
    """Write down what the meat of each share weighs, in the order of their numbers.

    From then on its holders have two days to object; then the money is the seller's.

    Raises:
        NotFound: It is no pool of this seller.
        StaleState: It is not full, or divided already.
        BadInput: It is not one weight a share, or more than the animal weighed alive.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        pool = await share_money.locked(pool_id)
        if pool.seller_id != seller_id:
            raise NotFound
        shares = await share_money.standing(pool.id)
        now = await clock()
        due_at = now + share_rules.OBJECT_WITHIN
        await stepping.step(pool, POOL, PoolCommand.DIVIDE, Actor.SELLER, due_at=due_at)
        await _need_weights(pool, grams, len(shares))
        for share, weight in zip(shares, grams, strict=True):
            await Share.filter(id=share.id).update(meat_grams=weight)
        animal = await animal_keeping.locked(pool.animal_id)
        await animal_keeping.step(animal, AnimalCommand.HAND_OVER, Actor.SELLER)
        await animal_keeping.free_tags(animal.id)
        payload = {"departureKind": "Slaughter", "pool": pool.id, "meatGrams": sum(grams)}
        await animal_keeping.record(
            animal.id, AnimalHappening.DEPARTED, payload, actor_id=seller_id, at=now
        )
        await deadlines.arm(CLOSE_POOL, pool.id, due_at)
        events += [*share_money.told(pool, shares), await share_money.shown(pool)]
    return pool


@whole_command
async def call_off(officer_id: int, pool_id: int, *, reason: str, clock: Clock) -> SharePool:
    """Give everybody his money back, with a reason (two officers of the haat without a part in it).

    Raises:
        NotFound: There is no such pool, or the person is no officer of its haat.
        NotAllowed: The officer sells it, or has a share.
        StaleState: It is settled or over.
        SecondOfficerNeeded: The same officer said so before.
        BadInput: The reason is too short.
    """
    why = wording.reason(reason)
    async with transaction(actor_id=officer_id) as events:
        pool = await share_money.locked(pool_id)
        haat = await need_officer(officer_id, pool.haat_id)
        shares = await share_money.standing(pool.id)
        parties = {pool.seller_id, *(share.holder_id for share in shares)}
        if officer_id in parties:
            raise NotAllowed
        next_state(POOL, pool.state, PoolCommand.CANCEL, actor=Actor.OFFICER)
        now = await clock()
        forced = Forced(
            kind=ForcedActKind.CALL_OFF_POOL,
            subject_id=pool.id,
            place_id=haat.place_id,
            concerns=parties,
        )
        word = await seconding.speak(officer_id, forced, reason=why, now=now)
        events += word.events
        if not word.is_agreed:
            return pool
        events += await share_money.give_all_back(pool, Actor.OFFICER, word.reason, now)
        events.append(await share_money.shown(pool))
    return pool


def _need_parts(parts: int, *, most: int) -> None:
    if not 1 <= parts <= most:
        raise BadInput(
            "parts",
            why_bn="এই পশু এত ভাগে দেওয়া যায় না।",
            why_en=f"an animal of this kind has 1 to {most} shares.",
        )


def _need_day(closes_at: datetime, now: datetime, cleared_until: datetime) -> None:
    if not now < closes_at <= min(now + share_rules.LONGEST_POOL, cleared_until):
        raise BadInput(
            "closesAt",
            why_bn="শেষ সময় ছাড়পত্রের মেয়াদের মধ্যে হবে।",
            why_en="the end lies ahead, and within the clearance.",
        )


async def _need_weights(pool: SharePool, grams: Sequence[int], shares: int) -> None:
    alive = await AnimalWeight.filter(animal_id=pool.animal_id).order_by("-measured_at").first()
    likely = alive is None or sum(grams) <= alive.grams
    if len(grams) != shares or min(grams, default=0) <= 0 or not likely:
        raise BadInput(
            "grams",
            why_bn="প্রতি ভাগের মাংসের ওজন দিন; সব মিলে জীবন্ত ওজনের বেশি নয়।",
            why_en="one weight a share, together no more than the animal weighed alive.",
        )
