"""What accounts refuse, as data."""

from __future__ import annotations

import strawberry

from hmk_graph.accounts import errors
from schema.errors import UserError, answers


@answers(errors.PhoneNotValid)
@strawberry.type(description="Returned when the text is no mobile number of Bangladesh.")
class PhoneNotValid(UserError):
    pass


@answers(errors.CodeNotSent)
@strawberry.type(
    description="Returned when the text message could not be handed over. Ask again at once."
)
class CodeNotSent(UserError):
    pass


@answers(errors.CodeNotRight)
@strawberry.type(description="Returned when the code is wrong, too old, or was used before.")
class CodeNotRight(UserError):
    attempts_left: int = strawberry.field(
        description="How many more codes may be tried with this phone within the hour."
    )


@answers(errors.AssistingAlready)
@strawberry.type(description="Returned when the operator or the citizen is in another assistance.")
class AssistingAlready(UserError):
    pass


@answers(errors.AssistingTooOften)
@strawberry.type(description="Returned when the operator sent as many codes today as he may.")
class AssistingTooOften(UserError):
    most: int = strawberry.field(description="How many within a day.")


@answers(errors.AccountSuspended)
@strawberry.type(description="Returned when the account is suspended and may do nothing for now.")
class AccountSuspended(UserError):
    pass


@answers(errors.SessionEnded)
@strawberry.type(
    description="Returned when the session is over and the person has to sign in anew."
)
class SessionEnded(UserError):
    pass


@answers(errors.ReasonTooShort)
@strawberry.type(description="Returned when a step against a person lacks its reason.")
class ReasonTooShort(UserError):
    minimum: int = strawberry.field(description="How many characters it needs.")


@answers(errors.NotOnOneself)
@strawberry.type(description="Returned when somebody tries to decide about himself.")
class NotOnOneself(UserError):
    pass


@answers(errors.StillOwing)
@strawberry.type(description="Returned when something has to be finished first.")
class StillOwing(UserError):
    open: list[str] = strawberry.field(description="What is open, such as lots or deals.")


@answers(errors.NotAHome)
@strawberry.type(description="Returned when the place is neither a union nor a municipality.")
class NotAHome(UserError):
    pass


@answers(errors.ApplicationIncomplete)
@strawberry.type(description="Returned when the application lacks what an officer needs.")
class ApplicationIncomplete(UserError):
    missing: list[str] = strawberry.field(description="The fields that are still empty.")


@answers(errors.SecondOfficerNeeded)
@strawberry.type(
    description="Returned when the officer who asked for an end tries to confirm it himself."
)
class SecondOfficerNeeded(UserError):
    pass
