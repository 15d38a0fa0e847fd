"""Two people agree: the animal is reserved, a deal is made and waits for its payment.

What the buyer then pays is collected (`collecting`), and the animal is handed over for it
(`handing_over`); a deal that nobody pays fails (`offering_again`).
"""

from __future__ import annotations

from datetime import datetime

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import (
    animal_keeping,
    collecting,
    ending,
    listing_queries,
    weight_pricing,
)
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.machines import PAY_WITHIN, Actor, AnimalCommand
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal, Listing, ListingState, SaleKind
from hmk_graph.haat.securing import HeldDeposit
from hmk_graph.haat.selling_errors import (
    Bond,
    NotForSale,
    NotListable,
    OwnAnimal,
    PriceChanged,
    SoldOtherwise,
)
from hmk_graph.haat.selling_events import DealMade, ListingEnded, ListingSold
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.places.finding import path_of

OPERATION = "buyNow"


@whole_command
async def buy_now(
    buyer_id: int, listing_id: int, *, price: Paisa, idempotency_key: str, clock: Clock
) -> Deal:
    """Buy an animal at its fixed price; of many at once exactly one gets it.

    `price` is the one the buyer saw, so that a price raised in that moment binds nobody.

    Raises:
        NotFound: There is no such listing.
        SoldOtherwise: It is sold by bargain or auction.
        NotForSale: It is over, or somebody else was first.
        OwnAnimal: The buyer sells it, owns a part of it, or works at the haat.
        NotListable: The vet's clearance has run out.
        PriceChanged: The seller asks another price now.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=buyer_id, command_id=idempotency_key) as events:
        earlier = await recall(
            buyer_id, OPERATION, idempotency_key, listing=listing_id, price=price
        )
        if earlier is not None:
            return await Deal.get(id=earlier["deal_id"])
        await access.acting(buyer_id)
        listing = await ending.locked(listing_id)
        animal = await may_buy(buyer_id, listing, SaleKind.FIXED)
        now = await clock()
        need_clearance(animal, now)
        if listing.price_paisa != price:
            raise PriceChanged(Paisa(listing.price_paisa or 0))
        deal, happened = await strike(listing, buyer_id, price, now)
        events += happened
        await remember(buyer_id, OPERATION, idempotency_key, {"deal_id": deal.id})
    return deal


async def may_buy(buyer_id: int, listing: Listing, kind: SaleKind) -> Animal:
    """Return the animal of a locked listing if this person may buy it in this way.

    Raises:
        SoldOtherwise, NotForSale, OwnAnimal: In this order.
        NotFound: It is the listing of a lot that is not public yet.
    """
    if listing.kind != kind:
        await listing_queries.visible_listing(buyer_id, listing.id)
        raise SoldOtherwise(listing.kind)
    if listing.state != ListingState.LIVE:
        raise NotForSale(listing.state)
    animal = await Animal.get(id=listing.animal_id)
    bond = await animal_keeping.bond_of(buyer_id, animal)
    if bond is not None:
        raise OwnAnimal(bond)
    haat = await Haat.get(id=listing.haat_id)
    if await access.is_officer_of(buyer_id, await path_of(haat.place_id)):
        raise OwnAnimal(Bond.STAFF)
    return animal


def need_clearance(animal: Animal, now: datetime) -> None:
    """Refuse an animal whose clearance has run out, though nobody has ended its listing yet.

    Raises:
        NotListable: It has.
    """
    if animal.cleared_until is None or animal.cleared_until <= now:
        raise NotListable(state=str(AnimalState.LISTED), until=animal.cleared_until)


async def strike(
    listing: Listing,
    buyer_id: int,
    amount: Paisa,
    now: datetime,
    *,
    held: HeldDeposit | None = None,
) -> tuple[Deal, list[Event]]:
    """Make the deal of a locked, live listing: one transaction, offers still waiting rejected.

    `held` is the deposit by which the buyer won it; it pays a part of what is due.

    Raises:
        StaleState: The animal is not for sale any more.
    """
    rejected = await ending.reject_offers(listing.id)
    animal = await animal_keeping.locked(listing.animal_id)
    await animal_keeping.step(animal, AnimalCommand.RESERVE, Actor.HOUSE)
    if listing.per_kg_paisa is not None:
        amount = weight_pricing.most(
            Paisa(listing.per_kg_paisa), animal.species, listing.declared_grams
        )
    await Listing.filter(id=listing.id, state=ListingState.LIVE).update(
        state=ListingState.RESERVED, version=listing.version + 1
    )
    listing.state, listing.version = ListingState.RESERVED, listing.version + 1
    deal = await Deal.create(
        animal_id=listing.animal_id,
        listing_id=listing.id,
        seller_id=listing.seller_id,
        buyer_id=buyer_id,
        amount_paisa=amount,
        per_kg_paisa=listing.per_kg_paisa,
        declared_grams=listing.declared_grams,
        pay_by=now + PAY_WITHIN,
        made_at=now,
        deposit_hold_id=held.hold_id if held else None,
        deposit_paisa=held.amount if held else 0,
    )
    due = await collecting.make_due(deal, listing, now)
    return deal, [*rejected, *_made(deal, listing, amount, now + PAY_WITHIN), *due]


def _made(deal: Deal, listing: Listing, amount: Paisa, pay_by: datetime) -> list[Event]:
    told = [
        DealMade(
            account_id=person,
            deal_id=deal.id,
            listing_id=listing.id,
            animal_id=listing.animal_id,
            amount=amount,
            buying=person == deal.buyer_id,
            pay_by=pay_by,
        )
        for person in (deal.buyer_id, deal.seller_id)
    ]
    return [
        *told,
        ListingSold(
            account_id=deal.seller_id, listing_id=listing.id, deal_id=deal.id, amount=amount
        ),
        ListingEnded(
            haat_id=listing.haat_id, listing_id=listing.id, state=str(ListingState.RESERVED)
        ),
    ]
