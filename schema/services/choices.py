"""The enums about services. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.services.booking_models import (
    BookingState,
    QuoteState,
    SerialState,
    Side,
    SittingState,
)
from hmk_graph.services.machines import (
    BookingCommand,
    ProviderCommand,
    ServiceCommand,
)
from hmk_graph.services.models import (
    CategoryKind,
    Gender,
    ProviderState,
    ServiceState,
    Signal,
    Venue,
    Way,
)

__all__ = [
    "BookingCommand",
    "BookingState",
    "CategoryKind",
    "Gender",
    "ProviderCommand",
    "ProviderState",
    "QuoteState",
    "SerialState",
    "ServiceCommand",
    "ServiceState",
    "Side",
    "Signal",
    "SittingState",
    "Venue",
    "Way",
]

strawberry.enum(CategoryKind, name="ServiceKind", description="What sort of service it is.")
strawberry.enum(Way, name="ServiceWay", description="How a service is used to its end.")
strawberry.enum(ProviderState, description="How far somebody has come as a provider.")
strawberry.enum(ServiceState, description="Where a service on offer stands.")
strawberry.enum(Venue, description="Where the work is done.")
strawberry.enum(Gender, description="Of the one who comes.")
strawberry.enum(Signal, name="AvailabilitySignal", description="What a provider's switch says.")
strawberry.enum(BookingState, description="Where a booking stands.")
strawberry.enum(Side, name="BookingSide", description="One of the two who deal with each other.")
strawberry.enum(QuoteState, description="What became of a quote.")
strawberry.enum(SittingState, description="Where a sitting stands.")
strawberry.enum(SerialState, description="Where a number stands.")
strawberry.enum(
    ProviderCommand, name="ProviderMove", description="What can be done with a provider's standing."
)
strawberry.enum(
    ServiceCommand, name="ServiceMove", description="What can be done with a service on offer."
)
strawberry.enum(BookingCommand, name="BookingMove", description="What can be done with a booking.")
