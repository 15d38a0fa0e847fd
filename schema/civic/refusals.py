"""Why complaining, or answering a complaint, was refused."""

from __future__ import annotations

import strawberry

from hmk_graph.civic import errors
from schema.errors import UserError, answers


@answers(errors.TextTooShort)
@strawberry.type(description="Returned when nobody could act on so few words.")
class TextTooShort(UserError):
    least: int = strawberry.field(description="How many characters are needed.")


@answers(errors.OpenComplaintLimit)
@strawberry.type(description="Returned when the person has too many complaints open.")
class OpenComplaintLimit(UserError):
    most: int = strawberry.field(description="How many can be open at a time.")


@answers(errors.NotAssignedToYou)
@strawberry.type(description="Returned when the complaint is not in the officer's hands.")
class NotAssignedToYou(UserError):
    pass


@answers(errors.NotForThisOfficer)
@strawberry.type(
    description="Returned when who shall have it wrote it, let its time pass, or is no officer."
)
class NotForThisOfficer(UserError):
    pass


@answers(errors.ReopenOver)
@strawberry.type(description="Returned when it was answered too long ago, or reopened too often.")
class ReopenOver(UserError):
    days: int = strawberry.field(description="Within how many days of its answer.")
    most: int = strawberry.field(description="How often at most.")
