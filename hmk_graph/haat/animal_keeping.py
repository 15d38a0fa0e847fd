"""An animal's row and its history kept in step: lock, take a step of the machine, write the event.

Events of an animal carry the names of ICAR ADE resources (adewg/ICAR 1.3.2), so that an export is a
mapping of names that are there already:

| what happens here           | ICAR ADE resource                     | with                    |
|-----------------------------|---------------------------------------|-------------------------|
| registered                  | icarMovementBirthEventResource        | registrationReason      |
| registered, bought here     | icarMovementArrivalEventResource      | arrivalReason Purchase  |
| weighed                     | icarWeightEventResource               | method, timeOffFeed     |
| cleared, failed             | icarHealthStatusObservedEventResource | Healthy, Suspicious     |
| listed, unlisted, withdrawn | icarRemarkEventResource               | note                    |
| handed over (payments)      | icarMovementDepartureEventResource    | departureKind Sale      |
| died                        | icarMovementDeathEventResource        | deathReason             |
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from tortoise.connection import get_connection
from tortoise.exceptions import IntegrityError

from hmk_graph.errors import NotFound, StaleState
from hmk_graph.haat.animal_models import Animal, AnimalEvent, AnimalIdentifier, AnimalState, CoOwner
from hmk_graph.haat.machines import ANIMAL, Actor, AnimalCommand
from hmk_graph.haat.selling_errors import Bond
from hmk_graph.state_machines import next_state, states_for


class AnimalHappening(StrEnum):
    """ICAR ADE's name of what happened to an animal."""

    REGISTERED = "icarMovementBirthEventResource"
    ARRIVED = "icarMovementArrivalEventResource"
    WEIGHED = "icarWeightEventResource"
    HEALTH_OBSERVED = "icarHealthStatusObservedEventResource"
    REMARKED = "icarRemarkEventResource"
    DEPARTED = "icarMovementDepartureEventResource"
    DIED = "icarMovementDeathEventResource"


async def locked(animal_id: int) -> Animal:
    """Lock an animal until the transaction ends.

    Raises:
        NotFound: There is no such animal.
    """
    animal = await Animal.filter(id=animal_id).select_for_update(no_key=True).first()
    if animal is None:
        raise NotFound
    return animal


async def locked_own(seller_id: int, animal_id: int) -> Animal:
    """Lock an animal of a seller.

    Raises:
        NotFound: There is no such animal, or it is somebody else's.
    """
    animal = await locked(animal_id)
    if animal.seller_id != seller_id:
        raise NotFound
    return animal


async def step(animal: Animal, command: AnimalCommand, actor: Actor, **changes: Any) -> Animal:
    """Take one step of the animal's machine, as one guarded write.

    `changes` are further columns that the step sets. `Any`: they have the columns' types.

    Raises:
        StaleState: The step is not possible from where the animal is.
        NotAllowed: It is possible, but not for this actor.
    """
    to = AnimalState(next_state(ANIMAL, animal.state, command, actor=actor))
    written = {"state": to, "version": animal.version + 1, **changes}
    if not await Animal.filter(id=animal.id, state=animal.state).update(**written):
        raise stale(animal, states_for(ANIMAL, command))
    for column, value in written.items():
        setattr(animal, column, value)
    return animal


def stale(animal: Animal, allowed: Iterable[str]) -> StaleState:
    """Return the refusal of a step that is possible from other states only."""
    return StaleState(current=str(animal.state), allowed=[str(state) for state in allowed])


async def give_back(animal_id: int, at: datetime) -> None:
    """Let an animal that is listed go back to its seller, cleared if that still holds."""
    await get_connection("default").execute_query(
        "UPDATE haat_animal SET version = version + 1, state ="
        " CASE WHEN cleared_until > $2 THEN 'CLEARED' ELSE 'CHECK_PENDING' END"
        " WHERE id = $1 AND state = 'LISTED'",
        [animal_id, at],
    )


async def record(
    animal_id: int,
    kind: AnimalHappening,
    payload: dict[str, Any],  # Any: JSON, by ICAR's names
    *,
    actor_id: int | None,
    at: datetime,
) -> None:
    """Add to what happened to an animal. Never changed afterwards; the database sees to that."""
    await AnimalEvent.create(
        animal_id=animal_id, kind=kind, payload=payload, actor_id=actor_id, at=at
    )


async def free_tags(animal_id: int) -> None:
    """Let an animal's tags be used anew: it died, left, or was withdrawn."""
    await AnimalIdentifier.filter(animal_id=animal_id).update(living=False)


async def bond_of(account_id: int, animal: Animal) -> Bond | None:
    """Say how a person is tied to an animal, if at all."""
    if animal.seller_id == account_id:
        return Bond.SELLER
    if await CoOwner.exists(animal_id=animal.id, account_id=account_id):
        return Bond.CO_OWNER
    return None


def violated(error: IntegrityError) -> str | None:
    """Return the name of the constraint that a write broke."""
    cause = error.args[0] if error.args else None
    name: str | None = getattr(cause, "constraint_name", None)
    return name
