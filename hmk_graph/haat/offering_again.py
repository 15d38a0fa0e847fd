"""An animal whose buyer did not pay is offered to the next who bid enough, or goes back.

The next is offered it at his own highest bid, for twelve hours; two rounds at most, and never to
somebody who has failed to pay for it (rules.md 2.8).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.connection import get_connection

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import animal_keeping, barring, collecting, deal_keeping, depositing
from hmk_graph.haat.machines import PAY_WITHIN, Actor, AnimalCommand, DealCommand
from hmk_graph.haat.sale_models import Deal, DealState, Listing, ListingState
from hmk_graph.haat.selling_events import (
    DealDefaulted,
    ListingEnded,
    OwnListingEnded,
    SecondChance,
    SecondChanceOver,
)
from hmk_graph.payments.machines import CLOCK, IntentCommand

SECOND_CHANCE_OVER = "haat.second_chance_over"
SECOND_CHANCE_HOLDS = timedelta(hours=12)
MOST_ROUNDS = 3  # the auction's own deal, and two more
NOT_PAID = "পুরো টাকা সময়মতো আসেনি (the whole sum did not come in time)"
NOBODY_PAID = "NOBODY_PAID"


@whole_command
async def let_fail(deal_id: int, clock: Clock) -> datetime | None:
    """End a deal that was not paid in time; answer when to ask again.

    Harmless when late or repeated. An auction's animal is offered to the next who bid enough; else
    it goes back to its seller.
    """
    async with transaction() as events:
        deal, listing = await deal_keeping.locked(deal_id)
        if deal.state is not DealState.AWAITING_PAYMENT or deal.pay_by is None:
            return None
        now = await clock()
        if now < deal.pay_by:
            return deal.pay_by
        await deal_keeping.step(deal, DealCommand.DEFAULT, Actor.CLOCK)
        events += await collecting.give_back(deal, IntentCommand.EXPIRE, CLOCK, NOT_PAID, now)
        events += await depositing.forfeit(deal)
        events.append(await barring.bar_defaulter(deal.buyer_id, listing.haat_id, now))
        events += [
            DealDefaulted(
                account_id=person,
                deal_id=deal.id,
                animal_id=deal.animal_id,
                buying=person == deal.buyer_id,
            )
            for person in (deal.buyer_id, deal.seller_id)
        ]
        events += await offer_or_free(deal, listing, now)
    return None


async def offer_or_free(deal: Deal, listing: Listing, now: datetime) -> list[Event]:
    """Offer the animal of a failed deal to the next bidder, or give it back to its seller."""
    following = await _next_bidder(deal) if deal.lot_id is not None else None
    if following is None:
        return await _free(deal, listing)
    bidder_id, amount = following
    offered = await Deal.create(
        animal_id=deal.animal_id,
        listing_id=deal.listing_id,
        lot_id=deal.lot_id,
        round=deal.round + 1,
        seller_id=deal.seller_id,
        buyer_id=bidder_id,
        amount_paisa=amount,
        state=DealState.OFFERED,
        pay_by=now + SECOND_CHANCE_HOLDS,
        made_at=now,
    )
    await deadlines.arm(SECOND_CHANCE_OVER, offered.id, now + SECOND_CHANCE_HOLDS)
    return [
        SecondChance(
            account_id=bidder_id,
            deal_id=offered.id,
            animal_id=offered.animal_id,
            amount=amount,
            until=now + SECOND_CHANCE_HOLDS,
        )
    ]


@whole_command
async def accept(buyer_id: int, deal_id: int, *, clock: Clock) -> Deal:
    """Take the offered animal; from now on it is to be paid like any other.

    Raises:
        NotFound: It is not offered to this person.
        StaleState: The offer is over, or was answered.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=buyer_id) as events:
        await access.acting(buyer_id)
        deal, listing = await _offered_to(buyer_id, deal_id)
        now = await clock()
        if deal.pay_by is not None and now >= deal.pay_by:
            # Over by the clock, though no worker has seen it yet.
            raise StaleState(current=str(DealState.EXPIRED), allowed=[str(DealState.OFFERED)])
        pay_by = now + PAY_WITHIN
        await deal_keeping.step(deal, DealCommand.ACCEPT, Actor.BUYER, pay_by=pay_by, made_at=now)
        events += await collecting.make_due(deal, listing, now)
    return deal


