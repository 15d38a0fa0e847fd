"""What a person has to pay, and the ways to pay it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.payments import paying, queries
from hmk_graph.payments.paying_models import Attempt, Intent
from schema import ids
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.payments.choices import AttemptState, IntentState
from schema.payments.refusals import AmountOutOfRange, GatewayUnavailable, NothingDue
from schema.scalars import Cursor


@strawberry.type(description="One try to pay by one service.")
class PaymentTry:
    row: strawberry.Private[Attempt]

    @strawberry.field(description="The try's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("PaymentTry", self.row.id)

    @strawberry.field(description="By which service: bkash, sslcommerz, nagad, or cash.")
    def gateway(self) -> str:
        return self.row.gateway.partition(":")[0]

    @strawberry.field(description="How much.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="How it stands.")
    def state(self) -> AttemptState:
        return self.row.state

    @strawberry.field(description="Our number of it; the service knows it too.")
    def invoice(self) -> str:
        return self.row.invoice

    @strawberry.field(description="Where the payer agrees to it; null once it is decided.")
    def pay_url(self) -> str | None:
        return self.row.pay_url if self.row.state is AttemptState.REDIRECTED else None

    @strawberry.field(description="When it began.")
    def created_at(self) -> datetime:
        return self.row.created_at


@strawberry.type(description="A sum that the viewer has to pay, or has paid. Nobody else sees it.")
class Payment:
    row: strawberry.Private[Intent]

    @strawberry.field(description="The payment's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("Payment", self.row.id)

    @strawberry.field(description="For what kind of thing, such as haat.deal.")
    def purpose(self) -> str:
        return self.row.purpose

    @strawberry.field(description="How much in all.")
    def due(self) -> Paisa:
        return Paisa(self.row.due_paisa)

    @strawberry.field(description="How much of it has arrived.")
    def paid(self) -> Paisa:
        return Paisa(self.row.captured_paisa)

    @strawberry.field(description="How much is still to be paid.")
    def left(self) -> Paisa:
        return paying.left(self.row)

    @strawberry.field(description="How it stands.")
    def state(self) -> IntentState:
        return self.row.state

    @strawberry.field(description="Until when it can be paid; null without an end.")
    def expires_at(self) -> datetime | None:
        return self.row.expires_at

    @strawberry.field(description="When it became due.")
    def created_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="The tries to pay it, newest first, at most twenty.")
    async def tries(self) -> list[PaymentTry]:
        rows = await loader(queries.latest_attempts).load(self.row.id)
        return [PaymentTry(row=row) for row in rows]


@strawberry.type(description="A service by which one can pay here.")
class PaymentService:
    name: str = strawberry.field(description="Its name, as `beginPayment` takes it.")
    smallest: Paisa = strawberry.field(description="The least of one payment.")
    largest: Paisa = strawberry.field(description="The most of one payment; larger sums in parts.")


BeginPaymentResult = Annotated[
    PaymentTry
    | NothingDue
    | AmountOutOfRange
    | GatewayUnavailable
    | IdempotencyConflict
    | InProgress
    | AccountSuspended
    | NotFound,
    strawberry.union("BeginPaymentResult", description="Where to pay, or why it was refused."),
]


@strawberry.input(description="A try to pay what is due, or a part of it.")
class BeginPaymentInput:
    payment_id: strawberry.ID = strawberry.field(description="Which sum.")
    gateway: str = strawberry.field(description="By which service.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each try.")
    amount: Paisa | None = strawberry.field(
        default=None, description="How much now; left out, all that is left and one try can take."
    )


@strawberry.type
class PaymentQuery:
    @strawberry.field(description="A sum of the viewer's; null if there is no such one.")
    async def payment(self, info: Info, id: strawberry.ID) -> Payment | None:
        row = await queries.intent(info.context.require_viewer(), ids.decode(id, "Payment"))
        return Payment(row=row) if row else None

    @strawberry.field(description="What the viewer has to pay and has paid, newest first.")
    async def my_payments(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Payment]:
        found = queries.intents_of(info.context.require_viewer())
        return await keyset_page(
            found, lambda row: Payment(row=row), order=("-id",), first=first, after=after
        )

    @strawberry.field(description="The services by which one can pay here.")
    async def payment_services(self, info: Info) -> list[PaymentService]:
        return [
            PaymentService(name=name, smallest=gateway.smallest, largest=gateway.largest)
            for name, gateway in sorted(info.context.gateways.items())
        ]


@strawberry.type
class PaymentMutation:
    @strawberry.mutation(
        description=(
            "Begin to pay: go to the `payUrl` of the answer, and come back. Whether it was paid is "
            "told on `accountEvents`."
        ),
        extensions=[ErrorsAsData()],
    )
    async def begin_payment(self, info: Info, input: BeginPaymentInput) -> BeginPaymentResult:
        context = info.context
        attempt = await paying.begin(
            context.require_viewer(),
            ids.decode(input.payment_id, "Payment"),
            paying.gateway_of(context.gateways, input.gateway),
            input.amount,
            doors=context.payment_doors,
            idempotency_key=input.idempotency_key,
            clock=context.clock,
        )
        return PaymentTry(row=attempt)
