"""A person's wish to drive for others: papers and vehicles, written and handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hmk_graph.accounts import access, approval, residence
from hmk_graph.accounts import rules as lines
from hmk_graph.accounts.approval import EDITABLE, Move
from hmk_graph.accounts.models import ApplicationState
from hmk_graph.clock import Clock
from hmk_graph.dispatch import rules
from hmk_graph.dispatch.errors import DriverIncomplete, StillOnTrip
from hmk_graph.dispatch.models import Driver, Trip, Vehicle, VehicleKind, VehicleState
from hmk_graph.dispatch.parties import FINAL
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember

LONGEST_LINE = 40
LONGEST_STATEMENT = 2_000
MOST_SEATS = 60
# Whoever comes on foot shows no licence; officers read the statement of his skill instead.
NEEDED_TO_SUBMIT = ("statement",)


@dataclass(frozen=True, kw_only=True)
class Papers:
    """What a driver writes about himself. `licence_until` None: he drives nothing that needs one.

    `place_id` is the union or municipality where he lives.
    """

    name: str
    contact_phone: str
    place_id: int
    licence_no: str = ""
    licence_until: date | None = None
    statement: str = ""


@whole_command
async def save_papers(account_id: int, papers: Papers, *, clock: Clock) -> Driver:
    """Write one's papers, or write them anew; a person has one set that is not over.

    Raises:
        PhoneNotValid, NotAHome, NotFound, BadInput: The input is at fault.
        StaleState: The papers are with the officers, or decided.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    written: dict[str, Any] = {  # Any: a column's value
        "name": lines.name_of(papers.name),
        "contact_phone": lines.mobile(papers.contact_phone),
        "place_id": papers.place_id,
        "licence_no": lines.line_of(
            papers.licence_no, "licenceNo", longest=LONGEST_LINE, shortest=0
        ),
        "licence_until": papers.licence_until,
        "statement": lines.text_of(papers.statement, "statement", longest=LONGEST_STATEMENT),
    }
    async with transaction(actor_id=account_id):
        await access.acting_locked(account_id)  # of two first drafts at once, the second waits here
        await residence.check_home(papers.place_id)
        driver = await _locked_open(account_id)
        if driver is None:
            return await Driver.create(account_id=account_id, created_at=await clock(), **written)
        if driver.state not in EDITABLE and not _is_vouched_for(driver):
            raise _stale(driver)
        driver.update_from_dict({**written, "version": driver.version + 1})
        await driver.save(update_fields=[*written, "version"])
    return driver


@whole_command
async def submit_papers(account_id: int, *, clock: Clock) -> Driver:
    """Hand one's papers to the officers of the place, who have three working days.

    Raises:
        NotFound: There are none.
        DriverIncomplete: A vehicle, the licence for it, or a statement is missing.
        StaleState: They are handed in already, or decided.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        await access.acting_locked(account_id)
        driver = await _locked_open(account_id)
        if driver is None:
            raise NotFound
        if driver.state not in approval.MOVES[Move.SUBMIT].sources:
            raise _stale(driver)
        missing = await _missing(driver)
        if missing:
            raise DriverIncomplete(missing=missing)
        now = await clock()
        driver.state = ApplicationState.SUBMITTED
        driver.submitted_at, driver.due_at = now, approval.decision_due(now)
        driver.version += 1
        await driver.save(update_fields=["state", "submitted_at", "due_at", "version"])
    return driver


@whole_command
async def add_vehicle(
    account_id: int,
    kind: VehicleKind,
    *,
    plate_no: str = "",
    seats: int = 1,
    skill: str = "",
    idempotency_key: str,
    clock: Clock,
) -> Vehicle:
    """Write down what one goes out with; an officer looks at it before it is used.

    `skill` is the slug of a service (`driver`, `electrician`), for ON_FOOT alone and needed there.

    Raises:
        NotFound: The person has no papers as a driver.
        BadInput: Skill, plate or seats do not fit.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    plate = lines.line_of(plate_no, "plateNo", longest=LONGEST_LINE, shortest=0)
    skilled = lines.line_of(skill, "skill", longest=LONGEST_LINE, shortest=0)
    if bool(skilled) != (kind is VehicleKind.ON_FOOT):
        raise BadInput(
            "skill",
            why_bn="শুধু যিনি গাড়ি ছাড়া আসেন, তাঁর দক্ষতা লিখুন।",
            why_en="a skill belongs to who comes on foot, and to nobody else.",
        )
    if not 1 <= seats <= MOST_SEATS:
        raise BadInput("seats", why_bn="১ থেকে ৬০ দিন।", why_en="it is between 1 and 60.")
    async with transaction(actor_id=account_id, command_id=idempotency_key):
        given: dict[str, Any] = {"kind": kind, "plate": plate, "seats": seats, "skill": skilled}
        earlier = await recall(account_id, "addVehicle", idempotency_key, **given)
        if earlier is not None:
            return await Vehicle.get(id=earlier["vehicle_id"])
        await access.acting(account_id)
        driver = await _locked_open(account_id)
        if driver is None:
            raise NotFound
        vehicle = await Vehicle.create(
            driver=driver,
            kind=kind,
            medium=rules.medium_of(kind),
            plate_no=plate,
            seats=seats,
            skill=skilled,
            created_at=await clock(),
        )
        await remember(account_id, "addVehicle", idempotency_key, {"vehicle_id": vehicle.id})
    return vehicle


@whole_command
async def retire_vehicle(account_id: int, vehicle_id: int) -> Vehicle:
    """Put a vehicle out of use for good.

    Raises:
        NotFound: It is not the person's.
        StillOnTrip: He is out with it.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        driver = await _locked_open(account_id)
        vehicle = await Vehicle.filter(id=vehicle_id).select_for_update(no_key=True).first()
        if driver is None or vehicle is None or vehicle.driver_id != driver.id:
            raise NotFound
        busy = Trip.filter(vehicle_id=vehicle_id, state__in=list(rules.CARRYING))
        if driver.vehicle_id == vehicle_id or await busy.exists():
            raise StillOnTrip
        vehicle.state = VehicleState.RETIRED
        await vehicle.save(update_fields=["state"])
    return vehicle


def _is_vouched_for(driver: Driver) -> bool:
    """Say whether he never handed papers in: another standing made him one (`vouching`)."""
    return driver.state is ApplicationState.VERIFIED and driver.submitted_at is None


async def _missing(driver: Driver) -> list[str]:
    vehicles = await Vehicle.filter(driver_id=driver.id).exclude(state=VehicleState.RETIRED)
    missing = [name for name in NEEDED_TO_SUBMIT if not getattr(driver, name)]
    if not vehicles:
        missing.append("vehicles")
    drives = any(
        one.kind not in (VehicleKind.ON_FOOT, VehicleKind.RICKSHAW) or one.skill == rules.DRIVING
        for one in vehicles
    )
    if drives and not (driver.licence_no and driver.licence_until):
        missing.append("licence")
    return missing


async def _locked_open(account_id: int) -> Driver | None:
    return (
        await Driver.select_for_update(no_key=True)
        .filter(account_id=account_id, state__not_in=list(FINAL))
        .first()
    )


def _stale(driver: Driver) -> StaleState:
    return StaleState(current=driver.state.value, allowed=approval.sources(Move.SUBMIT))