@whole_command
async def decline(buyer_id: int, deal_id: int, *, clock: Clock) -> Deal:
    """Leave the offered animal to the next.

    Raises:
        NotFound: It is not offered to this person.
        StaleState: The offer is over, or was answered.
    """
    async with transaction(actor_id=buyer_id) as events:
        deal, listing = await _offered_to(buyer_id, deal_id)
        await deal_keeping.step(deal, DealCommand.DECLINE, Actor.BUYER)
        events += await offer_or_free(deal, listing, await clock())
    return deal


@whole_command
async def let_expire(deal_id: int, clock: Clock) -> datetime | None:
    """End an offer that nobody answered; answer when to ask again. Harmless when repeated."""
    async with transaction() as events:
        deal, listing = await deal_keeping.locked(deal_id)
        if deal.state is not DealState.OFFERED or deal.pay_by is None:
            return None
        now = await clock()
        if now < deal.pay_by:
            return deal.pay_by
        await deal_keeping.step(deal, DealCommand.EXPIRE, Actor.CLOCK)
        events += await _over(deal, listing, now)
    return None


async def _over(deal: Deal, listing: Listing, now: datetime) -> list[Event]:
    told = SecondChanceOver(account_id=deal.buyer_id, deal_id=deal.id, animal_id=deal.animal_id)
    return [told, *await offer_or_free(deal, listing, now)]


async def _offered_to(buyer_id: int, deal_id: int) -> tuple[Deal, Listing]:
    deal, listing = await deal_keeping.locked(deal_id)
    if deal.buyer_id != buyer_id:
        raise NotFound
    return deal, listing


async def _next_bidder(deal: Deal) -> tuple[int, int] | None:
    """Return who comes next in the auction and his own highest bid, if there is somebody."""
    if deal.round >= MOST_ROUNDS:
        return None
    rows = await get_connection("default").execute_query_dict(_NEXT, [deal.lot_id])
    return (rows[0]["bidder_id"], rows[0]["amount"]) if rows else None


async def _free(deal: Deal, listing: Listing) -> list[Event]:
    animal = await animal_keeping.locked(deal.animal_id)
    await animal_keeping.step(animal, AnimalCommand.RELEASE, Actor.HOUSE)
    await Listing.filter(id=listing.id).update(
        state=ListingState.ENDED, version=listing.version + 1
    )
    return [
        ListingEnded(haat_id=listing.haat_id, listing_id=listing.id, state=str(ListingState.ENDED)),
        OwnListingEnded(account_id=deal.seller_id, listing_id=listing.id, why=NOBODY_PAID),
    ]


# Who has had a deal on this lot had his chance; who is barred or suspended has none.
_NEXT = """
SELECT b.bidder_id, max(b.maximum_paisa) AS amount
FROM haat_bid b JOIN haat_lot l ON l.id = b.lot_id JOIN accounts_account a ON a.id = b.bidder_id
WHERE b.lot_id = $1 AND NOT b.voided AND a.state = 'ACTIVE'
  AND NOT EXISTS (SELECT FROM haat_deal d WHERE d.lot_id = b.lot_id AND d.buyer_id = b.bidder_id)
  AND NOT EXISTS (SELECT FROM haat_bidding_ban n WHERE n.account_id = b.bidder_id
                  AND n.in_force_from IS NOT NULL AND n.until > clock_timestamp())
GROUP BY b.bidder_id, l.reserve_paisa
HAVING max(b.maximum_paisa) >= coalesce(l.reserve_paisa, 0)
ORDER BY amount DESC, min(b.line) LIMIT 1
"""
