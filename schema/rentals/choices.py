"""The enums about renting. Import them from here: they are described before anything uses them."""

from __future__ import annotations

import strawberry

from hmk_graph.rentals.machines import AgreementCommand, HireCommand, UnitCommand, ViewingCommand
from hmk_graph.rentals.models import (
    AgreementState,
    DeductionState,
    HireState,
    Tenants,
    UnitKind,
    UnitState,
    ViewingState,
)

__all__ = [
    "AgreementCommand",
    "AgreementState",
    "DeductionState",
    "HireCommand",
    "HireState",
    "Tenants",
    "UnitCommand",
    "UnitKind",
    "UnitState",
    "ViewingCommand",
    "ViewingState",
]

strawberry.enum(UnitKind, name="RentalKind", description="What is let.")
strawberry.enum(UnitState, name="RentalUnitState", description="Where something for rent stands.")
strawberry.enum(Tenants, name="RentalTenants", description="To whom it is let.")
strawberry.enum(ViewingState, description="Where a visit stands.")
strawberry.enum(AgreementState, name="RentalAgreementState", description="Where a tenancy stands.")
strawberry.enum(DeductionState, description="What became of a claim on an advance.")
strawberry.enum(HireState, name="VehicleHireState", description="Where a vehicle's hire stands.")
strawberry.enum(UnitCommand, name="RentalUnitMove", description="What can be done with a unit.")
strawberry.enum(ViewingCommand, name="ViewingMove", description="What can be done with a visit.")
strawberry.enum(
    AgreementCommand, name="RentalAgreementMove", description="What can be done with a tenancy."
)
strawberry.enum(HireCommand, name="VehicleHireMove", description="What can be done with a hire.")
