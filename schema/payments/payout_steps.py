"""What earners and administrators do about payouts."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.payments import chart, paying_out, payout_accounts, payout_models
from hmk_graph.payments.machines import PayoutAccountCommand
from schema import ids
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended, SecondOfficerNeeded
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.payments.payouts import Payout, PayoutAccount
from schema.payments.refusals import ReferenceUsed


@strawberry.type(description="What the platform keeps of earnings from now on.")
class Commission:
    kind: str = strawberry.field(description="Of whom: seller or shop.")
    basis_points: int = strawberry.field(description="Hundredths of a percent.")


SellerPayoutResult = Annotated[
    PayoutAccount | IdempotencyConflict | InProgress | AccountSuspended,
    strawberry.union("SellerPayoutResult", description="The place, or why it was refused."),
]
PayoutAccountResult = Annotated[
    PayoutAccount | StaleState | NotFound,
    strawberry.union("PayoutAccountResult", description="The place, or why nothing was done."),
]
PayoutResult = Annotated[
    Payout | StaleState | NotFound,
    strawberry.union("PayoutResult", description="The payout, or why nothing was done."),
]
UndoPayoutResult = Annotated[
    Payout | SecondOfficerNeeded | StaleState | NotFound,
    strawberry.union("UndoPayoutResult", description="The payout, or why nothing was done."),
]
ConfirmPayoutResult = Annotated[
    Payout | ReferenceUsed | StaleState | NotFound,
    strawberry.union("ConfirmPayoutResult", description="The payout, or why it was refused."),
]
SetCommissionResult = Annotated[
    Commission | IdempotencyConflict | InProgress,
    strawberry.union("SetCommissionResult", description="What holds now, or why it was refused."),
]
strawberry.enum(PayoutAccountCommand, name="PayoutAccountMove", description="A decision on it.")


@strawberry.input(description="Where a person's own earnings shall be sent.")
class SellerPayoutInput:
    method: payout_models.PayoutMethod = strawberry.field(description="By which way.")
    number: str = strawberry.field(description="The mobile number, or that of the bank account.")
    holder: str = strawberry.field(description="In whose name it stands.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a change.")
    bank: str = strawberry.field(default="", description="Bank and branch, for BANK.")


@strawberry.input(description="A decision on a place that earnings are sent to.")
class DecidePayoutAccountInput:
    payout_account_id: strawberry.ID = strawberry.field(description="Which place.")
    decision: PayoutAccountCommand = strawberry.field(description="What becomes of it.")
    reason: str = strawberry.field(default="", description="Why, to reject or restrict.")


@strawberry.input(description="A payout.")
class PayoutInput:
    payout_id: strawberry.ID = strawberry.field(description="Which payout.")


@strawberry.input(description="The proof of a payout.")
class ConfirmPayoutInput:
    payout_id: strawberry.ID = strawberry.field(description="Which payout.")
    reference: str = strawberry.field(description="The number of the service or bank.")


@strawberry.input(description="A payout that does not go on.")
class GiveUpPayoutInput:
    payout_id: strawberry.ID = strawberry.field(description="Which payout.")
    reason: str = strawberry.field(description="Why.")


@strawberry.input(description="What the platform keeps of earnings.")
class SetCommissionInput:
    kind: str = strawberry.field(description="Of whom: seller or shop.")
    basis_points: int = strawberry.field(description="Hundredths of a percent, 1000 at most.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a change.")


@strawberry.type
class PayoutMutation:
    @strawberry.mutation(
        description=(
            "Say where your earnings with animals shall be sent. An administrator checks it; until "
            "then they go where they went."
        ),
        extensions=[ErrorsAsData()],
    )
    async def set_seller_payout(self, info: Info, input: SellerPayoutInput) -> SellerPayoutResult:
        viewer_id = info.context.require_viewer()
        account = await payout_accounts.ask(
            viewer_id,
            chart.due_to_seller(viewer_id),
            method=input.method,
            number=input.number,
            holder=input.holder,
            bank=input.bank,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return PayoutAccount(row=account)

    @strawberry.mutation(
        description="Check a place that earnings are sent to, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def decide_payout_account(
        self, info: Info, input: DecidePayoutAccountInput
    ) -> PayoutAccountResult:
        account = await payout_accounts.decide(
            info.context.require_viewer(),
            ids.decode(input.payout_account_id, "PayoutAccount"),
            input.decision,
            reason=input.reason,
            clock=info.context.clock,
        )
        return PayoutAccount(row=account)

    @strawberry.mutation(
        description="Take a payout in hand before you send it, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def send_payout(self, info: Info, input: PayoutInput) -> PayoutResult:
        payout = await paying_out.send(
            info.context.require_viewer(),
            ids.decode(input.payout_id, "Payout"),
            clock=info.context.clock,
        )
        return Payout(row=payout)

    @strawberry.mutation(
        description="Say under which number you sent a payout, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_payout(self, info: Info, input: ConfirmPayoutInput) -> ConfirmPayoutResult:
        payout = await paying_out.confirm(
            info.context.require_viewer(),
            ids.decode(input.payout_id, "Payout"),
            reference=input.reference,
            clock=info.context.clock,
        )
        return Payout(row=payout)

    @strawberry.mutation(
        description=(
            "Say that a payout you sent did not arrive, as an administrator; its money is cut anew."
        ),
        extensions=[ErrorsAsData()],
    )
    async def fail_payout(self, info: Info, input: GiveUpPayoutInput) -> UndoPayoutResult:
        payout = await paying_out.fail(
            info.context.require_viewer(),
            ids.decode(input.payout_id, "Payout"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return Payout(row=payout)

    @strawberry.mutation(
        description="Take back a payout that nobody has begun to send, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def cancel_payout(self, info: Info, input: GiveUpPayoutInput) -> UndoPayoutResult:
        payout = await paying_out.cancel(
            info.context.require_viewer(),
            ids.decode(input.payout_id, "Payout"),
            reason=input.reason,
            clock=info.context.clock,
        )
        return Payout(row=payout)

    @strawberry.mutation(
        description="Say what the platform keeps of earnings from now on, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def set_commission(self, info: Info, input: SetCommissionInput) -> SetCommissionResult:
        rule = await paying_out.set_commission(
            info.context.require_viewer(),
            kind=input.kind,
            basis_points=input.basis_points,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Commission(kind=rule.kind, basis_points=rule.basis_points)
