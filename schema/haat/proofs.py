"""Photos that prove a sale: hung by its two sides, seen by them and by the officers of the haat."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.haat import proving
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.haat.deals import Deal
from schema.media import AttachedElsewhere, MediaNotReady, PictureInput

SetDealProofResult = Annotated[
    Deal | MediaNotReady | AttachedElsewhere | StaleState | AccountSuspended | NotFound,
    strawberry.union("SetDealProofResult", description="The deal, or why it stays as it was."),
]


@strawberry.input(description="What proves a part of a deal.")
class SetDealProofInput:
    deal_id: strawberry.ID = strawberry.field(description="Which deal.")
    proof: proving.Proof = strawberry.field(description="What it proves.")
    media: list[PictureInput] = strawberry.field(
        description="In order, at most six; what is left out goes."
    )


@strawberry.type
class ProofMutation:
    @strawberry.mutation(
        description=(
            "Show the scale or the handover (the seller, until there is a dispute), or what is "
            "wrong with the animal (the buyer, once he has it)."
        ),
        extensions=[ErrorsAsData()],
    )
    async def set_deal_proof(self, info: Info, input: SetDealProofInput) -> SetDealProofResult:
        deal = await proving.set_proof(
            info.context.require_viewer(),
            ids.decode(input.deal_id, "Deal"),
            input.proof,
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Deal(row=deal)
