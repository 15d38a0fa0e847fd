"""An officer fixes a lot's times, or sends it back; until somebody bids the terms may change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import animal_keeping, depositing, lot_keeping, rules, securing, wording
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.auction import LotState, Reschedule, VoidLot, Withdraw
from hmk_graph.haat.errors import AnimalNotCleared
from hmk_graph.haat.events import (
    BlockChanged,
    LotRescheduled,
    LotScheduled,
    LotVoided,
    LotWithdrawn,
    OwnLotDecided,
    OwnLotEnded,
)
from hmk_graph.haat.lot_log import Secrets
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.lot_models import LotState as Stored
from hmk_graph.haat.lot_terms import LotTerms, StepTable
from hmk_graph.haat.machines import CLEARANCE_MARGIN
from hmk_graph.haat.models import Haat, HaatSession, SessionState
from hmk_graph.haat.sale_models import Listing, ListingState
from hmk_graph.money import Paisa

OPEN_LOT = "haat.open_lot"
CLOSE_LOT = "haat.close_lot"
TELL_FOLLOWERS = "haat.tell_followers"
# So long before its start the followers of a lot are told: time to find one's way back to it.
SOON = timedelta(minutes=10)
# A day of the haat that is closing lets its running lots end, and takes no new ones.
TAKES_LOTS = (SessionState.PLANNED, SessionState.OPEN)
# The shortest auction: the soft close must have something to extend.
SHORTEST_RUN = timedelta(minutes=1)


@whole_command
async def schedule_lot(
    officer_id: int, lot_id: int, *, starts_at: datetime, ends_at: datetime, clock: Clock
) -> Lot:
    """Fix the times of a submitted lot, and begin its public log.

    Steps, window, deposit and the longest extension are the haat's; start price and reserve are the
    seller's.

    Raises:
        NotFound: No such lot, or the person is no officer of its haat.
        StaleState: The lot is not waiting, or that day of the haat takes no more lots.
        AnimalNotCleared: The vet's clearance ends before the animal could be handed over.
        BadInput: The times contradict each other or lie in the past.
    """
    async with transaction(actor_id=officer_id) as events:
        lot = await _for_officer(officer_id, lot_id)
        _need(lot, Stored.SUBMITTED)
        haat = await Haat.get(id=lot.haat_id)
        now = await clock()
        hard_ends_at = ends_at + timedelta(seconds=haat.longest_extension_s)
        lot.reserve_nonce = lot_keeping.fresh_nonce() if lot.reserve_paisa else None
        terms = LotTerms(
            start=Paisa(lot.start_paisa),
            reserve=None if lot.reserve_paisa is None else Paisa(lot.reserve_paisa),
            steps=StepTable.from_json(haat.step_table),
            starts_at=starts_at,
            ends_at=ends_at,
            hard_ends_at=hard_ends_at,
            window=timedelta(seconds=haat.soft_close_s),
        )
        _need_times(terms, now)
        await _need_clearance(lot, hard_ends_at)
        day = await _day_of(lot.haat_id, starts_at)
        line = await lot_keeping.write(
            lot,
            rules.schedule(terms, now),
            _sealed(lot),
            state=Stored.SCHEDULED,
            session_id=day,
            step_table=haat.step_table,
            soft_close_s=haat.soft_close_s,
            deposit_basis_points=haat.deposit_basis_points,
            deposit_floor_paisa=haat.deposit_floor_paisa,
            deposit_ceiling_paisa=haat.deposit_ceiling_paisa,
            reserve_nonce=lot.reserve_nonce,
        )
        await _arm(lot)
        events += [
            lot_keeping.told(LotScheduled, lot, line),
            BlockChanged(haat_id=lot.haat_id, lot_id=lot.id, phase=Stored.SCHEDULED),
            _decided(lot, reason=""),
        ]
    return lot


@whole_command
async def reject_lot(officer_id: int, lot_id: int, *, reason: str, clock: Clock) -> Lot:
    """Send a submitted lot back, with a reason; its animal may be listed again.

    Raises:
        NotFound, StaleState: As for `schedule_lot`.
        BadInput: The reason is shorter than a sentence.
    """
    reason = wording.reason(reason)
    async with transaction(actor_id=officer_id) as events:
        lot = await _for_officer(officer_id, lot_id)
        _need(lot, Stored.SUBMITTED)
        await Lot.filter(id=lot.id).update(
            state=Stored.REJECTED, reason=reason, version=lot.version + 1
        )
        lot.state = Stored.REJECTED
        await free_animal(lot, at=await clock())
        events.append(_decided(lot, reason=reason))
    return lot


@whole_command
async def reschedule_lot(
    officer_id: int, lot_id: int, *, starts_at: datetime, ends_at: datetime, clock: Clock
) -> Lot:
    """Change the times of a lot before anybody bid on it.

    Raises:
        NotFound, BadInput, AnimalNotCleared: As for `schedule_lot`.
        LotNotOpen: The lot has ended. LotHasBids: Somebody has bid.
    """
    async with transaction(actor_id=officer_id) as events:
        lot = await _for_officer(officer_id, lot_id)
        _need(lot, *lot_keeping.RUNNING)
        haat = await Haat.get(id=lot.haat_id)
        now = await clock()
        state = lot_keeping.state_of(lot)
        terms = replace(
            state.terms,
            starts_at=starts_at,
            ends_at=ends_at,
            hard_ends_at=ends_at + timedelta(seconds=haat.longest_extension_s),
        )
        _need_times(terms, now)
        await _need_clearance(lot, terms.hard_ends_at)
        day = await _day_of(lot.haat_id, starts_at)
        decision = rules.decide(state, Reschedule(terms=terms), now)
        line = await lot_keeping.write(
            lot, decision, _sealed(lot), state=Stored.SCHEDULED, session_id=day
        )
        await _arm(lot)
        events += [
            lot_keeping.told(LotRescheduled, lot, line),
            BlockChanged(haat_id=lot.haat_id, lot_id=lot.id, phase=Stored.SCHEDULED),
        ]
    return lot


@whole_command
async def withdraw_lot(seller_id: int, lot_id: int, *, clock: Clock) -> Lot:
    """Take the seller's animal out of the auction; his right until somebody bids.

    Raises:
        NotFound: No such lot, or it is another seller's.
        LotHasBids, LotNotOpen: Too late for it.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        lot = await lot_keeping.locked(lot_id)
        if lot.seller_id != seller_id:
            raise NotFound
        if lot.state in lot_keeping.NOT_PUBLIC:
            _need(lot, Stored.DRAFT, Stored.SUBMITTED)
            await Lot.filter(id=lot.id).update(state=Stored.WITHDRAWN, version=lot.version + 1)
            lot.state = Stored.WITHDRAWN
            await free_animal(lot, at=await clock())
            return lot
        now = await clock()
        decision = rules.decide(lot_keeping.state_of(lot), Withdraw(), now)
        line = await lot_keeping.write(lot, decision, _sealed(lot), state=Stored.WITHDRAWN)
        await free_animal(lot, at=now)
        events += [
            lot_keeping.told(LotWithdrawn, lot, line),
            *ended(lot, outcome=Stored.WITHDRAWN),
        ]
    return lot


