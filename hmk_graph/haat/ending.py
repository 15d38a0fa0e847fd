"""How a listing ends without a sale: offers are rejected, the animal goes back to its seller."""

from __future__ import annotations

from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import animal_keeping
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.machines import DEAL, Actor, DealCommand
from hmk_graph.haat.sale_models import (
    Deal,
    DealState,
    Listing,
    ListingState,
    Offer,
    OfferState,
    SaleKind,
)
from hmk_graph.haat.selling_errors import AnimalPromised, LotNotWithdrawn
from hmk_graph.haat.selling_events import (
    DealCanceled,
    ListingEnded,
    OfferAnswered,
    OwnListingEnded,
)
from hmk_graph.state_machines import next_state

LIVING = (ListingState.LIVE, ListingState.RESERVED)
# Why a listing ended; the seller is told what he did not do himself.
WITHDRAWN = "WITHDRAWN"
DIED = "DIED"
CLEARANCE_OVER = "CLEARANCE_OVER"
EXPIRE_LISTING = "haat.expire_listing"


@whole_command
async def withdraw_listing(seller_id: int, listing_id: int, *, clock: Clock) -> Listing:
    """Take an animal off sale; offers that wait are rejected.

    A lot is withdrawn by its own command, for only its log can tell whether somebody has bid.

    Raises:
        NotFound: No such listing of this seller.
        LotNotWithdrawn: It is an auction's.
        StaleState: It is no longer live.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        listing = await locked(listing_id)
        if listing.seller_id != seller_id:
            raise NotFound
        if listing.kind == SaleKind.AUCTION:
            raise LotNotWithdrawn
        need_live(listing)
        now = await clock()
        events += await end(listing, WITHDRAWN, now)
        await remark(listing, "Taken off sale by the seller", now)
    return listing


@whole_command
async def expire_listing(listing_id: int, clock: Clock) -> datetime | None:
    """End a listing whose animal's clearance has run out; answer when to ask again.

    Harmless when late, early or repeated. A lot's clearance outlives its auction by rule.
    """
    async with transaction() as events:
        listing = await locked(listing_id)
        if listing.state != ListingState.LIVE or listing.kind == SaleKind.AUCTION:
            return None
        # While its listing is live and locked, nobody else changes the animal's clearance.
        animal = await Animal.get(id=listing.animal_id)
        now = await clock()
        if animal.cleared_until is not None and now < animal.cleared_until:
            return animal.cleared_until
        events += await end(listing, CLEARANCE_OVER, now)
        await remark(listing, "Off sale: the clearance ran out", now)
    return None


async def locked(listing_id: int) -> Listing:
    """Lock a listing until the transaction ends.

    Raises:
        NotFound: There is no such listing.
    """
    listing = await Listing.filter(id=listing_id).select_for_update(no_key=True).first()
    if listing is None:
        raise NotFound
    return listing


def need_live(listing: Listing) -> None:
    """Refuse to change a listing that is over or reserved.

    Raises:
        StaleState: It is not live.
    """
    if listing.state != ListingState.LIVE:
        raise StaleState(current=str(listing.state), allowed=[str(ListingState.LIVE)])


async def remark(listing: Listing, note: str, at: datetime) -> None:
    """Write into the animal's history what its seller, or time, did with the listing."""
    payload = {"note": note, "listing": listing.id}
    await animal_keeping.record(
        listing.animal_id,
        AnimalHappening.REMARKED,
        payload,
        actor_id=listing.seller_id,
        at=at,
    )


async def locked_listing_of(animal_id: int) -> Listing | None:
    """Lock the listing under which an animal is for sale or reserved, and the offers that wait.

    The offers too, because they come before the animal in the order of locks (rules.md C2).
    """
    listing = (
        await Listing.filter(animal_id=animal_id, state__in=LIVING)
        .select_for_update(no_key=True)
        .first()
    )
    if listing is not None:
        await (
            Offer.filter(listing_id=listing.id, state=OfferState.PENDING)
            .order_by("id")
            .select_for_update(no_key=True)
        )
    return listing


async def locked_unpaid_deal_of(animal_id: int) -> Deal | None:
    """Lock the deal of an animal that waits for its payment, if there is one."""
    return (
        await Deal.filter(animal_id=animal_id, state=DealState.AWAITING_PAYMENT)
        .select_for_update(no_key=True)
        .first()
    )


def need_no_lot(listing: Listing | None) -> None:
    """Refuse what only the auction's own end can do.

    Raises:
        LotNotWithdrawn: The animal stands in an auction that has not ended.
    """
    if listing is None or listing.state != ListingState.LIVE:
        return
    if listing.kind == SaleKind.AUCTION:
        raise LotNotWithdrawn


def need_free(animal: Animal, listing: Listing | None) -> None:
    """Refuse to take back an animal that is promised to somebody.

    Raises:
        LotNotWithdrawn: It stands in an auction.
        AnimalPromised: Somebody has bought it.
    """
    need_no_lot(listing)
    if animal.state in (AnimalState.RESERVED, AnimalState.SOLD):
        raise AnimalPromised


async def end(listing: Listing, why: str, at: datetime) -> list[Event]:
    """End a listing that is locked; return what everybody and those concerned hear.

    Pending offers are rejected, and a listed animal goes back to its seller.
    """
    to = ListingState.WITHDRAWN if why == WITHDRAWN else ListingState.ENDED
    await Listing.filter(id=listing.id, state__in=LIVING).update(
        state=to, version=listing.version + 1
    )
    listing.state = to
    events = await reject_offers(listing.id)
    await animal_keeping.give_back(listing.animal_id, at)
    events.append(ListingEnded(haat_id=listing.haat_id, listing_id=listing.id, state=str(to)))
    if why != WITHDRAWN:
        events.append(OwnListingEnded(account_id=listing.seller_id, listing_id=listing.id, why=why))
    return events


async def reject_offers(listing_id: int, *, but: int = 0) -> list[Event]:
    """Reject the pending offers of a listing, but one; return what their buyers hear."""
    rows = await get_connection("default").execute_query_dict(
        "UPDATE haat_offer SET state = $3 WHERE listing_id = $1 AND id <> $2 AND state = $4"
        " RETURNING id, buyer_id",
        [listing_id, but, OfferState.REJECTED, OfferState.PENDING],
    )
    return [
        OfferAnswered(
            account_id=row["buyer_id"],
            offer_id=row["id"],
            listing_id=listing_id,
            state=str(OfferState.REJECTED),
        )
        for row in sorted(rows, key=lambda row: int(row["id"]))
    ]


async def cancel(deal: Deal) -> list[Event]:
    """Cancel a locked deal that nobody has paid; return what the two hear."""
    to = DealState(next_state(DEAL, deal.state, DealCommand.CANCEL, actor=Actor.OFFICER))
    await Deal.filter(id=deal.id, state=deal.state).update(state=to, version=deal.version + 1)
    return [
        DealCanceled(account_id=person, deal_id=deal.id, animal_id=deal.animal_id)
        for person in (deal.buyer_id, deal.seller_id)
    ]
