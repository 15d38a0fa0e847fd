"""Reads of what is for sale, and of the offers, deals, days and bans around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.connection import get_connection
from tortoise.expressions import Q, RawSQL
from tortoise.queryset import QuerySet

from hmk_graph import reading
from hmk_graph.accounts import access
from hmk_graph.accounts import queries as account_queries
from hmk_graph.errors import NotFound
from hmk_graph.haat.lot_keeping import RUNNING
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.models import BidderRegistration, BiddingBan, Haat, HaatSession, SessionState
from hmk_graph.haat.sale_models import Listing, ListingState, Offer, OfferState, SaleKind
from hmk_graph.money import Paisa
from hmk_graph.places.finding import path_of

PUBLIC_KINDS = (SaleKind.FIXED, SaleKind.BARGAIN)
OFFERS_SHOWN = 100
HAATS_SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a buyer looks for; None: it does not matter. Weights in grams, prices in paisa.

    `within_id` is a place from which the animal comes: a union, an upazila, a district.
    """

    haat_id: int | None = None
    kind: SaleKind | None = None
    species: str | None = None
    breed: str | None = None
    within_id: int | None = None
    cheapest: Paisa | None = None
    dearest: Paisa | None = None
    lightest_g: int | None = None
    heaviest_g: int | None = None


def on_sale(wanted: Wanted) -> QuerySet[Listing]:
    """Return what everybody may see and buy or bid on now.

    An auction's price is the present one, or the one at which it starts; a weight is the latest.
    """
    found = Listing.filter(
        Q(kind__in=PUBLIC_KINDS) | Q(lot__state__in=[str(state) for state in RUNNING]),
        state=ListingState.LIVE,
    )
    exact = {
        "haat_id": wanted.haat_id,
        "kind": wanted.kind,
        "animal__species": wanted.species,
        "animal__breed": wanted.breed,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value is not None})
    if wanted.within_id is not None:
        found = found.filter(animal__origin__path__contains=[wanted.within_id])
    found = _between(found, "price_now", _PRICE_NOW, wanted.cheapest, wanted.dearest)
    return _between(found, "latest_g", _LATEST_G, wanted.lightest_g, wanted.heaviest_g)


async def public_listing(listing_id: int) -> Listing | None:
    """Return a listing that everybody may see; an auction's from the day its lot has terms."""
    [listing] = await listings_by_id([listing_id])
    if listing is None or listing.kind != SaleKind.AUCTION:
        return listing
    # What came up in public stays so: no later change of the lot makes this answer another one.
    with reading.only(haat_lot=()):
        is_public = await Lot.exists(listing_id=listing_id, starts_at__isnull=False)
    return listing if is_public else None


async def visible_listing(viewer_id: int | None, listing_id: int) -> Listing:
    """Return a listing that the viewer may see; an unscheduled lot's is hidden from the public.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    public = await public_listing(listing_id)
    if public is not None:
        return public
    listing = await Listing.get_or_none(id=listing_id)
    if listing is None:
        raise NotFound
    if listing.seller_id == viewer_id:
        return listing
    haat = await Haat.get(id=listing.haat_id)
    if viewer_id is not None and await access.is_officer_of(
        viewer_id, await path_of(haat.place_id)
    ):
        return listing
    raise NotFound


def listings_of(seller_id: int) -> QuerySet[Listing]:
    """Return a person's own listings, ended ones included."""
    return Listing.filter(seller_id=seller_id)


def offers_of(viewer_id: int) -> QuerySet[Offer]:
    """Return the offers that a person made or got."""
    return Offer.filter(Q(buyer_id=viewer_id) | Q(listing__seller_id=viewer_id))


async def offers_on(viewer_id: int | None, listing_ids: Sequence[int]) -> list[list[Offer]]:
    """Return the offers on each listing that the viewer may see: a seller all, a buyer his own.

    At most a hundred for each, the newest of them, in the order in which they were made.
    """
    if viewer_id is None:
        return [[] for _ in listing_ids]
    newest = await get_connection("default").execute_query_dict(
        _NEWEST_OFFERS, [list(listing_ids), viewer_id, OFFERS_SHOWN]
    )
    rows = await Offer.filter(id__in=[row["id"] for row in newest]).order_by("id")
    return [[row for row in rows if row.listing_id == one] for one in listing_ids]


async def live_listings_of(animal_ids: Sequence[int]) -> list[Listing | None]:
    """Return the public listing under which each animal is for sale or reserved."""
    return await _first_of(animal_ids, Q(kind__in=PUBLIC_KINDS) | Q(lot__starts_at__isnull=False))


async def own_listings_of(animal_ids: Sequence[int]) -> list[Listing | None]:
    """Return the same for their seller, who also sees a lot that waits for its time."""
    return await _first_of(animal_ids, Q())


async def _first_of(animal_ids: Sequence[int], which: Q) -> list[Listing | None]:
    rows = await Listing.filter(
        which,
        animal_id__in=list(animal_ids),
        state__in=[ListingState.LIVE, ListingState.RESERVED],
    )
    found = {row.animal_id: row for row in rows}
    return [found.get(animal_id) for animal_id in animal_ids]


