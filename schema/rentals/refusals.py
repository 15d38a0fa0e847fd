"""Why something about renting was refused."""

from __future__ import annotations

from datetime import date

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.rentals import errors
from schema.errors import UserError, answers


@answers(errors.UnitLimit)
@strawberry.type(description="Returned when the person has too much for rent.")
class UnitLimit(UserError):
    most: int = strawberry.field(description="How many at a time.")


@answers(errors.ViewingLimit)
@strawberry.type(description="Returned when the person has a visit there, or too many in all.")
class ViewingLimit(UserError):
    most: int = strawberry.field(description="How many in all.")


@answers(errors.NotForRent)
@strawberry.type(description="Returned when it is not to be had now.")
class NotForRent(UserError):
    state: str = strawberry.field(description="Where it stands.")


@answers(errors.OwnUnit)
@strawberry.type(description="Returned when it is the person's own.")
class OwnUnit(UserError):
    pass


@answers(errors.UnitAgreed)
@strawberry.type(description="Returned when another tenant was first.")
class UnitAgreed(UserError):
    pass


@answers(errors.OfferOver)
@strawberry.type(description="Returned when the time to say yes is over.")
class OfferOver(UserError):
    pass


@answers(errors.KeysNotBack)
@strawberry.type(description="Returned when somebody else still has the keys.")
class KeysNotBack(UserError):
    pass


@answers(errors.KeysAlreadyMoved)
@strawberry.type(description="Returned when the keys have moved already, or were never given.")
class KeysAlreadyMoved(UserError):
    pass


@answers(errors.NoticeTooShort)
@strawberry.type(description="Returned when the notice is shorter than was agreed.")
class NoticeTooShort(UserError):
    earliest: date = strawberry.field(description="The first day that may be the last one.")


@answers(errors.DeductionsTooHigh)
@strawberry.type(description="Returned when more is claimed than the advance.")
class DeductionsTooHigh(UserError):
    advance: Paisa = strawberry.field(description="The advance.")


@answers(errors.NotYetReturned)
@strawberry.type(description="Returned when the time is not over, or the keys are not back.")
class NotYetReturned(UserError):
    pass


@answers(errors.DueSettled)
@strawberry.type(description="Returned when the month is paid, or partly paid online.")
class DueSettled(UserError):
    pass


@answers(errors.DaysTaken)
@strawberry.type(description="Returned when the vehicle is hired on some of these days.")
class DaysTaken(UserError):
    pass
