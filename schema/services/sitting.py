"""What providers and citizens do about sittings and numbers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.services import closing, numbering
from hmk_graph.services import sitting as holding_sittings
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.services.refusals import (
    HasSerial,
    NobodyWaits,
    NotBookable,
    OwnService,
    SittingFull,
    SittingNotOpen,
    SlotTaken,
)
from schema.services.sittings import Serial, Sitting


@strawberry.input(description="A sitting to be.")
class PlanSittingInput:
    option_id: strawberry.ID = strawberry.field(description="At which price of which service.")
    starts_at: datetime = strawberry.field(description="From when.")
    finishes_at: datetime = strawberry.field(description="Until when, within sixteen hours.")
    capacity: int = strawberry.field(description="How many numbers, 1 to 200.")
    average_minutes: int = strawberry.field(description="How long one person takes, 1 to 240.")
    opens_at: datetime | None = strawberry.field(
        default=None, description="From when numbers are given; null: at once."
    )
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="A sitting.")
class SittingInput:
    sitting_id: strawberry.ID = strawberry.field(description="Which.")


@strawberry.input(description="A sitting to take a number of.")
class TakeSerialInput:
    sitting_id: strawberry.ID = strawberry.field(description="Of which.")
    idempotency_key: str = strawberry.field(description="Made by the client, once for this wish.")


@strawberry.input(description="A number.")
class SerialInput:
    serial_id: strawberry.ID = strawberry.field(description="Which.")


PlanSittingResult = Annotated[
    Sitting
    | NotBookable
    | SlotTaken
    | NotFound
    | IdempotencyConflict
    | InProgress
    | AccountSuspended,
    strawberry.union("PlanSittingResult", description="The sitting, or why not."),
]
SittingResult = Annotated[
    Sitting | StaleState | NotFound | AccountSuspended,
    strawberry.union("SittingResult", description="The sitting, or why nothing was done."),
]
CallNextResult = Annotated[
    Sitting | NobodyWaits | StaleState | NotFound | AccountSuspended,
    strawberry.union("CallNextResult", description="The sitting, or why not."),
]
TakeSerialResult = Annotated[
    Serial
    | SittingFull
    | SittingNotOpen
    | HasSerial
    | OwnService
    | NotBookable
    | NotFound
    | IdempotencyConflict
    | InProgress
    | AccountSuspended,
    strawberry.union("TakeSerialResult", description="The number, or why not."),
]
SerialResult = Annotated[
    Serial | StaleState | NotFound | AccountSuspended,
    strawberry.union("SerialResult", description="The number, or why nothing was done."),
]


@strawberry.type
class SittingMutation:
    @strawberry.mutation(
        description="Announce a sitting, as a provider.", extensions=[ErrorsAsData()]
    )
    async def plan_sitting(self, info: Info, input: PlanSittingInput) -> PlanSittingResult:
        plan = holding_sittings.Plan(
            option_id=ids.decode(input.option_id, "PriceOption"),
            starts_at=input.starts_at,
            finishes_at=input.finishes_at,
            capacity=input.capacity,
            average_m=input.average_minutes,
            opens_at=input.opens_at,
        )
        viewer_id, key = info.context.require_viewer(), input.idempotency_key
        clock = info.context.clock
        row = await holding_sittings.plan(viewer_id, plan, idempotency_key=key, clock=clock)
        return Sitting(row=row)

    @strawberry.mutation(description="Begin to serve.", extensions=[ErrorsAsData()])
    async def begin_sitting(self, info: Info, input: SittingInput) -> SittingResult:
        viewer_id, pk = _which(info, input.sitting_id)
        return Sitting(row=await holding_sittings.begin(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="End a sitting; whoever still waits is told.", extensions=[ErrorsAsData()]
    )
    async def end_sitting(self, info: Info, input: SittingInput) -> SittingResult:
        viewer_id, pk = _which(info, input.sitting_id)
        return Sitting(row=await closing.end(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Call a sitting off; whoever waits is told.", extensions=[ErrorsAsData()]
    )
    async def call_off_sitting(self, info: Info, input: SittingInput) -> SittingResult:
        viewer_id, pk = _which(info, input.sitting_id)
        clock = info.context.clock
        return Sitting(row=await closing.call_off(viewer_id, pk, clock=clock))

    @strawberry.mutation(
        description="Serve who was called to the end, and call the next number.",
        extensions=[ErrorsAsData()],
    )
    async def call_next(self, info: Info, input: SittingInput) -> CallNextResult:
        viewer_id, pk = _which(info, input.sitting_id)
        return Sitting(row=await numbering.call_next(viewer_id, pk, clock=info.context.clock))

    @strawberry.mutation(
        description="Pass over who was called and did not come.", extensions=[ErrorsAsData()]
    )
    async def skip_serial(self, info: Info, input: SerialInput) -> SerialResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.serial_id, "Serial")
        return Serial(row=await numbering.skip(viewer_id, pk))

    @strawberry.mutation(
        description="Let who was passed over wait again; once.", extensions=[ErrorsAsData()]
    )
    async def take_back_serial(self, info: Info, input: SerialInput) -> SerialResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.serial_id, "Serial")
        return Serial(row=await numbering.take_back(viewer_id, pk))

    @strawberry.mutation(
        description="Take a number: the lowest that is free and not passed yet.",
        extensions=[ErrorsAsData()],
    )
    async def take_serial(self, info: Info, input: TakeSerialInput) -> TakeSerialResult:
        viewer_id, pk = _which(info, input.sitting_id)
        key, clock = input.idempotency_key, info.context.clock
        return Serial(row=await numbering.take(viewer_id, pk, idempotency_key=key, clock=clock))

    @strawberry.mutation(description="Give one's number back.", extensions=[ErrorsAsData()])
    async def leave_serial(self, info: Info, input: SerialInput) -> SerialResult:
        viewer_id, pk = info.context.require_viewer(), ids.decode(input.serial_id, "Serial")
        return Serial(row=await numbering.leave(viewer_id, pk))


def _which(info: Info, sitting_id: strawberry.ID) -> tuple[int, int]:
    return info.context.require_viewer(), ids.decode(sitting_id, "Sitting")
