"""An animal that a trip carries: its way can be followed in its own history."""

from __future__ import annotations

import pytest

from hmk_graph import event_log
from hmk_graph.dispatch import answering, riding
from hmk_graph.dispatch.machines import Reason
from hmk_graph.dispatch.models import Trip, TripKind, VehicleKind
from hmk_graph.dispatch.requesting import Call
from hmk_graph.errors import NotFound
from hmk_graph.haat import carrying
from hmk_graph.haat.animal_models import AnimalEvent
from hmk_graph.haat.sale_models import Deal, ListingState
from hmk_graph.money import taka
from tests import factories
from tests.dispatch import fleet
from tests.dispatch.fleet import WHERE, later
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")


async def deal(state: str = "PAID") -> Deal:
    sold = await factories.listing(state=ListingState.SOLD)
    return await Deal.create(
        animal_id=sold.animal_id,
        listing=sold,
        seller_id=sold.seller_id,
        buyer=await factories.person(),
        state=state,
        amount_paisa=taka(90_000),
        made_at=NOON,
    )


async def carried(made: Deal, *, reason: Reason | None = None) -> Trip:
    """Have a deal's animal carried by a pickup that its buyer called, to the end or short of it."""
    crew = await fleet.crew(VehicleKind.PICKUP)
    call = Call(cargo_ref=await carrying.cargo_of(made.buyer_id, made.id))
    buyer = await made.buyer
    trip = await fleet.trip(TripKind.GOODS, rider=buyer, call=call)
    offer = await fleet.offer_to(crew)
    trip = await answering.accept_offer(crew.account.id, offer.id, clock=at(NOON))
    await riding.set_out(crew.account.id, trip.id, clock=at(NOON))
    await riding.arrive(buyer.id, trip.id, whereabouts=WHERE, clock=at(NOON))
    await riding.start(crew.account.id, trip.id, code=trip.start_code, clock=later(minutes=5))
    return await riding.complete(crew.account.id, trip.id, reason=reason, clock=later(minutes=45))


async def way_of(made: Deal, trip: Trip) -> list[tuple[str, int]]:
    """Have the trip's events followed twice, as reactions may be; read what the animal's way is."""
    told = await event_log.after(f"dispatch.trip.{trip.id}", 0)
    for _ in range(2):
        for event in told:
            if event.kind.startswith("dispatch.cargo"):
                await carrying.follow_cargo(event, at(NOON))
    written = await AnimalEvent.filter(animal_id=made.animal_id).order_by("id")
    carried_by = [(one.kind, one.payload.get("consignment")) for one in written]
    return [(kind, consignment["trip"]) for kind, consignment in carried_by if consignment]


async def test_an_animals_departure_and_arrival_are_written_by_its_trip_once():
    made = await deal()

    trip = await carried(made)

    assert await way_of(made, trip) == [
        ("icarMovementDepartureEventResource", trip.id),
        ("icarMovementArrivalEventResource", trip.id),
    ]


async def test_a_way_that_ended_early_brought_no_animal_to_its_buyer():
    made = await deal()

    trip = await carried(made, reason=Reason.TECHNICAL)

    assert await way_of(made, trip) == [("icarMovementDepartureEventResource", trip.id)]


async def test_only_buyer_and_seller_have_an_animal_carried_and_only_while_the_deal_lasts():
    made = await deal()
    over = await deal("REFUNDED")

    assert await carrying.cargo_of(made.seller_id, made.id) == f"haat.deal.{made.id}"
    for person, of in (((await factories.person()).id, made), (over.buyer_id, over)):
        with pytest.raises(NotFound):
            await carrying.cargo_of(person, of.id)


def test_a_reference_names_its_deal_and_other_cargo_names_none():
    assert carrying.deal_of("haat.deal.42") == 42
    assert [carrying.deal_of(ref) for ref in ("", "haat.deal.0", "shops.order.42")] == [None] * 3
