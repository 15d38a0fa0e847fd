"""What officers see drawn is counted from rows, of their own areas alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.civic import charting
from hmk_graph.clock import database_clock
from hmk_graph.dispatch.models import TripKind
from hmk_graph.haat import bidding
from hmk_graph.haat.lot_models import Lot
from hmk_graph.places.models import Place
from tests import auctions, factories
from tests.civic.grievances import lodged
from tests.dispatch import fleet
from tests.factories import NOON, at
from tests.haat.deals import TOLL, bought, hand_over, pay
from tests.schema.whole_house import answered, asked
from tests.services import desks

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("db")
CHARTS = """query ($within: ID!, $since: DateTime!, $until: DateTime!) {
    deskCharts(within: $within, since: $since, until: $until) {
        bids { hour bids } requests { place { slug } bookings trips blood }
        complaints { days complaints late } hasil { place { nameBn } receipts hasil } } }"""


async def span(officer: Account, place: Place) -> charting.Span:
    """Return a span that holds all that tests make, at NOON or now."""
    now = await database_clock()
    return await charting.span_of(
        officer.id, place.id, since=NOON - 300 * DAY, until=now + 300 * DAY
    )


async def bid_once(cow: Lot) -> None:
    """Have somebody bid on a lot."""
    bidder = await auctions.bidder()
    await bidding.place_bid(bidder.id, cow.id, cow.start_paisa, idempotency_key="k", clock=at(NOON))


async def test_bids_are_counted_by_the_hour_of_dhaka_and_nothing_elsewhere():
    officer, district = await factories.officer(), await factories.district()
    await bid_once(await auctions.lot())

    hours = await charting.bids_by_hour(await span(officer, district))
    elsewhere = await factories.district("narsingdi")
    none = await charting.bids_by_hour(await span(officer, elsewhere))

    assert [one.hour for one in hours] == list(range(24))
    assert [one.hour for one in hours if one.bids] == [12]
    assert sum(one.bids for one in none) == 0


async def test_requests_of_a_union_are_counted_for_its_upazila():
    officer, district = await factories.officer(), await factories.district()
    _, wanted = await desks.shop()
    await desks.requested(wanted, await factories.person(), starts_at=NOON + DAY, now=NOON)
    await fleet.trip(TripKind.AMBULANCE)

    (found,) = await charting.requests_by_upazila(await span(officer, district))

    assert found.place_id == (await factories.upazila()).id
    assert (found.bookings, found.trips, found.blood) == (1, 1, 0)


async def test_complaints_that_wait_are_counted_by_age_and_lateness():
    officer, district = await factories.officer(), await factories.district()
    now = await database_clock()
    await lodged(key="young", now=now)
    await lodged(key="old", now=now - 10 * DAY)

    ages = await charting.complaints_by_age(await span(officer, district))

    counted = {one.days: (one.complaints, one.late) for one in ages}
    assert counted == {0: (1, 0), 1: (0, 0), 3: (0, 0), 7: (1, 1), 30: (0, 0)}


async def test_toll_is_the_sum_of_the_receipts_of_a_haat():
    officer, district = await factories.officer(), await factories.district()
    deal = await bought()
    await pay(deal)
    await hand_over(deal)

    (haat,) = await charting.hasil_by_haat(await span(officer, district))

    assert (haat.receipts, haat.hasil) == (1, TOLL)


async def test_who_is_no_officer_of_a_place_sees_zeros():
    stranger, district = await factories.person(), await factories.district()
    await lodged()
    await bid_once(await auctions.lot())
    await fleet.trip(TripKind.AMBULANCE)

    shown: dict[str, Any] = await asked(
        CHARTS,
        stranger.id,
        within=f"Place:{district.id}",
        since=(NOON - DAY).isoformat(),
        until=(NOON + DAY).isoformat(),
    )

    charts = shown["deskCharts"]
    assert {one["bids"] for one in charts["bids"]} == {0}
    assert {one["complaints"] for one in charts["complaints"]} == {0}
    assert (charts["requests"], charts["hasil"]) == ([], [])


@pytest.mark.parametrize("days", [0, 367])
async def test_a_span_that_ends_before_it_begins_or_after_a_year_is_refused(days: int):
    officer, district = await factories.officer(), await factories.district()

    said = await answered(
        CHARTS,
        officer.id,
        within=f"Place:{district.id}",
        since=NOON.isoformat(),
        until=(NOON + days * DAY).isoformat(),
    )

    assert said.errors is not None
    assert said.errors[0].extensions["code"] == "BAD_USER_INPUT"


async def test_charts_of_fifty_upazilas_cost_as_many_statements_as_those_of_one(
    caplog: pytest.LogCaptureFixture,
):
    """Also a whole year is taken, to the day."""
    officer, within = await factories.administrator(), (await factories.district()).id
    first = await fleet.trip(TripKind.AMBULANCE)
    counts = []
    for upazilas in (range(1, 1), range(1, 50)):
        for number in upazilas:
            trip = first.clone(pk=None)
            trip.place_id = (await factories.upazila(f"kishoreganj-u{number}")).id
            await trip.save()
        caplog.clear()
        with caplog.at_level("DEBUG", logger="tortoise.db_client"):
            shown: dict[str, Any] = await asked(
                CHARTS,
                officer.id,
                within=f"Place:{within}",
                since=(NOON - 365 * DAY).isoformat(),
                until=(NOON + DAY).isoformat(),
            )
        assert len(shown["deskCharts"]["requests"]) == len(upazilas) + 1
        counts.append(sum(record.name == "tortoise.db_client" for record in caplog.records))

    assert counts[0] == counts[1]
