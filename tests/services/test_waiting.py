"""A time that falls free is told to who wanted it, once, and to nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.services import answering, canceling, freeing, holding, rules, waiting
from hmk_graph.services.booking_models import Booking, Waiting
from hmk_graph.services.errors import OwnService, SlotFree, TooManyWaits
from hmk_graph.services.machines import Actor
from hmk_graph.services.models import PriceOption, Provider
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import HOUR, TOMORROW_TEN

pytestmark = pytest.mark.usefixtures("db")
CLOCK = at(NOON)


async def taken() -> tuple[Provider, PriceOption, Booking]:
    """Have somebody have tomorrow at ten."""
    desk, option = await desks.shop(instant=True)
    return desk, option, await desks.requested(option)


async def call_off(booking: Booking) -> None:
    booking = await Booking.get(id=booking.id)
    terms = canceling.terms_for(booking, Actor.CITIZEN, NOON)
    assert terms is not None
    await canceling.cancel(booking.citizen_id, booking.id, token=terms.token, clock=CLOCK)


async def heard(person: Account) -> list[Any]:
    """Return the times of which a person was told."""
    events = await event_log.after(f"accounts.account.{person.id}", 0)
    return [e.payload["starts_at"] for e in events if e.kind == "services.your_slot_fell"]


async def test_who_waits_for_a_time_is_told_once_when_it_is_called_off():
    _, option, booking = await taken()
    patient = await factories.person()
    for _ in range(2):
        await waiting.wait_for(patient.id, option.id, TOMORROW_TEN, clock=CLOCK)

    await call_off(booking)
    await call_off(await desks.requested(option))

    assert len(await heard(patient)) == 1
    assert await Waiting.filter(told_at=NOON).count() == 1


async def test_who_asked_for_a_time_and_was_declined_is_told():
    desk, option = await desks.shop()
    declined = await factories.person()
    asked = await desks.requested(option, declined)
    await answering.decline(desk.account_id, asked.id, clock=CLOCK)
    luckier = await desks.requested(option)
    await answering.confirm(desk.account_id, luckier.id, clock=CLOCK)

    await call_off(luckier)

    assert len(await heard(declined)) == 1


async def test_a_time_that_was_left_for_another_is_told_too():
    _, option, booking = await taken()
    patient = await factories.person()
    await waiting.wait_for(patient.id, option.id, TOMORROW_TEN, clock=CLOCK)

    await canceling.reschedule(booking.citizen_id, booking.id, TOMORROW_TEN + 3 * HOUR, clock=CLOCK)

    assert len(await heard(patient)) == 1


async def test_nobody_is_told_of_what_he_cannot_have_or_has():
    desk, option, booking = await taken()
    later, other = await factories.person(), await factories.person()
    # This one wants half past nine to half past ten, whose first half another has.
    await desks.requested(option, starts_at=TOMORROW_TEN - HOUR)
    half_past = TOMORROW_TEN - timedelta(minutes=30)
    await waiting.wait_for(later.id, option.id, half_past, clock=CLOCK)
    await waiting.wait_for(other.id, option.id, TOMORROW_TEN, clock=CLOCK)
    await desks.requested(option, other, starts_at=TOMORROW_TEN + HOUR)

    await call_off(booking)

    assert await heard(later) == []
    assert len(await heard(other)) == 1
    assert desk.seats == 1


async def test_one_waits_for_what_is_taken_and_for_five_times_at_most():
    desk, option, _ = await taken()
    patient = await factories.person()
    with pytest.raises(SlotFree):
        await waiting.wait_for(patient.id, option.id, TOMORROW_TEN + HOUR, clock=CLOCK)
    with pytest.raises(OwnService):
        await waiting.wait_for(desk.account_id, option.id, TOMORROW_TEN, clock=CLOCK)
    for minutes in range(0, 25, 5):
        start = TOMORROW_TEN + timedelta(minutes=minutes)
        await waiting.wait_for(patient.id, option.id, start, clock=CLOCK)
    with pytest.raises(TooManyWaits):
        start = TOMORROW_TEN + timedelta(minutes=30)
        await waiting.wait_for(patient.id, option.id, start, clock=CLOCK)
    assert await Waiting.filter(citizen_id=patient.id).count() == 5


async def test_a_time_that_is_past_is_told_to_nobody():
    _, option, booking = await taken()
    patient = await factories.person()
    await waiting.wait_for(patient.id, option.id, TOMORROW_TEN, clock=CLOCK)

    async with event_log.transaction() as events:
        events += await freeing.tell_of(await Booking.get(id=booking.id), TOMORROW_TEN)

    assert await heard(patient) == []
    assert holding.window(await Provider.get(id=booking.provider_id), NOON)[0] <= TOMORROW_TEN


async def test_a_hold_or_a_request_that_lapses_gives_its_time_to_who_waits():
    for lapsing, over in ((desks.held, rules.HOLD_LASTS), (desks.requested, rules.RESPOND_WITHIN)):
        _, option = await desks.shop()
        booking = await lapsing(option)
        patient = await factories.person()
        await waiting.wait_for(patient.id, option.id, TOMORROW_TEN, clock=CLOCK)

        await holding.expire(booking.id, at(NOON))
        before = await heard(patient)
        await holding.expire(booking.id, at(min(NOON + over, TOMORROW_TEN - HOUR)))

        assert (before, len(await heard(patient))) == ([], 1)
        # Whoever asked for it has wanted it ever since; whoever let his own hold go has not.
        await call_off(await desks.requested(option))
        assert len(await heard(await booking.citizen)) == (lapsing is desks.requested)


async def test_whoever_comes_after_a_lapsed_hold_has_the_time_and_nobody_is_sent_after_it():
    _, option = await desks.shop()
    await desks.held(option)
    same, next_hour = await factories.person(), await factories.person()
    await waiting.wait_for(same.id, option.id, TOMORROW_TEN, clock=CLOCK)
    half_past = TOMORROW_TEN - timedelta(minutes=30)
    await waiting.wait_for(next_hour.id, option.id, half_past, clock=CLOCK)

    later = NOON + rules.HOLD_LASTS
    taken = await desks.held(option, starts_at=TOMORROW_TEN + timedelta(minutes=30), now=later)

    assert taken.state == "HELD"
    assert await heard(same) == []
    assert len(await heard(next_hour)) == 1


async def test_a_declined_time_falls_to_who_waits_but_not_to_who_was_declined_before():
    desk, option = await desks.shop()
    declined, patient = await factories.person(), await factories.person()
    first = await desks.requested(option, declined)
    await answering.decline(desk.account_id, first.id, clock=CLOCK)
    second = await desks.requested(option)
    await waiting.wait_for(patient.id, option.id, TOMORROW_TEN, clock=CLOCK)

    await answering.decline(desk.account_id, second.id, clock=CLOCK)

    assert len(await heard(patient)) == 1
    assert await heard(declined) == []