@whole_command
async def void_lot(officer_id: int, lot_id: int, *, reason: str, clock: Clock) -> Lot:
    """Call a lot off. The first officer asks and gives the reason; the second one does it.

    Raises:
        SecondOfficerNeeded: The request is written down; another officer must say the same.
        NotFound, StaleState, BadInput: As for `schedule_lot`.
        LotNotOpen: The lot has ended.
    """
    reason = wording.reason(reason)
    if await _ask_to_void(officer_id, lot_id, reason):
        raise SecondOfficerNeeded
    async with transaction(actor_id=officer_id) as events:
        lot = await _for_officer(officer_id, lot_id)
        _need(lot, *lot_keeping.RUNNING)
        if lot.void_asked_by_id in (None, officer_id):
            raise SecondOfficerNeeded
        now = await clock()
        told_reason = lot.reason or reason
        decision = rules.decide(lot_keeping.state_of(lot), VoidLot(reason=told_reason), now)
        await securing.let_go(lot)
        line = await lot_keeping.write(lot, decision, _sealed(lot), state=Stored.VOIDED)
        await depositing.hasten_returns(lot, now)
        await free_animal(lot, at=now)
        events += [
            lot_keeping.told(
                LotVoided,
                lot,
                line,
                reason=told_reason,
                officer_id=lot.void_asked_by_id,
                second_officer_id=officer_id,
            ),
            *ended(lot, outcome=Stored.VOIDED),
        ]
    return lot


