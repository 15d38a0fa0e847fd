"""The enums about blood. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.blood.machines import OfferCommand, RequestCommand
from hmk_graph.blood.models import BloodGroup, OfferState, RequestState

__all__ = ["BloodGroup", "OfferCommand", "OfferState", "RequestCommand", "RequestState"]

strawberry.enum(BloodGroup, description="One of the eight groups of ABO and Rh.")
strawberry.enum(
    RequestState, name="BloodRequestState", description="Where a request for blood stands."
)
strawberry.enum(
    OfferState, name="DonationOfferState", description="Where a donor stands with a request."
)
strawberry.enum(
    RequestCommand, name="BloodRequestMove", description="What can be done with a request."
)
strawberry.enum(
    OfferCommand, name="DonationOfferMove", description="What can be done with a donor's offer."
)
