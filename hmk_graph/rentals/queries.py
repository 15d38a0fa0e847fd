"""Reads of what is let. Who asks comes first; others' visits, agreements and hires do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from hmk_graph.accounts import queries as account_queries
from hmk_graph.errors import NotFound
from hmk_graph.money import Paisa
from hmk_graph.rentals.machines import AGREEMENT, HIDDEN, HIRE, UNIT, VIEWING, Actor, UnitCommand
from hmk_graph.rentals.models import (
    Agreement,
    AgreementState,
    Deduction,
    DeductionState,
    Hire,
    HireState,
    MonthlyDue,
    Tenants,
    Unit,
    UnitKind,
    UnitState,
    Viewing,
    ViewingState,
)
from hmk_graph.state_machines import allowed

MOST_DUES = 60
# While these stand the two sides may call each other, and the visitor knows the address.
MET = (ViewingState.CONFIRMED, ViewingState.DONE)
PHONED_AGREEMENTS = (
    AgreementState.OFFERED,
    AgreementState.ADVANCE_DUE,
    AgreementState.ACTIVE,
    AgreementState.NOTICE,
    AgreementState.ENDED,
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody looks for; None: it does not matter. Amounts in paisa for the unit's period."""

    kind: UnitKind | None = None
    within_id: int | None = None
    dearest: Paisa | None = None
    most_advance: Paisa | None = None
    least_rooms: int | None = None
    least_seats: int | None = None
    tenants: Tenants | None = None
    amenities: tuple[str, ...] = ()


def on_offer(wanted: Wanted) -> QuerySet[Unit]:
    """Return what everybody may see and have now; what nobody confirmed for long is not there."""
    found = Unit.filter(state=UnitState.AVAILABLE)
    exact = {
        "kind": wanted.kind,
        "rent_paisa__lte": wanted.dearest,
        "advance_paisa__lte": wanted.most_advance,
        "rooms__gte": wanted.least_rooms,
        "seats__gte": wanted.least_seats,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value is not None})
    if wanted.within_id is not None:
        found = found.filter(place__path__contains=[wanted.within_id])
    if wanted.tenants is not None:
        found = found.filter(tenants__in=[wanted.tenants, Tenants.ANYBODY])
    if wanted.amenities:
        found = found.filter(amenities__contains=list(wanted.amenities))
    return found


async def visible_unit(viewer_id: int | None, unit_id: int) -> Unit:
    """Return something for rent that the viewer may see: what is shown, or concerns him.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    unit = await Unit.get_or_none(id=unit_id)
    if unit is None:
        raise NotFound
    if unit.state not in HIDDEN or unit.owner_id == viewer_id:
        return unit
    if viewer_id is not None and await _deals_with(viewer_id, unit_id):
        return unit
    raise NotFound


async def _deals_with(viewer_id: int, unit_id: int) -> bool:
    return (
        await Agreement.filter(unit_id=unit_id, tenant_id=viewer_id).exists()
        or await Viewing.filter(unit_id=unit_id, visitor_id=viewer_id).exists()
        or await Hire.filter(unit_id=unit_id, hirer_id=viewer_id).exists()
    )


def units_of(viewer_id: int) -> QuerySet[Unit]:
    """Return what the viewer lets, ended ones too."""
    return Unit.filter(owner_id=viewer_id)


def viewings_of(viewer_id: int) -> QuerySet[Viewing]:
    """Return the visits that the viewer makes or gets."""
    return Viewing.filter(Q(visitor_id=viewer_id) | Q(unit__owner_id=viewer_id))


def agreements_of(viewer_id: int) -> QuerySet[Agreement]:
    """Return the tenancies in which the viewer lets or rents."""
    return Agreement.filter(Q(tenant_id=viewer_id) | Q(landlord_id=viewer_id))


def hires_of(viewer_id: int) -> QuerySet[Hire]:
    """Return the hires in which the viewer hires or lets."""
    return Hire.filter(Q(hirer_id=viewer_id) | Q(unit__owner_id=viewer_id))


async def visible_agreement(viewer_id: int | None, agreement_id: int) -> Agreement:
    """Return a tenancy of the viewer's.

    Raises:
        NotFound: There is none, or it is none of his business.
    """
    found = (
        None
        if viewer_id is None
        else await agreements_of(viewer_id).filter(id=agreement_id).first()
    )
    if found is None:
        raise NotFound
    return found


async def disputes(viewer_id: int) -> QuerySet[Deduction]:
    """Return the claims that wait for the viewer's decision as an officer; none for others."""
    waiting = Deduction.filter(state=DeductionState.DISPUTED).exclude(
        Q(agreement__tenant_id=viewer_id) | Q(agreement__landlord_id=viewer_id)
    )
    areas = await account_queries.areas_of(viewer_id)
    if areas is None:
        return waiting
    return waiting.filter(agreement__unit__place__path__overlap=areas)


