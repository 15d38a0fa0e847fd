"""What things cost at a place."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.discovery import indexing
from hmk_graph.discovery.pricing import Basis, PriceBand, price_band
from hmk_graph.haat.sale_models import Deal, DealState, ListingState
from hmk_graph.money import taka
from hmk_graph.rentals.models import UnitKind
from hmk_graph.services.models import Service, ServiceState
from tests import factories
from tests.factories import NOON
from tests.rentals import lodgings
from tests.services import desks


async def priced(price: int, *, unit: str = "visit", slug: str = "electrician") -> Service:
    """Have a service on offer at a price."""
    service = await desks.service(slug=slug)
    await desks.option(service, price=price, unit=unit)
    return service


async def band(category: str, **asked: object) -> PriceBand | None:
    """Return a band in Niamatpur, or where it is said."""
    place = asked.pop("place_id", None) or (await factories.union()).id
    return await price_band(category, place, at=NOON, **asked)


async def test_the_figures_of_a_band_are_prices_that_are_asked(db: str):
    for amount in range(1, 21):
        await priced(taka(100 * amount))
    await indexing.rebuild()

    assert await band("electrician") == PriceBand(
        unit="visit",
        basis=Basis.ASKED,
        count=20,
        p10=taka(200),
        median=taka(1_000),
        p90=taka(1_800),
    )


async def test_four_prices_are_nobodys_business_and_five_are_a_band(db: str):
    made = [await priced(taka(500)) for _ in range(4)]
    await indexing.rebuild()
    assert await band("electrician") is None

    made.append(await priced(taka(500)))
    await indexing.rebuild()
    assert (await band("electrician") or made).count == 5

    await Service.filter(id=made[0].id).update(state=ServiceState.PAUSED)
    assert await band("electrician") is None


async def test_an_hour_and_a_visit_are_not_one_price(db: str):
    for _ in range(5):
        await priced(taka(500))
    for _ in range(6):
        await priced(taka(90), unit="hour")
    await indexing.rebuild()

    usual, visit = await band("electrician"), await band("electrician", unit="visit")

    assert usual and (usual.unit, usual.count) == ("hour", 6)
    assert visit and (visit.median, visit.count) == (taka(500), 5)
    assert await band("electrician", unit="day") is None


async def test_a_band_is_of_one_place_and_of_a_kind_with_its_finer_ones(db: str):
    elsewhere = await factories.union("kishoreganj-itna-dhanpur")
    for _ in range(5):
        await priced(taka(60), slug="auto-rickshaw")
    await indexing.rebuild()

    assert (await band("rickshaw-auto")) is not None
    assert await band("rickshaw-auto", place_id=elsewhere.id) is None
    assert await band("rickshaw-auto", place_id=10**9) is None
    assert await band("no-such-thing") is None


async def test_what_was_paid_counts_before_what_is_asked(db: str):
    for number in range(5):
        await factories.listing(price=taka(100_000 + number))
    await indexing.rebuild()
    asked = await band("cattle")
    assert asked and (asked.basis, asked.median) == (Basis.ASKED, taka(100_002))

    sold = [await deal(taka(80_000 + number)) for number in range(5)]
    paid = await band("cattle")

    assert paid == PriceBand(
        unit="head",
        basis=Basis.PAID,
        count=5,
        p10=taka(80_000),
        median=taka(80_002),
        p90=taka(80_004),
    )
    await Deal.filter(id=sold[0].id).update(state=DealState.CANCELLED)
    assert await band("cattle") == asked
    await Deal.filter(id=sold[0].id).update(
        state=DealState.PAID, made_at=NOON - timedelta(days=181)
    )
    assert await band("cattle") == asked


async def test_rents_are_a_band_of_a_month_and_of_a_vehicles_day(db: str):
    await desks.category()
    for number in range(5):
        await lodgings.unit(key=f"flat {number}", rent=taka(8_000 + number))
        await lodgings.unit(key=f"car {number}", kind=UnitKind.VEHICLE, rent=taka(4_000 + number))
    await indexing.rebuild()

    flats, cars = await band("property-rental"), await band("vehicle-rental")

    assert flats and (flats.unit, flats.median, flats.count) == ("month", taka(8_002), 5)
    assert cars and (cars.unit, cars.median, cars.count) == ("day", taka(4_002), 5)


async def deal(amount: int) -> Deal:
    """Have an animal sold and paid for."""
    listing = await factories.listing(state=ListingState.SOLD)
    return await Deal.create(
        animal_id=listing.animal_id,
        listing=listing,
        seller_id=listing.seller_id,
        buyer=await factories.person(),
        amount_paisa=amount,
        made_at=NOON,
        state=DealState.COMPLETED,
    )
