"""How long those waited who called a vehicle: medians of whole months, and of nobody alone."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from hmk_graph.civic import responding
from hmk_graph.clock import database_clock
from hmk_graph.dispatch.models import Trip, TripKind
from tests import factories
from tests.civic.test_open_data import opened
from tests.dispatch import fleet
from tests.factories import NOON
from tests.schema.whole_house import asked

pytestmark = pytest.mark.usefixtures("db")
MINUTE = timedelta(minutes=1)
MAY, JUNE = datetime(2026, 4, 30, 18, tzinfo=UTC), datetime(2026, 5, 31, 18, tzinfo=UTC)
WAITS = """query ($within: ID!, $since: DateTime!, $until: DateTime!) {
    publicFigures(within: $within, since: $since, until: $until) { responses { methodBn methodEn
        waits { place { slug } month ambulances calls accepted arrived
            acceptMedian acceptSlow arriveMedian arriveSlow } } } }"""


async def called(
    *accepted: int | None, arrive: int = 10, kind: TripKind = TripKind.AMBULANCE
) -> None:
    """Have vehicles called at NOON, accepted after so many minutes (None: never), and come."""
    first = await fleet.trip(kind)
    await Trip.filter(id=first.id).delete()
    for minutes in accepted:
        trip = first.clone(pk=None)
        trip.rider_id = (await factories.person()).id
        if minutes is not None:
            trip.assigned_at = NOON + minutes * MINUTE
            trip.arrived_at = trip.assigned_at + arrive * MINUTE
        await trip.save()


async def test_the_median_and_the_slow_tenth_are_told_of_whole_months():
    district, upazila = await factories.district(), await factories.upazila()
    await called(*range(1, 11), arrive=7)
    await called(None, None, 2, 3, 4, kind=TripKind.AUTO)

    ambulances, others = await responding.waits(district.id, MAY, JUNE)

    assert ambulances == responding.Waits(
        place_id=upazila.id,
        month=date(2026, 5, 1),
        ambulances=True,
        calls=10,
        accepted=10,
        arrived=10,
        accept_median=5,
        accept_slow=9,
        arrive_median=7,
        arrive_slow=7,
    )
    assert (others.ambulances, others.calls, others.accepted) == (False, 5, 3)
    assert (others.accept_median, others.accept_slow, others.arrive_median) == (None, None, None)


async def test_of_fewer_than_five_calls_nothing_is_told_and_of_five_no_slow_time():
    district = await factories.district()
    await called(1, 2, 3, 4)
    assert await responding.waits(district.id, MAY, JUNE) == []

    await called(5)

    (told,) = await responding.waits(district.id, MAY, JUNE)
    assert (told.calls, told.accept_median, told.accept_slow, told.arrive_slow) == (
        5,
        3,
        None,
        None,
    )


async def test_neither_a_part_of_a_month_nor_a_part_of_an_upazila_is_told():
    """A sixth call would be the difference of a span with it and one without."""
    district, upazila = await factories.district(), await factories.upazila()
    await called(1, 2, 3, 4, 5, 6)
    trip = await Trip.first()
    assert trip is not None

    assert await responding.waits(district.id, MAY + MINUTE, JUNE) == []
    assert await responding.waits(district.id, MAY, JUNE - MINUTE) == []
    below = await factories.union()
    await Trip.all().update(place_id=below.id)
    assert await responding.waits(below.id, MAY, JUNE) == []
    assert len(await responding.waits(upazila.id, MAY, JUNE)) == 1
    assert await responding.waits((await factories.district("narsingdi")).id, MAY, JUNE) == []


async def test_what_was_planned_ahead_is_left_out():
    district = await factories.district()
    await called(1, 2, 3, 4, 5)
    await Trip.all().update(scheduled_for=NOON + timedelta(hours=3))

    assert await responding.waits(district.id, MAY, JUNE) == []


async def test_everybody_reads_them_with_the_method():
    district = await factories.district()
    await called(1, 2, 3, 4, 5)

    told = await asked(
        WAITS,
        None,
        within=f"Place:{district.id}",
        since=MAY.isoformat(),
        until=JUNE.isoformat(),
    )

    responses = told["publicFigures"]["responses"]
    assert responses["methodEn"] == responding.METHOD_EN
    (wait,) = responses["waits"]
    assert wait["place"]["slug"] == "kishoreganj-karimganj"
    assert (wait["month"], wait["acceptMedian"], wait["acceptSlow"]) == ("2026-05-01", 3, None)


async def test_the_file_has_the_last_two_years_by_the_real_clock():
    await called(1, 2, 3, 4, 5)
    # Its month is over by now, whatever day it is.
    requested = await database_clock() - timedelta(days=45)
    await Trip.all().update(
        requested_at=requested,
        assigned_at=requested + 4 * MINUTE,
        arrived_at=requested + 9 * MINUTE,
    )

    answer = await opened("/open/kishoreganj/response-times.csv")

    head, row = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    told = dict(zip(head, row, strict=True))
    assert (told["slug"], told["ambulances"]) == ("kishoreganj-karimganj", "True")
    assert (told["acceptMedian"], told["arriveMedian"], told["arriveSlow"]) == ("4", "5", "")
    assert (await opened("/open/nowhere/response-times.csv")).status_code == 404
