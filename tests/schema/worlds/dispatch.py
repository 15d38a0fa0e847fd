"""Drivers and trips: a ride with its driver, an offer, papers, a link."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts.models import ApplicationState
from hmk_graph.dispatch import answering, sharing
from hmk_graph.dispatch.models import Driver, Quote, Trip, Vehicle
from hmk_graph.dispatch.requesting import Call
from tests import factories
from tests.dispatch import fleet
from tests.factories import NOON, at

KINDS = {"tripOfferId": "TripOffer", "tripQuoteId": "TripQuote"}
OWNED = [
    *("dispatch_driver", "dispatch_vehicle", "dispatch_quote", "dispatch_trip"),
    *("dispatch_offer", "dispatch_share_link", "dispatch_ping", "dispatch_sighting"),
]
# The center is a place of a map; these are of people.
RIDERS_PHONE = "+8801899999981"
DRIVERS_PHONE = "+8801899999982"
NOTE = "লাল গেটের পাশে গোপন বাড়ি"
LICENCE = "KG-77777-GOPON"
DRIVERS_NAME = "গোপন চালক"


async def furnish() -> dict[str, Any]:
    """Make a ride that has its driver, and papers that wait for an officer."""
    driver = await fleet.crew(meters=321)
    await Driver.filter(id=driver.id).update(
        contact_phone=DRIVERS_PHONE, licence_no=LICENCE, name=DRIVERS_NAME
    )
    rider = await factories.person("সালমা আক্তার")
    call = Call(contact_phone=RIDERS_PHONE, pickup_note=NOTE)
    ride = await fleet.trip(rider=rider, call=call)
    offer = await fleet.offer_to(driver)
    await answering.accept_offer(driver.account.id, offer.id, clock=at(NOON))
    await sharing.share_trip(rider.id, ride.id, clock=at(NOON))
    waiting = await fleet.crew(online=False, state=ApplicationState.SUBMITTED)
    await Vehicle.filter(driver_id=waiting.id).update(state="PENDING")
    quote = await Quote.get(account_id=rider.id)
    code = (await Trip.get(id=ride.id)).start_code
    return {
        "hidden": {
            "Trip": ride.id,
            "TripOffer": offer.id,
            "TripQuote": quote.id,
            "Driver": waiting.id,
            "Vehicle": waiting.vehicle.id,
        },
        "insiders": {"rider": rider.id, "driver": driver.account.id},
        "secrets": {
            "a rider's phone": RIDERS_PHONE[4:],
            "a driver's phone": DRIVERS_PHONE[4:],
            "a driver's name": DRIVERS_NAME,
            "a licence": LICENCE,
            "where a rider lives": NOTE,
            "a start code": f'"{code}"',
            "where a driver is": str(fleet.north(321).lat)[:9],
        },
    }
