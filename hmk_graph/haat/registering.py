"""Sellers write down their animals: what they are, where they come from, who owns a part."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.clock import DHAKA, Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import animal_keeping, flagging, species, tagging, weighing
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import Animal, AnimalState, CoOwner
from hmk_graph.haat.animal_rules import GENDER_OF
from hmk_graph.haat.machines import Actor, AnimalCommand
from hmk_graph.haat.selling_errors import NotVerifiedSeller, NotYourPurchase, TagInUse
from hmk_graph.haat.tagging import Tag
from hmk_graph.haat.weighing import Weighing
from hmk_graph.haat.wording import line
from hmk_graph.idempotency import recall, remember
from hmk_graph.phone import NotAMobile, canonical
from hmk_graph.places.models import Place, PlaceKind

OPERATION = "registerAnimal"
TEETH = (0, 2, 4, 6, 8)
MOST_CO_OWNERS = 7
# The oldest cow on record died at 48; above it is a slip of the finger.
OLDEST_YEARS = 50
HOMES = (PlaceKind.UNION, PlaceKind.MUNICIPALITY, PlaceKind.WARD)
# While somebody may be about to buy it, an animal's record does not change under his eyes.
CHANGEABLE = (
    AnimalState.REGISTERED,
    AnimalState.CHECK_PENDING,
    AnimalState.CLEARED,
    AnimalState.FAILED,
)


@dataclass(frozen=True, kw_only=True)
class NewAnimal:
    """What a seller says of an animal.

    `origin_id` is a union or municipality. `defects` None: the checklist is not answered yet; an
    empty tuple: answered, none. `chain_of` is the earlier record of an animal bought here.
    """

    species: str
    sex: str
    breed: str
    origin_id: int
    village: str = ""
    name: str = ""
    coat_color: str = ""
    birth_date: date | None = None
    teeth: int | None = None
    owned_since: date | None = None
    tags: tuple[Tag, ...] = ()
    co_owner_phones: tuple[str, ...] = ()
    weight: Weighing | None = None
    defects: tuple[str, ...] | None = None
    chain_of: int | None = None


async def register_animal(
    seller_id: int, new: NewAnimal, *, idempotency_key: str, clock: Clock
) -> Animal:
    """Write down an animal and give it a number of ours.

    A part owner must have an account, for he is known by his phone when he tries to bid.

    Raises:
        NotVerifiedSeller: No officer has verified the seller yet.
        NotYourPurchase: The chain names an animal that the seller did not buy and receive here.
        TagInUse: Another living animal carries one of the tags; officers of its origin are told.
        BadInput: A value is not in the lists, not plausible, or contradicts another.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    try:
        return await _register(seller_id, new, idempotency_key=idempotency_key, clock=clock)
    except TagInUse as refusal:
        tag = Tag(scheme=refusal.scheme, value=refusal.value)
        await flagging.flag_same_tag(tag, claimed_by=seller_id, clock=clock)
        raise


@whole_command
async def answer_checklist(
    seller_id: int, animal_id: int, defects: tuple[str, ...], *, clock: Clock
) -> Animal:
    """Write down which of the thirteen defects the animal has; none is an answer too.

    Another answer after the clearance sends the animal back to the check.

    Raises:
        NotFound: No such animal of this seller.
        StaleState: The animal is for sale, or gone.
        BadInput: A defect is not in the list.
    """
    answered = species.known_defects(list(defects))
    async with transaction(actor_id=seller_id):
        await access.acting(seller_id)
        animal = await animal_keeping.locked_own(seller_id, animal_id)
        now = await clock()
        if animal.defects == answered:
            return animal
        await changed(animal, Actor.SELLER)
        await Animal.filter(id=animal.id).update(defects=answered)
        animal.defects = answered
        note = f"Checklist answered by the seller: {', '.join(answered) or 'no defects'}"
        await animal_keeping.record(
            animal.id, AnimalHappening.REMARKED, {"note": note}, actor_id=seller_id, at=now
        )
    return animal


@whole_command
async def weigh_animal(
    recorder_id: int, animal_id: int, weight: Weighing, *, clock: Clock
) -> Animal:
    """Add a weighing, by the seller or an officer of the animal's origin.

    A weight that comes after the clearance sends the animal back to the check (rules.md 2.8).

    Raises:
        NotFound: No such animal, or the person is neither its seller nor an officer of its origin.
        StaleState: The animal is for sale, or gone.
        BadInput: The weight is not plausible, or from the future.
    """
    async with transaction(actor_id=recorder_id):
        await access.acting(recorder_id)
        animal = await animal_keeping.locked(animal_id)
        actor = await _recorder(recorder_id, animal)
        now = await clock()
        await changed(animal, actor)
        await weighing.record(animal, weight, recorder_id=recorder_id, now=now)
    return animal


async def changed(animal: Animal, actor: Actor) -> None:
    """Let go of the clearance, if there is one, because what the vet saw has changed.

    Raises:
        StaleState: The animal is for sale, or gone.
    """
    if animal.state == AnimalState.CLEARED:
        await animal_keeping.step(animal, AnimalCommand.CHANGE, actor, cleared_until=None)
        return
    if animal.state not in CHANGEABLE:
        raise animal_keeping.stale(animal, CHANGEABLE)


