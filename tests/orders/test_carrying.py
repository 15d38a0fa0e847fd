"""Goods on a trip of the dispatch core: it brings them from the shop to the buyer's hands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.dispatch import tracking
from hmk_graph.dispatch.models import Trip, VehicleKind
from hmk_graph.errors import NotFound
from hmk_graph.orders import answering, carrying, carting, fulfilling, rules
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.models import (
    FailReason,
    Fulfilment,
    FulfilmentState,
    Group,
    Order,
    OrderState,
    Way,
)
from hmk_graph.payments import chart, ledger
from tests import factories
from tests.discovery.corpus import reactions_done
from tests.dispatch import asking, fleet
from tests.dispatch.asking import House
from tests.dispatch.fleet import Crew, later
from tests.factories import NOON, at
from tests.shops import stalls
from tests.shops.stalls import DELIVERY, PRICE

pytestmark = pytest.mark.usefixtures("db")
DOOR = {"lat": 24.47, "lng": 90.90}
SHOP = {"lat": 24.45, "lng": 90.88}
_S = FulfilmentState
POSITION = "subscription ($id: ID!) { parcelPosition(parcelId: $id) { tripId point { lat } } }"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with asking.house() as opened:
        yield opened


async def packed(of: Any = None, **terms: Any) -> tuple[Order, Group, Fulfilment]:
    """Have a cash order packed in one parcel."""
    order, group = await stalls.ordered(of, **terms)
    owner_id = await stalls.owner_of(order)
    await answering.accept(owner_id, order.id, clock=at(NOON))
    return order, group, await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))


async def called(house: House, crew: Crew, owner_id: int, parcel: Fulfilment) -> str:
    """Have a shop call a pickup for a parcel, and its driver take the trip and come."""
    quote = await house.do(
        "quoteTrip",
        "... on TripQuote { id }",
        owner_id,
        kind="GOODS",
        pickup=SHOP,
        drop=DOOR,
        idempotencyKey=fleet.key(),
    )
    trip = await house.do(
        "requestTrip",
        "... on Trip { id parcelId }",
        owner_id,
        tripQuoteId=quote["id"],
        parcelId=f"Parcel:{parcel.id}",
        idempotencyKey=fleet.key(),
    )
    assert trip["parcelId"] == f"Parcel:{parcel.id}"
    offer = await fleet.offer_to(crew)
    driver_id, taken = crew.account.id, {"tripOfferId": f"TripOffer:{offer.id}"}
    await house.do("acceptTripOffer", "... on Trip { id }", driver_id, **taken)
    await house.do("setOut", "... on Trip { id }", driver_id, tripId=trip["id"])
    await house.do("arrive", "... on Trip { id }", owner_id, tripId=trip["id"])
    return str(trip["id"])


async def begun(house: House, crew: Crew, owner_id: int, trip_id: str) -> None:
    """Have the goods loaded: the shop tells the driver its code."""
    seen = await house.ask("query ($id: ID!) { trip(id: $id) { startCode } }", owner_id, id=trip_id)
    code = seen["trip"]["startCode"]
    state = await house.do(
        "startTrip", "... on Trip { state }", crew.account.id, tripId=trip_id, code=code
    )
    assert state["state"] == "IN_TRIP"


async def handed(house: House, who: int, trip_id: str, code: str) -> dict[str, Any]:
    shown = "... on Trip { state } ... on DeliveryCodeWrong { left }"
    return await house.do("handOverParcel", shown, who, tripId=trip_id, code=code)


async def stands(parcel: Fulfilment) -> tuple[FulfilmentState, OrderState]:
    row = await Fulfilment.get(id=parcel.id)
    return row.state, (await Order.get(id=row.order_id)).state


async def test_a_parcel_goes_by_a_trip_from_its_shop_to_its_buyers_hands(house: House):
    crew, cheese = await fleet.crew(VehicleKind.PICKUP), await stalls.variant()
    order, group, parcel = await packed(cheese)
    owner_id = await stalls.owner_of(order)
    trip_id = await called(house, crew, owner_id, parcel)
    assert await stands(parcel) == (_S.PACKED, OrderState.PACKED)

    await begun(house, crew, owner_id, trip_id)
    await reactions_done()
    assert await stands(parcel) == (_S.OUT, OrderState.OUT_FOR_DELIVERY)
    assert await stalls.stock_of(cheese) == (8, 0)
    wrong = await handed(house, crew.account.id, trip_id, "x")
    assert (wrong["code"], wrong["left"]) == ("DELIVERY_CODE_WRONG", 4)
    await handed(house, crew.account.id, trip_id, order.code)
    house.clock = later(minutes=30)
    await house.do("completeTrip", "... on Trip { state }", crew.account.id, tripId=trip_id)
    await reactions_done()

    assert await stands(parcel) == (_S.DELIVERED, OrderState.DELIVERED)
    row = await Fulfilment.get(id=parcel.id)
    assert (row.carrier, row.arrived_at) == ("TRIP", await later(minutes=30)())
    taken = (await ledger.balance(chart.escrow_of(group.id))).free
    assert taken == 2 * PRICE + DELIVERY


async def test_a_driver_hands_over_though_no_worker_has_followed_his_trip_yet(house: House):
    crew, cheese = await fleet.crew(VehicleKind.PICKUP), await stalls.variant()
    order, _, parcel = await packed(cheese)
    owner_id = await stalls.owner_of(order)
    trip_id = await called(house, crew, owner_id, parcel)
    await begun(house, crew, owner_id, trip_id)

    await handed(house, crew.account.id, trip_id, order.code)
    await reactions_done()

    assert await stands(parcel) == (_S.DELIVERED, OrderState.DELIVERED)
    assert await stalls.stock_of(cheese) == (8, 0)


async def test_a_way_that_ended_early_brings_nothing_and_another_trip_carries_it(house: House):
    first, cheese = await fleet.crew(VehicleKind.PICKUP), await stalls.variant()
    order, _, parcel = await packed(cheese)
    owner_id = await stalls.owner_of(order)
    trip_id = await called(house, first, owner_id, parcel)
    await begun(house, first, owner_id, trip_id)
    await house.do(
        "completeTrip",
        "... on Trip { state }",
        first.account.id,
        tripId=trip_id,
        reason="TECHNICAL",
    )
    await reactions_done()
    assert await stands(parcel) == (_S.OUT, OrderState.OUT_FOR_DELIVERY)
    assert (await Fulfilment.get(id=parcel.id)).arrived_at is None

    house.clock = later(minutes=40)
    await fulfilling.fail(owner_id, parcel.id, FailReason.ABSENT, clock=house.clock)
    for event in await event_log.after(f"dispatch.{trip_id.lower().replace(':', '.')}", 0):
        if event.kind == carrying.PICKED_UP:  # a reaction runs at least once, and late
            await carrying.follow_cargo(event, house.clock)
    assert await stands(parcel) == (_S.FAILED, OrderState.DELIVERY_FAILED)
    await fleet.seen(first, fleet.north(500), seen_at=await house.clock())
    again = await called(house, first, owner_id, parcel)
    await begun(house, first, owner_id, again)
    await handed(house, first.account.id, again, order.code)

    assert await stands(parcel) == (_S.DELIVERED, OrderState.DELIVERED)
    assert await stalls.stock_of(cheese) == (8, 0)


async def test_a_parcel_is_handed_over_by_its_driver_alone_and_only_on_the_way(house: House):
    crew, other = await fleet.crew(VehicleKind.PICKUP), await fleet.crew(VehicleKind.AUTO)
    order, group, parcel = await packed()
    owner_id = await stalls.owner_of(order)
    trip_id = await called(house, crew, owner_id, parcel)

    early = await handed(house, crew.account.id, trip_id, order.code)
    assert early["code"] == "STALE_STATE"
    await begun(house, crew, owner_id, trip_id)
    stranger = (await factories.person()).id
    for who in (owner_id, group.buyer_id, other.account.id, stranger):
        assert (await handed(house, who, trip_id, order.code))["code"] == "NOT_FOUND"
    ride = await fleet.trip()
    assert (await handed(house, ride.rider_id, f"Trip:{ride.id}", ""))["code"] == "NOT_FOUND"

    assert (await stands(parcel))[0] is _S.PACKED
    assert (await Trip.get(id=int(trip_id.split(":")[1]))).state == "IN_TRIP"
    await handed(house, crew.account.id, trip_id, order.code)
    again = await handed(house, crew.account.id, trip_id, order.code)
    assert again["code"] == "STALE_STATE"


async def test_buyer_and_shop_see_the_trip_that_brings_a_parcel_and_nobody_else_does(house: House):
    crew = await fleet.crew(VehicleKind.PICKUP)
    order, group, parcel = await packed()
    owner_id, id_ = await stalls.owner_of(order), f"Parcel:{parcel.id}"
    trip_id = await called(house, crew, owner_id, parcel)
    shown = "query ($id: ID!) { order(id: $id) { parcels { trip { driver { name phone } } } } }"
    whole = f"Order:{order.id}"
    assert (await house.ask(shown, group.buyer_id, id=whole))["order"]["parcels"][0]["trip"] is None

    await begun(house, crew, owner_id, trip_id)
    await reactions_done()
    driver = {"name": "মো. হানিফ", "phone": crew.driver.contact_phone}
    for who in (group.buyer_id, owner_id):
        seen = (await house.ask(shown, who, id=whole))["order"]["parcels"][0]["trip"]
        assert seen == {"driver": driver}
    stranger, desk = await factories.person(), await factories.officer()
    for other in (None, stranger.id, desk.id, crew.account.id):
        with pytest.raises(NotFound):
            await carrying.brought_by(other, parcel.id, None)

    async with house.following(POSITION, group.buyer_id, id=id_) as items:
        assert (await anext(items))["point"] is not None
        await handed(house, crew.account.id, trip_id, order.code)
        await fleet.seen(crew, fleet.north(4_000))
        await house.announce(tracking.feed_of(int(trip_id.split(":")[1])), {})
        assert await anext(items, None) is None
    assert (await house.ask(shown, group.buyer_id, id=whole))["order"]["parcels"][0]["trip"] is None


async def test_a_guest_sees_by_his_link_where_his_parcel_is(house: House):
    crew = await fleet.crew(VehicleKind.PICKUP)
    guest = await stalls.basket(Shopper(account_id=None), (await stalls.variant(), 1))
    cart = await carting.find(guest)
    assert cart is not None and guest.token is not None
    order = await Order.get(group_id=(await stalls.checked_out(guest)).id)
    owner_id = await stalls.owner_of(order)
    await answering.accept(owner_id, order.id, clock=at(NOON))
    parcel = await fulfilling.pack(owner_id, order.id, None, clock=at(NOON))
    await begun(house, crew, owner_id, await called(house, crew, owner_id, parcel))
    await reactions_done()

    secret = rules.link_secret(guest.token, cart.version)
    assert (await carrying.brought_by(None, parcel.id, secret)).driver_id == crew.id
    with pytest.raises(NotFound):
        await carrying.brought_by(None, parcel.id, "another")


async def test_a_shop_has_its_own_parcels_carried_and_only_while_they_wait():
    order, _, parcel = await packed()
    fetched, _, waiting = await packed()
    await Order.filter(id=fetched.id).update(way=Way.PICKUP)
    owner_id, fetchers = await stalls.owner_of(order), await stalls.owner_of(fetched)

    assert await carrying.cargo_of(owner_id, parcel.id) == f"orders.parcel.{parcel.id}"
    for who, what in ((fetchers, parcel.id), (fetchers, waiting.id), (owner_id, 8_000_000)):
        with pytest.raises(NotFound):
            await carrying.cargo_of(who, what)
    await Fulfilment.filter(id=parcel.id).update(state=_S.OUT)
    with pytest.raises(NotFound):
        await carrying.cargo_of(owner_id, parcel.id)
