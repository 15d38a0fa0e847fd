"""Animals come up for sale: at a fixed price, by bargain, or as a lot for the auction."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from tortoise.exceptions import IntegrityError

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.haat import animal_keeping, ending, flagging, picturing, wording
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.lot_models import Lot, LotState
from hmk_graph.haat.lot_terms import HIGHEST_MAXIMUM, SMALLEST_UNIT
from hmk_graph.haat.machines import Actor, AnimalCommand
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Listing, ListingState, SaleKind
from hmk_graph.haat.selling_errors import (
    AlreadyListed,
    NotListable,
    SoldOtherwise,
)
from hmk_graph.haat.selling_events import ListingListed, ListingRepriced
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa

ONE_LIVE = "haat_listing_one_live"
# A lot is wished for within the season, not for next year.
LONGEST_WISH = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a seller writes over his animal; an empty title is made from what is known of it."""

    title_bn: str = ""
    title_en: str = ""
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class LotWish:
    """What a seller wishes of an auction.

    `reserve` None: the animal goes at any price. `wished_at` (aware) None: any time will do; the
    officer of the haat fixes the times.
    """

    start: Paisa
    reserve: Paisa | None = None
    wished_at: datetime | None = None


@whole_command
async def list_for_fixed_price(
    seller_id: int,
    animal_id: int,
    *,
    haat_id: int,
    price: Paisa,
    wording: Wording,
    idempotency_key: str,
    clock: Clock,
) -> Listing:
    """Offer an animal at a price: whoever comes first buys it.

    Raises:
        NotFound: No such animal of this seller, or no such haat.
        NotListable: It has no clearance that holds. AlreadyListed: It is for sale already.
        ResoldTooSoon: It was sold in the district lately, and its chain is missing.
        BadInput: The price is not whole taka, or a text is not fit to print.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    return await _list_at_price(
        seller_id, animal_id, haat_id, SaleKind.FIXED, price, wording, idempotency_key, clock
    )


@whole_command
async def list_for_bargaining(
    seller_id: int,
    animal_id: int,
    *,
    haat_id: int,
    price: Paisa,
    wording: Wording,
    idempotency_key: str,
    clock: Clock,
) -> Listing:
    """Offer an animal for bargaining, with the price that the seller asks.

    Raises:
        NotFound, NotListable, AlreadyListed, ResoldTooSoon, BadInput: As for a fixed price.
    """
    return await _list_at_price(
        seller_id, animal_id, haat_id, SaleKind.BARGAIN, price, wording, idempotency_key, clock
    )


@whole_command
async def submit_lot(
    seller_id: int,
    animal_id: int,
    *,
    haat_id: int,
    wish: LotWish,
    wording: Wording,
    idempotency_key: str,
    clock: Clock,
) -> Lot:
    """Send an animal to the auction of a haat; an officer there fixes the times or sends it back.

    Nobody but seller and officers sees the lot before it is scheduled.

    Raises:
        NotFound, NotListable, AlreadyListed, ResoldTooSoon, BadInput: As for a fixed price.
    """
    async with transaction(actor_id=seller_id, command_id=idempotency_key):
        earlier = await recall(
            seller_id,
            "submitLot",
            idempotency_key,
            animal=animal_id,
            haat=haat_id,
            wish=asdict(wish),
            wording=asdict(wording),
        )
        if earlier is not None:
            return await Lot.get(id=earlier["lot_id"])
        haat, listing, now = await put_up(
            seller_id, animal_id, haat_id, SaleKind.AUCTION, None, wording, clock
        )
        _need_wish(wish, now)
        lot = await Lot.create(
            listing_id=listing.id,
            animal_id=animal_id,
            seller_id=seller_id,
            haat_id=haat.id,
            state=LotState.SUBMITTED,
            start_paisa=wish.start,
            reserve_paisa=wish.reserve,
            step_table=haat.step_table,
            soft_close_s=haat.soft_close_s,
            wished_at=wish.wished_at,
        )
        await remember(seller_id, "submitLot", idempotency_key, {"lot_id": lot.id})
    return lot


@whole_command
async def change_price(
    seller_id: int, listing_id: int, price: Paisa, *, seen_version: int, clock: Clock
) -> Listing:
    """Ask another price. Offers that wait stay as they are.

    Raises:
        NotFound: No such listing of this seller.
        SoldOtherwise: An auction has no price to change.
        StaleState: It is no longer live, or it was changed since `seen_version`.
        BadInput: The price is not whole taka, or that of a kilogram stands.
    """
    need_amount("price", price)
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        listing = await ending.locked(listing_id)
        if listing.seller_id != seller_id:
            raise NotFound
        if listing.kind == SaleKind.AUCTION:
            raise SoldOtherwise(listing.kind)
        ending.need_live(listing)
        if listing.version != seen_version:
            raise StaleState(current=f"v{listing.version}", allowed=[f"v{seen_version}"])
        if listing.per_kg_paisa is not None:
            raise BadInput(
                "listingId",
                why_bn="এটি ওজনে বিক্রি হচ্ছে; তুলে নিয়ে নতুন দরে আবার দিন।",
                why_en="it is sold by weight; take it off sale and offer it anew.",
            )
        if listing.price_paisa == price:
            return listing
        await Listing.filter(id=listing.id, state=ListingState.LIVE).update(
            price_paisa=price, version=listing.version + 1
        )
        listing.price_paisa, listing.version = price, listing.version + 1
        await ending.remark(listing, f"Price asked: {price} paisa", await clock())
        events.append(ListingRepriced(haat_id=listing.haat_id, listing_id=listing.id, price=price))
    return listing


def need_amount(name: str, amount: int) -> None:
    """Refuse what cannot be the price of an animal.

    Raises:
        BadInput: It is not whole taka, not above zero, or ten times too much for any animal.
    """
    if not 0 < amount <= HIGHEST_MAXIMUM or amount % SMALLEST_UNIT:
        raise BadInput(
            name,
            why_bn="দাম হবে পূর্ণ টাকায়, ১ টাকা থেকে ১ কোটি টাকার মধ্যে।",
            why_en="an amount is whole taka, from 1 to 10 million.",
        )


async def _list_at_price(
    seller_id: int,
    animal_id: int,
    haat_id: int,
    kind: SaleKind,
    price: Paisa,
    wording: Wording,
    idempotency_key: str,
    clock: Clock,
) -> Listing:
    need_amount("price", price)
    operation = f"listFor{kind}"
    async with transaction(actor_id=seller_id, command_id=idempotency_key) as events:
        earlier = await recall(
            seller_id,
            operation,
            idempotency_key,
            animal=animal_id,
            haat=haat_id,
            price=price,
            wording=asdict(wording),
        )
        if earlier is not None:
            return await Listing.get(id=earlier["listing_id"])
        _, listing, _ = await put_up(seller_id, animal_id, haat_id, kind, price, wording, clock)
        events.append(await listed(listing, price))
        await remember(seller_id, operation, idempotency_key, {"listing_id": listing.id})
    return listing


async def put_up(
    seller_id: int,
    animal_id: int,
    haat_id: int,
    kind: SaleKind,
    price: Paisa | None,
    words: Wording,
    clock: Clock,
) -> tuple[Haat, Listing, datetime]:
    """Lock the animal, judge it, and write the listing: the same for all ways."""
    await access.acting(seller_id)
    haat = await Haat.get_or_none(id=haat_id)
    animal = await animal_keeping.locked_own(seller_id, animal_id)
    now = await clock()  # after the lock: the clearance may have run out while waiting
    if haat is None:
        raise NotFound
    need_listable(animal, now)
    await flagging.check_resale(animal, haat_id, at=now)
    listing = await _create(animal, haat_id, kind, price, words, now)
    await animal_keeping.step(animal, AnimalCommand.LIST, Actor.SELLER)
    await flagging.flag_likely_copies(animal, at=now)
    await picturing.flag_same_photos(animal, at=now)
    await ending.remark(listing, f"Up for sale at haat {haat_id}: {kind}", now)
    if kind is not SaleKind.AUCTION and animal.cleared_until is not None:
        await deadlines.arm(ending.EXPIRE_LISTING, listing.id, animal.cleared_until)
    return haat, listing, now


def need_listable(animal: Animal, now: datetime) -> None:
    """Refuse an animal that cannot come up for sale now.

    Raises:
        AlreadyListed: It is for sale or reserved. NotListable: It has no clearance that holds.
    """
    if animal.state in (AnimalState.LISTED, AnimalState.RESERVED):
        raise AlreadyListed(animal_id=animal.id)
    until = animal.cleared_until
    if animal.state != AnimalState.CLEARED or until is None or until <= now:
        raise NotListable(state=str(animal.state), until=until)


async def _create(
    animal: Animal,
    haat_id: int,
    kind: SaleKind,
    price: Paisa | None,
    words: Wording,
    now: datetime,
) -> Listing:
    longest = wording.LONGEST_TITLE
    title_bn = wording.line("titleBn", words.title_bn, longest=longest)
    title_en = wording.line("titleEn", words.title_en, longest=longest)
    about = wording.paragraph("description", words.description, longest=wording.LONGEST_DESCRIPTION)
    try:
        return await Listing.create(
            animal_id=animal.id,
            seller_id=animal.seller_id,
            haat_id=haat_id,
            kind=kind,
            title_bn=title_bn or wording.title_bn(animal),
            title_en=title_en or wording.title_en(animal),
            description=about,
            price_paisa=price,
            listed_at=now,
        )
    except IntegrityError as error:
        if animal_keeping.violated(error) != ONE_LIVE:
            raise
        raise AlreadyListed(animal_id=animal.id) from error


def _need_wish(wish: LotWish, now: datetime) -> None:
    need_amount("start", wish.start)
    if wish.reserve is not None:
        need_amount("reserve", wish.reserve)
        if wish.reserve < wish.start:
            raise BadInput(
                "reserve",
                why_bn="সর্বনিম্ন দাম শুরুর দামের চেয়ে কম হতে পারে না।",
                why_en="the reserve is not under the starting price.",
            )
    if wish.wished_at is not None and not now < wish.wished_at <= now + LONGEST_WISH:
        raise BadInput(
            "wishedAt",
            why_bn="সময়টি আগামী ষাট দিনের মধ্যে হবে।",
            why_en="the time lies within the next sixty days.",
        )


async def listed(listing: Listing, price: Paisa) -> Event:
    """Return what the haat hears of a new listing."""
    animal = await Animal.get(id=listing.animal_id)
    return ListingListed(
        haat_id=listing.haat_id,
        listing_id=listing.id,
        animal_id=listing.animal_id,
        sale=str(listing.kind),
        price=price,
        title_bn=listing.title_bn,
        title_en=listing.title_en,
        species=animal.species,
    )
