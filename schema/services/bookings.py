"""Bookings and their quotes, as their two sides see them."""

from __future__ import annotations

from datetime import datetime

import strawberry

from hmk_graph import errors
from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa
from hmk_graph.payments import queries as payment_queries
from hmk_graph.places import queries as place_queries
from hmk_graph.services import booking_keeping, booking_queries, canceling, charging, quoting
from hmk_graph.services import booking_models as tables
from hmk_graph.services.machines import Actor
from schema import ids
from schema.context import Info
from schema.loaders import loader, moment
from schema.pages import Connection, keyset_page
from schema.payments.paying import Payment
from schema.places import Place
from schema.scalars import Cursor
from schema.services.choices import BookingCommand, BookingState, QuoteState, Side
from schema.services.offers import Provider, Service, booked_service, provider_of, services_seen
from schema.services.reviews import Review


@strawberry.type(description="A line of a quote.")
class QuoteLine:
    label: str = strawberry.field(description="What for.")
    amount: Paisa = strawberry.field(description="How much.")


@strawberry.type(description="A price for work that was looked at.")
class Quote:
    row: strawberry.Private[tables.Quote]

    @strawberry.field(description="The quote's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Quote", self.row.id)

    @strawberry.field(description="What became of it.")
    def state(self) -> QuoteState:
        return self.row.state

    @strawberry.field(description="What it is made of, at most twenty lines.")
    def lines(self) -> list[QuoteLine]:
        return [
            QuoteLine(label=label, amount=amount) for label, amount in quoting.lines_of(self.row)
        ]

    @strawberry.field(description="The sum; once accepted, the most that may be asked.")
    def total_amount(self) -> Paisa:
        return Paisa(self.row.total_paisa)

    @strawberry.field(description="What the provider adds.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(description="When it was sent, if it was.")
    def sent_at(self) -> datetime | None:
        return self.row.sent_at

    @strawberry.field(description="Until when it can be accepted.")
    def expires_at(self) -> datetime | None:
        return self.row.expires_at


@strawberry.type(description="What cancelling costs. Hand the token back to agree to it.")
class CancelTerms:
    fee: Paisa = strawberry.field(description="What the citizen owes then.")
    token: str = strawberry.field(description="For cancelBooking.")
    valid_until: datetime = strawberry.field(description="Until when the token is good.")


@strawberry.type(
    description="A claim on a provider's time. Only its two sides see it, and officers what they "
    "have to decide."
)
class Booking:
    row: strawberry.Private[tables.Booking]

    @strawberry.field(description="The booking's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Booking", self.row.id)

    @strawberry.field(description="Where it stands.")
    def state(self) -> BookingState:
        return self.row.state

    @strawberry.field(description="Grows with each change.")
    def version(self) -> int:
        return self.row.version

    @strawberry.field(description="CITIZEN, PROVIDER or OFFICER: as what the viewer sees it.")
    async def part(self, info: Info) -> str:
        return await self._part(info)

    async def _part(self, info: Info) -> Actor:
        viewer_id = info.context.require_viewer()
        return await loader(booking_queries.parts, viewer_id).load(self.row.id)

    @strawberry.field(description="What is booked.")
    async def service(self) -> Service:
        return await booked_service(self.row.service_id)

    @strawberry.field(description="With whom.")
    async def provider(self, info: Info) -> Provider:
        return await provider_of(info, self.row.provider_id)

    @strawberry.field(description="Who booked.")
    async def citizen_name(self) -> str:
        return await loader(account_queries.names).load(self.row.citizen_id)

    @strawberry.field(description="When it begins.")
    def starts_at(self) -> datetime:
        return self.row.starts_at

    @strawberry.field(description="When it ends as planned.")
    def finishes_at(self) -> datetime:
        return self.row.finishes_at

    @strawberry.field(description="How many units.")
    def quantity(self) -> int:
        return self.row.quantity

    @strawberry.field(description="How many workers, or seats.")
    def seats(self) -> int:
        return self.row.seats

    @strawberry.field(description="Where to come; null where the citizen comes to the provider.")
    async def place(self) -> Place | None:
        if self.row.place_id is None:
            return None
        row = await loader(place_queries.by_ids).load(self.row.place_id)
        return Place(row=row) if row else None

    @strawberry.field(description="House, road, how to find it.")
    def address(self) -> str:
        return self.row.address

    @strawberry.field(description="What the citizen adds.")
    def note(self) -> str:
        return self.row.note

    @strawberry.field(
        description="The price when it was made. It is paid at the visit, unless it was paid ahead."
    )
    def price(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="The most that may be asked: that price, or an accepted quote.")
    def ceiling_amount(self) -> Paisa:
        return Paisa(self.row.ceiling_paisa)

    @strawberry.field(description="What the provider asked in the end.")
    def final_amount(self) -> Paisa | None:
        return None if self.row.final_paisa is None else Paisa(self.row.final_paisa)

    @strawberry.field(
        description="What a late no costs the citizen: taken from what was paid ahead, or else due."
    )
    def fee(self) -> Paisa:
        return Paisa(self.row.fee_paisa)

    @strawberry.field(description="How much was paid ahead; it is held until the work is over.")
    def paid_ahead(self) -> Paisa:
        return Paisa(self.row.paid_paisa)

    @strawberry.field(
        description="What the viewer, its citizen, chose to pay ahead; null for everybody else."
    )
    async def payment(self, info: Info) -> Payment | None:
        return await self._due(info, charging.ADVANCE)

    @strawberry.field(
        description="The fee that the viewer, its citizen, owes; null for everybody else, and "
        "where it was taken from what was paid ahead."
    )
    async def fee_payment(self, info: Info) -> Payment | None:
        return await self._due(info, charging.CANCEL_FEE)

    async def _due(self, info: Info, purpose: str) -> Payment | None:
        if self.row.citizen_id != info.context.viewer_id:
            return None
        found = await loader(payment_queries.open_of, purpose).load(self.row.id)
        return Payment(row=found) if found else None

    @strawberry.field(
        description="Four digits by which the provider begins. To the citizen alone, while they "
        "are needed."
    )
    async def start_code(self, info: Info) -> str | None:
        needed = self.row.state is BookingState.CONFIRMED
        return self.row.code if needed and await self._part(info) is Actor.CITIZEN else None

    @strawberry.field(
        description="The other side's phone, from the confirmation until the work is done."
    )
    async def phone(self, info: Info) -> str | None:
        if self.row.state not in booking_queries.REACHABLE:
            return None
        match await self._part(info):
            case Actor.CITIZEN:
                reached: str = (await self.provider(info)).row.contact_phone
                return reached
            case Actor.PROVIDER:
                phone: str | None = await loader(account_queries.phones).load(self.row.citizen_id)
                return phone
        return None

    @strawberry.field(
        description="When it moves by itself: a hold or request ends, what is done closes."
    )
    def due_at(self) -> datetime | None:
        return self.row.due_at

    @strawberry.field(description="Why it was declined, cancelled, disputed or decided.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="CITIZEN, PROVIDER or OFFICER: who called it off.")
    def cancelled_by(self) -> str | None:
        return self.row.cancelled_by

    @strawberry.field(description="Who is said not to have come.")
    def absent(self) -> Side | None:
        return self.row.absent

    @strawberry.field(description="Its quotes, the newest first; drafts to the provider alone.")
    async def quotes(self, info: Info) -> list[Quote]:
        rows = await loader(quoting.quotes_of).load(self.row.id)
        sees_drafts = await self._part(info) is Actor.PROVIDER
        return [Quote(row=row) for row in rows if sees_drafts or row.state is not QuoteState.DRAFT]

    @strawberry.field(description="What it costs the viewer to cancel now; null: he cannot.")
    async def cancel_terms(self, info: Info) -> CancelTerms | None:
        now = await moment(info.context.clock)
        terms = canceling.terms_for(self.row, await self._part(info), now)
        if terms is None:
            return None
        return CancelTerms(fee=terms.fee, token=terms.token, valid_until=terms.valid_until)

    @strawberry.field(description="What the viewer may do with it now.")
    async def allowed_transitions(self, info: Info) -> list[BookingCommand]:
        known = booking_queries.commands(self.row, await self._part(info))
        return [BookingCommand(command) for command in known]

    @strawberry.field(description="The reviews that the viewer may read, at most two.")
    async def reviews(self, info: Info) -> list[Review]:
        now, viewer_id = await moment(info.context.clock), info.context.require_viewer()
        rows = await loader(booking_queries.reviews_of_booking, viewer_id, now).load(self.row.id)
        return [Review(row=row) for row in rows]


@strawberry.type
class BookingQuery:
    @strawberry.field(description="One booking; null if there is none that the viewer may see.")
    async def booking(self, info: Info, id: strawberry.ID) -> Booking | None:
        return await booking_for(info, id)

    @strawberry.field(
        description="The nearest three other services for a booking that came to nothing."
    )
    async def booking_alternatives(self, info: Info, booking_id: strawberry.ID) -> list[Service]:
        booking = await booking_for(info, booking_id)
        if booking is None:
            return []
        found = await booking_keeping.alternatives(booking.row)
        return await services_seen(info, found)

    @strawberry.field(description="What the viewer booked, the latest first.")
    async def my_bookings(
        self,
        info: Info,
        are: list[BookingState] | None = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Booking]:
        rows = booking_queries.bookings_of(info.context.require_viewer(), are)
        return await keyset_page(rows, shown, order=("-starts_at", "-id"), first=first, after=after)

    @strawberry.field(description="What is booked with the viewer, the latest first.")
    async def desk_bookings(
        self,
        info: Info,
        are: list[BookingState] | None = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Booking]:
        rows = booking_queries.desk_bookings(info.context.require_viewer(), are)
        return await keyset_page(rows, shown, order=("-starts_at", "-id"), first=first, after=after)

    @strawberry.field(
        description="Disputes of the officer's areas, longest waiting first. Others see none."
    )
    async def booking_disputes(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Booking]:
        rows = await booking_queries.disputes(info.context.require_viewer())
        return await keyset_page(rows, shown, order=("changed_at", "id"), first=first, after=after)


def shown(row: tables.Booking) -> Booking:
    """Show a booking to somebody who may see it."""
    return Booking(row=row)


async def booking_for(info: Info, id: strawberry.ID) -> Booking | None:
    """Return a booking that the viewer may see, or None."""
    try:
        pk = ids.decode(id, "Booking")
        return Booking(row=await booking_queries.visible_booking(info.context.viewer_id, pk))
    except errors.NotFound:
        return None
