"""Joins the slices of renting for the root."""

from __future__ import annotations

import strawberry

from schema.rentals.letting import LettingMutation
from schema.rentals.living import HireMutation, LivingMutation
from schema.rentals.tenancies import TenancyQuery
from schema.rentals.units import UnitQuery
from schema.rentals.watching import RentalSubscription

__all__ = ["RentalMutation", "RentalQuery", "RentalSubscription"]


@strawberry.type
class RentalQuery(UnitQuery, TenancyQuery):
    pass


@strawberry.type
class RentalMutation(LettingMutation, LivingMutation, HireMutation):
    pass
