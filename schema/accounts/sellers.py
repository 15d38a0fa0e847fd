"""Who may sell: a person applies, officers of the area decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import applying, approval, approving_sellers, models, queries
from hmk_graph.accounts.approval import Party
from hmk_graph.media import portraying
from hmk_graph.phone import masked
from schema import ids
from schema.accounts.choices import ApplicationState, Move
from schema.accounts.people_context import Info
from schema.accounts.refusals import (
    AccountSuspended,
    ApplicationIncomplete,
    NotAHome,
    NotOnOneself,
    PhoneNotValid,
    ReasonTooShort,
    SecondOfficerNeeded,
    StillOwing,
)
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.loaders import loader
from schema.media import Media, hung
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor


@strawberry.type(
    description="A person's wish to sell, as its owner or an officer of the area sees it."
)
class SellerApplication:
    id: strawberry.ID = strawberry.field(description="The application's id.")
    applicant_id: strawberry.ID = strawberry.field(description="Whose application it is.")
    state: ApplicationState = strawberry.field(description="How far it has come.")
    farm_name: str = strawberry.field(description="What buyers see.")
    contact_phone: str = strawberry.field(
        description="The phone of the business. Officers see its last three digits."
    )
    place_id: strawberry.ID = strawberry.field(
        description="The union or municipality where the animals stand."
    )
    village: str = strawberry.field(description="The village or neighborhood.")
    statement: str = strawberry.field(description="What is sold, in the person's own words.")
    reason: str = strawberry.field(description="What the officer last said about it.")
    ending_asked: bool = strawberry.field(
        description="Whether one officer asked for an end for good, and a second has to agree."
    )
    submitted_at: datetime | None = strawberry.field(description="When it was handed in last.")
    due_at: datetime | None = strawberry.field(
        description="Until when officers have to decide: three working days after it was handed in."
    )
    decided_at: datetime | None = strawberry.field(description="When officers decided last.")
    allowed_moves: list[Move] = strawberry.field(description="What the viewer may do with it now.")
    account_id: strawberry.Private[int]

    @strawberry.field(description="The name on the applicant's profile.")
    async def applicant_name(self) -> str:
        return await loader(_names).load(self.account_id)

    @strawberry.field(description="The papers that prove who the applicant is.")
    async def papers(self) -> list[Media]:
        return await hung(portraying.PAPERS, self.account_id)

    @classmethod
    def of(cls, row: models.SellerApplication, party: Party) -> SellerApplication:
        """Show an application to its owner or to an officer."""
        own = party is Party.OWNER
        return cls(
            id=ids.encode("SellerApplication", row.id),
            applicant_id=ids.encode("Account", row.account_id),
            account_id=row.account_id,
            state=row.state,
            farm_name=row.farm_name,
            contact_phone=row.contact_phone if own else masked(row.contact_phone),
            place_id=ids.encode("Place", row.place_id),
            village=row.village,
            statement=row.statement,
            reason=row.reason,
            ending_asked=row.ending_asked_by_id is not None,
            submitted_at=row.submitted_at,
            due_at=row.due_at,
            decided_at=row.decided_at,
            allowed_moves=approval.allowed_transitions(row.state, {party}),
        )

    @classmethod
    def to_officer(cls, row: models.SellerApplication) -> SellerApplication:
        """Show an application to an officer of its place."""
        return cls.of(row, Party.OFFICER)


async def _names(account_ids: Sequence[int]) -> list[str]:
    return await queries.names(account_ids)


@strawberry.input(description="A person's wish to sell. Drafts may be saved as often as needed.")
class SaveSellerApplicationInput:
    farm_name: str = strawberry.field(description="What buyers see, 1 to 120 characters.")
    contact_phone: str = strawberry.field(description="Of the business, in any spelling.")
    place_id: strawberry.ID = strawberry.field(
        description="The union or municipality where the animals stand."
    )
    village: str = strawberry.field(default="", description="Needed before it is handed in.")
    statement: str = strawberry.field(
        default="", description="What is sold. Needed before it is handed in."
    )


@strawberry.input(description="An officer's decision about a seller.")
class DecideSellerApplicationInput:
    application_id: strawberry.ID = strawberry.field(description="About which application.")
    decision: Move = strawberry.field(
        description="Any but SUBMIT. TERMINATE takes effect when a second officer decides it too."
    )
    reason: str = strawberry.field(
        default="", description="At least ten characters, but for VERIFY and RESTORE."
    )


SaveSellerApplicationResult = Annotated[
    SellerApplication | PhoneNotValid | NotAHome | NotFound | StaleState | AccountSuspended,
    strawberry.union("SaveSellerApplicationResult", description="The draft, or why not."),
]
SubmitSellerApplicationResult = Annotated[
    SellerApplication | ApplicationIncomplete | NotFound | StaleState | AccountSuspended,
    strawberry.union("SubmitSellerApplicationResult", description="The application, or why not."),
]
DecideSellerApplicationResult = Annotated[
    SellerApplication
    | NotFound
    | NotOnOneself
    | StaleState
    | ReasonTooShort
    | SecondOfficerNeeded
    | StillOwing
    | AccountSuspended,
    strawberry.union("DecideSellerApplicationResult", description="The application, or why not."),
]


@strawberry.type
class SellerQuery:
    @strawberry.field(
        description="Applications of the officer's areas, longest waiting first. Others see none."
    )
    async def seller_applications(
        self,
        info: Info,
        states: list[ApplicationState] | None = None,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[SellerApplication]:
        rows = await queries.applications_to_decide(
            info.context.require_viewer(), states or [ApplicationState.SUBMITTED]
        )
        return await keyset_page(
            rows,
            SellerApplication.to_officer,
            order=("submitted_at", "id"),
            first=first,
            after=after,
            last=last,
            before=before,
        )


@strawberry.type
class SellerMutation:
    @strawberry.mutation(
        description="Write one's application to sell, or write it anew.",
        extensions=[ErrorsAsData()],
    )
    async def save_seller_application(
        self, info: Info, input: SaveSellerApplicationInput
    ) -> SaveSellerApplicationResult:
        row = await applying.save_draft(
            info.context.require_viewer(),
            farm_name=input.farm_name,
            contact_phone=input.contact_phone,
            place_id=ids.decode(input.place_id, "Place"),
            village=input.village,
            statement=input.statement,
            clock=info.context.clock,
        )
        return SellerApplication.of(row, Party.OWNER)

    @strawberry.mutation(
        description="Hand one's application in. Officers have three working days.",
        extensions=[ErrorsAsData()],
    )
    async def submit_seller_application(self, info: Info) -> SubmitSellerApplicationResult:
        row = await applying.submit(info.context.require_viewer(), clock=info.context.clock)
        return SellerApplication.of(row, Party.OWNER)

    @strawberry.mutation(
        description="Decide about a seller, as an officer of the area.",
        extensions=[ErrorsAsData()],
    )
    async def decide_seller_application(
        self, info: Info, input: DecideSellerApplicationInput
    ) -> DecideSellerApplicationResult:
        row = await approving_sellers.decide(
            info.context.require_viewer(),
            ids.decode(input.application_id, "SellerApplication"),
            input.decision,
            reason=input.reason,
            open_obligations=info.context.open_obligations,
            clock=info.context.clock,
        )
        return SellerApplication.to_officer(row)
