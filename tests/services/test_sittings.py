"""Sittings go on by number, and come to an end, if need be by the clock."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hmk_graph import event_log
from hmk_graph.errors import StaleState
from hmk_graph.services import closing, desk_keeping, numbering, sitting, waiting
from hmk_graph.services.booking_models import Serial, SerialState, Sitting, SittingState
from hmk_graph.services.errors import (
    HasSerial,
    NobodyWaits,
    OwnService,
    SittingNotOpen,
    SlotTaken,
)
from hmk_graph.services.models import PriceOption, Provider
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import HOUR, TOMORROW_TEN, key

pytestmark = pytest.mark.usefixtures("db")
TWO = TOMORROW_TEN + 4 * HOUR


async def chamber() -> tuple[Provider, PriceOption]:
    desk = await desks.provider()
    return desk, await desks.option(await desks.service(desk, slug="doctor"))


async def planned(desk: Provider, option: PriceOption, keyed: str = "k") -> Sitting:
    plan = sitting.Plan(
        option_id=option.id,
        starts_at=TOMORROW_TEN,
        finishes_at=TWO,
        capacity=5,
        average_m=10,
    )
    return await sitting.plan(desk.account_id, plan, idempotency_key=keyed, clock=at(NOON))


async def patients(held: Sitting, count: int) -> list[Serial]:
    return [
        await numbering.take(
            (await factories.person()).id, held.id, idempotency_key=key(), clock=at(NOON)
        )
        for _ in range(count)
    ]


async def look(held: Sitting, now: datetime) -> tuple[datetime | None, SittingState]:
    """Have the clock look at a sitting; return when it wants to look again, and the state."""
    again = await closing.end_overdue(held.id, at(now))
    await held.refresh_from_db()
    return again, held.state


async def states(serials: list[Serial]) -> list[SerialState]:
    found = {one.id: one.state for one in await Serial.all()}
    return [found[one.id] for one in serials]


async def test_numbers_are_called_in_order_skipped_taken_back_once_and_given_back():
    desk = await desks.provider()
    option = await desks.option(await desks.service(desk, slug="doctor"))
    held = await desks.sitting(desk, option, capacity=4)
    owner, then = desk.account_id, at(TOMORROW_TEN)
    people = [await factories.person() for _ in range(4)]
    first, second, third = [
        await numbering.take(one.id, held.id, idempotency_key=key(), clock=at(NOON))
        for one in people[:3]
    ]
    with pytest.raises(HasSerial):
        await numbering.take(people[0].id, held.id, idempotency_key=key(), clock=at(NOON))
    with pytest.raises(OwnService):
        await numbering.take(owner, held.id, idempotency_key=key(), clock=at(NOON))

    await numbering.leave(people[1].id, second.id)
    again = await numbering.take(people[3].id, held.id, idempotency_key=key(), clock=at(NOON))
    await sitting.begin(owner, held.id, clock=then)
    await numbering.call_next(owner, held.id, clock=then)
    with pytest.raises(StaleState):
        await numbering.skip(owner, third.id)
    await numbering.skip(owner, first.id)
    await numbering.take_back(owner, first.id)
    back = await numbering.call_next(owner, held.id, clock=then)

    assert again.number == second.number == 2
    assert back.now_serving == 1
    await numbering.skip(owner, first.id)
    with pytest.raises(StaleState):
        await numbering.take_back(owner, first.id)
    assert (await numbering.call_next(owner, held.id, clock=then)).now_serving == 2
    await numbering.call_next(owner, held.id, clock=then)
    with pytest.raises(NobodyWaits):
        await numbering.call_next(owner, held.id, clock=then)
    await third.refresh_from_db()
    assert third.state is SerialState.SERVED


async def test_who_waits_when_a_sitting_ends_is_told_and_it_gives_no_more_numbers():
    desk = await desks.provider()
    option = await desks.option(await desks.service(desk, slug="doctor"))
    plan = sitting.Plan(
        option_id=option.id,
        starts_at=TOMORROW_TEN,
        finishes_at=TOMORROW_TEN + timedelta(hours=2),
        capacity=5,
        average_m=10,
    )
    held = await sitting.plan(desk.account_id, plan, idempotency_key="k", clock=at(NOON))
    with pytest.raises(SlotTaken):
        await sitting.plan(desk.account_id, plan, idempotency_key="other", clock=at(NOON))
    citizen = await factories.person()
    serial = await numbering.take(citizen.id, held.id, idempotency_key="k", clock=at(NOON))

    await closing.call_off(desk.account_id, held.id, clock=at(NOON))

    await serial.refresh_from_db()
    assert serial.state is SerialState.LEFT
    with pytest.raises(SittingNotOpen):
        await numbering.take(citizen.id, held.id, idempotency_key="k2", clock=at(NOON))
    again = await sitting.plan(desk.account_id, plan, idempotency_key="free", clock=at(NOON))
    assert again.id != held.id


async def test_whoever_is_called_when_a_sitting_ends_was_served_and_others_are_sent_home():
    desk, option = await chamber()
    held = await planned(desk, option)
    serials = await patients(held, 2)
    await sitting.begin(desk.account_id, held.id, clock=at(TOMORROW_TEN))
    await numbering.call_next(desk.account_id, held.id, clock=at(TOMORROW_TEN))

    ended = await closing.end(desk.account_id, held.id, clock=at(TOMORROW_TEN + HOUR))

    assert await states(serials) == [SerialState.SERVED, SerialState.LEFT]
    assert (ended.state, ended.served_count, ended.served_seconds) == ("CLOSED", 1, 3_600)
    [told] = [
        event.payload
        for event in await event_log.after(f"accounts.account.{serials[1].citizen_id}", 0)
        if event.kind == "services.your_sitting_ended"
    ]
    assert (told["number"], told["state"]) == (2, "CLOSED")


async def test_a_sitting_that_nobody_began_is_called_off_when_its_hour_is_over():
    desk, option = await chamber()
    held = await planned(desk, option)
    serials = await patients(held, 1)

    before = await look(held, TWO - HOUR)
    after = await look(held, TWO)

    assert before == (TWO, SittingState.PLANNED)
    assert after == (None, SittingState.CANCELLED)
    assert await states(serials) == [SerialState.LEFT]
    assert await closing.end_overdue(held.id, at(TWO + HOUR)) is None


async def test_a_sitting_whose_provider_forgot_it_ends_once_all_are_served():
    desk, option = await chamber()
    held = await planned(desk, option)
    await patients(held, 1)
    await sitting.begin(desk.account_id, held.id, clock=at(TOMORROW_TEN))
    await numbering.call_next(desk.account_id, held.id, clock=at(TOMORROW_TEN))
    with pytest.raises(NobodyWaits):
        await numbering.call_next(desk.account_id, held.id, clock=at(TOMORROW_TEN + HOUR))

    assert await look(held, TWO) == (None, SittingState.CLOSED)
    assert await desk_keeping.busy_until([desk.id], TWO) == {}


async def test_a_sitting_runs_on_past_its_hour_as_long_as_people_are_called():
    desk, option = await chamber()
    held = await planned(desk, option)
    serials = await patients(held, 3)
    late = TWO + timedelta(minutes=30)
    await sitting.begin(desk.account_id, held.id, clock=at(TWO - HOUR / 2))
    await numbering.call_next(desk.account_id, held.id, clock=at(TWO - HOUR / 2))

    at_its_hour = await look(held, TWO)
    await numbering.call_next(desk.account_id, held.id, clock=at(late))
    meanwhile = await look(held, late + HOUR / 2)
    quiet = await look(held, late + HOUR)

    assert at_its_hour == (TWO + HOUR / 2, SittingState.OPEN)
    assert meanwhile == (late + HOUR, SittingState.OPEN)
    assert quiet == (None, SittingState.CLOSED)
    assert await states(serials) == [SerialState.SERVED, SerialState.SERVED, SerialState.LEFT]


async def test_who_waits_for_a_time_hears_of_it_when_a_sitting_is_called_off():
    desk, option = await chamber()
    held = await planned(desk, option)
    patient = await factories.person()
    await waiting.wait_for(patient.id, option.id, TOMORROW_TEN + HOUR, clock=at(NOON))

    await closing.call_off(desk.account_id, held.id, clock=at(NOON))

    events = await event_log.after(f"accounts.account.{patient.id}", 0)
    assert [event.kind for event in events] == ["services.your_slot_fell"]
