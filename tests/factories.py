"""Makes what a test stands on: people, places, animals and what is for sale.

A test names what it is about; the rest is an ordinary case of Kishoreganj. Everything here writes
rows directly, so that a test of one activity does not depend on another. Times are `NOON` and
differences from it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from hmk_graph.accounts.models import Account, Role, RoleGrant
from hmk_graph.clock import Clock
from hmk_graph.haat.animal_models import (
    Animal,
    AnimalIdentifier,
    AnimalState,
    AnimalWeight,
    CoOwner,
)
from hmk_graph.haat.lot_terms import PER_HEAD
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Listing, ListingState, SaleKind
from hmk_graph.money import Paisa, taka
from hmk_graph.places import rules as place_rules
from hmk_graph.places.models import Place, PlaceKind

NOON = datetime(2026, 5, 20, 6, 0, tzinfo=UTC)
"""Twelve o'clock in Dhaka, a week before the Eid of that year."""

# No test that does not speak of expiry should have to think of it.
FOR_EVER = datetime(2100, 1, 1, tzinfo=UTC)

_numbers = count(1)


def at(moment: datetime) -> Clock:
    """Return a clock that stands at a moment."""

    async def clock() -> datetime:
        return moment

    return clock


def phone() -> str:
    """Return a canonical phone number that no other call returned."""
    return f"+88017{next(_numbers):08d}"


async def person(
    name: str = "আব্দুল করিম", *, phone_number: str | None = None, **columns: Any
) -> Account:
    """Make a citizen with a name on the profile."""
    return await Account.create(phone=phone_number or phone(), name=name, **columns)


async def verified_seller(name: str = "রহিমা খাতুন") -> Account:
    """Make a person whom an officer has verified as a seller."""
    seller = await person(name)
    await granted(seller, Role.VERIFIED_SELLER)
    return seller


async def officer(place: Place | None = None, name: str = "উপজেলা প্রাণিসম্পদ কর্মকর্তা") -> Account:
    """Make an officer of a place and all below it; without a place, of the upazila of `union()`."""
    someone = await person(name)
    await granted(someone, Role.OFFICER, place or await upazila())
    return someone


async def operator(name: str = "শিউলি আক্তার", where: Place | None = None) -> Account:
    """Make the operator of the digital center of a union; without one, of `union()`."""
    someone = await person(name)
    await granted(someone, Role.OPERATOR, where or await union())
    return someone


async def administrator() -> Account:
    """Make an administrator, who counts as an officer everywhere."""
    someone = await person("প্রশাসক")
    await granted(someone, Role.ADMINISTRATOR)
    return someone


async def granted(account: Account, role: Role, place: Place | None = None) -> None:
    """Give a role; without a place it holds everywhere."""
    await RoleGrant.create(account=account, role=role, place=place, granted_at=NOON)


async def district(slug: str = "kishoreganj") -> Place:
    """Return a district of Dhaka division, made once."""
    division = await place("dhaka", PlaceKind.DIVISION, None, "ঢাকা", "Dhaka")
    bengali = {"kishoreganj": "কিশোরগঞ্জ", "narsingdi": "নরসিংদী"}
    return await place(
        slug, PlaceKind.DISTRICT, division, bengali.get(slug, slug), slug.capitalize()
    )


async def upazila(slug: str = "kishoreganj-karimganj") -> Place:
    """Return an upazila, made once with its district, whose slug begins its own."""
    parent = await district(slug.split("-")[0])
    bengali = {"kishoreganj-karimganj": "করিমগঞ্জ", "kishoreganj-itna": "ইটনা"}
    name = slug.split("-")[-1].capitalize()
    return await place(slug, PlaceKind.UPAZILA, parent, bengali.get(slug, name), name)


async def union(slug: str = "kishoreganj-karimganj-niamatpur") -> Place:
    """Return a union, made once with all above it."""
    parent = await upazila(slug.rsplit("-", 1)[0])
    bengali = {"kishoreganj-karimganj-niamatpur": "নিয়ামতপুর"}
    name = slug.split("-")[-1].capitalize()
    return await place(slug, PlaceKind.UNION, parent, bengali.get(slug, name), name)


