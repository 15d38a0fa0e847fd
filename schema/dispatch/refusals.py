"""What dispatch refuses, as data."""

from __future__ import annotations

import strawberry

from hmk_graph.dispatch import errors
from hmk_graph.money import Paisa
from schema.errors import UserError, answers


@answers(errors.NotADriver)
@strawberry.type(description="Returned when no officer has verified the person as a driver.")
class NotADriver(UserError):
    state: str | None = strawberry.field(description="How far the papers have come, if there are.")


@answers(errors.DriverIncomplete)
@strawberry.type(description="Returned when a driver's papers lack something.")
class DriverIncomplete(UserError):
    missing: list[str] = strawberry.field(description="What is missing.")


@answers(errors.VehicleNotUsable)
@strawberry.type(description="Returned when no officer has verified the vehicle.")
class VehicleNotUsable(UserError):
    pass


@answers(errors.StillOnTrip)
@strawberry.type(description="Returned when the driver has a trip that is not over.")
class StillOnTrip(UserError):
    pass


@answers(errors.NothingServes)
@strawberry.type(description="Returned when no vehicle that was asked for serves such a trip.")
class NothingServes(UserError):
    pass


@answers(errors.OutsideArea)
@strawberry.type(description="Returned when the pickup lies outside the area that is served.")
class OutsideArea(UserError):
    pass


@answers(errors.TripTooFar)
@strawberry.type(description="Returned when the way is longer than anybody drives.")
class TripTooFar(UserError):
    pass


@answers(errors.BadHour)
@strawberry.type(description="Returned when a trip is scheduled too soon or too far ahead.")
class BadHour(UserError):
    pass


@answers(errors.QuoteExpired)
@strawberry.type(description="Returned when the quote is older than ten minutes.")
class TripQuoteExpired(UserError):
    pass


@answers(errors.TripRunning)
@strawberry.type(description="Returned when the rider has a trip that is not over.")
class TripRunning(UserError):
    pass


@answers(errors.OfferGone)
@strawberry.type(description="Returned when an offer can no longer be answered.")
class TripOfferGone(UserError):
    state: str = strawberry.field(description="EXPIRED, TAKEN, WITHDRAWN, DECLINED or ACCEPTED.")


@answers(errors.NotAtPickup)
@strawberry.type(description="Returned when the driver's position does not prove the arrival.")
class NotAtPickup(UserError):
    distance_m: int | None = strawberry.field(
        description="How far he is, in meters; null if he was not seen for a minute."
    )


@answers(errors.CodeWrong)
@strawberry.type(description="Returned when it is not the rider's code.")
class TripCodeWrong(UserError):
    tries_left: int = strawberry.field(description="After the last only the desk can begin it.")


@answers(errors.FeeNotSeen)
@strawberry.type(description="Returned when canceling costs something that was not seen yet.")
class CancelFeeNotSeen(UserError):
    fee: Paisa = strawberry.field(description="What it costs now.")


@answers(errors.DriverBusy)
@strawberry.type(description="Returned when the driver has a trip, or is not at work.")
class DriverBusy(UserError):
    pass


@answers(errors.TooManyPoints)
@strawberry.type(description="Returned when a batch is empty, or longer than a hundred points.")
class TooManyPoints(UserError):
    pass


@answers(errors.NotAtWork)
@strawberry.type(description="Returned when the driver has not gone to work.")
class NotAtWork(UserError):
    pass