async def _ask_to_void(officer_id: int, lot_id: int, reason: str) -> bool:
    """Write down the first officer's request, unless one who still is an officer asked already."""
    async with transaction(actor_id=officer_id):
        lot = await _for_officer(officer_id, lot_id)
        _need(lot, *lot_keeping.RUNNING)
        first = lot.void_asked_by_id
        if first not in (None, officer_id) and await _is_officer_of(first, lot):
            return False
        await Lot.filter(id=lot.id).update(void_asked_by_id=officer_id, reason=reason)
    return True


async def free_animal(lot: Lot, *, at: datetime) -> None:
    """End a lot's listing and give its animal back to its seller, cleared if that still holds."""
    await Listing.filter(id=lot.listing_id, state=ListingState.LIVE).update(
        state=ListingState.ENDED
    )
    await animal_keeping.give_back(lot.animal_id, at)


def ended(lot: Lot, *, outcome: str, deal_id: int | None = None) -> list[Event]:
    """Return what the haat and the seller hear when a lot is over."""
    return [
        BlockChanged(haat_id=lot.haat_id, lot_id=lot.id, phase=lot.state),
        OwnLotEnded(
            account_id=lot.seller_id,
            lot_id=lot.id,
            price=lot.price_paisa,
            outcome=outcome,
            deal_id=deal_id,
        ),
    ]


async def _for_officer(officer_id: int, lot_id: int) -> Lot:
    lot = await lot_keeping.locked(lot_id)
    if lot.seller_id == officer_id or not await _is_officer_of(officer_id, lot):
        raise NotFound
    return lot


async def _is_officer_of(account_id: int, lot: Lot) -> bool:
    rows = await get_connection("default").execute_query_dict(
        "SELECT p.path FROM haat_haat h JOIN places_place p ON p.id = h.place_id WHERE h.id = $1",
        [lot.haat_id],
    )
    return await access.is_officer_of(account_id, rows[0]["path"])


async def _need_clearance(lot: Lot, hard_ends_at: datetime) -> None:
    animal = await Animal.get(id=lot.animal_id)
    until = animal.cleared_until
    if animal.state != AnimalState.LISTED or until is None:
        raise AnimalNotCleared(until=None)
    if until < hard_ends_at + CLEARANCE_MARGIN:
        raise AnimalNotCleared(until=until)


async def _day_of(haat_id: int, starts_at: datetime) -> int | None:
    """Return the day of the haat on which a lot begins; None where it begins between two days.

    A haat on the screen may auction between its days, too. The row is locked against its closing.

    Raises:
        StaleState: That day takes no more lots.
    """
    day = (
        await HaatSession.filter(haat_id=haat_id, starts_at__lte=starts_at, ends_at__gt=starts_at)
        .order_by("-starts_at", "-id")
        .select_for_update(no_key=True)
        .first()
    )
    if day is None:
        return None
    if day.state not in TAKES_LOTS:
        raise StaleState(current=str(day.state), allowed=[str(state) for state in TAKES_LOTS])
    day_id: int = day.id
    return day_id


async def _arm(lot: Lot) -> None:
    state: LotState = lot_keeping.state_of(lot)
    await deadlines.arm(TELL_FOLLOWERS, lot.id, state.terms.starts_at - SOON)
    await deadlines.arm(OPEN_LOT, lot.id, state.terms.starts_at)
    await deadlines.arm(CLOSE_LOT, lot.id, state.ends_at)


def _sealed(lot: Lot) -> Secrets:
    return Secrets(bids={}, reserve=lot_keeping.reserve_of(lot))


def _decided(lot: Lot, *, reason: str) -> OwnLotDecided:
    return OwnLotDecided(
        account_id=lot.seller_id, lot_id=lot.id, price=None, state=lot.state, reason=reason
    )


def _need(lot: Lot, *states: Stored) -> None:
    if lot.state not in states:
        raise StaleState(current=lot.state, allowed=[str(state) for state in states])


def _need_times(terms: LotTerms, now: datetime) -> None:
    if terms.ends_at <= now or terms.ends_at - terms.starts_at < SHORTEST_RUN:
        raise BadInput(
            "endsAt",
            why_bn="শেষ সময় এখনকার পরে এবং শুরুর অন্তত এক মিনিট পরে হবে।",
            why_en="the end lies in the future and at least a minute after the start.",
        )
