"""Assisted mode: an operator of a digital center acts for a citizen who told him a code."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import assisting, models, queries
from hmk_graph.accounts.deeds import DEEDS
from schema import ids
from schema.accounts.people_context import Info
from schema.accounts.refusals import (
    AccountSuspended,
    AssistingAlready,
    AssistingTooOften,
    CodeNotRight,
    CodeNotSent,
    NotOnOneself,
    PhoneNotValid,
)
from schema.accounts.signing_in import CodeSent
from schema.errors import ErrorsAsData, NotFound
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor


@strawberry.type(description="Something that an operator did for a citizen.")
class AssistedDeed:
    at: datetime = strawberry.field(description="When.")
    operation: str = strawberry.field(description="Which mutation it was.")

    @strawberry.field(description="What it was, in Bengali.")
    def bn(self) -> str:
        return DEEDS[self.operation].bn

    @strawberry.field(description="What it was, in English.")
    def en(self) -> str:
        return DEEDS[self.operation].en


@strawberry.type(description="An operator acts for a citizen, both named. Read by these two alone.")
class Assistance:
    row: strawberry.Private[models.Assistance]

    @strawberry.field(description="Its id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Assistance", self.row.id)

    @strawberry.field(description="For whom.")
    async def citizen(self) -> str:
        return await loader(queries.names).load(self.row.citizen_id)

    @strawberry.field(description="The citizen's account; it is told to the operator, too.")
    def citizen_id(self) -> strawberry.ID:
        return ids.encode("Account", self.row.citizen_id)

    @strawberry.field(description="Who acts.")
    async def operator(self) -> str:
        return await loader(queries.names).load(self.row.operator_id)

    @strawberry.field(description="The union of the operator's digital center.")
    def place_id(self) -> strawberry.ID:
        return ids.encode("Place", self.row.place_id)

    @strawberry.field(description="Since when.")
    def opened_at(self) -> datetime:
        return self.row.opened_at

    @strawberry.field(description="Until when at the latest.")
    def ends_at(self) -> datetime:
        return self.row.until

    @strawberry.field(description="When it ended; null while the operator may act.")
    def ended_at(self) -> datetime | None:
        return self.row.ended_at

    @strawberry.field(
        description="Why it ended: REVOKED by the citizen, OPERATOR, TIME, RIGHT_LOST and others."
    )
    def ended_because(self) -> str | None:
        return self.row.ended_because

    @strawberry.field(description="What was done in it, as it came; 100 at most.")
    async def deeds(self) -> list[AssistedDeed]:
        found = await loader(assisting.deeds).load(self.row.id)
        return [AssistedDeed(**vars(one)) for one in found]


@strawberry.type(description="The operator may act for the citizen from now on.")
class AssistanceOpened:
    access_token: str = strawberry.field(
        description="For `Authorization: Bearer` of what is done for the citizen. Not renewed."
    )
    assistance: Assistance = strawberry.field(description="Who, for whom, until when.")


@strawberry.input(description="Whom one will act for.")
class AskAssistanceInput:
    phone: str = strawberry.field(description="The citizen's mobile number, in any spelling.")


@strawberry.input(description="The code that the citizen told.")
class OpenAssistanceInput:
    phone: str = strawberry.field(description="The citizen's mobile number, in any spelling.")
    code: str = strawberry.field(description="Six digits, Latin or Bengali.")
    name: str = strawberry.field(
        default="", description="The citizen's name; kept if there is none yet."
    )


@strawberry.input(description="An assistance.")
class AssistanceInput:
    assistance_id: strawberry.ID = strawberry.field(description="Which.")


AskAssistanceResult = Annotated[
    CodeSent | PhoneNotValid | CodeNotSent | NotOnOneself | AssistingTooOften | AccountSuspended,
    strawberry.union("AskAssistanceResult", description="Said of known and unknown phones alike."),
]
OpenAssistanceResult = Annotated[
    AssistanceOpened | CodeNotRight | PhoneNotValid | AssistingAlready | AccountSuspended,
    strawberry.union("OpenAssistanceResult", description="The right to act, or why not."),
]
EndAssistanceResult = Annotated[
    Assistance | NotFound,
    strawberry.union("EndAssistanceResult", description="The end, or that there is no such one."),
]


@strawberry.type
class AssistingQuery:
    @strawberry.field(
        description="The assistance that runs, for its operator or its citizen; null: none does."
    )
    async def assistance(self, info: Info) -> Assistance | None:
        viewer_id = info.context.require_viewer()
        row = await assisting.of(viewer_id).filter(ended_at=None).order_by("-id").first()
        return Assistance(row=row) if row else None

    @strawberry.field(
        description="Assistances in which the viewer was citizen or operator, the newest first."
    )
    async def my_assistances(
        self,
        info: Info,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Assistance]:
        return await keyset_page(
            assisting.of(info.context.require_viewer()),
            lambda row: Assistance(row=row),
            order=("-id",),
            first=first,
            after=after,
            last=last,
            before=before,
        )


@strawberry.type
class AssistingMutation:
    @strawberry.mutation(
        description="Have the code sent by which a citizen lets an operator act for him.",
        extensions=[ErrorsAsData()],
    )
    async def ask_assistance(self, info: Info, input: AskAssistanceInput) -> AskAssistanceResult:
        sent = await assisting.ask(
            info.context.require_viewer(),
            input.phone,
            address=info.context.address,
            clock=info.context.clock,
            send=info.context.send_words,
            secret=info.context.secret,
            fixed_code=info.context.fixed_code,
        )
        return CodeSent(expires_at=sent.expires_at, resend_at=sent.resend_at)

    @strawberry.mutation(
        description="Begin to act for a citizen, by the code that he told; for half an hour.",
        extensions=[ErrorsAsData()],
    )
    async def open_assistance(self, info: Info, input: OpenAssistanceInput) -> OpenAssistanceResult:
        opened = await assisting.begin(
            info.context.require_viewer(),
            input.phone,
            input.code,
            name=input.name,
            clock=info.context.clock,
            secret=info.context.secret,
        )
        return AssistanceOpened(
            access_token=opened.access_token, assistance=Assistance(row=opened.assistance)
        )

    @strawberry.mutation(
        description="End an assistance, as its operator or its citizen.",
        extensions=[ErrorsAsData()],
    )
    async def end_assistance(self, info: Info, input: AssistanceInput) -> EndAssistanceResult:
        row = await assisting.end(
            info.context.require_viewer(),
            ids.decode(input.assistance_id, "Assistance"),
            clock=info.context.clock,
        )
        await row.refresh_from_db()
        return Assistance(row=row)
