"""Buyer and seller bargain: offer, counter-offer, and at the latest the fifth is taken or left.

The listing's lock makes one line of everything that happens to it: of an accepted offer, a purchase
and a withdrawal at once, the first decides and the others are told so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import dealing, ending
from hmk_graph.haat import listing as listings
from hmk_graph.haat.animal_keeping import violated
from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.machines import (
    LONGEST_BARGAIN,
    OFFER,
    OFFER_HOLDS,
    Actor,
    OfferCommand,
)
from hmk_graph.haat.sale_models import Deal, Listing, ListingState, Offer, OfferState, SaleKind
from hmk_graph.haat.selling_errors import (
    BargainTooLong,
    NotForSale,
    OfferClosed,
    OfferPending,
    OwnOffer,
)
from hmk_graph.haat.selling_events import OfferAnswered, OfferReceived
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.state_machines import next_state

EXPIRE_OFFER = "haat.expire_offer"
ONE_PENDING = "haat_offer_one_pending"


@dataclass(frozen=True, kw_only=True)
class _Table:
    """Listing and offer, both locked in this order, and the person who speaks."""

    listing: Listing
    offer: Offer
    person_id: int

    @property
    def is_maker(self) -> bool:
        return (self.person_id == self.listing.seller_id) == self.offer.by_seller

    @property
    def maker_id(self) -> int:
        return self.listing.seller_id if self.offer.by_seller else self.offer.buyer_id

    @property
    def other_id(self) -> int:
        return self.offer.buyer_id if self.offer.by_seller else self.listing.seller_id


@whole_command
async def make_offer(
    buyer_id: int, listing_id: int, amount: Paisa, *, idempotency_key: str, clock: Clock
) -> Offer:
    """Offer a price for an animal that is sold by bargain; the seller has 24 hours to answer.

    Raises:
        NotFound: There is no such listing.
        SoldOtherwise, NotForSale, OwnAnimal: As for `dealing.buy_now`.
        NotListable: The vet's clearance has run out.
        OfferPending: An offer between these two waits for its answer.
        BadInput: The amount is not whole taka.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    listings.need_amount("amount", amount)
    async with transaction(actor_id=buyer_id, command_id=idempotency_key) as events:
        earlier = await recall(
            buyer_id, "makeOffer", idempotency_key, listing=listing_id, amount=amount
        )
        if earlier is not None:
            return await Offer.get(id=earlier["offer_id"])
        await access.acting(buyer_id)
        listing = await ending.locked(listing_id)
        animal = await dealing.may_buy(buyer_id, listing, SaleKind.BARGAIN)
        now = await clock()
        dealing.need_clearance(animal, now)
        offer = await _write(listing, buyer_id, amount, by_seller=False, answers=None, now=now)
        events.append(_received(offer, listing.seller_id))
        await remember(buyer_id, "makeOffer", idempotency_key, {"offer_id": offer.id})
    return offer


@whole_command
async def counter(
    person_id: int, offer_id: int, amount: Paisa, *, idempotency_key: str, clock: Clock
) -> Offer:
    """Answer an offer with another price; it is the other side's turn then.

    Raises:
        NotFound: No such offer, or the person is neither its buyer nor its seller.
        OwnOffer: It is the person's own. OfferClosed: It is no longer open.
        NotForSale: The listing is over. NotListable: The vet's clearance has run out.
        BargainTooLong: It was the last one that may be countered.
        BadInput, IdempotencyConflict, InProgress: As for `make_offer`.
    """
    listings.need_amount("amount", amount)
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(
            person_id, "counterOffer", idempotency_key, offer=offer_id, amount=amount
        )
        if earlier is not None:
            return await Offer.get(id=earlier["offer_id"])
        table, now = await _sit_down(person_id, offer_id, clock)
        await _need_turn(table, now)
        if table.offer.depth >= LONGEST_BARGAIN:
            raise BargainTooLong(LONGEST_BARGAIN)
        await _settle(table.offer, OfferCommand.COUNTER, Actor.OTHER_SIDE)
        offer = await _write(
            table.listing,
            table.offer.buyer_id,
            amount,
            by_seller=not table.offer.by_seller,
            answers=table.offer,
            now=now,
        )
        events += [
            _answered(table.offer, table.maker_id),
            _received(offer, table.maker_id),
        ]
        await remember(person_id, "counterOffer", idempotency_key, {"offer_id": offer.id})
    return offer


