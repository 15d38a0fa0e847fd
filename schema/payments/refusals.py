"""Why paying was refused."""

from __future__ import annotations

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.payments import errors
from schema.errors import UserError, answers


@answers(errors.NothingDue)
@strawberry.type(description="Returned when the sum is paid, or no longer to be paid.")
class NothingDue(UserError):
    state: str = strawberry.field(description="Which of the two: how the sum stands.")


@answers(errors.AmountOutOfRange)
@strawberry.type(description="Returned when one payment cannot be so small or so large.")
class AmountOutOfRange(UserError):
    smallest: Paisa = strawberry.field(description="The least.")
    largest: Paisa = strawberry.field(description="The most.")


@answers(errors.GatewayUnavailable)
@strawberry.type(description="Returned when the service does not answer. No money was taken.")
class GatewayUnavailable(UserError):
    pass


@answers(errors.ReferenceUsed)
@strawberry.type(description="Returned when the number proves another payout already.")
class ReferenceUsed(UserError):
    pass
