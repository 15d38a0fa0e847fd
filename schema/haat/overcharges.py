"""Reports that a haat took more than its rule: who makes them, who decides, and their count."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.haat import listing_queries, overcharge_models, reporting_overcharge, species
from hmk_graph.haat.reporting_overcharge import PHOTOS, Told
from hmk_graph.money import Paisa
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.animal_facts import Species
from schema.haat.refusals import NotOvercharged
from schema.haat.sessions import Haat
from schema.loaders import loader
from schema.media import AttachedElsewhere, Media, MediaNotReady, PictureInput, hung
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor

strawberry.enum(overcharge_models.Charged, description="Of whom a toll was taken.")
strawberry.enum(overcharge_models.OverchargeState, description="How it stands with a report.")


@strawberry.type(
    description=(
        "Somebody says that a haat took more than its rule. He and the officers of the haat see it."
    )
)
class OverchargeReport:
    row: strawberry.Private[overcharge_models.Overcharge]

    @strawberry.field(description="The report's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("OverchargeReport", self.row.id)

    @strawberry.field(description="About which haat.")
    async def haat(self) -> Haat:
        row = await loader(listing_queries.haats_by_id).load(self.row.haat_id)
        if row is None:
            raise errors.NotFound
        return Haat(row=row)

    @strawberry.field(description="Of whom it was taken.")
    def charged(self) -> overcharge_models.Charged:
        return self.row.charged

    @strawberry.field(description="For what kind of animal.")
    def species(self) -> Species:
        return Species.of(species.known(self.row.species))

    @strawberry.field(description="At what price it was sold.")
    def price(self) -> Paisa:
        return Paisa(self.row.price_paisa)

    @strawberry.field(description="What was due by the rule then.")
    def due(self) -> Paisa:
        return Paisa(self.row.due_paisa)

    @strawberry.field(description="What was taken.")
    def taken(self) -> Paisa:
        return Paisa(self.row.taken_paisa)

    @strawberry.field(description="What happened, in the reporter's words.")
    def words(self) -> str:
        return self.row.words

    @strawberry.field(description="Photos of the slip.")
    async def media(self) -> list[Media]:
        return await hung(PHOTOS, self.row.id)

    @strawberry.field(description="Who reported it.")
    async def reporter_name(self) -> str:
        return await loader(account_queries.names).load(self.row.reporter_id)

    @strawberry.field(description="How it stands.")
    def state(self) -> overcharge_models.OverchargeState:
        return self.row.state

    @strawberry.field(description="What an officer found; empty until then.")
    def finding(self) -> str:
        return self.row.finding

    @strawberry.field(description="When it was reported.")
    def reported_at(self) -> datetime:
        return self.row.reported_at

    @strawberry.field(description="When it was decided or taken back.")
    def decided_at(self) -> datetime | None:
        return self.row.decided_at


@strawberry.type(description="How often people said that a haat took too much; names nobody.")
class OverchargeCount:
    reported: int = strawberry.field(description="How many reports there are.")
    waiting: int = strawberry.field(description="How many an officer has yet to look into.")
    upheld: int = strawberry.field(description="How many were right.")
    dismissed: int = strawberry.field(description="How many were not.")
    over: Paisa = strawberry.field(description="What was taken too much by those upheld.")


ReportOverchargeResult = Annotated[
    OverchargeReport
    | NotOvercharged
    | MediaNotReady
    | AttachedElsewhere
    | StaleState
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("ReportOverchargeResult", description="The report, or why it was refused."),
]
OverchargeStepResult = Annotated[
    OverchargeReport | StaleState | AccountSuspended | NotFound,
    strawberry.union("OverchargeStepResult", description="The report, or why it stays."),
]


@strawberry.input(description="That a haat took more than its rule.")
class ReportOverchargeInput:
    haat_id: strawberry.ID = strawberry.field(description="Which haat.")
    charged: overcharge_models.Charged = strawberry.field(description="Of whom it was taken.")
    species: str = strawberry.field(description="For what kind of animal, by slug.")
    price: Paisa = strawberry.field(description="At what price it was sold.")
    taken: Paisa = strawberry.field(description="What was taken.")
    words: str = strawberry.field(description="What happened, in a sentence.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each report.")
    deal_id: strawberry.ID | None = strawberry.field(
        default=None, description="The deal, if it was made here: its toll was reckoned then."
    )
    media: list[PictureInput] = strawberry.field(
        default_factory=list, description="Photos of the slip, at most four."
    )


@strawberry.input(description="One's own report.")
class WithdrawOverchargeInput:
    report_id: strawberry.ID = strawberry.field(description="Which report.")


@strawberry.input(description="What an officer found.")
class DecideOverchargeInput:
    report_id: strawberry.ID = strawberry.field(description="Which report.")
    upheld: bool = strawberry.field(description="Whether too much was taken.")
    finding: str = strawberry.field(description="What was found, and what follows.")


def _shown(row: overcharge_models.Overcharge) -> OverchargeReport:
    return OverchargeReport(row=row)


@strawberry.type
class OverchargeQuery:
    @strawberry.field(description="What the viewer has reported, newest first.")
    async def my_overcharge_reports(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[OverchargeReport]:
        rows = reporting_overcharge.reports_of(info.context.require_viewer())
        return await keyset_page(rows, _shown, order=("-id",), first=first, after=after)

    @strawberry.field(description="Reports that wait for the officers of a haat, oldest first.")
    async def overcharges_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[OverchargeReport]:
        rows = await reporting_overcharge.waiting(info.context.require_viewer())
        return await keyset_page(rows, _shown, order=("id",), first=first, after=after)

    @strawberry.field(description="How often a haat was said to take too much. No sign-in needed.")
    async def overcharge_count(self, haat_id: strawberry.ID) -> OverchargeCount:
        found = await reporting_overcharge.count(ids.decode(haat_id, "Haat"))
        return OverchargeCount(
            reported=found.reported,
            waiting=found.waiting,
            upheld=found.upheld,
            dismissed=found.dismissed,
            over=found.over,
        )


@strawberry.type
class OverchargeMutation:
    @strawberry.mutation(
        description="Say that a haat took more than its rule; its officers look into it.",
        extensions=[ErrorsAsData()],
    )
    async def report_overcharge(
        self, info: Info, input: ReportOverchargeInput
    ) -> ReportOverchargeResult:
        row = await reporting_overcharge.report(
            info.context.require_viewer(),
            ids.decode(input.haat_id, "Haat"),
            Told(
                charged=input.charged,
                species=input.species,
                price=input.price,
                taken=input.taken,
                words=input.words,
            ),
            [one.read() for one in input.media],
            deal_id=None if input.deal_id is None else ids.decode(input.deal_id, "Deal"),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return OverchargeReport(row=row)

    @strawberry.mutation(
        description="Take your own report back while nobody has decided.",
        extensions=[ErrorsAsData()],
    )
    async def withdraw_overcharge(
        self, info: Info, input: WithdrawOverchargeInput
    ) -> OverchargeStepResult:
        row = await reporting_overcharge.withdraw(
            info.context.require_viewer(),
            ids.decode(input.report_id, "OverchargeReport"),
            clock=info.context.clock,
        )
        return OverchargeReport(row=row)

    @strawberry.mutation(
        description="Say what you found about a report (an officer of the haat).",
        extensions=[ErrorsAsData()],
    )
    async def decide_overcharge(
        self, info: Info, input: DecideOverchargeInput
    ) -> OverchargeStepResult:
        row = await reporting_overcharge.decide(
            info.context.require_viewer(),
            ids.decode(input.report_id, "OverchargeReport"),
            upheld=input.upheld,
            finding=input.finding,
            clock=info.context.clock,
        )
        return OverchargeReport(row=row)
