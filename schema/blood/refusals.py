"""Why asking for or giving blood was refused."""

from __future__ import annotations

from datetime import date

import strawberry

from hmk_graph.blood import errors
from schema.errors import UserError, answers


@answers(errors.NotADonor)
@strawberry.type(description="Returned when the person has no profile as a donor yet.")
class NotADonor(UserError):
    pass


@answers(errors.UnfitToGive)
@strawberry.type(description="Returned when age or weight are outside what donors' rules allow.")
class UnfitToGive(UserError):
    why: str = strawberry.field(description="AGE or WEIGHT.")
    youngest: int = strawberry.field(description="From how many years on one may give.")
    oldest: int = strawberry.field(description="Up to how many years.")
    lightest: int = strawberry.field(description="From how many kilograms on.")


@answers(errors.StillResting)
@strawberry.type(description="Returned when the donor gave too short a time ago.")
class StillResting(UserError):
    eligible_on: date = strawberry.field(description="From when on he may again.")


@answers(errors.UnitsTaken)
@strawberry.type(description="Returned when as many donors are confirmed as units are needed.")
class UnitsTaken(UserError):
    pass


@answers(errors.DonorPromised)
@strawberry.type(description="Returned when the donor is confirmed for another patient.")
class DonorPromised(UserError):
    pass


@answers(errors.OpenRequestLimit)
@strawberry.type(description="Returned when the person has too many requests open.")
class OpenRequestLimit(UserError):
    most: int = strawberry.field(description="How many can be open at a time.")


@answers(errors.RequestOver)
@strawberry.type(description="Returned when the time of the request is over.")
class RequestOver(UserError):
    pass
