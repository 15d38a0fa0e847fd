"""The enums about orders. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.orders.machines import FulfilmentCommand, OrderCommand, ReturnCommand
from hmk_graph.orders.models import (
    Carrier,
    FailReason,
    FulfilmentState,
    GroupState,
    OrderState,
    PayMethod,
    Remedy,
    ReturnState,
    Way,
)

__all__ = [
    "Carrier",
    "FailReason",
    "FulfilmentCommand",
    "FulfilmentState",
    "GroupState",
    "OrderCommand",
    "OrderState",
    "PayMethod",
    "Remedy",
    "ReturnCommand",
    "ReturnState",
    "Way",
]

strawberry.enum(GroupState, name="OrderGroupState", description="How one checkout stands.")
strawberry.enum(OrderState, description="How the order at one shop stands.")
strawberry.enum(FulfilmentState, name="ParcelState", description="How one parcel stands.")
strawberry.enum(ReturnState, description="How goods that come back stand.")
strawberry.enum(PayMethod, description="How a checkout is paid.")
strawberry.enum(Way, name="DeliveryWay", description="How goods come to the buyer.")
strawberry.enum(Carrier, name="ParcelCarrier", description="Who carries a parcel.")
strawberry.enum(FailReason, name="FailedDelivery", description="Why a parcel was not handed over.")
strawberry.enum(Remedy, name="ReturnRemedy", description="What the buyer gets for what comes back.")
strawberry.enum(OrderCommand, name="OrderMove", description="What can be done with an order.")
strawberry.enum(FulfilmentCommand, name="ParcelMove", description="What can be done with a parcel.")
strawberry.enum(ReturnCommand, name="ReturnMove", description="What can be done with a return.")
