"""A complaint as its author and officers see it, and what everybody may know of it."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.civic import models as tables
from hmk_graph.civic import queries
from hmk_graph.civic.complaining import PHOTOS
from hmk_graph.civic.handling import PROOFS
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.civic.choices import ComplaintKind, ComplaintState, Move
from schema.context import Info
from schema.loaders import loader
from schema.media import Media, hung
from schema.pages import Connection, keyset_page
from schema.places import Place
from schema.scalars import Cursor


@strawberry.type(description="One thing that was done about a complaint. It is never changed.")
class ComplaintStep:
    row: strawberry.Private[tables.ComplaintStep]

    @strawberry.field(description="What was done.")
    def move(self) -> Move:
        return Move(self.row.move)

    @strawberry.field(description="Where it stood then.")
    def state(self) -> ComplaintState:
        return self.row.state

    @strawberry.field(description="The words of who did it.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(description="Who did it; null: the clock.")
    async def by_name(self) -> str | None:
        return await _name(self.row.actor_id)

    @strawberry.field(description="When.")
    def at(self) -> datetime:
        return self.row.at


@strawberry.type(description="An officer to whom a complaint could be given.")
class ComplaintOfficer:
    pk: strawberry.Private[int]

    @strawberry.field(description="Whose account.")
    def officer_id(self) -> strawberry.ID:
        return ids.encode("Account", self.pk)

    @strawberry.field(description="The name on the profile.")
    async def name(self) -> str:
        return await loader(account_queries.names).load(self.pk)


@strawberry.type(description="A complaint. Seen by who wrote it, and by the officers of its desk.")
class Complaint:
    row: strawberry.Private[tables.Complaint]

    @strawberry.field(description="The complaint's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Complaint", self.row.id)

    @strawberry.field(description="What it is about.")
    def kind(self) -> ComplaintKind:
        return self.row.kind

    @strawberry.field(description="Where it stands.")
    def state(self) -> ComplaintState:
        return self.row.state

    @strawberry.field(description="Where it is.")
    async def place(self) -> Place | None:
        return await _place(self.row.place_id)

    @strawberry.field(description="The place whose officers have to see to it.")
    async def desk(self) -> Place | None:
        return await _place(self.row.desk_id)

    @strawberry.field(description="What is wrong.")
    def text(self) -> str:
        return self.row.text

    @strawberry.field(description="Where exactly.")
    def address(self) -> str:
        return self.row.address

    @strawberry.field(description="What is wrong, in pictures.")
    async def media(self) -> list[Media]:
        return await hung(PHOTOS, self.row.id)

    @strawberry.field(description="What was done, in pictures.")
    async def proofs(self) -> list[Media]:
        return await hung(PROOFS, self.row.id)

    @strawberry.field(description="Whether the viewer wrote it.")
    def mine(self, info: Info) -> bool:
        return self.row.author_id == info.context.viewer_id

    @strawberry.field(description="Who wrote it.")
    async def author_name(self) -> str | None:
        return await _name(self.row.author_id)

    @strawberry.field(
        description="The author's phone, for the officer who has it in hand; else null."
    )
    async def phone(self, info: Info) -> str | None:
        if self.row.assignee_id is None or self.row.assignee_id != info.context.viewer_id:
            return None
        return await loader(account_queries.phones).load(self.row.author_id)

    @strawberry.field(description="The officer who has it in hand.")
    async def assignee_name(self) -> str | None:
        return await _name(self.row.assignee_id)

    @strawberry.field(
        description="Until when officers have, in working time; null: it is not with them."
    )
    def due_at(self) -> datetime | None:
        return self.row.due_at

    @strawberry.field(description="When it was lodged.")
    def created_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="When it was resolved or rejected last.")
    def answered_at(self) -> datetime | None:
        return self.row.answered_at

    @strawberry.field(description="When it was closed.")
    def closed_at(self) -> datetime | None:
        return self.row.closed_at

    @strawberry.field(description="How often its time ran out.")
    def escalated(self) -> int:
        return self.row.escalated

    @strawberry.field(description="How often its author had it opened again.")
    def reopened(self) -> int:
        return self.row.reopened

    @strawberry.field(description="Whether its author says that it is mended; null: nothing.")
    def fixed(self) -> bool | None:
        return self.row.fixed

    @strawberry.field(description="What was done about it, the first at most a hundred steps.")
    async def steps(self) -> list[ComplaintStep]:
        rows = await loader(queries.steps).load(self.row.id)
        return [ComplaintStep(row=row) for row in rows]

    @strawberry.field(
        description="To which officers the viewer could give it now; to its author, nobody."
    )
    async def officers(self, info: Info) -> list[ComplaintOfficer]:
        if Move.ASSIGN not in queries.moves(info.context.viewer_id, self.row):
            return []
        found = await loader(queries.who_could_have).load(self.row.id)
        return [ComplaintOfficer(pk=pk) for pk in found if pk != info.context.viewer_id]

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self, info: Info) -> list[Move]:
        return [Move(move) for move in queries.moves(info.context.viewer_id, self.row)]


@strawberry.type(description="What everybody may know of a complaint: no name, phone, or words.")
class ComplaintRecord:
    row: strawberry.Private[tables.Complaint]

    @strawberry.field(description="What it is about.")
    def kind(self) -> ComplaintKind:
        return self.row.kind

    @strawberry.field(description="Where it stands.")
    def state(self) -> ComplaintState:
        return self.row.state

    @strawberry.field(description="The union or municipality.")
    async def place(self) -> Place | None:
        return await _place(self.row.place_id)

    @strawberry.field(description="When it was lodged.")
    def created_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="When it was answered last.")
    def answered_at(self) -> datetime | None:
        return self.row.answered_at

    @strawberry.field(description="When it was closed.")
    def closed_at(self) -> datetime | None:
        return self.row.closed_at

    @strawberry.field(description="How often its time ran out.")
    def escalated(self) -> int:
        return self.row.escalated

    @strawberry.field(description="Whether its author says that it is mended; null: nothing.")
    def fixed(self) -> bool | None:
        return self.row.fixed


async def _place(place_id: int) -> Place | None:
    row = await loader(place_queries.by_ids).load(place_id)
    return Place(row=row) if row else None


async def _name(account_id: int | None) -> str | None:
    return None if account_id is None else await loader(account_queries.names).load(account_id)


@strawberry.type
class ComplaintQuery:
    @strawberry.field(description="A complaint, to its author and to the officers of its desk.")
    async def complaint(self, info: Info, id: strawberry.ID) -> Complaint | None:
        viewer_id, pk = info.context.require_viewer(), ids.decode(id, "Complaint")
        return Complaint(row=await queries.visible(viewer_id, pk))

    @strawberry.field(description="What one complained of, the newest first.")
    async def my_complaints(
        self,
        info: Info,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Complaint]:
        return await keyset_page(
            queries.of(info.context.require_viewer()),
            lambda row: Complaint(row=row),
            order=("-created_at", "-id"),
            first=first,
            after=after,
            last=last,
            before=before,
        )

    @strawberry.field(
        description="What waits for the officers of the viewer's areas, the most urgent first."
    )
    async def complaints_waiting(
        self,
        info: Info,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[Complaint]:
        return await keyset_page(
            await queries.waiting(info.context.require_viewer()),
            lambda row: Complaint(row=row),
            order=("due_at", "id"),
            first=first,
            after=after,
            last=last,
            before=before,
        )

    @strawberry.field(description="All complaints, as far as everybody may know, the newest first.")
    async def complaint_records(
        self,
        within: strawberry.ID | None = None,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[ComplaintRecord]:
        place_id = None if within is None else ids.decode(within, "Place")
        return await keyset_page(
            queries.records(place_id),
            lambda row: ComplaintRecord(row=row),
            order=("-created_at", "-id"),
            first=first,
            after=after,
            last=last,
            before=before,
        )
