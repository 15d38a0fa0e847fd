"""Officers set the hasil of their haat."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.haat import setting_hasil
from hmk_graph.haat.setting_hasil import Toll
from hmk_graph.money import Paisa
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound
from schema.haat.hasil import HasilRule
from schema.haat.refusals import HasilRuleAhead

SetHasilRuleResult = Annotated[
    HasilRule | HasilRuleAhead | AccountSuspended | NotFound,
    strawberry.union("SetHasilRuleResult", description="The rule, or why it was refused."),
]


@strawberry.input(
    description="A hasil: either a share of the price (`basisPoints`) or a sum (`perHead`)."
)
class SetHasilRuleInput:
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    legal_ref: str = strawberry.field(description="The paper that allows it.")
    species: str | None = strawberry.field(
        default=None, description="For this kind, by slug; null: for all without a rule of theirs."
    )
    basis_points: int | None = strawberry.field(
        default=None, description="Hundredths of a percent of the price, 2000 at most."
    )
    per_head: Paisa | None = strawberry.field(
        default=None, description="Whole taka for each animal."
    )
    cap: Paisa | None = strawberry.field(
        default=None, description="The most that a share comes to, in whole taka."
    )
    valid_from: datetime | None = strawberry.field(
        default=None, description="From when on; null: from now."
    )


@strawberry.type
class HasilMutation:
    @strawberry.mutation(
        description=(
            "Set the hasil of a haat from a moment on (its officers). What held until then ends "
            "there; what holds already stays as it is."
        ),
        extensions=[ErrorsAsData()],
    )
    async def set_hasil_rule(self, info: Info, input: SetHasilRuleInput) -> SetHasilRuleResult:
        toll = Toll(
            legal_ref=input.legal_ref,
            species=input.species,
            basis_points=input.basis_points,
            per_head=input.per_head,
            cap=input.cap,
            valid_from=input.valid_from,
        )
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.haat_id, "Haat")
        rule = await setting_hasil.set_rule(viewer_id, pk, toll, clock=info.context.clock)
        return HasilRule(row=rule)