async def listings_by_id(listing_ids: Sequence[int]) -> list[Listing | None]:
    """Return listings by their ids. The caller has judged that the viewer may see them."""
    with reading.only(haat_listing=listing_ids):
        rows = await Listing.in_bulk(list(listing_ids), "id")
    return [rows.get(listing_id) for listing_id in listing_ids]


async def lots_of(listing_ids: Sequence[int]) -> list[int | None]:
    """Return the id of each listing's lot, if it is an auction's."""
    rows = await Lot.filter(listing_id__in=list(listing_ids)).values_list("listing_id", "id")
    found: dict[int, int] = dict(rows)
    return [found.get(listing_id) for listing_id in listing_ids]


async def haats_by_id(haat_ids: Sequence[int]) -> list[Haat | None]:
    """Return haats by their ids."""
    with reading.only(haat_haat=haat_ids):
        rows = await Haat.in_bulk(list(haat_ids), "id")
    return [rows.get(haat_id) for haat_id in haat_ids]


def haats(*, within_id: int | None) -> QuerySet[Haat]:
    """Return the haats that lie in a place, or all."""
    found = Haat.all()
    return found if within_id is None else found.filter(place__path__contains=[within_id])


def sessions(haat_id: int | None, *, ahead_of: datetime | None) -> QuerySet[HaatSession]:
    """Return days of a haat or of all; `ahead_of` leaves out those that were over by then."""
    found = HaatSession.all() if haat_id is None else HaatSession.filter(haat_id=haat_id)
    if ahead_of is None:
        return found
    over = [SessionState.CLOSED, SessionState.REPORTED]
    return found.filter(ends_at__gt=ahead_of).exclude(state__in=over)


def coming_sessions(haat_id: int | None, at: datetime) -> QuerySet[HaatSession]:
    """Return the announced days of a haat or of all that have not begun by the clock."""
    return sessions(haat_id, ahead_of=at).filter(starts_at__gt=at)


async def next_turn_of_days(at: datetime) -> datetime | None:
    """Return when a day of some haat begins or ends next by the clock; None: none is ahead."""
    rows = await get_connection("default").execute_query_dict(_NEXT_TURN_OF_DAYS, [at])
    turn: datetime | None = rows[0]["turn"]
    return turn


async def haats_of_officer(officer_id: int) -> list[Haat]:
    """Return the haats of which a person is an officer, at most a hundred."""
    areas = await account_queries.areas_of(officer_id)
    found = Haat.all() if areas is None else Haat.filter(place__path__overlap=areas)
    return await found.order_by("id").limit(HAATS_SHOWN)


async def registered_at(viewer_id: int | None, haat_ids: Sequence[int]) -> list[bool]:
    """Say for each haat whether the viewer has registered there as a bidder."""
    if viewer_id is None:
        return [False] * len(haat_ids)
    found = await BidderRegistration.filter(
        account_id=viewer_id, haat_id__in=list(haat_ids)
    ).values("haat_id")
    known = {row["haat_id"] for row in found}
    return [haat_id in known for haat_id in haat_ids]


async def bans(officer_id: int) -> QuerySet[BiddingBan]:
    """Return the bans that were asked for at the haats of an officer."""
    areas = await account_queries.areas_of(officer_id)
    found = BiddingBan.exclude(account_id=officer_id)
    return found if areas is None else found.filter(haat__place__path__overlap=areas)


async def pending_count(listing_ids: Sequence[int]) -> list[int]:
    """Return how many offers wait on each listing; how high they are is nobody's business."""
    with reading.only(haat_offer=listing_ids):
        rows = await Offer.filter(
            listing_id__in=list(listing_ids), state=OfferState.PENDING
        ).values("listing_id")
    waiting = [row["listing_id"] for row in rows]
    return [waiting.count(listing_id) for listing_id in listing_ids]


def _between(
    found: QuerySet[Listing], name: str, sql: str, low: int | None, high: int | None
) -> QuerySet[Listing]:
    if low is None and high is None:
        return found
    bounds = {f"{name}__gte": low, f"{name}__lte": high}
    given = {bound: value for bound, value in bounds.items() if value is not None}
    return found.annotate(**{name: RawSQL(sql)}).filter(**given)


_NEXT_TURN_OF_DAYS = """
SELECT least((SELECT min(starts_at) FROM haat_session WHERE starts_at > $1),
             (SELECT min(ends_at) FROM haat_session WHERE ends_at > $1)) AS turn
"""
_NEWEST_OFFERS = """
SELECT o.id
FROM haat_listing l
CROSS JOIN LATERAL (
    SELECT id FROM haat_offer
    WHERE listing_id = l.id AND (buyer_id = $2 OR l.seller_id = $2)
    ORDER BY id DESC LIMIT $3
) AS o
WHERE l.id = ANY($1)
"""
_PRICE_NOW = (
    "(SELECT coalesce(l.price_paisa, lot.price_paisa, lot.start_paisa) FROM haat_listing l"
    ' LEFT JOIN haat_lot lot ON lot.listing_id = l.id WHERE l.id = "haat_listing"."id")'
)
_LATEST_G = (
    '(SELECT w.grams FROM haat_animal_weight w WHERE w.animal_id = "haat_listing"."animal_id"'
    " ORDER BY w.measured_at DESC, w.id DESC LIMIT 1)"
)
