"""The administrators' desk of money: what was set aside, and what a person has to send back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa
from hmk_graph.payments import deciding, paying_models, queries, refunding
from schema import ids
from schema.accounts.people_context import Info
from schema.accounts.refusals import SecondOfficerNeeded
from schema.errors import ErrorsAsData, NotFound, StaleState
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.payments.choices import AttemptState, Choice, RefundState
from schema.payments.refusals import NothingDue, ReferenceUsed
from schema.scalars import Cursor


@strawberry.type(description="What one administrator said, and who agreed.")
class SetAsideDecision:
    row: strawberry.Private[paying_models.SetAsideDecision]

    @strawberry.field(description="What shall become of the money.")
    def choice(self) -> Choice:
        return self.row.choice

    @strawberry.field(description="Why.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="Who said so first.")
    async def asked_by_name(self) -> str:
        return await loader(account_queries.names).load(self.row.asked_by_id)

    @strawberry.field(description="When.")
    def asked_at(self) -> datetime:
        return self.row.asked_at

    @strawberry.field(description="When another one agreed, which moved the money.")
    def agreed_at(self) -> datetime | None:
        return self.row.agreed_at


@strawberry.type(description="A payment that does not fit its bill. Administrators see it.")
class SetAsidePayment:
    row: strawberry.Private[paying_models.Attempt]

    @strawberry.field(description="The id of the try to pay.")
    def id(self) -> strawberry.ID:
        return ids.encode("PaymentTry", self.row.id)

    @strawberry.field(description="By which service.")
    def gateway(self) -> str:
        return self.row.gateway

    @strawberry.field(description="Our number of it; the service knows it too.")
    def invoice(self) -> str:
        return self.row.invoice

    @strawberry.field(description="How much was asked for.")
    def asked(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="How much has arrived in taka; 0: nothing that could be counted.")
    async def arrived(self) -> Paisa:
        return await loader(queries.arrived).load(self.row.invoice)

    @strawberry.field(description="What does not fit, as the service told it.")
    def misfit(self) -> str:
        return self.row.failure

    @strawberry.field(description="How the try stands.")
    def state(self) -> AttemptState:
        return self.row.state

    @strawberry.field(description="For what kind of thing, such as haat.deal.")
    async def purpose(self) -> str:
        return (await loader(queries.attempts).load(self.row.id)).intent.purpose

    @strawberry.field(description="What was said about it; null: nothing yet.")
    async def decision(self) -> SetAsideDecision | None:
        row = await loader(queries.decisions).load(self.row.id)
        return SetAsideDecision(row=row) if row else None

    @strawberry.field(description="When the payer began.")
    def created_at(self) -> datetime:
        return self.row.created_at


@strawberry.type(description="Money that goes back through a person's hands.")
class HandRefund:
    row: strawberry.Private[paying_models.Refund]

    @strawberry.field(description="Its id.")
    def id(self) -> strawberry.ID:
        return ids.encode("HandRefund", self.row.id)

    @strawberry.field(description="How much goes back.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="Why, in Bengali and English.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="How it stands.")
    def state(self) -> RefundState:
        return self.row.state

    @strawberry.field(description="By which way the money came: bkash, nagad, cash and so on.")
    async def gateway(self) -> str:
        attempt = await loader(queries.attempts).load(self.row.attempt_id)
        return attempt.gateway.partition(":")[0]

    @strawberry.field(description="The service's own number of the payment.")
    async def paid_under(self) -> str | None:
        return (await loader(queries.attempts).load(self.row.attempt_id)).gateway_trx

    @strawberry.field(description="Who gets it; null: a guest, known to the service alone.")
    async def payer_name(self) -> str | None:
        attempt = await loader(queries.attempts).load(self.row.attempt_id)
        payer_id = attempt.intent.payer_id
        return None if payer_id is None else await loader(account_queries.names).load(payer_id)

    @strawberry.field(description="Under which number it went back.")
    def reference(self) -> str | None:
        return self.row.gateway_ref

    @strawberry.field(description="Since when it waits.")
    def created_at(self) -> datetime:
        return self.row.created_at


DecideSetAsideResult = Annotated[
    SetAsidePayment | SecondOfficerNeeded | NothingDue | StaleState | NotFound,
    strawberry.union("DecideSetAsideResult", description="The payment, or why it was refused."),
]
SendRefundByHandResult = Annotated[
    HandRefund | ReferenceUsed | StaleState | NotFound,
    strawberry.union("SendRefundByHandResult", description="The refund, or why it was refused."),
]


@strawberry.input(description="What shall become of a payment that was set aside.")
class DecideSetAsideInput:
    try_id: strawberry.ID = strawberry.field(description="Which try to pay.")
    choice: Choice = strawberry.field(description="What becomes of it.")
    reason: str = strawberry.field(description="Why, in a sentence.")


@strawberry.input(description="The proof of a refund that a person has sent.")
class SendRefundByHandInput:
    refund_id: strawberry.ID = strawberry.field(description="Which refund.")
    reference: str = strawberry.field(description="The number of the service or bank.")


def hand_refund(row: paying_models.Refund) -> HandRefund:
    """Wrap a row."""
    return HandRefund(row=row)


@strawberry.type
class MoneyDeskQuery:
    @strawberry.field(
        description="Payments to be decided about, oldest first. Administrators; others see none."
    )
    async def payments_set_aside(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[SetAsidePayment]:
        rows = await queries.set_aside(info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: SetAsidePayment(row=row), order=("id",), first=first, after=after
        )

    @strawberry.field(
        description=(
            "Refunds that their own way refused and a person has to send, oldest first. "
            "Administrators; others see none."
        )
    )
    async def refunds_by_hand(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[HandRefund]:
        rows = await queries.refunds_by_hand(info.context.require_viewer())
        return await keyset_page(rows, hand_refund, order=("id",), first=first, after=after)


@strawberry.type
class MoneyDeskMutation:
    @strawberry.mutation(
        description=(
            "Have money that was set aside count or go back, as an administrator. It moves when a "
            "second one says the same."
        ),
        extensions=[ErrorsAsData()],
    )
    async def decide_set_aside(
        self, info: Info, input: DecideSetAsideInput
    ) -> DecideSetAsideResult:
        attempt = await deciding.decide(
            info.context.require_viewer(),
            ids.decode(input.try_id, "PaymentTry"),
            input.choice,
            reason=input.reason,
            targets=info.context.payment_targets,
            clock=info.context.clock,
        )
        return SetAsidePayment(row=attempt)

    @strawberry.mutation(
        description="Say under which number you sent a refund back, as an administrator.",
        extensions=[ErrorsAsData()],
    )
    async def send_refund_by_hand(
        self, info: Info, input: SendRefundByHandInput
    ) -> SendRefundByHandResult:
        refund = await refunding.send_by_hand(
            info.context.require_viewer(),
            ids.decode(input.refund_id, "HandRefund"),
            reference=input.reference,
        )
        return HandRefund(row=refund)
