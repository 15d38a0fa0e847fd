"""A veterinarian looks at an animal before it may be sold; an officer writes the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.haat import animal_keeping, collecting, ending, species
from hmk_graph.haat.animal_keeping import AnimalHappening
from hmk_graph.haat.animal_models import Animal, AnimalState, AnimalWeight, VetClearance
from hmk_graph.haat.animal_rules import HealthStatus
from hmk_graph.haat.machines import CLEARANCE_HOLDS, Actor, AnimalCommand
from hmk_graph.haat.selling_errors import CheckNotReady, OwnAnimal
from hmk_graph.haat.selling_events import AnimalChecked
from hmk_graph.haat.wording import LONGEST_NOTE, line, paragraph
from hmk_graph.haat.wording import reason as reasoned
from hmk_graph.places.finding import path_of
from hmk_graph.places.models import Place, PlaceKind


@dataclass(frozen=True, kw_only=True)
class Examination:
    """What the veterinarian found. `registration_no` is that of the Bangladesh Veterinary Council.

    `haat_place_id` is the place of the haat to which the animal was brought; None: it was looked at
    at home. It says by which area's officer the paper is written.
    """

    vet_name: str
    registration_no: str
    findings: str = ""
    defects: tuple[str, ...] = ()
    haat_place_id: int | None = None


@whole_command
async def request_check(seller_id: int, animal_id: int, *, clock: Clock) -> Animal:
    """Ask for the check, for the first time, after a failed one, or anew before it runs out.

    Raises:
        NotFound: No such animal of this seller.
        CheckNotReady: There is no weight, or the checklist is not answered.
        StaleState: The animal is for sale, gone, or the check is asked for already.
    """
    async with transaction(actor_id=seller_id):
        await access.acting(seller_id)
        animal = await animal_keeping.locked_own(seller_id, animal_id)
        missing = [] if animal.defects is not None else ["defects"]
        if not await AnimalWeight.exists(animal_id=animal.id):
            missing.append("weight")
        if missing:
            raise CheckNotReady(missing)
        again = animal.state == AnimalState.CLEARED
        command = AnimalCommand.CHANGE if again else AnimalCommand.ASK_CHECK
        await animal_keeping.step(animal, command, Actor.SELLER, cleared_until=None)
        await animal_keeping.record(
            animal.id,
            AnimalHappening.REMARKED,
            {"note": "The seller asked for the vet's check."},
            actor_id=seller_id,
            at=await clock(),
        )
    return animal


@whole_command
async def clear(
    officer_id: int, animal_id: int, examined: Examination, *, clock: Clock
) -> VetClearance:
    """Write down that a vet found the animal well; it may be sold for seven days.

    Defects that the vet saw do not forbid the sale, for not every sale is for qurbani; buyers see
    them, and they make the answer of the qurbani check.

    Raises:
        NotFound: No such animal, or the person is no officer of its origin or of the haat.
        OwnAnimal: The officer sells it or owns a part of it.
        StaleState: Nobody asked for a check.
        BadInput: The vet's name or number is missing, or a defect is not in the list.
    """
    return await _examine(officer_id, animal_id, examined, AnimalCommand.CLEAR, clock)


@whole_command
async def fail(
    officer_id: int, animal_id: int, examined: Examination, *, clock: Clock
) -> VetClearance:
    """Write down that a vet did not find the animal well, and why: `findings` is that reason.

    Raises:
        NotFound, OwnAnimal, StaleState, BadInput: As for `clear`.
    """
    reasoned(examined.findings)
    return await _examine(officer_id, animal_id, examined, AnimalCommand.FAIL, clock)


@whole_command
async def withdraw(seller_id: int, animal_id: int, *, reason: str, clock: Clock) -> Animal:
    """Take an animal off the platform; a listing of it ends. Final: it can be registered anew.

    Raises:
        NotFound: No such animal of this seller.
        LotNotWithdrawn: It stands in an auction.
        AnimalPromised: Somebody has bought it.
        StaleState: It is gone already.
        BadInput: The reason is shorter than a sentence.
    """
    why = reasoned(reason)
    async with transaction(actor_id=seller_id) as events:
        await access.acting(seller_id)
        listing = await ending.locked_listing_of(animal_id)
        animal = await animal_keeping.locked_own(seller_id, animal_id)
        now = await clock()
        ending.need_free(animal, listing)
        await animal_keeping.step(animal, AnimalCommand.WITHDRAW, Actor.SELLER)
        if listing is not None:
            events += await ending.end(listing, ending.WITHDRAWN, now)
        await animal_keeping.free_tags(animal.id)
        await animal_keeping.record(
            animal.id,
            AnimalHappening.REMARKED,
            {"note": f"Withdrawn by the seller: {why}"},
            actor_id=seller_id,
            at=now,
        )
    return animal


@whole_command
async def report_death(reporter_id: int, animal_id: int, *, reason: str, clock: Clock) -> Animal:
    """Write down that an animal died; its listing ends and a deal that is not paid is canceled.

    The seller may report it while nobody has a claim on the animal; after that an officer does.

    Raises:
        NotFound: No such animal, or the person is neither its seller nor an officer of its origin.
        NotAllowed: The seller reports it although somebody has bought it.
        LotNotWithdrawn: It stands in an auction; the lot is withdrawn or voided first.
        StaleState: It is gone already.
        BadInput: The reason is shorter than a sentence.
    """
    why = reasoned(reason)
    async with transaction(actor_id=reporter_id) as events:
        await access.acting(reporter_id)
        listing = await ending.locked_listing_of(animal_id)
        deal = await ending.locked_unpaid_deal_of(animal_id)
        now = await clock()
        if deal is not None:
            # What was paid of it is locked before the animal (rules.md C2).
            events += await collecting.void(deal, now)
        animal = await animal_keeping.locked(animal_id)
        actor = await _reporter(reporter_id, animal)
        ending.need_no_lot(listing)
        await animal_keeping.step(animal, AnimalCommand.REPORT_DEATH, actor)
        if listing is not None:
            events += await ending.end(listing, ending.DIED, now)
        if deal is not None:
            events += await ending.cancel(deal)
        await animal_keeping.free_tags(animal.id)
        await animal_keeping.record(
            animal.id,
            AnimalHappening.DIED,
            {"deathReason": "Other", "remark": why},
            actor_id=reporter_id,
            at=now,
        )
    return animal


async def _examine(
    officer_id: int,
    animal_id: int,
    examined: Examination,
    command: AnimalCommand,
    clock: Clock,
) -> VetClearance:
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        animal = await animal_keeping.locked(animal_id)
        await _need_authority(officer_id, animal, examined.haat_place_id)
        now = await clock()
        passed = command is AnimalCommand.CLEAR
        until = now + CLEARANCE_HOLDS if passed else None
        await animal_keeping.step(animal, command, Actor.OFFICER, cleared_until=until)
        paper = await _write_down(animal, officer_id, examined, now=now, until=until)
        status = HealthStatus.HEALTHY if passed else HealthStatus.SUSPICIOUS
        found: dict[str, Any] = {"healthStatus": status, "clearance": paper.id}
        await animal_keeping.record(
            animal.id, AnimalHappening.HEALTH_OBSERVED, found, actor_id=officer_id, at=now
        )
        events.append(
            AnimalChecked(
                account_id=animal.seller_id,
                animal_id=animal.id,
                state=str(animal.state),
                cleared_until=until,
            )
        )
    return paper


async def _write_down(
    animal: Animal,
    officer_id: int,
    examined: Examination,
    *,
    now: datetime,
    until: datetime | None,
) -> VetClearance:
    return await VetClearance.create(
        animal_id=animal.id,
        passed=until is not None,
        vet_name=line("vetName", examined.vet_name, longest=120, shortest=3),
        registration_no=line("registrationNo", examined.registration_no, longest=40, shortest=1),
        findings=paragraph("findings", examined.findings, longest=LONGEST_NOTE),
        defects=species.known_defects(list(examined.defects)),
        officer_id=officer_id,
        issued_at=now,
        valid_until=until,
    )


async def _need_authority(officer_id: int, animal: Animal, haat_place_id: int | None) -> None:
    place_id = animal.origin_id
    if haat_place_id is not None:
        if not await Place.exists(id=haat_place_id, kind=PlaceKind.HAAT):
            raise NotFound
        place_id = haat_place_id
    if not await access.is_officer_of(officer_id, await path_of(place_id)):
        raise NotFound
    bond = await animal_keeping.bond_of(officer_id, animal)
    if bond is not None:
        raise OwnAnimal(bond)


async def _reporter(reporter_id: int, animal: Animal) -> Actor:
    if animal.seller_id == reporter_id:
        return Actor.SELLER
    if await access.is_officer_of(reporter_id, await path_of(animal.origin_id)):
        return Actor.OFFICER
    raise NotFound
