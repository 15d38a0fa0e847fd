"""The rows of renting: who may touch them, in which order they are locked, and who is told.

A unit comes before its viewings, agreements and hires; an agreement before its dues, deductions and
the payments for it (rules.md C2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hmk_graph.accounts import access
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event
from hmk_graph.rentals.events import (
    AgreementEvent,
    AgreementMoved,
    UnitMoved,
    YourAgreementMoved,
)
from hmk_graph.rentals.machines import AGREEMENT, UNIT, Actor, AgreementCommand, UnitCommand
from hmk_graph.rentals.models import Agreement, Unit
from hmk_graph.stepping import step


@dataclass(frozen=True, kw_only=True)
class Table:
    """A unit and one of its agreements, locked in this order, and who sits down at it."""

    unit: Unit
    agreement: Agreement
    actor: Actor


async def locked_unit(unit_id: int) -> Unit:
    """Lock something for rent until the transaction ends.

    Raises:
        NotFound: There is none.
    """
    unit = await Unit.select_for_update(no_key=True).get_or_none(id=unit_id)
    if unit is None:
        raise NotFound
    return unit


async def locked_own_unit(person_id: int, unit_id: int) -> Unit:
    """Lock something that a person has for rent.

    Raises:
        NotFound: There is none of his. NotSignedIn, AccountSuspended: He may not act.
    """
    await access.acting(person_id)
    unit = await locked_unit(unit_id)
    if unit.owner_id != person_id:
        raise NotFound
    return unit


async def locked_agreement(agreement_id: int) -> tuple[Unit, Agreement]:
    """Lock an agreement, after its unit.

    Raises:
        NotFound: There is none.
    """
    found = await Agreement.get_or_none(id=agreement_id)
    if found is None:
        raise NotFound
    unit = await locked_unit(found.unit_id)
    return unit, await Agreement.select_for_update(no_key=True).get(id=agreement_id)


async def seated(person_id: int, agreement_id: int) -> Table:
    """Lock an agreement for one of its two sides, who may act.

    Raises:
        NotFound: There is none, or it is none of the person's business.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    await access.acting(person_id)
    unit, agreement = await locked_agreement(agreement_id)
    sides = {agreement.tenant_id: Actor.TENANT, agreement.landlord_id: Actor.LANDLORD}
    if person_id not in sides:
        raise NotFound
    return Table(unit=unit, agreement=agreement, actor=sides[person_id])


async def move_unit(unit: Unit, command: UnitCommand, actor: Actor, **changes: Any) -> UnitMoved:
    """Take one step of a locked unit, and return it as an event. `Any`: of the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await step(unit, UNIT, command, actor, **changes)
    return stands(unit)


def stands(unit: Unit) -> UnitMoved:
    """Return the event that tells its owner, and the search, where a unit stands."""
    return UnitMoved(account_id=unit.owner_id, unit_id=unit.id, state=unit.state.value)


async def move(
    agreement: Agreement, command: AgreementCommand, actor: Actor, **changes: Any
) -> None:
    """Take one step of a locked agreement. `Any`: the changes have the columns' types.

    Raises:
        StaleState, NotAllowed: As the machine says.
    """
    await step(agreement, AGREEMENT, command, actor, **changes)


def facts(agreement: Agreement) -> dict[str, Any]:
    """Return what every event of an agreement says."""
    return {
        "agreement_id": agreement.id,
        "state": agreement.state.value,
        "keys_given": agreement.handed_over_at is not None,
        "keys_back": agreement.returned_at is not None,
    }


def moved(agreement: Agreement, what: str) -> list[Event]:
    """Return the events of a step, on the agreement's stream and on both sides' own."""
    return told(agreement, AgreementMoved(**facts(agreement)), what)


def told(agreement: Agreement, event: AgreementEvent, what: str) -> list[Event]:
    """Return an event with those that tell both sides on their own streams."""
    return [
        event,
        *(
            YourAgreementMoved(
                account_id=person,
                agreement_id=agreement.id,
                state=agreement.state.value,
                what=what,
            )
            for person in (agreement.tenant_id, agreement.landlord_id)
        ),
    ]
