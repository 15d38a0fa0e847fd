"""What riders and the desk do: ask for a trip, follow it by a link, call it off."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.dispatch import canceling, quoting, requesting, sharing
from hmk_graph.dispatch import models as tables
from hmk_graph.dispatch.quoting import Wish
from hmk_graph.dispatch.requesting import Call
from hmk_graph.dispatch.rules import QUOTE_HOLDS
from hmk_graph.errors import BadInput
from hmk_graph.geo import Point
from hmk_graph.haat import carrying as animals
from hmk_graph.money import Paisa
from hmk_graph.orders import carrying as parcels
from schema import ids
from schema.accounts.refusals import AccountSuspended, PhoneNotValid
from schema.context import Info
from schema.dispatch.choices import Medium, Reason, TripKind, VehicleKind
from schema.dispatch.refusals import (
    BadHour,
    CancelFeeNotSeen,
    NothingServes,
    OutsideArea,
    TripQuoteExpired,
    TripRunning,
    TripTooFar,
)
from schema.dispatch.trips import FareLine, Trip, shown
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState


@strawberry.type(description="What a trip would cost. It holds for ten minutes.")
class TripQuote:
    id: strawberry.ID = strawberry.field(description="To ask for the trip by.")
    kind: TripKind = strawberry.field(description="What is asked for.")
    vehicle_kinds: list[VehicleKind] = strawberry.field(description="Which vehicles may come.")
    distance_m: int | None = strawberry.field(
        description="How long the way may be, in meters; null if it is open."
    )
    lines: list[FareLine] = strawberry.field(description="The lines that add up to the fare.")
    fare: Paisa = strawberry.field(description="What is frozen by the request.")
    waiting_per_minute: Paisa = strawberry.field(
        description="What each minute of waiting adds, after the first five."
    )
    holds_until: datetime = strawberry.field(description="Until when it can be asked for.")

    @classmethod
    def of(cls, row: tables.Quote) -> TripQuote:
        """Show a quote to who asked for it."""
        return cls(
            id=ids.encode("TripQuote", row.id),
            kind=row.kind,
            vehicle_kinds=[VehicleKind(kind) for kind in row.vehicle_kinds],
            distance_m=row.distance_m,
            lines=[FareLine(name=line["name"], amount=line["amount"]) for line in row.lines],
            fare=Paisa(row.total_paisa),
            waiting_per_minute=Paisa(row.rates["waiting_per_min"]),
            holds_until=row.quoted_at + QUOTE_HOLDS,
        )


@strawberry.type(description="What calling a trip off costs now.")
class CancelPreview:
    fee: Paisa = strawberry.field(description="The fee; none for an ambulance.")
    token: str = strawberry.field(description="Binds the house to the fee.")
    holds_until: datetime = strawberry.field(description="For two minutes.")


@strawberry.type(description="A link to watch a trip. It dies with the trip, or with its driver.")
class ShareLink:
    token: str = strawberry.field(description="Shown this once: who has it may watch.")
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")


@strawberry.input(description="A point on the earth, in degrees (WGS 84).")
class GeoPointInput:
    lat: float = strawberry.field(description="Degrees north.")
    lng: float = strawberry.field(description="Degrees east.")

    def point(self, name: str) -> Point:
        """Return the point.

        Raises:
            BadInput: There is no such point; `name` is the input's.
        """
        try:
            return Point(self.lat, self.lng)
        except ValueError:
            raise BadInput(
                name, why_bn="এমন কোনো জায়গা নেই।", why_en="there is no such point."
            ) from None


@strawberry.input(description="What somebody asks for.")
class QuoteTripInput:
    kind: TripKind = strawberry.field(description="What is asked for.")
    pickup: GeoPointInput = strawberry.field(description="Where it begins.")
    drop: GeoPointInput | None = strawberry.field(
        default=None, description="Where it leads; null: to be told on the way."
    )
    vehicle_kinds: list[VehicleKind] = strawberry.field(
        default_factory=list, description="Only these may come; empty: any that serves."
    )
    medium: Medium | None = strawberry.field(
        default=None, description="Only by road, or only by water."
    )
    skill: str = strawberry.field(
        default="", description="For a home service: the slug of the service."
    )
    starts_at: datetime | None = strawberry.field(
        default=None, description="For when; null: at once."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, one a quote.")


@strawberry.input(description="A trip as quoted, and what is said with it.")
class RequestTripInput:
    trip_quote_id: strawberry.ID = strawberry.field(description="Which quote.")
    contact_name: str = strawberry.field(
        default="", description="Whom to look for, if not who asks."
    )
    contact_phone: str = strawberry.field(
        default="", description="Where to call. The desk calls for others by it."
    )
    pickup_note: str = strawberry.field(default="", description="How to find the place.")
    drop_note: str = strawberry.field(default="", description="How to find where it leads.")
    cargo_note: str = strawberry.field(default="", description="What is carried.")
    deal_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The deal whose animal is carried; its history then tells of the way.",
    )
    parcel_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="The parcel of your shop that is carried; it leaves and arrives with the trip.",
    )
    idempotency_key: str = strawberry.field(description="Made by the client, one a trip.")


@strawberry.input(description="A trip.")
class TripInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")


@strawberry.input(description="A trip to be called off.")
class CancelTripInput:
    trip_id: strawberry.ID = strawberry.field(description="Which trip.")
    reason: Reason | None = strawberry.field(default=None, description="Why, if one likes.")
    note: str = strawberry.field(default="", description="In one's own words.")
    preview_token: str = strawberry.field(
        default="", description="Of `previewCancel`; needed where it costs something."
    )


QuoteTripResult = Annotated[
    TripQuote
    | NothingServes
    | OutsideArea
    | TripTooFar
    | BadHour
    | AccountSuspended
    | IdempotencyConflict
    | InProgress,
    strawberry.union("QuoteTripResult", description="The quote, or why not."),
]
RequestTripResult = Annotated[
    Trip
    | TripRunning
    | TripQuoteExpired
    | BadHour
    | PhoneNotValid
    | AccountSuspended
    | NotFound
    | IdempotencyConflict
    | InProgress,
    strawberry.union("RequestTripResult", description="The trip, or why not."),
]
PreviewCancelResult = Annotated[
    CancelPreview | StaleState | NotFound | AccountSuspended,
    strawberry.union("PreviewCancelResult", description="What it costs, or why it cannot be."),
]
CancelTripResult = Annotated[
    Trip | CancelFeeNotSeen | StaleState | NotFound | AccountSuspended,
    strawberry.union("CancelTripResult", description="The trip, or why not."),
]
ShareTripResult = Annotated[
    ShareLink | StaleState | NotFound | AccountSuspended,
    strawberry.union("ShareTripResult", description="The link, or why not."),
]
UnshareTripResult = Annotated[
    Trip | NotFound | AccountSuspended,
    strawberry.union("UnshareTripResult", description="The trip, or why not."),
]


@strawberry.type
class TripMutation:
    @strawberry.mutation(
        description="Ask what a trip would cost, in named lines.", extensions=[ErrorsAsData()]
    )
    async def quote_trip(self, info: Info, input: QuoteTripInput) -> QuoteTripResult:
        wish = Wish(
            kind=input.kind,
            pickup=input.pickup.point("pickup"),
            drop=None if input.drop is None else input.drop.point("drop"),
            vehicle_kinds=input.vehicle_kinds,
            medium=input.medium,
            skill=input.skill,
            starts_at=input.starts_at,
        )
        row = await quoting.quote_trip(
            info.context.require_viewer(),
            wish,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return TripQuote.of(row)

    @strawberry.mutation(
        description=(
            "Ask for a trip: the fare is frozen, and drivers are asked at once. In danger of life "
            "call 999 first."
        ),
        extensions=[ErrorsAsData()],
    )
    async def request_trip(self, info: Info, input: RequestTripInput) -> RequestTripResult:
        viewer_id = info.context.require_viewer()
        call = Call(
            contact_name=input.contact_name,
            contact_phone=input.contact_phone,
            pickup_note=input.pickup_note,
            drop_note=input.drop_note,
            cargo_note=input.cargo_note,
            cargo_ref=await _cargo_of(viewer_id, input),
        )
        row = await requesting.request_trip(
            viewer_id,
            ids.decode(input.trip_quote_id, "TripQuote"),
            call,
            idempotency_key=input.idempotency_key,
            whereabouts=info.context.whereabouts,
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="See what calling a trip off would cost now.", extensions=[ErrorsAsData()]
    )
    async def preview_cancel(self, info: Info, input: TripInput) -> PreviewCancelResult:
        seen = await canceling.preview_cancel(
            info.context.require_viewer(),
            ids.decode(input.trip_id, "Trip"),
            clock=info.context.clock,
        )
        return CancelPreview(fee=seen.fee, token=seen.token, holds_until=seen.holds_until)

    @strawberry.mutation(
        description="Call a trip off before it has begun.", extensions=[ErrorsAsData()]
    )
    async def cancel_trip(self, info: Info, input: CancelTripInput) -> CancelTripResult:
        row = await canceling.cancel_trip(
            info.context.require_viewer(),
            ids.decode(input.trip_id, "Trip"),
            reason=input.reason,
            note=input.note,
            preview_token=input.preview_token,
            clock=info.context.clock,
        )
        return shown(row)

    @strawberry.mutation(
        description="Make a link by which others watch a trip of yours.",
        extensions=[ErrorsAsData()],
    )
    async def share_trip(self, info: Info, input: TripInput) -> ShareTripResult:
        made = await sharing.share_trip(
            info.context.require_viewer(),
            ids.decode(input.trip_id, "Trip"),
            clock=info.context.clock,
        )
        return ShareLink(token=made.token, trip_id=ids.encode("Trip", made.trip_id))

    @strawberry.mutation(
        description="End all links to a trip of yours.", extensions=[ErrorsAsData()]
    )
    async def unshare_trip(self, info: Info, input: TripInput) -> UnshareTripResult:
        row = await sharing.unshare_trip(
            info.context.require_viewer(),
            ids.decode(input.trip_id, "Trip"),
            clock=info.context.clock,
        )
        return shown(row)


async def _cargo_of(viewer_id: int, input: RequestTripInput) -> str:
    """Return by which reference the trip carries what was named, or "" for nothing."""
    if input.deal_id is not None and input.parcel_id is not None:
        raise BadInput(
            "parcelId", why_bn="পশু অথবা পার্সেল, যেকোনো একটি।", why_en="an animal or a parcel."
        )
    if input.deal_id is not None:
        return await animals.cargo_of(viewer_id, ids.decode(input.deal_id, "Deal"))
    if input.parcel_id is not None:
        return await parcels.cargo_of(viewer_id, ids.decode(input.parcel_id, "Parcel"))
    return ""
