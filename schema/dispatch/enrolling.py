"""How people become drivers: papers and vehicles, and what officers say to them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from hmk_graph.accounts.approval import Move
from hmk_graph.dispatch import approving_drivers, enrolling
from hmk_graph.services import papering
from schema import ids
from schema.accounts.refusals import (
    AccountSuspended,
    NotAHome,
    NotOnOneself,
    PhoneNotValid,
    ReasonTooShort,
    SecondOfficerNeeded,
    StillOwing,
)
from schema.context import Info
from schema.dispatch.choices import DriverDecision, VehicleKind
from schema.dispatch.drivers import Driver, Vehicle
from schema.dispatch.refusals import DriverIncomplete, StillOnTrip
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.media import PapersMissing


@strawberry.input(description="What a driver writes about himself.")
class SaveDriverInput:
    name: str = strawberry.field(description="What riders see.")
    contact_phone: str = strawberry.field(description="Where riders call, in any spelling.")
    place_id: strawberry.ID = strawberry.field(
        description="The union or municipality where he lives."
    )
    licence_no: str = strawberry.field(default="", description="Of what needs one.")
    licence_until: date | None = strawberry.field(default=None, description="Its last day.")
    statement: str = strawberry.field(
        default="", description="What one drives or can do. Needed before it is handed in."
    )


@strawberry.input(description="A vehicle, or (ON_FOOT) a skill.")
class AddVehicleInput:
    kind: VehicleKind = strawberry.field(description="What it is.")
    plate_no: str = strawberry.field(default="", description="Its number.")
    seats: int = strawberry.field(default=1, description="How many it carries, 1 to 60.")
    skill: str = strawberry.field(
        default="", description="Of who comes on foot: `driver`, or the slug of a service."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, one a vehicle.")


@strawberry.input(description="A vehicle to put out of use.")
class RetireVehicleInput:
    vehicle_id: strawberry.ID = strawberry.field(description="Which vehicle.")


@strawberry.input(description="An officer's decision about a driver.")
class DecideDriverInput:
    driver_id: strawberry.ID = strawberry.field(description="About whom.")
    decision: DriverDecision = strawberry.field(
        description="TERMINATE takes effect when a second officer decides it too."
    )
    reason: str = strawberry.field(
        default="", description="At least ten characters, but for VERIFY and RESTORE."
    )


@strawberry.input(description="An officer's decision about a vehicle.")
class DecideVehicleInput:
    vehicle_id: strawberry.ID = strawberry.field(description="Which vehicle.")
    usable: bool = strawberry.field(description="Whether it may be used.")
    reason: str = strawberry.field(
        default="", description="At least ten characters where it may not."
    )


SaveDriverResult = Annotated[
    Driver | PhoneNotValid | NotAHome | NotFound | StaleState | AccountSuspended,
    strawberry.union("SaveDriverResult", description="The papers, or why not."),
]
SubmitDriverResult = Annotated[
    Driver | DriverIncomplete | NotFound | StaleState | AccountSuspended,
    strawberry.union("SubmitDriverResult", description="The papers, or why not."),
]
AddVehicleResult = Annotated[
    Vehicle | NotFound | AccountSuspended | IdempotencyConflict | InProgress,
    strawberry.union("AddVehicleResult", description="The vehicle, or why not."),
]
RetireVehicleResult = Annotated[
    Vehicle | StillOnTrip | NotFound | AccountSuspended,
    strawberry.union("RetireVehicleResult", description="The vehicle, or why not."),
]
DecideDriverResult = Annotated[
    Driver
    | NotFound
    | NotOnOneself
    | StaleState
    | PapersMissing
    | ReasonTooShort
    | SecondOfficerNeeded
    | StillOwing
    | AccountSuspended,
    strawberry.union("DecideDriverResult", description="The driver, or why not."),
]
DecideVehicleResult = Annotated[
    Vehicle
    | NotFound
    | NotOnOneself
    | StaleState
    | PapersMissing
    | ReasonTooShort
    | AccountSuspended,
    strawberry.union("DecideVehicleResult", description="The vehicle, or why not."),
]


@strawberry.type
class DriverMutation:
    @strawberry.mutation(
        description="Write one's papers as a driver, or write them anew.",
        extensions=[ErrorsAsData()],
    )
    async def save_driver(self, info: Info, input: SaveDriverInput) -> SaveDriverResult:
        papers = enrolling.Papers(
            name=input.name,
            contact_phone=input.contact_phone,
            place_id=ids.decode(input.place_id, "Place"),
            licence_no=input.licence_no,
            licence_until=input.licence_until,
            statement=input.statement,
        )
        row = await enrolling.save_papers(
            info.context.require_viewer(), papers, clock=info.context.clock
        )
        return Driver(row=row)

    @strawberry.mutation(
        description="Hand one's papers in. Officers have three working days.",
        extensions=[ErrorsAsData()],
    )
    async def submit_driver(self, info: Info) -> SubmitDriverResult:
        row = await enrolling.submit_papers(info.context.require_viewer(), clock=info.context.clock)
        return Driver(row=row)

    @strawberry.mutation(
        description="Write down what one goes out with.", extensions=[ErrorsAsData()]
    )
    async def add_vehicle(self, info: Info, input: AddVehicleInput) -> AddVehicleResult:
        row = await enrolling.add_vehicle(
            info.context.require_viewer(),
            input.kind,
            plate_no=input.plate_no,
            seats=input.seats,
            skill=input.skill,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Vehicle(row=row)

    @strawberry.mutation(
        description="Put a vehicle out of use for good.", extensions=[ErrorsAsData()]
    )
    async def retire_vehicle(self, info: Info, input: RetireVehicleInput) -> RetireVehicleResult:
        row = await enrolling.retire_vehicle(
            info.context.require_viewer(), ids.decode(input.vehicle_id, "Vehicle")
        )
        return Vehicle(row=row)

    @strawberry.mutation(
        description="Decide about a driver, as an officer of the area.",
        extensions=[ErrorsAsData()],
    )
    async def decide_driver(self, info: Info, input: DecideDriverInput) -> DecideDriverResult:
        row = await approving_drivers.decide_driver(
            info.context.require_viewer(),
            ids.decode(input.driver_id, "Driver"),
            Move[input.decision.name],
            reason=input.reason,
            papers=papering.missing_for_calls,
            clock=info.context.clock,
        )
        return Driver(row=row)

    @strawberry.mutation(
        description="Say whether a vehicle may be used, as an officer of the area.",
        extensions=[ErrorsAsData()],
    )
    async def decide_vehicle(self, info: Info, input: DecideVehicleInput) -> DecideVehicleResult:
        row = await approving_drivers.decide_vehicle(
            info.context.require_viewer(),
            ids.decode(input.vehicle_id, "Vehicle"),
            usable=input.usable,
            reason=input.reason,
            papers=papering.missing_for_calls,
        )
        return Vehicle(row=row)
