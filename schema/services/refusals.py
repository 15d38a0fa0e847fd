"""What services refuse, as data."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.services import errors
from schema.errors import UserError, answers


@answers(errors.NotBookable)
@strawberry.type(description="Returned when the service or its provider takes nobody now.")
class NotBookable(UserError):
    pass


@answers(errors.OwnService)
@strawberry.type(description="Returned when somebody tries to book himself.")
class OwnService(UserError):
    pass


@answers(errors.SlotTaken)
@strawberry.type(description="Returned when somebody else has that time.")
class SlotTaken(UserError):
    pass


@answers(errors.SlotFree)
@strawberry.type(description="Returned when the time is free, so that there is no need to wait.")
class SlotFree(UserError):
    pass


@answers(errors.TooManyWaits)
@strawberry.type(description="Returned when the person waits for as many times as one may.")
class TooManyWaits(UserError):
    most: int = strawberry.field(description="How many that is.")


@answers(errors.OutsideHours)
@strawberry.type(description="Returned when the provider does not work all of that time.")
class OutsideHours(UserError):
    pass


@answers(errors.OutsideWindow)
@strawberry.type(description="Returned when the time is too soon or too far off.")
class OutsideWindow(UserError):
    earliest: datetime = strawberry.field(description="From when one may begin.")
    latest: datetime = strawberry.field(description="Until when one may begin.")


@answers(errors.AwayTooLong)
@strawberry.type(description="Returned when a provider wants to be away for too long at a time.")
class AwayTooLong(UserError):
    most: int = strawberry.field(description="For how many days he can be.")


@answers(errors.NotServedThere)
@strawberry.type(description="Returned when the provider does not come to that place.")
class NotServedThere(UserError):
    pass


@answers(errors.TooManyHolds)
@strawberry.type(description="Returned when the person holds as many times as one may.")
class TooManyHolds(UserError):
    most: int = strawberry.field(description="How many that is.")


@answers(errors.OptionPriceChanged)
@strawberry.type(description="Returned when the price is another than the person saw.")
class OptionPriceChanged(UserError):
    price: Paisa = strawberry.field(description="The price of one unit now.")


@answers(errors.CancelTermsChanged)
@strawberry.type(
    description="Returned when the terms that were shown are too old, or others hold now."
)
class CancelTermsChanged(UserError):
    fee: Paisa = strawberry.field(description="What it costs now.")


@answers(errors.AboveCeiling)
@strawberry.type(description="Returned when more is asked than was agreed.")
class AboveCeiling(UserError):
    ceiling: Paisa = strawberry.field(description="The most that may be asked.")


@answers(errors.QuoteNeeded)
@strawberry.type(description="Returned when the work had to be priced and accepted first.")
class QuoteNeeded(UserError):
    pass


@answers(errors.QuoteClosed)
@strawberry.type(description="Returned when the quote was answered, replaced, or is too old.")
class QuoteClosed(UserError):
    state: str = strawberry.field(description="What became of it.")


@answers(errors.WrongStartCode)
@strawberry.type(description="Returned when the code is not the one that the citizen shows.")
class WrongStartCode(UserError):
    attempts_left: int = strawberry.field(description="How often it may still be tried.")


@answers(errors.NotYet)
@strawberry.type(description="Returned when it is too early for this.")
class NotYet(UserError):
    from_at: datetime = strawberry.field(description="From when it can be done.")


@answers(errors.TimeIsUp)
@strawberry.type(description="Returned when the time within which this could be done is over.")
class TimeIsUp(UserError):
    pass


@answers(errors.SittingFull)
@strawberry.type(description="Returned when all numbers of the sitting are taken.")
class SittingFull(UserError):
    pass


@answers(errors.SittingNotOpen)
@strawberry.type(description="Returned when the sitting gives no numbers now.")
class SittingNotOpen(UserError):
    opens_at: datetime = strawberry.field(description="From when it gives them.")


@answers(errors.HasSerial)
@strawberry.type(description="Returned when the person has a number of this sitting already.")
class HasSerial(UserError):
    pass


@answers(errors.NobodyWaits)
@strawberry.type(description="Returned when nobody is left to be called.")
class NobodyWaits(UserError):
    pass


@answers(errors.NotFinished)
@strawberry.type(description="Returned when what is to be reviewed is not finished.")
class NotFinished(UserError):
    pass


@answers(errors.ReviewFinal)
@strawberry.type(description="Returned when everybody can read the review already.")
class ReviewFinal(UserError):
    pass


@answers(errors.SlugTaken)
@strawberry.type(description="Returned when there is a category of that slug.")
class SlugTaken(UserError):
    pass
