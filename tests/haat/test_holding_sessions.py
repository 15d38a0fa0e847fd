"""Days of a haat, and who is barred from bidding."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.errors import BadInput, DomainError, NotFound, StaleState
from hmk_graph.haat import barring, holding_sessions
from hmk_graph.haat.holding_sessions import SessionPlan
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.models import BidderRegistration, BiddingBan, HaatSession, SessionState
from hmk_graph.haat.sale_models import SaleKind
from hmk_graph.haat.selling_errors import LotsStillRunning, NameNeeded
from hmk_graph.money import taka
from tests import factories
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

DAY = SessionPlan(
    title_bn="ঈদের হাট",
    title_en="Eid haat",
    starts_at=NOON + timedelta(hours=1),
    ends_at=NOON + timedelta(hours=9),
)
REASON = "বারবার ডাক দিয়ে টাকা দেননি।"


async def planned() -> tuple[int, HaatSession]:
    officer, haat = await factories.officer(), await factories.haat()
    session = await holding_sessions.plan_session(
        officer.id, haat.id, DAY, idempotency_key="k", clock=at(NOON)
    )
    return officer.id, session


async def test_a_day_goes_through_its_states_in_order_and_everybody_hears_it():
    officer_id, session = await planned()

    await holding_sessions.open_session(officer_id, session.id)
    await holding_sessions.begin_closing(officer_id, session.id)
    await holding_sessions.close_session(officer_id, session.id)
    await holding_sessions.report_session(officer_id, session.id)

    events = await event_log.after(f"haat.haat.{session.haat_id}", 0)
    assert [event.payload["state"] for event in events] == [str(state) for state in SessionState]


async def test_no_step_is_skipped_or_taken_twice():
    officer_id, session = await planned()

    for step in (
        holding_sessions.begin_closing,
        holding_sessions.close_session,
        holding_sessions.report_session,
    ):
        with pytest.raises(StaleState):
            await step(officer_id, session.id)
    outcomes = await asyncio.gather(
        *(holding_sessions.open_session(officer_id, session.id) for _ in range(5)),
        return_exceptions=True,
    )

    assert sorted(type(o).__name__ for o in outcomes) == ["HaatSession"] + ["StaleState"] * 4
    assert (await HaatSession.get()).version == 2


async def test_a_day_closes_after_its_last_lot():
    officer_id, session = await planned()
    listing = await factories.listing(kind=SaleKind.AUCTION)
    lot = await Lot.create(
        listing=listing,
        animal_id=listing.animal_id,
        seller_id=listing.seller_id,
        haat_id=session.haat_id,
        session=session,
        state=LotState.OPEN,
        start_paisa=taka(1_000),
        step_table=[[None, 100]],
        soft_close_s=120,
    )
    await holding_sessions.open_session(officer_id, session.id)
    await holding_sessions.begin_closing(officer_id, session.id)

    with pytest.raises(LotsStillRunning) as refusal:
        await holding_sessions.close_session(officer_id, session.id)
    await Lot.filter(id=lot.id).update(state=LotState.WITHDRAWN)
    await holding_sessions.close_session(officer_id, session.id)

    assert refusal.value.count == 1
    assert (await HaatSession.get()).state == SessionState.CLOSED


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (timedelta(hours=2), timedelta(hours=2)),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(hours=-9), timedelta(0)),
        (timedelta(hours=1), timedelta(days=4)),
    ],
)
async def test_a_day_has_times_that_can_be(starts: timedelta, ends: timedelta):
    officer, haat = await factories.officer(), await factories.haat()
    plan = SessionPlan(
        title_bn="ঈদের হাট", title_en="Eid haat", starts_at=NOON + starts, ends_at=NOON + ends
    )

    with pytest.raises(BadInput):
        await holding_sessions.plan_session(
            officer.id, haat.id, plan, idempotency_key="k", clock=at(NOON)
        )

    assert await HaatSession.all().count() == 0


async def test_only_officers_of_the_haat_hold_its_days():
    _, session = await planned()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))

    for person in (await factories.person(), elsewhere):
        with pytest.raises(NotFound):
            await holding_sessions.open_session(person.id, session.id)
        with pytest.raises(NotFound):
            await holding_sessions.plan_session(
                person.id, session.haat_id, DAY, idempotency_key="k", clock=at(NOON)
            )

    assert await HaatSession.all().count() == 1


async def test_whoever_registers_has_a_name_and_registers_once_however_often():
    haat, person = await factories.haat(), await factories.person()
    nameless = await factories.person("")

    with pytest.raises(NameNeeded):
        await barring.register_bidder(nameless.id, haat.id, clock=at(NOON))
    with pytest.raises(NotFound):
        await barring.register_bidder(person.id, 999_999, clock=at(NOON))
    await asyncio.gather(
        *(barring.register_bidder(person.id, haat.id, clock=at(NOON)) for _ in range(5))
    )

    assert await BidderRegistration.all().count() == 1


async def asked_ban() -> tuple[int, BiddingBan]:
    haat, person = await factories.haat(), await factories.person()
    await barring.register_bidder(person.id, haat.id, clock=at(NOON))
    officer = await factories.officer()
    ban = await barring.ask_ban(
        officer.id,
        person.id,
        haat_id=haat.id,
        until=NOON + timedelta(days=90),
        reason=REASON,
        idempotency_key="k",
        clock=at(NOON),
    )
    return officer.id, ban


async def test_a_ban_holds_once_a_second_officer_agrees_and_not_before():
    first_id, ban = await asked_ban()
    second = await factories.officer()

    with pytest.raises(SecondOfficerNeeded):
        await barring.confirm_ban(first_id, ban.id, clock=at(NOON))
    assert (await BiddingBan.get()).in_force_from is None
    await barring.confirm_ban(second.id, ban.id, clock=at(NOON))
    with pytest.raises(StaleState):
        await barring.confirm_ban(second.id, ban.id, clock=at(NOON))

    held = await BiddingBan.get()
    assert (held.officer_id, held.second_officer_id) == (first_id, second.id)
    assert barring.standing(held, NOON) == "IN_FORCE"
    events = await event_log.after(f"accounts.account.{ban.account_id}", 0)
    assert [(event.kind, event.payload["reason"]) for event in events] == [
        ("haat.bidder_banned", REASON)
    ]


async def test_the_word_of_one_who_is_no_officer_any_more_bars_nobody():
    gone_id, ban = await asked_ban()
    second, third = await factories.officer(), await factories.officer()
    await Account.filter(id=gone_id).update(state=AccountState.SUSPENDED)

    waiting = await barring.confirm_ban(second.id, ban.id, clock=at(NOON))
    assert (waiting.officer_id, barring.standing(waiting, NOON)) == (second.id, "ASKED")
    with pytest.raises(SecondOfficerNeeded):
        await barring.confirm_ban(second.id, ban.id, clock=at(NOON))
    await barring.confirm_ban(third.id, ban.id, clock=at(NOON))

    held = await BiddingBan.get()
    assert (held.officer_id, held.second_officer_id) == (second.id, third.id)
    assert barring.standing(held, NOON) == "IN_FORCE"


async def test_a_lifted_ban_ends_now_and_says_who_lifted_it_and_why():
    _, ban = await asked_ban()
    second = await factories.officer()
    await barring.confirm_ban(second.id, ban.id, clock=at(NOON))

    await barring.lift_ban(second.id, ban.id, reason="ভুল ব্যক্তি ছিলেন।", clock=at(NOON))

    lifted = await BiddingBan.get()
    assert (lifted.until, lifted.lifted_by_id) == (NOON, second.id)
    assert barring.standing(lifted, NOON) == "LIFTED"
    with pytest.raises(StaleState):
        await barring.lift_ban(second.id, ban.id, reason="ভুল ব্যক্তি ছিলেন।", clock=at(NOON))


async def test_nobody_but_officers_of_the_haat_has_to_do_with_its_bans():
    _, ban = await asked_ban()
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))

    for person_id in (ban.account_id, elsewhere.id, (await factories.person()).id):
        with pytest.raises(NotFound):
            await barring.confirm_ban(person_id, ban.id, clock=at(NOON))
        with pytest.raises(NotFound):
            await barring.lift_ban(person_id, ban.id, reason=REASON, clock=at(NOON))

    assert (await BiddingBan.get()).in_force_from is None


@pytest.mark.parametrize(
    ("reason", "days", "registered"),
    [("কম", 90, True), (REASON, 0, True), (REASON, 400, True), (REASON, 90, False)],
)
async def test_a_ban_needs_a_reason_a_day_and_a_registered_bidder(
    reason: str, days: int, registered: bool
):
    haat, person = await factories.haat(), await factories.person()
    if registered:
        await barring.register_bidder(person.id, haat.id, clock=at(NOON))
    officer = await factories.officer()

    with pytest.raises(DomainError) as refusal:
        await barring.ask_ban(
            officer.id,
            person.id,
            haat_id=haat.id,
            until=NOON + timedelta(days=days),
            reason=reason,
            idempotency_key="k",
            clock=at(NOON),
        )

    assert isinstance(refusal.value, BadInput if registered else NotFound)
    assert await BiddingBan.all().count() == 0
