"""A person's own stream: what concerns him alone, from every context."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import strawberry
from strawberry.scalars import JSON

from hmk_graph.event_log import Head, LoggedEvent
from hmk_graph.money import Paisa
from schema import ids
from schema.context import Info
from schema.scalars import Cursor
from schema.streams import (
    Heartbeat,
    Lagged,
    Reconnect,
    Reset,
    StreamEvent,
    stand,
    streamed,
    tells,
)


@strawberry.interface(description="Something on a lot that concerns the viewer.")
class PersonalLotEvent(StreamEvent):
    lot_id: strawberry.ID = strawberry.field(description="Which lot.")
    price: Paisa | None = strawberry.field(description="The price then.")


@tells("haat.outbid")
@strawberry.type(description="You led, and somebody bid more.")
class Outbid(PersonalLotEvent):
    minimum_next: Paisa = strawberry.field(
        description="What would bring you back, until the next bid."
    )
    ends_at: datetime = strawberry.field(description="When bidding ends.")


@tells("haat.lot_won")
@strawberry.type(description="You have bought the animal.")
class LotWon(PersonalLotEvent):
    deal_id: strawberry.ID = strawberry.field(description="The deal, which says what to do next.")
    pay_by: datetime = strawberry.field(description="Until when to pay.")


@tells("haat.lot_lost")
@strawberry.type(description="A lot you bid on has ended, and you did not get it.")
class LotLost(PersonalLotEvent):
    outcome: str = strawberry.field(description="SOLD or UNSOLD.")


@tells("haat.own_lot_ended")
@strawberry.type(description="Your own lot has ended.")
class OwnLotEnded(PersonalLotEvent):
    outcome: str = strawberry.field(description="SOLD, UNSOLD, VOIDED or WITHDRAWN.")
    deal_id: strawberry.ID | None = strawberry.field(description="The deal, if it was sold.")


@tells("haat.own_lot_decided")
@strawberry.type(description="An officer scheduled the lot you submitted, or sent it back.")
class OwnLotDecided(PersonalLotEvent):
    state: str = strawberry.field(description="SCHEDULED or REJECTED.")
    reason: str = strawberry.field(description="Why it came back; empty otherwise.")


@tells("haat.your_bids_voided")
@strawberry.type(description="Your bids on a lot were taken out.")
class YourBidsVoided(PersonalLotEvent):
    reason: str = strawberry.field(description="Why.")


@tells("haat.lot_starts_soon")
@strawberry.type(
    description=(
        "A lot you follow begins in ten minutes or less. Told once, and anew if its start moves."
    )
)
class LotStartsSoon(PersonalLotEvent):
    starts_at: datetime = strawberry.field(description="When bidding begins.")


@strawberry.type(
    description=(
        "Any other event that concerns the viewer: sign-ins, roles, offers, deals. `kind` names it."
    )
)
class AccountNotice(StreamEvent):
    kind: str = strawberry.field(description="What happened, such as accounts.role_granted.")
    facts: JSON = strawberry.field(description="What the event says, by name.")

    @classmethod
    def tell(cls, event: LoggedEvent, cursor: Cursor) -> AccountNotice:
        """Tell an event that has no type of its own."""
        return cls(
            cursor=cursor, seq=event.seq, at=event.at, kind=event.kind, facts=JSON(event.payload)
        )


@strawberry.type(description="Where the viewer's stream stands. Events after it follow.")
class AccountSnapshot:
    cursor: Cursor = strawberry.field(description="Where the stream stands.")
    seq: int = strawberry.field(description="The number of the newest event.")
    account_id: strawberry.ID = strawberry.field(description="Whose stream.")
    server_now: datetime = strawberry.field(description="The server's clock.")


AccountStreamItem = Annotated[
    AccountSnapshot
    | Outbid
    | LotWon
    | LotLost
    | OwnLotEnded
    | OwnLotDecided
    | YourBidsVoided
    | LotStartsSoon
    | AccountNotice
    | Heartbeat
    | Lagged
    | Reset
    | Reconnect,
    strawberry.union("AccountStreamItem", description="What the viewer's own stream says."),
]


@dataclass(frozen=True)
class _OwnStream:
    """How a person's own stream is read and shown."""

    info: Info
    viewer_id: int

    @property
    def name(self) -> str:
        return f"accounts.account.{self.viewer_id}"

    @property
    def audience(self) -> str:
        return str(self.viewer_id)

    async def snapshot(self) -> datetime:
        return await self.info.context.clock()

    def show(self, now: datetime, cursor: Cursor, head: Head) -> AccountSnapshot:
        return AccountSnapshot(
            cursor=cursor,
            seq=head.seq,
            account_id=ids.encode("Account", self.viewer_id),
            server_now=now,
        )


@strawberry.type
class AccountStandQuery:
    @strawberry.field(
        description=(
            "Where your own stream stands. Read what you need after it, then hand its cursor to "
            "`accountEvents`, and nothing falls between."
        )
    )
    async def account_snapshot(self, info: Info) -> AccountSnapshot:
        own = _OwnStream(info, info.context.require_viewer())
        return await stand(
            info, own.name, audience=own.audience, snapshot=own.snapshot, show=own.show
        )


@strawberry.type
class AccountSubscription:
    @strawberry.subscription(
        description="Follow what concerns you: outbid, won, offers, your sign-ins and roles."
    )
    async def account_events(
        self, info: Info, after: Cursor | None = None
    ) -> AsyncGenerator[AccountStreamItem, None]:
        own = _OwnStream(info, info.context.require_viewer())
        told = streamed(
            info,
            own.name,
            after=after,
            audience=own.audience,
            snapshot=own.snapshot,
            show=own.show,
            otherwise=AccountNotice.tell,
        )
        async with aclosing(told) as items:
            async for item in items:
                yield item
