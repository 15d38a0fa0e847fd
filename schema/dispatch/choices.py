"""The enums of dispatch. Import them from here: they are described before anything uses them."""

from __future__ import annotations

from enum import Enum

import strawberry

from hmk_graph.dispatch.location_rules import Freshness
from hmk_graph.dispatch.machines import Move, Party, Reason
from hmk_graph.dispatch.models import (
    Medium,
    OfferState,
    Tracking,
    TripKind,
    TripState,
    VehicleKind,
    VehicleState,
)

__all__ = [
    "DriverDecision",
    "Freshness",
    "Medium",
    "Move",
    "OfferState",
    "Party",
    "Reason",
    "Tracking",
    "TripKind",
    "TripState",
    "VehicleKind",
    "VehicleState",
]

strawberry.enum(VehicleKind, name="VehicleKind", description="With what somebody comes.")
strawberry.enum(Medium, name="Medium", description="On what a vehicle goes.")
strawberry.enum(VehicleState, name="VehicleState", description="Whether a vehicle may be used.")
strawberry.enum(TripKind, name="TripKind", description="What is asked for.")
strawberry.enum(TripState, name="TripState", description="How far a trip has come.")
strawberry.enum(OfferState, name="TripOfferState", description="How an offer to a driver stands.")
strawberry.enum(Tracking, name="Tracking", description="Whether a trip's way can be seen.")
strawberry.enum(Freshness, name="Freshness", description="How old a position is.")
strawberry.enum(Move, name="TripMove", description="What can be done with a trip.")
strawberry.enum(Party, name="TripParty", description="As what somebody stands before a trip.")
strawberry.enum(
    Reason,
    name="TripReason",
    description="Why a trip was called off, dropped or ended early; ONDC's codes 000 to 014.",
)


@strawberry.enum(description="What an officer may decide about a driver.")
class DriverDecision(Enum):
    VERIFY = strawberry.enum_value("VERIFY", description="Let the person drive.")
    ASK_FOR_MORE = strawberry.enum_value("ASK_FOR_MORE", description="Ask for what is missing.")
    REJECT = strawberry.enum_value("REJECT", description="Say no.")
    SUSPEND = strawberry.enum_value("SUSPEND", description="No offers for now.")
    RESTORE = strawberry.enum_value("RESTORE", description="Let the person drive again.")
    TERMINATE = strawberry.enum_value(
        "TERMINATE", description="An end for good; two officers must say so."
    )
