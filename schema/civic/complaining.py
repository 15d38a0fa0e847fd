"""What citizens and officers do with complaints."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.civic import complaining, handling
from schema import ids
from schema.accounts.refusals import AccountSuspended, ReasonTooShort
from schema.civic.choices import ComplaintKind
from schema.civic.complaints import Complaint
from schema.civic.refusals import (
    NotAssignedToYou,
    NotForThisOfficer,
    OpenComplaintLimit,
    ReopenOver,
    TextTooShort,
)
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.media import AttachedElsewhere, MediaNotReady, PictureInput

LodgeComplaintResult = Annotated[
    Complaint
    | TextTooShort
    | OpenComplaintLimit
    | MediaNotReady
    | AttachedElsewhere
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("LodgeComplaintResult", description="The complaint, or why it was refused."),
]
ComplaintAnswerResult = Annotated[
    Complaint | TextTooShort | ReopenOver | StaleState | AccountSuspended | NotFound,
    strawberry.union("ComplaintAnswerResult", description="The complaint, or why it stays."),
]
AssignComplaintResult = Annotated[
    Complaint | NotForThisOfficer | ReasonTooShort | StaleState | AccountSuspended | NotFound,
    strawberry.union("AssignComplaintResult", description="The complaint, or why it stays."),
]
HandleComplaintResult = Annotated[
    Complaint
    | NotAssignedToYou
    | TextTooShort
    | MediaNotReady
    | AttachedElsewhere
    | StaleState
    | AccountSuspended
    | NotFound,
    strawberry.union("HandleComplaintResult", description="The complaint, or why it stays."),
]


@strawberry.input(description="What is wrong.")
class LodgeComplaintInput:
    kind: ComplaintKind = strawberry.field(description="What it is about.")
    place_id: strawberry.ID = strawberry.field(description="The union or municipality.")
    text: str = strawberry.field(description="What is wrong, in at least ten characters.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a complaint.")
    address: str = strawberry.field(
        default="", description="Where exactly; read by officers alone."
    )
    media: list[PictureInput] = strawberry.field(
        default_factory=list, description="At most four photos of yours."
    )


@strawberry.input(description="A complaint.")
class ComplaintInput:
    complaint_id: strawberry.ID = strawberry.field(description="Which complaint.")


@strawberry.input(description="A complaint, and words about it.")
class ComplaintTextInput:
    complaint_id: strawberry.ID = strawberry.field(description="Which complaint.")
    text: str = strawberry.field(
        description="What is to be said, in at least ten characters; both sides read it."
    )


@strawberry.input(description="What was done about a complaint.")
class ResolveComplaintInput:
    complaint_id: strawberry.ID = strawberry.field(description="Which complaint.")
    text: str = strawberry.field(description="What was done, in at least ten characters.")
    media: list[PictureInput] = strawberry.field(
        default_factory=list, description="At most four photos of yours."
    )


@strawberry.input(description="Who shall see to a complaint.")
class AssignComplaintInput:
    complaint_id: strawberry.ID = strawberry.field(description="Which complaint.")
    officer_id: strawberry.ID | None = strawberry.field(
        default=None, description="Which officer of its desk; null: the viewer."
    )
    reason: str = strawberry.field(
        default="", description="Why it is taken from who had it, in at least ten characters."
    )


@strawberry.type
class ComplainingMutation:
    @strawberry.mutation(
        description="Complain. Officers have the time of its kind, counted in working hours.",
        extensions=[ErrorsAsData()],
    )
    async def lodge_complaint(self, info: Info, input: LodgeComplaintInput) -> LodgeComplaintResult:
        grievance = complaining.Grievance(
            kind=input.kind,
            place_id=ids.decode(input.place_id, "Place"),
            text=input.text,
            address=input.address,
            pictures=[one.read() for one in input.media],
        )
        row = await complaining.lodge(
            info.context.require_viewer(),
            grievance,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Complaint(row=row)

    @strawberry.mutation(description="Answer what an officer asked.", extensions=[ErrorsAsData()])
    async def answer_complaint(
        self, info: Info, input: ComplaintTextInput
    ) -> ComplaintAnswerResult:
        viewer_id, clock = info.context.require_viewer(), info.context.clock
        return Complaint(
            row=await complaining.answer(viewer_id, _pk(input), input.text, clock=clock)
        )

    @strawberry.mutation(
        description="Say that it is mended; that closes it.", extensions=[ErrorsAsData()]
    )
    async def confirm_complaint_fixed(
        self, info: Info, input: ComplaintInput
    ) -> ComplaintAnswerResult:
        viewer_id, clock = info.context.require_viewer(), info.context.clock
        return Complaint(row=await complaining.confirm(viewer_id, _pk(input), clock=clock))

    @strawberry.mutation(
        description="Say that it is not mended, within fifteen days and at most twice.",
        extensions=[ErrorsAsData()],
    )
    async def reopen_complaint(
        self, info: Info, input: ComplaintTextInput
    ) -> ComplaintAnswerResult:
        viewer_id, clock = info.context.require_viewer(), info.context.clock
        return Complaint(
            row=await complaining.reopen(viewer_id, _pk(input), input.text, clock=clock)
        )


@strawberry.type
class HandlingMutation:
    @strawberry.mutation(
        description="Take a complaint of one's desk, or give it to another officer of it.",
        extensions=[ErrorsAsData()],
    )
    async def assign_complaint(
        self, info: Info, input: AssignComplaintInput
    ) -> AssignComplaintResult:
        viewer_id = info.context.require_viewer()
        to_id = viewer_id if input.officer_id is None else ids.decode(input.officer_id, "Account")
        row = await handling.assign(
            viewer_id, _pk(input), to_id, reason=input.reason, clock=info.context.clock
        )
        return Complaint(row=row)

    @strawberry.mutation(description="Say that work on it has begun.", extensions=[ErrorsAsData()])
    async def begin_complaint(self, info: Info, input: ComplaintInput) -> HandleComplaintResult:
        viewer_id, clock = info.context.require_viewer(), info.context.clock
        return Complaint(row=await handling.begin(viewer_id, _pk(input), clock=clock))

    @strawberry.mutation(
        description="Ask its author something; the officer's time stands still until he answers.",
        extensions=[ErrorsAsData()],
    )
    async def ask_complainant(self, info: Info, input: ComplaintTextInput) -> HandleComplaintResult:
        viewer_id, clock = info.context.require_viewer(), info.context.clock
        return Complaint(row=await handling.ask(viewer_id, _pk(input), input.text, clock=clock))

    @strawberry.mutation(
        description="Say what was done. Whether it is mended, its author says.",
        extensions=[ErrorsAsData()],
    )
    async def resolve_complaint(
        self, info: Info, input: ResolveComplaintInput
    ) -> HandleComplaintResult:
        row = await handling.resolve(
            info.context.require_viewer(),
            _pk(input),
            input.text,
            [one.read() for one in input.media],
            clock=info.context.clock,
        )
        return Complaint(row=row)

    @strawberry.mutation(description="Say why nothing will be done.", extensions=[ErrorsAsData()])
    async def reject_complaint(
        self, info: Info, input: ComplaintTextInput
    ) -> HandleComplaintResult:
        viewer_id, clock = info.context.require_viewer(), info.context.clock
        return Complaint(row=await handling.reject(viewer_id, _pk(input), input.text, clock=clock))


def _pk(
    input: ComplaintInput | ComplaintTextInput | ResolveComplaintInput | AssignComplaintInput,
) -> int:
    return ids.decode(input.complaint_id, "Complaint")
