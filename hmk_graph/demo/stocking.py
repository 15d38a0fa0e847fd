"""Brings made-up animals to the haats by the domain's own commands, each as far as it is meant."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from random import Random

from hmk_graph.clock import Clock, database_clock
from hmk_graph.demo import animal_paintings, animals, people, pricing
from hmk_graph.demo.animals import Beast
from hmk_graph.demo.enrolling import Register
from hmk_graph.demo.looks import FINDINGS
from hmk_graph.demo.people import Seller
from hmk_graph.demo.program import Slot
from hmk_graph.haat import (
    bargaining,
    clearing,
    listing,
    picturing,
    registering,
    scheduling,
    sharing,
    species,
)
from hmk_graph.haat.animal_models import Animal, AnimalState
from hmk_graph.haat.clearing import Examination
from hmk_graph.haat.listing import LotWish, Wording
from hmk_graph.haat.lot_models import Lot
from hmk_graph.haat.sale_models import Listing
from hmk_graph.haat.share_models import OnShortfall, SharePool
from hmk_graph.haat.tagging import Scheme
from hmk_graph.media.attaching import Picture
from hmk_graph.money import share_of

TAG = "HK"
FAILED_BECAUSE = "জ্বর ১০৪ ডিগ্রি, মুখে ঘা; ক্ষুরারোগের লক্ষণ। সুস্থ হলে আবার আনতে হবে।"


class Aim(StrEnum):
    """How far an animal of the stock is brought."""

    REGISTERED = "REGISTERED"
    WAITING = "WAITING"
    """For the vet."""
    FAILED = "FAILED"
    CLEARED = "CLEARED"
    FIXED = "FIXED"
    BARGAIN = "BARGAIN"
    SUBMITTED = "SUBMITTED"
    """A lot that waits for an officer."""
    SHARES = "SHARES"
    """Offered to several people together."""


# Beside the lots, whose animals come with them.
STOCK = {
    Aim.FIXED: 32,
    Aim.BARGAIN: 28,
    Aim.CLEARED: 6,
    Aim.WAITING: 6,
    Aim.SUBMITTED: 4,
    Aim.REGISTERED: 3,
    Aim.FAILED: 2,
    Aim.SHARES: 4,
}
PICTURED_EVERY = 4
POOL_LASTS = timedelta(days=2)
# What the seller finds whom a visitor may be.
PERSONAS_STOCK = (
    Aim.CLEARED,
    Aim.CLEARED,
    Aim.BARGAIN,
    Aim.BARGAIN,
    Aim.FIXED,
    Aim.SUBMITTED,
    Aim.REGISTERED,
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One animal of the stock, known again by the tag of its farm."""

    tag: str
    seller: Seller
    aim: Aim


def stock() -> list[Item]:
    """Return what the haats hold beside lots, the same each time."""
    items = [
        Item(tag=f"{TAG}-R{n:02d}", seller=people.PERSONAS_FARM, aim=aim)
        for n, aim in enumerate(PERSONAS_STOCK, start=1)
    ]
    aims = [aim for aim, many in STOCK.items() for _ in range(many)]
    for n, aim in enumerate(aims, start=1):
        seller = people.SELLERS[n % len(people.SELLERS)]
        items.append(Item(tag=f"{TAG}-{n:03d}", seller=seller, aim=aim))
    return items


async def done() -> set[str]:
    """Return the tags of the animals that have come as far as they were meant to, or farther."""
    rows = await Animal.filter(
        identifiers__scheme=Scheme.FARM, identifiers__value__startswith=f"{TAG}-"
    ).values_list("id", "state", "identifiers__value")
    offered = [
        *await Listing.all().values_list("animal_id", flat=True),
        *await SharePool.all().values_list("animal_id", flat=True),
    ]
    listed = {int(str(one)) for one in offered}
    aims = {item.tag: item.aim for item in stock()}
    return {
        str(tag)
        for animal_id, state, tag in rows
        if tag in aims and (animal_id in listed or _is_there(AnimalState(state), aims[tag]))
    }


