"""Figures for everybody, and what waits for an officer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.civic import counting, escalating
from hmk_graph.civic.models import Complaint, ComplaintKind
from hmk_graph.haat.receipt_models import Receipt
from hmk_graph.money import taka
from tests import factories
from tests.civic.grievances import lodged, resolved
from tests.factories import NOON, at
from tests.haat.deals import PRICE, TOLL, bought, hand_over, pay
from tests.schema.whole_house import answered, asked
from tests.services import desks

DAY = timedelta(days=1)
BEFORE, AFTER = NOON - 300 * DAY, NOON + 30 * DAY
pytestmark = pytest.mark.usefixtures("db")
FIGURES = """query ($within: ID!) { publicFigures(within: $within) {
    services { place { slug } services providers }
    haat { species animals priced volume hasil perKg }
    complaints { kind lodged answered inTime fixed medianHours }
    saved { visits kilometers methodBn methodEn sdg } } }"""


async def test_complaints_are_counted_by_kind_and_no_median_is_told_of_few():
    officer, district = await factories.officer(), await factories.district()
    late = await lodged(key="late")
    await escalating.escalate(late.id, at(NOON + 5 * DAY))
    for number in range(4):
        await resolved(officer, await lodged(key=str(number)), NOON + timedelta(hours=number))

    (few,) = await counting.complaints_by_kind(district.id, BEFORE, AFTER)
    await resolved(officer, await lodged(key="fifth"), NOON + timedelta(hours=4))
    (enough,) = await counting.complaints_by_kind(district.id, BEFORE, AFTER)

    assert few == counting.ComplaintsCount(
        kind=ComplaintKind.WATER, lodged=5, answered=4, in_time=4, fixed=0, median_hours=None
    )
    assert (enough.lodged, enough.answered, enough.median_hours) == (6, 5, 2)


async def test_what_lies_elsewhere_or_in_another_time_is_not_counted():
    await lodged()
    elsewhere = await factories.district("narsingdi")

    assert await counting.complaints_by_kind(elsewhere.id, BEFORE, AFTER) == []
    assert await counting.complaints_by_kind((await factories.union()).id, BEFORE, NOON) == []


async def sold(many: int, *, begin: int = 0) -> None:
    for number in range(begin, begin + many):
        deal = await bought(tag=f"T-{number}")
        await pay(deal, key=str(number))
        await hand_over(deal, tag=f"T-{number}")


async def test_what_a_haat_sold_is_the_sum_of_its_receipts_once_there_are_five():
    district = await factories.district()

    await sold(4)
    (few,) = await counting.haat_by_species(district.id, BEFORE, AFTER)
    await sold(1, begin=4)
    (enough,) = await counting.haat_by_species(district.id, BEFORE, AFTER)

    assert (few.animals, few.priced, few.volume, few.hasil, few.per_kg) == (4, 0, 0, 0, None)
    assert (enough.animals, enough.priced) == (5, 5)
    assert (enough.volume, enough.hasil) == (5 * PRICE, 5 * TOLL)
    # 80 000 taka for 412 kg, in whole taka.
    assert enough.per_kg == taka(194)


async def test_no_two_spans_of_time_differ_by_one_sale():
    """A sixth animal's price would be the difference of a span with it and one without."""
    district = await factories.district()
    await sold(5)
    await sold(1, begin=5)
    sixth = await Receipt.all().order_by("-id").first()
    assert sixth is not None

    for since, until in ((BEFORE, sixth.issued_at), (NOON, AFTER)):
        for part in await counting.haat_by_species(district.id, since, until):
            assert (part.priced, part.volume, part.per_kg) == (0, 0, None)


async def neighbors(many: int, *, key: str) -> None:
    """Have people complain who live in the union a tenth of a degree south of the desk."""
    home, desk = await factories.union(), await factories.upazila()
    for place, lat in ((home, 24.4), (desk, 24.5)):
        place.lat, place.lng = lat, 90.8
        await place.save(update_fields=["lat", "lng"])
    for number in range(many):
        neighbor = await factories.person()
        await Account.filter(id=neighbor.id).update(home_id=home.id)
        await lodged(neighbor, key=f"{key} {number}")


async def test_a_way_is_as_long_as_the_straight_line_there_and_back():
    desk = await factories.upazila()
    await neighbors(5, key="near")
    await lodged(await factories.person(), key="of no known home")

    saved = await counting.saved(desk.id, BEFORE, AFTER)

    # A tenth of a degree of latitude is 11.1 km, twice that there and back.
    assert saved == counting.Saved(visits=6, kilometers=111)


async def test_of_fewer_than_five_no_way_is_measured():
    await neighbors(4, key="near")
    await lodged(await factories.person(), key="of no known home")

    saved = await counting.saved((await factories.upazila()).id, BEFORE, AFTER)

    assert saved == counting.Saved(visits=5, kilometers=0)


async def test_an_officer_sees_what_waits_in_his_areas_and_others_see_zeros():
    officer, stranger = await factories.officer(), await factories.person()
    await lodged()
    await Complaint.all().update(due_at=NOON - 365 * DAY)

    mine = await counting.desk_of(officer.id)
    none = await counting.desk_of(stranger.id)

    assert (mine.complaints, mine.complaints_late, mine.sellers) == (1, 1, 0)
    assert set(vars(none).values()) == {0}


async def test_everybody_may_read_the_figures_and_the_method_by_which_they_are_counted():
    await lodged()
    place = await factories.union()

    told = await asked(FIGURES, None, now=NOON + DAY, within=f"Place:{place.id}")
    told = told["publicFigures"]

    assert told["complaints"][0]["lodged"] == 1
    assert told["saved"]["visits"] == 0  # the desk lies above the union
    assert told["saved"]["methodEn"] == counting.METHOD_EN
    assert told["services"] == []


async def test_figures_of_twenty_unions_cost_as_many_statements_as_those_of_one(
    caplog: pytest.LogCaptureFixture,
):
    within = f"Place:{(await factories.district()).id}"
    counts = []
    for unions in (range(1), range(1, 20)):
        for number in unions:
            place = await factories.union(f"kishoreganj-karimganj-u{number}")
            await desks.shop(place=place)
        caplog.clear()
        with caplog.at_level("DEBUG", logger="tortoise.db_client"):
            told = await asked(FIGURES, None, now=NOON, within=within)
        assert len(told["publicFigures"]["services"]) == unions.stop
        counts.append(sum(record.name == "tortoise.db_client" for record in caplog.records))

    assert counts[0] == counts[1]


async def test_figures_of_nowhere_are_refused():
    result = await answered(FIGURES, None, within="Place:999999")

    assert result.errors is not None
    assert result.errors[0].extensions["code"] == "NOT_FOUND"
