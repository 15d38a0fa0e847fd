"""Flags on animals, for the officers of their areas."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.haat import animal_models, animal_queries, flag_words, flagging
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.haat.animals import Animal, animal_for, shown
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor

strawberry.enum(animal_models.FlagKind, description="Why an officer should look at an animal.")


@strawberry.type(description="Why an animal was flagged.")
class FlagReason:
    bn: str = strawberry.field(description="In Bengali.")
    en: str = strawberry.field(description="In English.")


@strawberry.type(description="Something about an animal that an officer should look at.")
class OfficerFlag:
    row: strawberry.Private[animal_models.OfficerFlag]

    @strawberry.field(description="The flag's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("OfficerFlag", self.row.id)

    @strawberry.field(description="Why.")
    def kind(self) -> animal_models.FlagKind:
        return self.row.kind

    @strawberry.field(description="The animal in question.")
    async def animal(self, info: Info) -> Animal:
        return await animal_for(info, self.row.animal_id)

    @strawberry.field(
        description="The other animal it was compared with, if the viewer may see it."
    )
    async def other(self, info: Info) -> Animal | None:
        if self.row.other_id is None:
            return None
        seen = loader(animal_queries.visible_animals, info.context.viewer_id)
        row = await seen.load(self.row.other_id)
        return shown(row) if row else None

    @strawberry.field(description="Why, in words for the officer.")
    async def reason(self) -> FlagReason:
        who = ""
        if self.row.claimant_id is not None:
            who = await loader(account_queries.names).load(self.row.claimant_id)
        said = flag_words.reason(self.row.kind, who=who, tag=self.row.claimed_tag)
        return FlagReason(bn=said.bn, en=said.en)

    @strawberry.field(description="What an officer found; empty before.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(description="When it was raised.")
    def raised_at(self) -> datetime:
        return self.row.raised_at

    @strawberry.field(description="When an officer closed it.")
    def resolved_at(self) -> datetime | None:
        return self.row.resolved_at


ResolveFlagResult = Annotated[
    OfficerFlag | StaleState | AccountSuspended | NotFound,
    strawberry.union("ResolveFlagResult", description="The flag, or why it stays open."),
]


@strawberry.input(description="A flag and what was found.")
class ResolveFlagInput:
    flag_id: strawberry.ID = strawberry.field(description="Which flag.")
    note: str = strawberry.field(description="What was found.")


@strawberry.type
class FlagQuery:
    @strawberry.field(description="Open flags on animals of the viewer's area (officers).")
    async def flags(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[OfficerFlag]:
        rows = await animal_queries.open_flags(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: OfficerFlag(row=row), order=("id",), first=first, after=after
        )


@strawberry.type
class FlagMutation:
    @strawberry.mutation(
        description="Close a flag with what was found (officers of the area).",
        extensions=[ErrorsAsData()],
    )
    async def resolve_flag(self, info: Info, input: ResolveFlagInput) -> ResolveFlagResult:
        row = await flagging.resolve_flag(
            info.context.require_viewer(),
            ids.decode(input.flag_id, "OfficerFlag"),
            note=input.note,
            clock=info.context.clock,
        )
        return OfficerFlag(row=row)