def _is_there(state: AnimalState, aim: Aim) -> bool:
    unlisted = {
        Aim.REGISTERED: AnimalState.REGISTERED,
        Aim.WAITING: AnimalState.CHECK_PENDING,
        Aim.FAILED: AnimalState.FAILED,
        Aim.CLEARED: AnimalState.CLEARED,
    }
    steps = list(AnimalState)
    goal = unlisted.get(aim)
    return goal is not None and steps.index(state) >= steps.index(goal)


async def bring(register: Register, item: Item) -> None:
    """Bring an animal as far as it is meant to go, from wherever an earlier run left it."""
    # The same animal each time: an interrupted run goes on with what it had begun.
    rng = Random(item.tag)
    seller_id = register.account(item.seller)
    beast = animals.draw(
        rng,
        now=await database_clock(),
        origin_id=register.places[item.seller.home],
        village=item.seller.village,
        tag=item.tag,
        only="cattle" if item.aim is Aim.SHARES else "",
    )
    animal = await Animal.get_or_none(
        identifiers__scheme=Scheme.FARM, identifiers__value=item.tag
    ) or await _registered(seller_id, beast, key=item.tag)
    if animal.state == AnimalState.REGISTERED and is_pictured(item):
        await _photographed(register, animal, beast, rng)
    if item.aim is Aim.REGISTERED:
        return
    if animal.state == AnimalState.REGISTERED:
        animal = await clearing.request_check(seller_id, animal.id, clock=database_clock)
    if item.aim is Aim.WAITING:
        return
    if animal.state == AnimalState.CHECK_PENDING:
        await _examined(register, item, animal, rng)
    if item.aim in (Aim.FIXED, Aim.BARGAIN, Aim.SUBMITTED):
        await _put_up(register, item, animal, beast, rng)
    if item.aim is Aim.SHARES:
        await _shared_out(register, item, animal, beast, rng)


async def put_on_block(
    register: Register,
    seller: Seller,
    slot: Slot,
    rng: Random,
    *,
    key: str,
    clock: Clock = database_clock,
) -> Lot:
    """Bring a new animal through all steps up to a lot with its times."""
    beast = animals.draw(
        rng,
        now=await clock(),
        origin_id=register.places[seller.home],
        village=seller.village,
        giant=slot.featured,
    )
    seller_id, vet_id = register.account(seller), register.account(people.VETS[seller.upazila])
    animal = await _registered(seller_id, beast, key=f"{key} animal", clock=clock)
    await _photographed(register, animal, beast, rng, clock=clock)
    await clearing.request_check(seller_id, animal.id, clock=clock)
    await clearing.clear(vet_id, animal.id, examination(seller.upazila, rng), clock=clock)
    asked = pricing.lot_wish(beast, rng, slot)
    lot = await listing.submit_lot(
        seller_id,
        animal.id,
        haat_id=register.haats[seller.haat],
        wish=LotWish(start=asked.start, reserve=asked.reserve),
        wording=wording(beast),
        idempotency_key=key,
        clock=clock,
    )
    return await scheduling.schedule_lot(
        vet_id, lot.id, starts_at=slot.starts_at, ends_at=slot.until, clock=clock
    )


def examination(upazila: str, rng: Random) -> Examination:
    """Return what the upazila's vet finds of a healthy animal."""
    vet = people.VETS[upazila]
    number = f"BVC-{3_000 + int(vet.phone[-2:]) * 137}"
    return Examination(vet_name=vet.name, registration_no=number, findings=rng.choice(FINDINGS))


def wording(beast: Beast) -> Wording:
    """Return what stands over an animal for sale."""
    return Wording(title_bn=beast.title_bn, title_en=beast.title_en, description=beast.description)