async def shown_units(unit_ids: Sequence[int]) -> list[Unit | None]:
    """Return those that everybody may see, in the order of their ids."""
    found = {row.id: row async for row in on_offer(Wanted()).filter(id__in=list(unit_ids))}
    return [found.get(unit_id) for unit_id in unit_ids]


async def units_by_id(unit_ids: Sequence[int]) -> list[Unit | None]:
    """Return units in the order of their ids. For those who may see them already."""
    found = {row.id: row for row in await Unit.filter(id__in=list(unit_ids))}
    return [found.get(unit_id) for unit_id in unit_ids]


async def agreements_by_id(agreement_ids: Sequence[int]) -> list[Agreement | None]:
    """Return agreements in the order of their ids. For those who may see them already."""
    found = {row.id: row for row in await Agreement.filter(id__in=list(agreement_ids))}
    return [found.get(agreement_id) for agreement_id in agreement_ids]


async def dues_of(agreement_ids: Sequence[int]) -> list[list[MonthlyDue]]:
    """Return the newest months of each tenancy, at most sixty."""
    found: dict[int, list[MonthlyDue]] = {pk: [] for pk in agreement_ids}
    async for row in MonthlyDue.filter(agreement_id__in=list(found)).order_by("-month"):
        if len(found[row.agreement_id]) < MOST_DUES:
            found[row.agreement_id].append(row)
    return [found[pk] for pk in agreement_ids]


async def deductions_of(agreement_ids: Sequence[int]) -> list[list[Deduction]]:
    """Return what is claimed of each advance, in the order of the claim."""
    found: dict[int, list[Deduction]] = {pk: [] for pk in agreement_ids}
    async for row in Deduction.filter(agreement_id__in=list(found)).order_by("id"):
        found[row.agreement_id].append(row)
    return [found[pk] for pk in agreement_ids]


async def knows_address(viewer_id: int | None, unit_ids: Sequence[int]) -> list[bool]:
    """Say of each unit whether the viewer may read its address: his own, or he was let in."""
    if viewer_id is None:
        return [False for _ in unit_ids]
    wanted = list(unit_ids)
    seen = Viewing.filter(unit_id__in=wanted, visitor_id=viewer_id, state__in=list(MET))
    lives = Agreement.filter(unit_id__in=wanted, tenant_id=viewer_id)
    known = {row.id async for row in Unit.filter(id__in=wanted, owner_id=viewer_id)}
    known |= {row.unit_id async for row in seen}
    known |= {row.unit_id async for row in lives.filter(state__in=list(PHONED_AGREEMENTS))}
    return [unit_id in known for unit_id in unit_ids]


def unit_commands(viewer_id: int | None, unit: Unit) -> list[str]:
    """Return what the viewer may do with a unit."""
    if unit.owner_id != viewer_id:
        return []
    known = (UnitCommand.CONFIRM, UnitCommand.RETIRE)
    return [one for one in allowed(UNIT, unit.state, Actor.OWNER) if one in known]


def viewing_commands(viewer_id: int | None, viewing: Viewing) -> list[str]:
    """Return what the viewer, one of the two sides, may do with a visit."""
    actor = Actor.VISITOR if viewing.visitor_id == viewer_id else Actor.LANDLORD
    return [one for one in allowed(VIEWING, viewing.state, actor) if one != "FINISH"]


def agreement_commands(viewer_id: int | None, agreement: Agreement) -> list[str]:
    """Return what the viewer, one of the two sides, may do with a tenancy."""
    actor = Actor.TENANT if agreement.tenant_id == viewer_id else Actor.LANDLORD
    return allowed(AGREEMENT, agreement.state, actor)


def hire_commands(viewer_id: int | None, hire: Hire) -> list[str]:
    """Return what the viewer, one of the two sides, may do with a hire."""
    actor = Actor.HIRER if hire.hirer_id == viewer_id else Actor.OWNER
    return allowed(HIRE, hire.state, actor)


def is_phoned(hire: Hire) -> bool:
    """Say whether the two sides of a hire see each other's phone."""
    return hire.state is HireState.CONFIRMED