@whole_command
async def accept(person_id: int, offer_id: int, *, idempotency_key: str, clock: Clock) -> Deal:
    """Take an offer: the animal is reserved, all other offers are rejected, the deal is made.

    Raises:
        NotFound, OwnOffer, OfferClosed, NotForSale, NotListable: As for `counter`.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(person_id, "acceptOffer", idempotency_key, offer=offer_id)
        if earlier is not None:
            return await Deal.get(id=earlier["deal_id"])
        table, now = await _sit_down(person_id, offer_id, clock)
        await _need_turn(table, now)
        await _settle(table.offer, OfferCommand.ACCEPT, Actor.OTHER_SIDE)
        deal, happened = await dealing.strike(
            table.listing, table.offer.buyer_id, Paisa(table.offer.amount_paisa), now
        )
        events += [_answered(table.offer, table.maker_id), *happened]
        await remember(person_id, "acceptOffer", idempotency_key, {"deal_id": deal.id})
    return deal


@whole_command
async def reject(person_id: int, offer_id: int, *, clock: Clock) -> Offer:
    """Leave an offer; the other side may make a new one.

    Raises:
        NotFound, OwnOffer, OfferClosed: As for `counter`.
    """
    async with transaction(actor_id=person_id) as events:
        table, now = await _sit_down(person_id, offer_id, clock)
        if table.is_maker:
            raise OwnOffer
        _need_open(table.offer, now)
        await _settle(table.offer, OfferCommand.REJECT, Actor.OTHER_SIDE)
        events.append(_answered(table.offer, table.maker_id))
    return table.offer


@whole_command
async def withdraw_offer(person_id: int, offer_id: int, *, clock: Clock) -> Offer:
    """Take one's own offer back before it is answered.

    Raises:
        NotFound: No such offer, or the person is neither its buyer nor its seller.
        OwnOffer: The other side made it. OfferClosed: It is no longer open.
    """
    async with transaction(actor_id=person_id) as events:
        table, now = await _sit_down(person_id, offer_id, clock)
        if not table.is_maker:
            raise OwnOffer
        _need_open(table.offer, now)
        await _settle(table.offer, OfferCommand.WITHDRAW, Actor.OFFER_MAKER)
        events.append(_answered(table.offer, table.other_id))
    return table.offer


@whole_command
async def expire_offer(offer_id: int, clock: Clock) -> datetime | None:
    """End an offer whose time is over; answer when to ask again. Harmless when late or repeated."""
    async with transaction() as events:
        found = await Offer.get_or_none(id=offer_id)
        if found is None:
            return None
        listing = await ending.locked(found.listing_id)
        offer = await Offer.select_for_update(no_key=True).get(id=offer_id)
        if offer.state != OfferState.PENDING:
            return None
        now = await clock()
        if now < offer.expires_at:
            return offer.expires_at
        await _settle(offer, OfferCommand.EXPIRE, Actor.CLOCK)
        events += [_answered(offer, person) for person in (offer.buyer_id, listing.seller_id)]
    return None


async def _sit_down(person_id: int, offer_id: int, clock: Clock) -> tuple[_Table, datetime]:
    """Lock the listing, then the offer; read the clock after."""
    await access.acting(person_id)
    found = await Offer.get_or_none(id=offer_id)
    if found is None:
        raise NotFound
    listing = await ending.locked(found.listing_id)
    if person_id not in (listing.seller_id, found.buyer_id):
        raise NotFound
    offer = await Offer.select_for_update(no_key=True).get(id=offer_id)
    return _Table(listing=listing, offer=offer, person_id=person_id), await clock()


async def _need_turn(table: _Table, now: datetime) -> None:
    if table.is_maker:
        raise OwnOffer
    _need_open(table.offer, now)
    if table.listing.state != ListingState.LIVE:
        raise NotForSale(table.listing.state)
    dealing.need_clearance(await Animal.get(id=table.listing.animal_id), now)


def _need_open(offer: Offer, now: datetime) -> None:
    if offer.state != OfferState.PENDING:
        raise OfferClosed(offer.state)
    if offer.expires_at <= now:
        raise OfferClosed(OfferState.EXPIRED)


async def _settle(offer: Offer, command: OfferCommand, actor: Actor) -> None:
    to = OfferState(next_state(OFFER, offer.state, command, actor=actor))
    await Offer.filter(id=offer.id, state=offer.state).update(state=to)
    offer.state = to


async def _write(
    listing: Listing,
    buyer_id: int,
    amount: Paisa,
    *,
    by_seller: bool,
    answers: Offer | None,
    now: datetime,
) -> Offer:
    columns: dict[str, Any] = {
        "listing_id": listing.id,
        "buyer_id": buyer_id,
        "by_seller": by_seller,
        "amount_paisa": amount,
        "depth": 1 if answers is None else answers.depth + 1,
        "answers_id": None if answers is None else answers.id,
        "made_at": now,
        "expires_at": now + OFFER_HOLDS,
    }
    try:
        offer = await Offer.create(**columns)
    except IntegrityError as error:
        if violated(error) != ONE_PENDING:
            raise
        raise OfferPending from error
    await deadlines.arm(EXPIRE_OFFER, offer.id, offer.expires_at)
    return offer


def _received(offer: Offer, person_id: int) -> Event:
    return OfferReceived(
        account_id=person_id,
        offer_id=offer.id,
        listing_id=offer.listing_id,
        amount=offer.amount_paisa,
        expires_at=offer.expires_at,
    )


def _answered(offer: Offer, person_id: int) -> Event:
    return OfferAnswered(
        account_id=person_id,
        offer_id=offer.id,
        listing_id=offer.listing_id,
        state=str(offer.state),
    )
