"""A vehicle with its driver, by the day."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import date, timedelta

import pytest

from hmk_graph.errors import BadInput, NotAllowed, NotFound
from hmk_graph.money import taka
from hmk_graph.rentals import hiring
from hmk_graph.rentals.errors import DaysTaken, OfferOver, OwnUnit
from hmk_graph.rentals.hiring import Days
from hmk_graph.rentals.models import Hire, Unit, UnitKind
from tests import factories
from tests.factories import NOON, at
from tests.rentals import lodgings
from tests.rentals.lodgings import DAY, TODAY, fire

pytestmark = pytest.mark.usefixtures("db")


async def microbus() -> Unit:
    return await lodgings.unit(kind=UnitKind.VEHICLE, seats=11, title_bn="মাইক্রোবাস")


async def hire(bus: Unit, first: int = 2, until: int = 4, **other: object) -> Hire:
    person = await factories.person("যাত্রী")
    days = Days(first_day=day(first), until_day=day(until), pickup="রেলস্টেশন")
    return await hiring.request_hire(
        person.id, bus.id, days, idempotency_key="k", clock=at(NOON), **other
    )


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


async def test_a_vehicle_is_asked_for_confirmed_and_done_after_its_last_day():
    bus = await microbus()
    made = await hire(bus)

    confirmed = await hiring.confirm_hire(bus.owner_id, made.id, clock=at(NOON))
    early = await fire(hiring.PASS, made.id, NOON + DAY)
    await fire(hiring.PASS, made.id, NOON + 4 * DAY)

    assert (made.amount_paisa, confirmed.state) == (taka(10_000), "CONFIRMED")
    assert early is not None
    assert early.isoformat() == "2026-05-24T00:00:00+06:00"
    assert (await Hire.get(id=made.id)).state == "DONE"


async def test_of_many_who_want_the_same_days_at_once_one_gets_them():
    bus = await microbus()

    came = await asyncio.gather(*(hire(bus) for _ in range(8)), return_exceptions=True)

    assert Counter(type(one).__name__ for one in came) == {"Hire": 1, "DaysTaken": 7}


async def test_whoever_asks_whenever_no_day_is_hired_twice():
    bus, rng = await microbus(), random.Random(7)
    spans = [(first := rng.randint(1, 20), first + rng.randint(1, 4)) for _ in range(25)]

    await asyncio.gather(
        *(hire(bus, first, until) for first, until in spans), return_exceptions=True
    )

    taken = [
        one.first_day + timedelta(days=n)
        for one in await Hire.all()
        for n in range((one.until_day - one.first_day).days)
    ]
    assert taken
    assert len(taken) == len(set(taken))


async def test_one_may_begin_on_the_day_on_which_another_ends_and_who_is_refused_frees_his():
    bus = await microbus()
    first = await hire(bus, 2, 4)
    await hire(bus, 4, 6)

    with pytest.raises(DaysTaken):
        await hire(bus, 3, 5)
    await hiring.decline_hire(bus.owner_id, first.id, clock=at(NOON))

    assert (await hire(bus, 2, 4)).state == "REQUESTED"


async def test_an_unanswered_wish_runs_out_and_is_not_confirmed_after():
    bus = await microbus()
    made = await hire(bus)

    with pytest.raises(OfferOver):
        await hiring.confirm_hire(bus.owner_id, made.id, clock=at(NOON + DAY))
    await fire(hiring.PASS, made.id, NOON + DAY)

    assert (await Hire.get(id=made.id)).state == "EXPIRED"


async def test_who_may_not_hire_or_answer_is_refused():
    bus = await microbus()
    made = await hire(bus)
    days = Days(first_day=day(10), until_day=day(11), pickup="রেলস্টেশন")

    with pytest.raises(OwnUnit):
        await hiring.request_hire(bus.owner_id, bus.id, days, idempotency_key="k", clock=at(NOON))
    with pytest.raises(NotAllowed):
        await hiring.confirm_hire(made.hirer_id, made.id, clock=at(NOON))
    with pytest.raises(NotFound):
        await hiring.cancel_hire((await factories.person()).id, made.id, clock=at(NOON))
    for first, until in ((0, 1), (5, 5), (5, 36), (91, 92)):
        with pytest.raises(BadInput):
            await hire(bus, first, until)
    flat = await lodgings.unit(key="flat")
    with pytest.raises(NotFound):
        await hire(flat)
