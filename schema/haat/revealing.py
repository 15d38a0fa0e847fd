"""Who stands behind a bidder's number, for the officers of the lot's haat."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.haat import lot_models, revealing
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound
from schema.loaders import loader


@strawberry.type(description="A person who bids on a lot, as its officers may know him.")
class RevealedBidder:
    row: strawberry.Private[lot_models.LotBidder]

    @strawberry.field(description="On which lot.")
    def lot_id(self) -> strawberry.ID:
        return ids.encode("Lot", self.row.lot_id)

    @strawberry.field(description="At which haat, such as `askBan` asks for.")
    def haat_id(self) -> strawberry.ID:
        return ids.encode("Haat", self.row.lot.haat_id)

    @strawberry.field(description="The number under which he bids there.")
    def bidder(self) -> int:
        return self.row.alias

    @strawberry.field(description="Who, such as `askBan` asks for.")
    def account_id(self) -> strawberry.ID:
        return ids.encode("Account", self.row.account_id)

    @strawberry.field(description="The person's name; empty if the account was erased.")
    async def name(self) -> str:
        return await loader(account_queries.names).load(self.row.account_id)


RevealBidderResult = Annotated[
    RevealedBidder | AccountSuspended | NotFound,
    strawberry.union("RevealBidderResult", description="The person, or why it was refused."),
]


@strawberry.input(description="Whom to look at, and why.")
class RevealBidderInput:
    lot_id: strawberry.ID = strawberry.field(description="On which lot he bids.")
    bidder: int = strawberry.field(description="The number under which he bids there.")
    reason: str = strawberry.field(description="Why, in at least ten characters; he reads it.")


@strawberry.type
class RevealingMutation:
    @strawberry.mutation(
        description=(
            "Look who bids under a number (officers of the haat). The audit keeps it for good, and "
            "the person is told."
        ),
        extensions=[ErrorsAsData()],
    )
    async def reveal_bidder(self, info: Info, input: RevealBidderInput) -> RevealBidderResult:
        found = await revealing.reveal_bidder(
            info.context.require_viewer(),
            ids.decode(input.lot_id, "Lot"),
            input.bidder,
            reason=input.reason,
        )
        return RevealedBidder(row=found)