@whole_command
async def _register(
    seller_id: int, new: NewAnimal, *, idempotency_key: str, clock: Clock
) -> Animal:
    async with transaction(actor_id=seller_id, command_id=idempotency_key):
        earlier = await recall(seller_id, OPERATION, idempotency_key, **_plain(new))
        if earlier is not None:
            return await Animal.get(id=earlier["animal_id"])
        await access.acting(seller_id)
        if not await access.is_verified_seller(seller_id):
            raise NotVerifiedSeller
        now = await clock()
        animal = await _create(seller_id, new, now)
        tags = [tagging.issued(animal.id), *tagging.cleaned(list(new.tags))]
        await tagging.attach(animal.id, tags)
        await _add_co_owners(animal, new.co_owner_phones)
        await _record_arrival(animal, tags, now)
        if new.weight is not None:
            await weighing.record(animal, new.weight, recorder_id=seller_id, now=now)
        await remember(seller_id, OPERATION, idempotency_key, {"animal_id": animal.id})
    return animal


async def _create(seller_id: int, new: NewAnimal, now: datetime) -> Animal:
    kind = species.known(new.species)
    _need_ages(new, now.astimezone(DHAKA).date())
    await _need_home(new.origin_id)
    await _need_purchase(seller_id, new.chain_of)
    return await Animal.create(
        seller_id=seller_id,
        origin_id=new.origin_id,
        village=line("village", new.village, longest=120),
        owned_since=new.owned_since,
        name=line("name", new.name, longest=80),
        species=kind.slug,
        sex=species.known_sex(kind, new.sex).slug,
        breed=line("breed", species.known_breed(kind, new.breed), longest=40, shortest=1),
        coat_color=line("coatColor", new.coat_color, longest=60),
        birth_date=new.birth_date,
        teeth=new.teeth,
        defects=None if new.defects is None else species.known_defects(list(new.defects)),
        chain_of_id=new.chain_of,
        created_at=now,
    )


def _need_ages(new: NewAnimal, today: date) -> None:
    if new.teeth is not None and new.teeth not in TEETH:
        raise BadInput("teeth", why_bn="০, ২, ৪, ৬ বা ৮ লিখুন।", why_en="write 0, 2, 4, 6 or 8.")
    if new.birth_date is None and new.teeth is None:
        raise BadInput(
            "birthDate",
            why_bn="জন্ম তারিখ বা দাঁতের সংখ্যা, একটি দিন।",
            why_en="give the date of birth or the number of teeth.",
        )
    for name, day in (("birthDate", new.birth_date), ("ownedSince", new.owned_since)):
        if day is not None and not 0 <= today.year - day.year <= OLDEST_YEARS:
            raise _impossible_day(name)
        if day is not None and day > today:
            raise _impossible_day(name)
    if new.birth_date and new.owned_since and new.owned_since < new.birth_date:
        raise _impossible_day("ownedSince")


def _impossible_day(name: str) -> BadInput:
    return BadInput(name, why_bn="এই তারিখ সম্ভব নয়।", why_en="this day is not possible.")


async def _need_home(origin_id: int) -> None:
    place = await Place.get_or_none(id=origin_id)
    if place is None or place.kind not in HOMES:
        raise BadInput(
            "originId",
            why_bn="ইউনিয়ন, পৌরসভা বা ওয়ার্ড বেছে নিন।",
            why_en="choose a union, a municipality or a ward.",
        )


async def _need_purchase(seller_id: int, earlier_id: int | None) -> None:
    if earlier_id is None:
        return
    bought = await get_connection("default").execute_query_dict(
        "SELECT 1 FROM haat_deal d JOIN haat_animal a ON a.id = d.animal_id"
        " WHERE d.animal_id = $1 AND d.buyer_id = $2 AND a.state = 'HANDED_OVER'"
        " AND d.state IN ('HANDED_OVER', 'COMPLETED')",
        [earlier_id, seller_id],
    )
    if not bought:
        raise NotYourPurchase


async def _add_co_owners(animal: Animal, phones: tuple[str, ...]) -> None:
    if not phones:
        return
    wanted = {_canonical(phone) for phone in phones}
    found = await Account.filter(phone__in=wanted, state=AccountState.ACTIVE).exclude(
        id=animal.seller_id
    )
    if len(found) != len(wanted) or len(wanted) > MOST_CO_OWNERS:
        raise BadInput(
            "coOwnerPhones",
            why_bn="প্রত্যেক ভাগীদারের এখানে নিজের অ্যাকাউন্ট থাকতে হবে।",
            why_en="each part owner must be another person with an account here.",
        )
    for account in found:
        await CoOwner.create(animal_id=animal.id, account_id=account.id)


def _canonical(phone: str) -> str:
    try:
        return canonical(phone)
    except NotAMobile as error:
        raise BadInput(
            "coOwnerPhones",
            why_bn="মোবাইল নম্বরটি ঠিক নেই।",
            why_en="this is not a mobile number of Bangladesh.",
        ) from error


async def _record_arrival(animal: Animal, tags: list[Tag], now: datetime) -> None:
    identity: dict[str, Any] = {
        "identifiers": [{"scheme": str(tag.scheme), "id": tag.value} for tag in tags],
        "specie": animal.species,
        "gender": GENDER_OF[animal.sex],
    }
    if animal.chain_of_id is None:
        kind, reason = AnimalHappening.REGISTERED, {"registrationReason": "Registered"}
    else:
        kind, reason = AnimalHappening.ARRIVED, {"arrivalReason": "Purchase"}
        identity["chainOf"] = animal.chain_of_id
    await animal_keeping.record(
        animal.id, kind, {**reason, **identity}, actor_id=animal.seller_id, at=now
    )


async def _recorder(recorder_id: int, animal: Animal) -> Actor:
    if animal.seller_id == recorder_id:
        return Actor.SELLER
    origin = await Place.get(id=animal.origin_id)
    if await access.is_officer_of(recorder_id, origin.path):
        return Actor.OFFICER
    raise NotFound


def _plain(new: NewAnimal) -> dict[str, Any]:
    return {"animal": asdict(new)}
