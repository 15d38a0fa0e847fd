"""Drivers, vehicles, trips and offers."""

from __future__ import annotations

from hmk_graph.dispatch import answering, sharing
from hmk_graph.dispatch.models import TripKind, Vehicle, VehicleKind
from tests import factories
from tests.dispatch import fleet
from tests.factories import NOON, at
from tests.house.trials import Copy

ON_THE_WAY = {"where": "state = 'ASSIGNED'"}
SEARCHED = {"where": "state = 'SEARCHING' AND kind = 'AUTO'"}
AMBULANCE = {"where": "kind = 'AMBULANCE'"}
VOUCHED = {"where": "warrant <> ''"}
VOICE = {"tracking": "NONE", "voice_phone": "+8801712345678", "driver_id": None}

COPIES: dict[str, list[Copy]] = {
    "dispatch_driver_one_open": [("dispatch_driver", {"vehicle_id": None, "online_since": None})],
    "dispatch_driver_four_eyes": [
        ("dispatch_driver", {"state": "REJECTED", "decided_by_id": "account_id"}),
        ("dispatch_driver", {"state": "REJECTED", "ending_asked_by_id": "account_id"}),
        ("dispatch_driver", {"state": "REJECTED", "second_officer_id": "account_id"}),
    ],
    "dispatch_driver_vehicle": [("dispatch_driver", {"state": "REJECTED", "vehicle_id": 999})],
    "dispatch_driver_at_work": [
        ("dispatch_driver", {"state": "REJECTED", "vehicle_id": None}),
        ("dispatch_driver", {"state": "REJECTED", "online_since": None}),
    ],
    "dispatch_vehicle_skill": [
        ("dispatch_vehicle", {"skill": "driver"}),
        ("dispatch_vehicle", {"kind": "ON_FOOT"}),
    ],
    "dispatch_vehicle_medium": [
        ("dispatch_vehicle", {"medium": "WATER", "where": "kind = 'AUTO'"}),
        ("dispatch_vehicle", {"kind": "BOAT"}),
    ],
    "dispatch_quote_total": [("dispatch_quote", {"total_paisa": -1})],
    "dispatch_trip_one_of_a_driver": [
        ("dispatch_trip", {**ON_THE_WAY, "state": state, "rider_id": None})
        for state in ("ASSIGNED", "EN_ROUTE", "ARRIVED", "IN_TRIP")
    ],
    "dispatch_trip_one_of_a_rider": [
        ("dispatch_trip", {**SEARCHED}),
        ("dispatch_trip", {**SEARCHED, "state": "IN_TRIP", **VOICE}),
    ],
    "dispatch_trip_has_driver": [
        ("dispatch_trip", {**SEARCHED, "rider_id": None, "state": "EN_ROUTE"}),
        ("dispatch_trip", {**SEARCHED, "rider_id": None, "state": "IN_TRIP", "tracking": "NONE"}),
        ("dispatch_trip", {**ON_THE_WAY, "rider_id": None, "state": "SEARCHING"}),
        ("dispatch_trip", {**ON_THE_WAY, "rider_id": None, "state": "AT_DESK"}),
    ],
    "dispatch_trip_never_silent": [
        ("dispatch_trip", {**AMBULANCE, "state": "NO_DRIVER"}),
        ("dispatch_trip", {**AMBULANCE, "state": "AT_DESK"}),
        ("dispatch_trip", {**AMBULANCE, "cancel_fee_paisa": 100}),
        ("dispatch_trip", {**SEARCHED, "rider_id": None, "state": "ESCALATED"}),
    ],
    "dispatch_trip_amounts": [
        ("dispatch_trip", {**AMBULANCE, "fare_paisa": -1}),
        ("dispatch_trip", {**AMBULANCE, "preview_fee_paisa": -1}),
    ],
    "dispatch_trip_absences": [("dispatch_trip", {**AMBULANCE, "absences": -1})],
    "dispatch_vehicle_warrant": [("dispatch_vehicle", {**VOUCHED})],
    "dispatch_vehicle_on_foot": [("dispatch_vehicle", {**VOUCHED, "kind": "AUTO", "skill": ""})],
    "dispatch_offer_one_open": [("dispatch_offer", {"where": "state = 'SENT'"})],
    "dispatch_offer_one_accepted": [("dispatch_offer", {"where": "state = 'ACCEPTED'"})],
    "dispatch_share_link_token": [("dispatch_share_link", {})],
}


async def furnish() -> None:
    driver = await fleet.crew()
    ride = await fleet.trip()
    offer = await fleet.offer_to(driver)
    await answering.accept_offer(driver.account.id, offer.id, clock=at(NOON))
    await sharing.share_trip(ride.rider_id, ride.id, clock=at(NOON))
    await fleet.crew()
    await fleet.trip()
    await fleet.crew(VehicleKind.AMBULANCE_BOAT)
    walker = await fleet.crew(VehicleKind.ON_FOOT, skill="electrician")
    await Vehicle.filter(id=walker.vehicle.id).update(warrant="services.provider.1")
    await fleet.trip(TripKind.AMBULANCE, rider=await factories.person())
