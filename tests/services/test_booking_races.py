"""Many at once on the real database: one gets the time, and no two claims ever overlap."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import timedelta

import asyncpg
import pytest

from hmk_graph.services import answering, canceling, holding, numbering
from hmk_graph.services.booking_models import Booking, BookingState, Occupancy, Serial
from hmk_graph.services.errors import SittingFull, SlotTaken
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import HOUR, TOMORROW_TEN, key, wish

pytestmark = pytest.mark.usefixtures("db")


async def outcomes(*tried) -> Counter[str]:
    """Return how often each kind of answer or refusal came."""
    came = await asyncio.gather(*tried, return_exceptions=True)
    for one in came:
        if isinstance(one, Exception) and not hasattr(one, "code"):
            raise one
    return Counter(type(one).__name__ for one in came)


async def test_of_twenty_who_want_one_time_at_once_one_gets_it():
    _, option = await desks.shop()
    citizens = [await factories.person() for _ in range(20)]

    came = await outcomes(
        *(
            holding.hold(one.id, wish(option), idempotency_key="k", clock=at(NOON))
            for one in citizens
        )
    )

    assert came == {"Booking": 1, "SlotTaken": 19}
    assert await Occupancy.all().count() == 1
    assert await Booking.all().count() == 1


async def test_as_many_get_one_time_as_there_are_seats():
    _, option = await desks.shop(seats=3)
    citizens = [await factories.person() for _ in range(12)]

    came = await outcomes(
        *(
            holding.hold(one.id, wish(option), idempotency_key="k", clock=at(NOON))
            for one in citizens
        )
    )

    assert came == {"Booking": 3, "SlotTaken": 9}
    assert sorted(await Occupancy.all().values_list("seat", flat=True)) == [1, 2, 3]


async def test_the_same_request_twice_at_once_is_one_booking():
    _, option = await desks.shop()
    citizen = await factories.person()

    first, second = await asyncio.gather(
        *(
            holding.hold(citizen.id, wish(option), idempotency_key="k", clock=at(NOON))
            for _ in range(2)
        )
    )

    assert first.id == second.id


async def test_touching_times_are_both_taken():
    _, option = await desks.shop()

    await desks.held(option)
    after = await desks.held(option, starts_at=TOMORROW_TEN + HOUR)

    assert after.state is BookingState.HELD


async def test_buffers_keep_the_next_one_off():
    _, option = await desks.shop(buffer_after_m=15)
    await desks.held(option)

    with pytest.raises(SlotTaken):
        await desks.held(option, starts_at=TOMORROW_TEN + HOUR)
    later = await desks.held(option, starts_at=TOMORROW_TEN + HOUR + timedelta(minutes=15))

    assert later.state is BookingState.HELD


async def test_a_hold_past_its_time_is_not_in_the_way_though_nobody_let_it_go():
    _, option = await desks.shop()
    forgotten = await desks.held(option)

    taken = await desks.held(option, now=NOON + timedelta(minutes=10))

    await forgotten.refresh_from_db()
    assert forgotten.state is BookingState.EXPIRED
    assert taken.state is BookingState.HELD


async def test_a_hold_before_its_end_is():
    _, option = await desks.shop()
    await desks.held(option)

    with pytest.raises(SlotTaken):
        await desks.held(option, now=NOON + timedelta(minutes=9, seconds=59))


async def test_the_database_itself_refuses_an_overlap_that_slips_past_the_lock(db):
    desk, option = await desks.shop()
    booking = await desks.held(option)

    with pytest.raises(asyncpg.ExclusionViolationError) as refused:
        connection = await asyncpg.connect(db)
        try:
            await connection.execute(
                "INSERT INTO services_occupancy (provider_id, seat, busy_from, busy_until,"
                " booking_id) VALUES ($1, 1, $2, $3, $4)",
                desk.id,
                booking.starts_at + timedelta(minutes=59),
                booking.starts_at + timedelta(minutes=90),
                booking.id,
            )
        finally:
            await connection.close()

    assert refused.value.constraint_name == "services_occupancy_no_overlap"


async def overlaps(db: str) -> int:
    connection = await asyncpg.connect(db)
    try:
        return await connection.fetchval(
            "SELECT count(*) FROM services_occupancy a JOIN services_occupancy b"
            " ON a.id < b.id AND a.provider_id = b.provider_id AND a.seat = b.seat"
            " AND tstzrange(a.busy_from, a.busy_until) && tstzrange(b.busy_from, b.busy_until)"
        )
    finally:
        await connection.close()


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_people_do_at_once_no_two_occupy_the_same_time(db, seed: int):
    """Failure 21: holds, requests, cancels, moves and expired holds, touching ends among them."""
    rng = random.Random(seed)
    _, option = await desks.shop(seats=2)
    _, longer = await desks.shop(buffer_before_m=10, buffer_after_m=20)
    citizens = [await factories.person() for _ in range(12)]
    starts = [TOMORROW_TEN + n * timedelta(minutes=30) for n in range(12)]

    async def act(citizen_id: int) -> None:
        now = NOON
        for _ in range(6):
            now += timedelta(minutes=rng.choice((0, 3, 11)))
            wanted = rng.choice((option, longer))
            try:
                booking = await holding.hold(
                    citizen_id,
                    wish(wanted, rng.choice(starts)),
                    idempotency_key=key(),
                    clock=at(now),
                )
                if rng.random() < 0.7:
                    await holding.request(citizen_id, booking.id, clock=at(now))
                    await canceling.reschedule(
                        citizen_id, booking.id, rng.choice(starts), clock=at(now)
                    )
                if rng.random() < 0.3:
                    await canceling.cancel(citizen_id, booking.id, token="", clock=at(now))
            except Exception as refusal:
                if not hasattr(refusal, "code"):
                    raise

    await asyncio.gather(*(act(one.id) for one in citizens))

    assert await overlaps(db) == 0
    occupied = set(await Occupancy.all().values_list("booking_id", flat=True))
    living = await Booking.filter(state__in=["HELD", "REQUESTED", "CONFIRMED"])
    assert occupied == {booking.id for booking in living}
    assert len(living) > 5


async def test_a_booking_that_moves_at_the_moment_another_wants_its_new_time_keeps_one_of_them():
    desk, option = await desks.shop()
    moving = await desks.requested(option)
    rival = await factories.person()
    later = TOMORROW_TEN + 2 * HOUR

    came = await outcomes(
        canceling.reschedule(moving.citizen_id, moving.id, later, clock=at(NOON)),
        holding.hold(rival.id, wish(option, later), idempotency_key="k", clock=at(NOON)),
    )

    await moving.refresh_from_db()
    taken = await Occupancy.filter(provider_id=desk.id).order_by("busy_from")
    at_later = [row for row in taken if row.busy_from == later]
    assert came["SlotTaken"] <= 1
    assert len(at_later) == 1
    mine = [row.busy_from for row in taken if row.booking_id == moving.id]
    assert mine == [moving.starts_at]


async def test_a_booking_can_move_to_a_time_that_overlaps_its_own():
    _, option = await desks.shop()
    booking = await desks.requested(option)

    moved = await canceling.reschedule(
        booking.citizen_id, booking.id, TOMORROW_TEN + timedelta(minutes=30), clock=at(NOON)
    )

    assert moved.starts_at == TOMORROW_TEN + timedelta(minutes=30)
    assert (moved.uid, moved.sequence) == (booking.uid, booking.sequence + 1)


async def test_of_a_confirmation_and_a_cancellation_at_once_one_comes_first():
    desk, option = await desks.shop()
    booking = await desks.requested(option)

    came = await outcomes(
        answering.confirm(desk.account_id, booking.id, clock=at(NOON)),
        canceling.cancel(booking.citizen_id, booking.id, token="1.0.0", clock=at(NOON)),
    )

    await booking.refresh_from_db()
    occupied = await Occupancy.filter(booking_id=booking.id).count()
    assert (booking.state is BookingState.CANCELLED) == (occupied == 0)
    assert came["Booking"] >= 1


async def test_a_hundred_who_want_numbers_at_once_get_one_to_the_last_without_gap_or_double():
    desk = await desks.provider()
    option = await desks.option(await desks.service(desk, slug="doctor"))
    sitting = await desks.sitting(desk, option, capacity=60)
    citizens = [await factories.person() for _ in range(100)]

    came = await asyncio.gather(
        *(
            numbering.take(one.id, sitting.id, idempotency_key="k", clock=at(NOON))
            for one in citizens
        ),
        return_exceptions=True,
    )

    numbers = sorted(one.number for one in came if isinstance(one, Serial))
    assert numbers == list(range(1, 61))
    assert sum(isinstance(one, SittingFull) for one in came) == 40
