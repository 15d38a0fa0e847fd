"""Haats, their days, and who may bid there."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors, reading
from hmk_graph.accounts import queries as account_queries
from hmk_graph.haat import barring, holding_sessions, listing_queries, setting_hasil
from hmk_graph.haat import models as haat_models
from hmk_graph.haat.holding_sessions import SessionPlan
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.accounts.refusals import AccountSuspended, SecondOfficerNeeded
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.deposit_rule import DepositRule
from schema.haat.hasil import HasilRule
from schema.haat.refusals import LotsStillRunning, NameNeeded
from schema.loaders import loader, moment, moment_until
from schema.pages import Connection, keyset_page
from schema.places import Place, row_id
from schema.plans import there
from schema.scalars import Cursor

strawberry.enum(haat_models.SessionState, description="Where a day of a haat stands.")


@strawberry.type(description="A market of animals.")
class Haat:
    row: strawberry.Private[haat_models.Haat]
    # Where it lies, if that was read with the list it is in; the methods `ready_...` then answer.
    at: strawberry.Private[Place | None] = None

    def ready_place(self) -> Place:
        return there(self.at)

    def ready_name_bn(self) -> str:
        return there(self.at).row.name_bn

    def ready_name_en(self) -> str:
        return there(self.at).row.name_en

    @strawberry.field(description="The haat's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Haat", self.row.id)

    @strawberry.field(description="Where it is, and what it is called.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="Name in Bengali.")
    async def name_bn(self) -> str:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return row.name_bn if row else ""

    @strawberry.field(description="Name in English.")
    async def name_en(self) -> str:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return row.name_en if row else ""

    @strawberry.field(description="A bid in an auction's last so many seconds moves its end.")
    def soft_close_s(self) -> int:
        return self.row.soft_close_s

    @strawberry.field(description="So many days an animal sold here needs its chain to be resold.")
    def resale_lock_days(self) -> int:
        return self.row.resale_lock_days

    @strawberry.field(description="What bidders leave here first; null if they need nothing.")
    def deposit_rule(self) -> DepositRule | None:
        row = self.row
        return DepositRule.of(
            row.deposit_basis_points, row.deposit_floor_paisa, row.deposit_ceiling_paisa
        )

    @strawberry.field(description="Whether the viewer has registered as a bidder.")
    async def registered(self, info: Info) -> bool:
        viewer_id = info.context.viewer_id
        return await loader(listing_queries.registered_at, viewer_id).load(self.row.id)

    @strawberry.field(
        description="What hasil is taken here: the rules in force, and the announced."
    )
    async def hasil_rules(self, info: Info) -> list[HasilRule]:
        rules = await loader(setting_hasil.rules_of).load(self.row.id)
        now = await moment_until(info.context.clock, *setting_hasil.turns(rules))
        return [HasilRule(row=row) for row in setting_hasil.not_over(rules, now)]


@strawberry.type(description="One day of a haat.")
class HaatSession:
    row: strawberry.Private[haat_models.HaatSession]

    @strawberry.field(description="The day's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("HaatSession", self.row.id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> haat_models.SessionState:
        return self.row.state

    @strawberry.field(description="Title in Bengali.")
    def title_bn(self) -> str:
        return self.row.title_bn

    @strawberry.field(description="Title in English.")
    def title_en(self) -> str:
        return self.row.title_en

    @strawberry.field(description="When it begins.")
    def starts_at(self) -> datetime:
        return self.row.starts_at

    @strawberry.field(description="When it is planned to end.")
    def ends_at(self) -> datetime:
        return self.row.ends_at

    @strawberry.field(description="The officer in charge.")
    async def officer_name(self) -> str:
        return await loader(account_queries.names).load(self.row.officer_id)

    @strawberry.field(description="At which haat.")
    async def haat(self) -> Haat:
        row = await loader(listing_queries.haats_by_id).load(self.row.haat_id)
        if row is None:
            raise errors.NotFound
        return Haat(row=row)


@strawberry.type(description="A person barred from bidding, or asked to be. For officers.")
class BiddingBan:
    row: strawberry.Private[haat_models.BiddingBan]

    @strawberry.field(description="The ban's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("BiddingBan", self.row.id)

    @strawberry.field(description="Who.")
    def account_id(self) -> strawberry.ID:
        return ids.encode("Account", self.row.account_id)

    @strawberry.field(description="The person's name.")
    async def name(self) -> str:
        return await loader(account_queries.names).load(self.row.account_id)

    @strawberry.field(description="ASKED, IN_FORCE, LIFTED or OVER.")
    async def standing(self, info: Info) -> str:
        return barring.standing(self.row, await moment(info.context.clock))

    @strawberry.field(description="Until when.")
    def until(self) -> datetime:
        return self.row.until

    @strawberry.field(description="Why.")
    def reason(self) -> str:
        return self.row.reason


RegisterBidderResult = Annotated[
    Haat | NameNeeded | AccountSuspended | NotFound,
    strawberry.union("RegisterBidderResult", description="The haat, or why it was refused."),
]
PlanSessionResult = Annotated[
    HaatSession | IdempotencyConflict | InProgress | AccountSuspended | NotFound,
    strawberry.union("PlanSessionResult", description="The day, or why it was refused."),
]
SessionResult = Annotated[
    HaatSession | LotsStillRunning | StaleState | AccountSuspended | NotFound,
    strawberry.union("SessionResult", description="The day, or why nothing was done."),
]
AskBanResult = Annotated[
    BiddingBan | IdempotencyConflict | InProgress | AccountSuspended | NotFound,
    strawberry.union("AskBanResult", description="The request, or why it was refused."),
]
BanResult = Annotated[
    BiddingBan | SecondOfficerNeeded | StaleState | AccountSuspended | NotFound,
    strawberry.union("BanResult", description="The ban, or why nothing was done."),
]


@strawberry.input(description="A haat.")
class HaatInput:
    haat_id: strawberry.ID = strawberry.field(description="Which haat.")


@strawberry.input(description="A day of a haat.")
class PlanSessionInput:
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    title_bn: str = strawberry.field(description="Title in Bengali.")
    title_en: str = strawberry.field(description="Title in English.")
    starts_at: datetime = strawberry.field(description="When it begins.")
    ends_at: datetime = strawberry.field(description="When it is planned to end.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each day.")


@strawberry.input(description="A day of a haat.")
class SessionInput:
    session_id: strawberry.ID = strawberry.field(description="Which day.")


@strawberry.input(description="Whom to bar from bidding, until when, and why.")
class AskBanInput:
    account_id: strawberry.ID = strawberry.field(description="Who; registered at the haat.")
    haat_id: strawberry.ID = strawberry.field(description="At which haat you are an officer.")
    until: datetime = strawberry.field(description="Until when, a year at most.")
    reason: str = strawberry.field(description="Why, in at least ten characters.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each request.")


@strawberry.input(description="A ban.")
class BanInput:
    ban_id: strawberry.ID = strawberry.field(description="Which ban.")


@strawberry.input(description="A ban to lift, and why.")
class LiftBanInput:
    ban_id: strawberry.ID = strawberry.field(description="Which ban.")
    reason: str = strawberry.field(description="Why, in at least ten characters.")


@strawberry.type
class SessionQuery:
    @strawberry.field(description="One haat; null if there is none.")
    async def haat(self, id: strawberry.ID) -> Haat | None:
        try:
            [row] = await listing_queries.haats_by_id([ids.decode(id, "Haat")])
        except errors.NotFound:
            return None
        return Haat(row=row) if row else None

    @strawberry.field(description="The haats, all or those in a place.")
    async def haats(
        self,
        within: strawberry.ID | None = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Haat]:
        rows = listing_queries.haats(within_id=None if within is None else row_id(within))
        return await keyset_page(
            rows, lambda row: Haat(row=row), order=("id",), first=first, after=after
        )

    @strawberry.field(description="The haats of which the viewer is an officer, at most a hundred.")
    async def my_haats(self, info: Info) -> list[Haat]:
        rows = await listing_queries.haats_of_officer(info.context.require_viewer())
        return [Haat(row=row) for row in rows]

    @strawberry.field(description="Days of haats that are not over, the soonest first.")
    async def haat_sessions(
        self,
        info: Info,
        haat_id: strawberry.ID | None = None,
        coming: Annotated[
            bool, strawberry.argument(description="Only days that have not begun.")
        ] = False,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[HaatSession]:
        pk = None if haat_id is None else ids.decode(haat_id, "Haat")
        now = await moment_until(info.context.clock)
        if reading.is_open():
            reading.holds_until(now, [await listing_queries.next_turn_of_days(now)])
        rows = (
            listing_queries.coming_sessions(pk, now)
            if coming
            else listing_queries.sessions(pk, ahead_of=now)
        )
        return await keyset_page(
            rows,
            lambda row: HaatSession(row=row),
            order=("starts_at", "id"),
            first=first,
            after=after,
        )

    @strawberry.field(description="Bans asked for at the viewer's haats, newest first (officers).")
    async def bidding_bans(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[BiddingBan]:
        rows = await listing_queries.bans(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: BiddingBan(row=row), order=("-id",), first=first, after=after
        )


@strawberry.type
class SessionMutation:
    @strawberry.mutation(
        description="Accept a haat's rules, to bid there. Twice is no matter.",
        extensions=[ErrorsAsData()],
    )
    async def register_bidder(self, info: Info, input: HaatInput) -> RegisterBidderResult:
        pk = ids.decode(input.haat_id, "Haat")
        await barring.register_bidder(info.context.require_viewer(), pk, clock=info.context.clock)
        return Haat(row=await haat_models.Haat.get(id=pk))

    @strawberry.mutation(
        description="Announce a day of the haat (its officers).", extensions=[ErrorsAsData()]
    )
    async def plan_session(self, info: Info, input: PlanSessionInput) -> PlanSessionResult:
        plan = SessionPlan(
            title_bn=input.title_bn,
            title_en=input.title_en,
            starts_at=input.starts_at,
            ends_at=input.ends_at,
        )
        session = await holding_sessions.plan_session(
            info.context.require_viewer(),
            ids.decode(input.haat_id, "Haat"),
            plan,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return HaatSession(row=session)

    @strawberry.mutation(description="Open a day (officers).", extensions=[ErrorsAsData()])
    async def open_session(self, info: Info, input: SessionInput) -> SessionResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.session_id, "HaatSession")
        return HaatSession(row=await holding_sessions.open_session(viewer_id, pk))

    @strawberry.mutation(
        description="Take no more lots into a day; those that run end by their clock (officers).",
        extensions=[ErrorsAsData()],
    )
    async def begin_closing_session(self, info: Info, input: SessionInput) -> SessionResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.session_id, "HaatSession")
        return HaatSession(row=await holding_sessions.begin_closing(viewer_id, pk))

    @strawberry.mutation(
        description="End a day after its last lot (officers).", extensions=[ErrorsAsData()]
    )
    async def close_session(self, info: Info, input: SessionInput) -> SessionResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.session_id, "HaatSession")
        return HaatSession(row=await holding_sessions.close_session(viewer_id, pk))

    @strawberry.mutation(
        description="Ask that a bidder be barred; a second officer confirms.",
        extensions=[ErrorsAsData()],
    )
    async def ask_ban(self, info: Info, input: AskBanInput) -> AskBanResult:
        ban = await barring.ask_ban(
            info.context.require_viewer(),
            ids.decode(input.account_id, "Account"),
            haat_id=ids.decode(input.haat_id, "Haat"),
            until=input.until,
            reason=input.reason,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return BiddingBan(row=ban)

    @strawberry.mutation(
        description="Agree to a ban that another officer asked for.", extensions=[ErrorsAsData()]
    )
    async def confirm_ban(self, info: Info, input: BanInput) -> BanResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.ban_id, "BiddingBan")
        return BiddingBan(row=await barring.confirm_ban(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Let a barred person bid again, with a reason (officers).",
        extensions=[ErrorsAsData()],
    )
    async def lift_ban(self, info: Info, input: LiftBanInput) -> BanResult:
        ban = await barring.lift_ban(
            info.context.require_viewer(),
            ids.decode(input.ban_id, "BiddingBan"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return BiddingBan(row=ban)
