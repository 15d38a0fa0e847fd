"""The audit as administrators read it."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.audit_trail import AuditEntry as Row
from hmk_graph.civic import audit_exporting, audit_words, auditing
from schema import ids
from schema.accounts.people_context import Info
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor

EXPORT_PATH = "/audit.csv"


@strawberry.type(description="What an entry says, in both languages.")
class AuditWords:
    bn: str = strawberry.field(description="In Bengali.")
    en: str = strawberry.field(description="In English.")


@strawberry.type(description="A kind of deed that the audit keeps.")
class AuditKind:
    kind: str = strawberry.field(description="Its name, to ask by.")
    words: AuditWords = strawberry.field(description="What it is called.")


@strawberry.type(
    description=(
        "Something that an officer forced, or an operator did for somebody. Nothing changes it; "
        "no phone is in it."
    )
)
class AuditEntry:
    row: strawberry.Private[Row]

    @strawberry.field(description="The entry's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("AuditEntry", self.row.id)

    @strawberry.field(description="When.")
    def at(self) -> datetime:
        return self.row.at

    @strawberry.field(description="Which kind of deed, to ask for more of it.")
    def kind(self) -> str:
        return self.row.kind

    @strawberry.field(description="What such a deed is called.")
    def what(self) -> AuditWords:
        return AuditWords(**audit_words.words_of(self.row.kind)._asdict())

    @strawberry.field(description="What it was exactly; null: what it is called says all.")
    def exactly(self) -> AuditWords | None:
        words = audit_words.exactly(auditing.facts_of(self.row))
        return AuditWords(**words._asdict()) if words else None

    @strawberry.field(description="Whose account did it; null: the house itself.")
    def actor_id(self) -> strawberry.ID | None:
        return _account(auditing.officers_of(self.row)[0])

    @strawberry.field(description="Who did it; null: the house itself. Empty: erased since.")
    async def actor_name(self) -> str | None:
        return await _name(auditing.officers_of(self.row)[0])

    @strawberry.field(description="Whose account agreed, where two officers are needed; else null.")
    def second_officer_id(self) -> strawberry.ID | None:
        return _account(auditing.officers_of(self.row)[1])

    @strawberry.field(description="The officer who agreed, where two are needed; else null.")
    async def second_officer_name(self) -> str | None:
        return await _name(auditing.officers_of(self.row)[1])

    @strawberry.field(description="For whose account an operator did it; null: for nobody.")
    def on_behalf_of_id(self) -> strawberry.ID | None:
        return _account(self.row.on_behalf_of_id)

    @strawberry.field(description="For whom an operator did it; null: for nobody.")
    async def on_behalf_of_name(self) -> str | None:
        return await _name(self.row.on_behalf_of_id)

    @strawberry.field(description="Why, in the officer's words without phones; empty: none asked.")
    def reason(self) -> str:
        return auditing.reason_of(self.row)

    @strawberry.field(description="The id of what it was done to; null: it has none.")
    def object_id(self) -> strawberry.ID | None:
        thing = auditing.thing_of(self.row)
        return ids.encode(*thing) if thing else None

    @strawberry.field(description="To whom it was done, where that is a person; else null.")
    async def person_name(self) -> str | None:
        thing = auditing.thing_of(self.row)
        return await _name(thing[1] if thing and thing[0] == "Account" else None)

    @strawberry.field(description="The number of the command that did it; null: it had none.")
    def command_id(self) -> str | None:
        return self.row.command_id


@strawberry.input(description="Which entries; what is null asks for all.")
class AuditFilter:
    actor_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of who did it; of two officers the first."
    )
    second_officer_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of what this officer agreed to as the second."
    )
    on_behalf_of_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of what was done for this person."
    )
    object_id: strawberry.ID | None = strawberry.field(
        default=None, description="Of what was done to this thing or person."
    )
    kind: str | None = strawberry.field(default=None, description="Of this kind.")
    since: datetime | None = strawberry.field(default=None, description="From then on.")
    until: datetime | None = strawberry.field(default=None, description="Before then.")

    def read(self) -> auditing.Wanted:
        """Return what is asked for.

        Raises:
            NotFound: An id names nothing that the audit knows of.
            BadInput: The times are in no order.
        """
        return auditing.Wanted(
            actor_id=_pk(self.actor_id),
            second_officer_id=_pk(self.second_officer_id),
            on_behalf_of_id=_pk(self.on_behalf_of_id),
            stream=self.object_id and _stream(self.object_id),
            kind=self.kind,
            since=self.since,
            until=self.until,
        )


@strawberry.type(description="Where the audit can be taken from as CSV, by the viewer alone.")
class AuditExport:
    url: str = strawberry.field(description="Its address, good for some minutes; uses are audited.")
    expires_at: datetime = strawberry.field(description="Until when.")


@strawberry.type
class AuditQuery:
    @strawberry.field(
        description="What the audit keeps, the newest first. Administrators; others see none."
    )
    async def audit_entries(
        self,
        info: Info,
        filter: AuditFilter | None = None,
        first: int | None = None,
        after: Cursor | None = None,
        last: int | None = None,
        before: Cursor | None = None,
    ) -> Connection[AuditEntry]:
        wanted = (filter or AuditFilter()).read()
        return await keyset_page(
            await auditing.entries(info.context.require_viewer(), wanted),
            lambda row: AuditEntry(row=row),
            order=("-at", "-id"),
            first=first,
            after=after,
            last=last,
            before=before,
        )

    @strawberry.field(
        description="A link to the same as a file, for spreadsheets. Administrators alone."
    )
    async def audit_export(self, info: Info, filter: AuditFilter | None = None) -> AuditExport:
        found = await audit_exporting.link(
            info.context.require_viewer(),
            (filter or AuditFilter()).read(),
            secret=info.context.secret,
            clock=info.context.clock,
        )
        return AuditExport(url=f"{EXPORT_PATH}?token={found.token}", expires_at=found.expires_at)

    @strawberry.field(description="The kinds of deeds that the audit keeps, to choose from.")
    def audit_kinds(self) -> list[AuditKind]:
        return [
            AuditKind(kind=kind, words=AuditWords(**words._asdict()))
            for kind, words in audit_words.KINDS.items()
        ]


def _pk(account_id: strawberry.ID | None) -> int | None:
    return None if account_id is None else ids.decode(account_id, "Account")


def _account(pk: int | None) -> strawberry.ID | None:
    return None if pk is None else ids.encode("Account", pk)


async def _name(account_id: int | None) -> str | None:
    return None if account_id is None else await loader(account_queries.names).load(account_id)


def _stream(object_id: str) -> str:
    thing = object_id.partition(":")[0]
    return auditing.stream_of(thing, ids.decode(object_id, thing))
