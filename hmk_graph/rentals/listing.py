"""Somebody puts something up for rent, keeps it fresh, changes what it costs, takes it down."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from hmk_graph import deadlines
from hmk_graph.accounts import access
from hmk_graph.accounts.rules import text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import TAKA, Paisa
from hmk_graph.places.finding import path_of
from hmk_graph.rentals import keeping, rules
from hmk_graph.rentals.errors import UnitLimit
from hmk_graph.rentals.events import UnitAsked, UnitMoved
from hmk_graph.rentals.machines import Actor, UnitCommand
from hmk_graph.rentals.models import Tenants, Unit, UnitKind, UnitState

OPERATION = "listUnit"
GROW_STALE = "rentals.grow_stale"
LONGEST_TITLE = 160
LONGEST_ADDRESS = 300
LONGEST_TEXT = 2_000
NOTHING = Paisa(0)


@dataclass(frozen=True, kw_only=True)
class Prospectus:
    """What an owner says of what he lets. Amounts are for a month; a vehicle's is for a day."""

    kind: UnitKind
    place_id: int
    title_bn: str
    rent: Paisa
    title_en: str = ""
    address: str = ""
    description: str = ""
    advance: Paisa = NOTHING
    service_charge: Paisa = NOTHING
    rooms: int | None = None
    floor: int | None = None
    area_sqft: int | None = None
    seats: int | None = None
    tenants: Tenants = Tenants.ANYBODY
    amenities: tuple[str, ...] = ()


@whole_command
async def put_up(
    person_id: int, prospectus: Prospectus, *, idempotency_key: str, clock: Clock
) -> Unit:
    """Put something up for rent. No officer approves it: what is dead is hidden after a month.

    Raises:
        BadInput: An amount, a number or a text is out of bounds.
        UnitLimit: The person has too much for rent.
        NotFound: There is no such place.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    columns = _columns(prospectus)
    async with transaction(actor_id=person_id, command_id=idempotency_key) as events:
        earlier = await recall(
            person_id, OPERATION, idempotency_key, **{k: _plain(v) for k, v in columns.items()}
        )
        if earlier is not None:
            return await Unit.get(id=earlier["unit_id"])
        await access.acting_locked(person_id)
        await path_of(prospectus.place_id)
        mine = Unit.filter(owner_id=person_id).exclude(state=UnitState.RETIRED)
        if await mine.count() >= rules.MOST_UNITS:
            raise UnitLimit(rules.MOST_UNITS)
        now = await clock()
        unit = await Unit.create(owner_id=person_id, listed_at=now, confirmed_at=now, **columns)
        await deadlines.arm(GROW_STALE, unit.id, now + rules.ASK_AFTER)
        events.append(keeping.stands(unit))
        await remember(person_id, OPERATION, idempotency_key, {"unit_id": unit.id})
    return unit


@whole_command
async def change_price(
    person_id: int,
    unit_id: int,
    *,
    rent: Paisa,
    advance: Paisa,
    service_charge: Paisa,
    clock: Clock,
) -> Unit:
    """Ask another price, which confirms the listing too. What was agreed stays as it was agreed.

    Raises:
        NotFound: There is no such thing of the person's.
        StaleState: It is held, let or taken down.
        BadInput: An amount is out of bounds.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=person_id) as events:
        unit = await keeping.locked_own_unit(person_id, unit_id)
        amounts = _amounts(unit.kind, rent, advance, service_charge)
        events.append(await _refresh(unit, await clock(), **amounts))
    return unit


@whole_command
async def confirm(person_id: int, unit_id: int, *, clock: Clock) -> Unit:
    """Say that it is still to be had: it stays shown for another month, or is shown again.

    Raises:
        NotFound, StaleState, NotSignedIn, AccountSuspended: As for `change_price`.
    """
    async with transaction(actor_id=person_id) as events:
        unit = await keeping.locked_own_unit(person_id, unit_id)
        events.append(await _refresh(unit, await clock()))
    return unit


@whole_command
async def retire(person_id: int, unit_id: int) -> Unit:
    """Take something down for good. Saying it twice is no matter.

    Raises:
        NotFound, NotSignedIn, AccountSuspended: As for `change_price`.
        StaleState: Somebody is about to take it, or lives in it.
    """
    async with transaction(actor_id=person_id) as events:
        unit = await keeping.locked_own_unit(person_id, unit_id)
        if unit.state is not UnitState.RETIRED:
            events.append(await keeping.move_unit(unit, UnitCommand.RETIRE, Actor.OWNER))
    return unit


