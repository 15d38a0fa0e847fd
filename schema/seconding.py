"""What waits for a second officer, and how one says no; he agrees by saying the same himself."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import forced_models, queries, seconding
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.accounts.choices import ForcedActKind, ForcedAnswer
from schema.accounts.refusals import AccountSuspended, ReasonTooShort
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.places import Place
from schema.scalars import Cursor

# Of which type the thing of each kind of act is.
THINGS = {
    ForcedActKind.END_SHOP: "Shop",
    ForcedActKind.DECIDE_DEAL: "Deal",
    ForcedActKind.CALL_OFF_POOL: "SharePool",
    ForcedActKind.FAIL_PAYOUT: "Payout",
    ForcedActKind.CANCEL_PAYOUT: "Payout",
    ForcedActKind.DECIDE_BOOKING: "Booking",
    ForcedActKind.CANCEL_BOOKING: "Booking",
    ForcedActKind.CANCEL_ORDER: "Order",
    ForcedActKind.DECIDE_DEDUCTION: "Deduction",
}


@strawberry.type(description="What one officer wants forced, and no officer forces alone.")
class ForcedAct:
    row: strawberry.Private[forced_models.ForcedAct]

    @strawberry.field(description="Its id.")
    def id(self) -> strawberry.ID:
        return ids.encode("ForcedAct", self.row.id)

    @strawberry.field(description="What shall be done.")
    def kind(self) -> ForcedActKind:
        return self.row.kind

    @strawberry.field(description="With which shop, deal, payout, and so on.")
    def subject_id(self) -> strawberry.ID:
        return ids.encode(THINGS[self.row.kind], self.row.subject_id)

    @strawberry.field(
        description="In which of several ways, such as BUYER or SELLER; empty: there is one way."
    )
    def choice(self) -> str:
        return self.row.choice

    @strawberry.field(description="Why, in the first officer's words.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="Where; null: it is for administrators.")
    async def place(self) -> Place | None:
        if self.row.place_id is None:
            return None
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="Who asked first.")
    async def asked_by_name(self) -> str:
        return await loader(queries.names).load(self.row.asked_by_id)

    @strawberry.field(description="Whether that was the viewer, who cannot be the second.")
    def mine(self, info: Info) -> bool:
        return self.row.asked_by_id == info.context.viewer_id

    @strawberry.field(description="When.")
    def asked_at(self) -> datetime:
        return self.row.asked_at

    @strawberry.field(description="What became of it; null: it waits.")
    def answer(self) -> ForcedAnswer | None:
        return self.row.answer


DeclineForcedActResult = Annotated[
    ForcedAct | StaleState | ReasonTooShort | NotFound | AccountSuspended,
    strawberry.union("DeclineForcedActResult", description="The act, or why it waits on."),
]


@strawberry.input(description="What shall not be done, and why.")
class DeclineForcedActInput:
    act_id: strawberry.ID = strawberry.field(description="Which act.")
    reason: str = strawberry.field(description="At least ten characters.")


@strawberry.type
class SecondingQuery:
    @strawberry.field(
        description=(
            "What waits for a second officer in the viewer's places, oldest first; what he asked "
            "for himself is among it, what concerns himself is not. Officers; others see none."
        )
    )
    async def forced_acts(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[ForcedAct]:
        rows = await seconding.waiting(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: ForcedAct(row=row), order=("id",), first=first, after=after
        )


@strawberry.type
class SecondingMutation:
    @strawberry.mutation(
        description=(
            "Say as an officer that something shall not be forced, or take one's own word back."
        ),
        extensions=[ErrorsAsData()],
    )
    async def decline_forced_act(
        self, info: Info, input: DeclineForcedActInput
    ) -> DeclineForcedActResult:
        row = await seconding.decline(
            info.context.require_viewer(),
            ids.decode(input.act_id, "ForcedAct"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return ForcedAct(row=row)