async def place(
    slug: str, kind: PlaceKind, parent: Place | None, name_bn: str, name_en: str
) -> Place:
    """Return a place of the tree, made once."""
    known = await Place.get_or_none(slug=slug)
    if known is not None:
        return known
    names = [name_bn, name_en]
    made = await Place.create(
        slug=slug,
        kind=kind,
        parent=parent,
        name_bn=name_bn,
        name_en=name_en,
        path=[],
        words=place_rules.written_words(names, kind=kind, parents=[]),
        grams=place_rules.grams_of(names),
    )
    made.path = [*(parent.path if parent else []), made.id]
    await made.save(update_fields=["path"])
    return made


async def haat(slug: str = "kishoreganj-karimganj-haat", **terms: Any) -> Haat:
    """Return a haat, made once. `terms` are columns of Haat, such as resale_lock_days."""
    where = await place(
        slug, PlaceKind.HAAT, await upazila(slug.rsplit("-", 1)[0]), "করিমগঞ্জ হাট", "Karimganj Haat"
    )
    known = await Haat.get_or_none(place=where)
    return known or await Haat.create(place=where, step_table=PER_HEAD.as_json(), **terms)


async def animal(
    seller: Account | None = None,
    *,
    cleared: bool = True,
    cleared_until: datetime = FOR_EVER,
    state: AnimalState | None = None,
    weight_kg: int | None = 220,
    origin: Place | None = None,
    co_owner: Account | None = None,
    tag: str | None = None,
    **columns: Any,
) -> Animal:
    """Make an animal: a red bull of local breed with two teeth, of a verified seller.

    `tag` is a farm tag. `columns` are those of Animal.
    """
    ordinary: dict[str, Any] = {
        "village": "চরপাড়া",
        "owned_since": date(2024, 6, 1),
        "species": "cattle",
        "sex": "bull",
        "breed": "local",
        "coat_color": "লাল",
        "teeth": 2,
        "created_at": NOON - timedelta(days=10),
    }
    made = await Animal.create(
        seller=seller or await verified_seller(),
        origin=origin or await union(),
        state=state or (AnimalState.CLEARED if cleared else AnimalState.REGISTERED),
        cleared_until=cleared_until if cleared else None,
        **{**ordinary, **columns},
    )
    if weight_kg is not None:
        await weight(made, weight_kg)
    if co_owner is not None:
        await CoOwner.create(animal=made, account=co_owner)
    if tag is not None:
        await AnimalIdentifier.create(animal=made, scheme="farm.tag", value=tag)
    return made


async def weight(animal: Animal, kg: int, *, measured_at: datetime | None = None) -> AnimalWeight:
    """Record a weighing on a scale, three days before NOON unless it is said otherwise."""
    return await AnimalWeight.create(
        animal=animal,
        grams=kg * 1_000,
        method="LoadCell",
        measured_at=measured_at or NOON - timedelta(days=3),
        recorded_by_id=animal.seller_id,
    )


async def listing(
    animal_for_sale: Animal | None = None,
    *,
    kind: SaleKind = SaleKind.FIXED,
    price: Paisa | None = None,
    at_haat: Haat | None = None,
    **columns: Any,
) -> Listing:
    """Put an animal up for sale; it is LISTED then. An auction gets no price and no lot here."""
    sold = animal_for_sale or await animal()
    sold.state = AnimalState.LISTED
    await sold.save(update_fields=["state"])
    if kind is not SaleKind.AUCTION and price is None:
        price = taka(120_000)
    return await Listing.create(
        animal=sold,
        seller_id=sold.seller_id,
        haat=at_haat or await haat(),
        kind=kind,
        price_paisa=price,
        **{
            "state": ListingState.LIVE,
            "title_bn": "লাল দেশি ষাঁড়",
            "title_en": "Red local bull",
            "listed_at": NOON,
            **columns,
        },
    )