@whole_command
async def grow_stale(unit_id: int, clock: Clock) -> datetime | None:
    """Ask after a listing that is getting old, then hide it; answer when to look again.

    The row of the deadline stays as long as the unit does: what people do never touches it, and a
    unit that is let or hidden is looked at again later.
    """
    async with transaction() as events:
        unit = await keeping.locked_unit(unit_id)
        now = await clock()
        hidden_by = unit.confirmed_at + rules.STALE_AFTER
        if unit.state is UnitState.RETIRED:
            return None
        if unit.state is not UnitState.AVAILABLE:
            return now + rules.ASK_AFTER
        if now >= hidden_by:
            events.append(await keeping.move_unit(unit, UnitCommand.GROW_STALE, Actor.CLOCK))
            return now + rules.ASK_AFTER
        if now < unit.confirmed_at + rules.ASK_AFTER:
            return unit.confirmed_at + rules.ASK_AFTER
        if unit.asked_at is None or unit.asked_at < unit.confirmed_at:
            unit.asked_at = now
            await unit.save(update_fields=["asked_at"])
            events.append(UnitAsked(account_id=unit.owner_id, unit_id=unit.id, hidden_by=hidden_by))
    return hidden_by


async def _refresh(unit: Unit, now: datetime, **changes: Any) -> UnitMoved:
    return await keeping.move_unit(
        unit, UnitCommand.CONFIRM, Actor.OWNER, confirmed_at=now, **changes
    )


def _columns(prospectus: Prospectus) -> dict[str, Any]:
    """Return a prospectus as columns, checked. `Any`: they have the columns' types."""
    said = asdict(prospectus)
    amounts = _amounts(
        prospectus.kind, said.pop("rent"), said.pop("advance"), said.pop("service_charge")
    )
    for name, longest in (
        ("title_bn", LONGEST_TITLE),
        ("title_en", LONGEST_TITLE),
        ("address", LONGEST_ADDRESS),
        ("description", LONGEST_TEXT),
    ):
        said[name] = text_of(said[name], name, longest=longest)
    if not said["title_bn"]:
        raise BadInput("titleBn", why_bn="একটি শিরোনাম দিন।", why_en="give it a title.")
    unknown = set(prospectus.amenities) - set(rules.AMENITIES)
    if unknown:
        known = ", ".join(rules.AMENITIES)
        raise BadInput("amenities", why_bn=f"এর মধ্যে থেকে: {known}।", why_en=f"of: {known}.")
    _check_numbers(prospectus)
    return {**said, **amounts, "amenities": sorted(set(prospectus.amenities))}


def _check_numbers(prospectus: Prospectus) -> None:
    limits = {"rooms": (1, 100), "floor": (-2, 60), "area_sqft": (1, 1_000_000), "seats": (1, 60)}
    for name, (least, most) in limits.items():
        number = getattr(prospectus, name)
        if number is not None and not least <= number <= most:
            raise BadInput(
                name, why_bn=f"{least} থেকে {most}।", why_en=f"between {least} and {most}."
            )


def _amounts(kind: UnitKind, rent: Paisa, advance: Paisa, service_charge: Paisa) -> dict[str, int]:
    """Return amounts as columns: whole taka; a room has an advance, a vehicle has none."""
    by_day = kind is UnitKind.VEHICLE
    least = {"rent": TAKA, "advance": 0 if by_day else TAKA, "serviceCharge": 0}
    most = {"advance": 0, "serviceCharge": 0} if by_day else {}
    amounts = {"rent": rent, "advance": advance, "serviceCharge": service_charge}
    for name, amount in amounts.items():
        largest = most.get(name, rules.DEAREST)
        if amount % TAKA or not least[name] <= amount <= largest:
            raise BadInput(
                name,
                why_bn="পুরো টাকায়, সীমার মধ্যে দিন।",
                why_en=f"whole taka, between {least[name]} and {largest} paisa.",
            )
    return {
        "rent_paisa": rent,
        "advance_paisa": advance,
        "service_charge_paisa": service_charge,
    }


def _plain(value: Any) -> Any:
    """Return a column as a JSON value, to tell one input from another."""
    return str(value) if isinstance(value, UnitKind | Tenants) else value
