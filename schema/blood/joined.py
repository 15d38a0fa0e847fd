"""Joins the slices of blood for the root."""

from __future__ import annotations

import strawberry

from schema.blood.asking import BloodMutation as AskingMutation
from schema.blood.donors import DonorMutation, DonorQuery
from schema.blood.requests import BloodQuery as RequestQuery
from schema.blood.watching import BloodSubscription

__all__ = ["BloodMutation", "BloodQuery", "BloodSubscription"]


@strawberry.type
class BloodQuery(RequestQuery, DonorQuery):
    pass


@strawberry.type
class BloodMutation(AskingMutation, DonorMutation):
    pass
