"""A request for blood and the donors on it, as each of the two sides sees them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.blood import models as tables
from hmk_graph.blood import queries, rules
from hmk_graph.places import queries as place_queries
from schema import ids
from schema.blood.choices import (
    BloodGroup,
    OfferCommand,
    OfferState,
    RequestCommand,
    RequestState,
)
from schema.context import Info
from schema.loaders import loader, moment
from schema.pages import Connection, keyset_page
from schema.places import Place
from schema.scalars import Cursor


@strawberry.type(
    description="One donor and one request. Seen by the donor, and by the requester after a yes."
)
class DonationOffer:
    row: strawberry.Private[tables.DonationOffer]

    @strawberry.field(description="The offer's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("DonationOffer", self.row.id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> OfferState:
        return self.row.state

    @strawberry.field(description="Whether the donor's group is the very one that is needed.")
    def exact(self) -> bool:
        return self.row.exact

    @strawberry.field(description="The donor's group.")
    async def group(self) -> BloodGroup:
        return (await self._donor()).group

    @strawberry.field(description="Where the donor lives.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load((await self._donor()).place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="Whether the viewer is the donor.")
    async def mine(self, info: Info) -> bool:
        return (await self._donor()).account_id == info.context.viewer_id

    @strawberry.field(description="For what; null once it is no longer the viewer's business.")
    async def request(self, info: Info) -> BloodRequest | None:
        request = await self._request()
        seen = self.row.state in queries.CONCERNED
        return BloodRequest(row=request) if seen or _own(info, request) else None

    @strawberry.field(
        description=(
            "The other side's phone: from the confirmation until a day after the request closed."
        )
    )
    async def phone(self, info: Info) -> str | None:
        other = await self._other_side(info)
        return None if other is None else await loader(account_queries.phones).load(other)

    @strawberry.field(description="The other side's name, as long as the phone is shown.")
    async def name(self, info: Info) -> str | None:
        other = await self._other_side(info)
        return None if other is None else await loader(account_queries.names).load(other)

    @strawberry.field(description="When the donor was asked.")
    def invited_at(self) -> datetime:
        return self.row.invited_at

    @strawberry.field(description="When the donor said yes.")
    def answered_at(self) -> datetime | None:
        return self.row.answered_at

    @strawberry.field(description="When the requester took him.")
    def confirmed_at(self) -> datetime | None:
        return self.row.confirmed_at

    @strawberry.field(description="The day on which he gave.")
    def given_on(self) -> date | None:
        return self.row.given_on

    @strawberry.field(description="Why the hospital sent him away, if it did.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="What the viewer may do with it now.")
    async def allowed_transitions(self, info: Info) -> list[OfferCommand]:
        donor = await self._donor()
        known = queries.offer_commands(info.context.viewer_id, self.row, donor)
        return [OfferCommand(command) for command in known]

    async def _donor(self) -> tables.Donor:
        donor = await loader(queries.donors_by_id).load(self.row.donor_id)
        if donor is None:
            raise errors.NotFound
        return donor

    async def _request(self) -> tables.BloodRequest:
        request = await loader(queries.requests_by_id).load(self.row.request_id)
        if request is None:
            raise errors.NotFound
        return request

    async def _other_side(self, info: Info) -> int | None:
        """Return whose phone the viewer may see; None while it is nobody's."""
        donor, request = await self._donor(), await self._request()
        now = await moment(info.context.clock)
        if not rules.phones_shown(self.row.state, self.row.confirmed_at, request.closed_at, now):
            return None
        sides = {donor.account_id: request.requester_id, request.requester_id: donor.account_id}
        return sides.get(info.context.viewer_id or 0)


@strawberry.type(
    description="Blood that is needed. Seen by who asked, and by the donors who were asked for it."
)
class BloodRequest:
    row: strawberry.Private[tables.BloodRequest]

    @strawberry.field(description="The request's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("BloodRequest", self.row.id)

    @strawberry.field(description="The patient's group.")
    def group(self) -> BloodGroup:
        return self.row.group

    @strawberry.field(description="How many units are needed.")
    def units(self) -> int:
        return self.row.units

    @strawberry.field(description="For how many of them a donor is confirmed.")
    def confirmed(self) -> int:
        return self.row.confirmed

    @strawberry.field(description="How many of them were given.")
    def given(self) -> int:
        return self.row.given

    @strawberry.field(description="Where it stands.")
    def state(self) -> RequestState:
        return self.row.state

    @strawberry.field(description="Near which place.")
    async def place(self) -> Place | None:
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="The hospital and the ward.")
    def hospital(self) -> str:
        return self.row.hospital

    @strawberry.field(description="What the requester adds.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(description="By when.")
    def needed_by(self) -> datetime:
        return self.row.needed_by

    @strawberry.field(description="How many rings of donors were asked so far.")
    def rings(self) -> int:
        return self.row.rings

    @strawberry.field(description="Whether all who could give were asked the last time.")
    def exhausted(self) -> bool:
        return self.row.exhausted

    @strawberry.field(description="When it was made.")
    def created_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="When it was over.")
    def closed_at(self) -> datetime | None:
        return self.row.closed_at

    @strawberry.field(description="Whether the viewer made it.")
    def mine(self, info: Info) -> bool:
        return _own(info, self.row)

    @strawberry.field(
        description="The donors who said yes, the first at most a hundred; to the requester alone."
    )
    async def offers(self, info: Info) -> list[DonationOffer]:
        if not _own(info, self.row):
            return []
        rows = await loader(queries.answered_offers).load(self.row.id)
        return [DonationOffer(row=row) for row in rows]

    @strawberry.field(description="The viewer's own offer as a donor; null if he was not asked.")
    async def my_offer(self, info: Info) -> DonationOffer | None:
        viewer_id = info.context.require_viewer()
        row = await loader(queries.own_offers, viewer_id).load(self.row.id)
        return DonationOffer(row=row) if row else None

    @strawberry.field(description="What the viewer may do with it now.")
    def allowed_transitions(self, info: Info) -> list[RequestCommand]:
        known = queries.request_commands(info.context.viewer_id, self.row)
        return [RequestCommand(command) for command in known]


@strawberry.type
class BloodQuery:
    @strawberry.field(description="One request; null if there is none that the viewer may see.")
    async def blood_request(self, info: Info, id: strawberry.ID) -> BloodRequest | None:
        try:
            pk = ids.decode(id, "BloodRequest")
            row = await queries.visible_request(info.context.viewer_id, pk)
        except errors.NotFound:
            return None
        return BloodRequest(row=row)

    @strawberry.field(description="One offer to give; null if there is none that the viewer sees.")
    async def donation_offer(self, info: Info, id: strawberry.ID) -> DonationOffer | None:
        try:
            pk = ids.decode(id, "DonationOffer")
        except errors.NotFound:
            return None
        row = await queries.offer(info.context.require_viewer(), pk)
        return DonationOffer(row=row) if row else None

    @strawberry.field(description="What the viewer asked for, the newest first.")
    async def my_blood_requests(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[BloodRequest]:
        rows = queries.requests_of(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: BloodRequest(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(description="For what the viewer was asked as a donor, the newest first.")
    async def my_donation_offers(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[DonationOffer]:
        rows = queries.offers_to(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: DonationOffer(row=row), order=("-id",), first=first, after=after
        )


def _own(info: Info, request: tables.BloodRequest) -> bool:
    return request.requester_id == info.context.viewer_id
