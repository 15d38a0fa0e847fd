"""Cash that goes back at a haat, by the hands of its officers."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.haat import taking_cash
from schema import ids
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.pages import Connection, keyset_page
from schema.payments.desk import HandRefund, hand_refund
from schema.scalars import Cursor

GiveCashBackResult = Annotated[
    HandRefund | StaleState | AccountSuspended | NotFound,
    strawberry.union("GiveCashBackResult", description="The refund, or why it was refused."),
]


@strawberry.input(description="Cash that was put into its payer's hand.")
class GiveCashBackInput:
    refund_id: strawberry.ID = strawberry.field(description="Which refund.")


@strawberry.type
class CashBackQuery:
    @strawberry.field(
        description=(
            "Cash that waits for its payers at the viewer's haats, oldest first. Officers; others "
            "see none."
        )
    )
    async def cash_to_give_back(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[HandRefund]:
        rows = await taking_cash.to_give_back(info.context.require_viewer())
        return await keyset_page(rows, hand_refund, order=("id",), first=first, after=after)


@strawberry.type
class CashBackMutation:
    @strawberry.mutation(
        description="Say that you put cash into its payer's hand (an officer of the haat).",
        extensions=[ErrorsAsData()],
    )
    async def give_cash_back(self, info: Info, input: GiveCashBackInput) -> GiveCashBackResult:
        refund = await taking_cash.give_back(
            info.context.require_viewer(),
            ids.decode(input.refund_id, "HandRefund"),
            clock=info.context.clock,
        )
        return HandRefund(row=refund)