async def _registered(
    seller_id: int, beast: Beast, *, key: str, clock: Clock = database_clock
) -> Animal:
    return await registering.register_animal(
        seller_id, beast.animal, idempotency_key=f"demo {key}", clock=clock
    )


def is_pictured(item: Item) -> bool:
    """Say whether an animal of the stock is photographed: what a visitor owns, and some others.

    Painting and checking take half a second each, and the demo should be up soon.
    """
    return item.seller == people.PERSONAS_FARM or int(item.tag[-2:]) % PICTURED_EVERY == 0


async def _photographed(
    register: Register,
    animal: Animal,
    beast: Beast,
    rng: Random,
    *,
    clock: Clock = database_clock,
) -> None:
    """Hang a picture on an animal, by the way that phones take."""
    if register.camera is None:
        return
    painted = await asyncio.to_thread(
        animal_paintings.painted, animal.species, animal.coat_color, animal.sex, rng
    )
    # A fresh key: what an interrupted run left is swept.
    media_id = await register.camera.send(animal.seller_id, painted, key=secrets.token_hex(8))
    shown = [Picture(media_id=media_id, alt=beast.title_bn)]
    await picturing.set_photos(animal.seller_id, animal.id, shown, clock=clock)


async def _examined(register: Register, item: Item, animal: Animal, rng: Random) -> None:
    vet_id = register.account(people.VETS[item.seller.upazila])
    found = examination(item.seller.upazila, rng)
    if item.aim is Aim.FAILED:
        found = replace(found, findings=FAILED_BECAUSE)
        await clearing.fail(vet_id, animal.id, found, clock=database_clock)
    else:
        await clearing.clear(vet_id, animal.id, found, clock=database_clock)


async def _put_up(
    register: Register, item: Item, animal: Animal, beast: Beast, rng: Random
) -> None:
    seller_id, haat_id = register.account(item.seller), register.haats[item.seller.haat]
    if item.aim is Aim.SUBMITTED:
        asked = pricing.lot_wish(beast, rng)
        await listing.submit_lot(
            seller_id,
            animal.id,
            haat_id=haat_id,
            wish=LotWish(start=asked.start, reserve=asked.reserve),
            wording=wording(beast),
            idempotency_key=f"demo {item.tag}",
            clock=database_clock,
        )
        return
    fixed = item.aim is Aim.FIXED
    put_up = listing.list_for_fixed_price if fixed else listing.list_for_bargaining
    on_sale = await put_up(
        seller_id,
        animal.id,
        haat_id=haat_id,
        price=pricing.asked_price(beast, rng),
        wording=wording(beast),
        idempotency_key=f"demo {item.tag}",
        clock=database_clock,
    )
    if not fixed:
        await _offer(register, on_sale, rng)


async def _shared_out(
    register: Register, item: Item, animal: Animal, beast: Beast, rng: Random
) -> None:
    """Offer an animal in as many shares as its kind may have."""
    parts = species.known(animal.species).max_shares
    await sharing.open_pool(
        animal.seller_id,
        animal.id,
        haat_id=register.haats[item.seller.haat],
        parts=parts,
        share=pricing.rounded(pricing.asked_price(beast, rng) // parts),
        closes_at=await database_clock() + POOL_LASTS,
        on_shortfall=OnShortfall.CANCEL,
        idempotency_key=f"demo {item.tag}",
        clock=database_clock,
    )


async def _offer(register: Register, on_sale: Listing, rng: Random) -> None:
    """Have buyers offer less than is asked; two where it is the visitor who has to answer."""
    asked = on_sale.price_paisa or 0
    to_visitor = on_sale.seller_id == register.account(people.PERSONAS_FARM)
    for bidder in rng.sample(people.BIDDERS, 2 if to_visitor else rng.choice((0, 0, 1))):
        await bargaining.make_offer(
            register.account(bidder),
            on_sale.id,
            pricing.rounded(share_of(asked, rng.randint(8_300, 9_300))),
            idempotency_key=f"demo {on_sale.id}",
            clock=database_clock,
        )
