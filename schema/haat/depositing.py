"""Deposits: bringing one, having it back, and what officers do with them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.haat import deposit_models as tables
from hmk_graph.haat import depositing, listing_queries, setting_deposits, taking_cash
from hmk_graph.money import Paisa
from hmk_graph.payments import queries as payment_queries
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.haat.deal_steps import TakeCashResult
from schema.haat.refusals import DepositInUse
from schema.haat.sessions import Haat
from schema.loaders import loader
from schema.pages import Connection, keyset_page
from schema.payments.paying import Payment, PaymentTry
from schema.scalars import Cursor

strawberry.enum(tables.DepositState, description="How it stands with a deposit.")


@strawberry.type(description="What the viewer brings to a haat, to bid there. Nobody else sees it.")
class Deposit:
    row: strawberry.Private[tables.Deposit]

    @strawberry.field(description="The deposit's id; tell it to the officer who takes cash.")
    def id(self) -> strawberry.ID:
        return ids.encode("Deposit", self.row.id)

    @strawberry.field(description="At which haat.")
    async def haat(self) -> Haat:
        row = await loader(listing_queries.haats_by_id).load(self.row.haat_id)
        if row is None:
            raise errors.NotFound
        return Haat(row=row)

    @strawberry.field(description="How much.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="How it stands.")
    def state(self) -> tables.DepositState:
        return self.row.state

    @strawberry.field(description="When it was announced.")
    def asked_at(self) -> datetime:
        return self.row.asked_at

    @strawberry.field(description="Since when bids may stand on it.")
    def stands_from(self) -> datetime | None:
        return self.row.stands_from

    @strawberry.field(description="The sum to pay for it.")
    async def payment(self) -> Payment | None:
        found = await loader(payment_queries.open_of, depositing.PURPOSE).load(self.row.id)
        return Payment(row=found) if found else None


BringDepositResult = Annotated[
    Deposit | IdempotencyConflict | InProgress | AccountSuspended | NotFound,
    strawberry.union("BringDepositResult", description="The deposit, or why it was refused."),
]
TakeBackDepositResult = Annotated[
    Deposit | DepositInUse | StaleState | AccountSuspended | NotFound,
    strawberry.union("TakeBackDepositResult", description="The deposit, or why it stays."),
]
SetDepositRuleResult = Annotated[
    Haat | AccountSuspended | NotFound,
    strawberry.union("SetDepositRuleResult", description="The haat, or why it was refused."),
]


@strawberry.input(description="A deposit for a haat.")
class BringDepositInput:
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    amount: Paisa = strawberry.field(description="How much, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a deposit.")


@strawberry.input(description="A deposit.")
class DepositInput:
    deposit_id: strawberry.ID = strawberry.field(description="Which deposit.")


@strawberry.input(description="Cash for a deposit, at its haat.")
class TakeDepositCashInput:
    deposit_id: strawberry.ID = strawberry.field(description="For which deposit.")
    amount: Paisa = strawberry.field(description="How much, whole taka as paisa.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a receipt.")


@strawberry.input(description="What bidders leave at a haat: 0 and 0 for nothing.")
class SetDepositRuleInput:
    haat_id: strawberry.ID = strawberry.field(description="At which haat.")
    basis_points: int = strawberry.field(
        description="Hundredths of a percent of the bidder's maximum, 1000 at most."
    )
    floor: Paisa = strawberry.field(description="The least, whole taka as paisa.")
    ceiling: Paisa | None = strawberry.field(default=None, description="The most; null: no limit.")


@strawberry.type
class DepositQuery:
    @strawberry.field(description="The deposits that the viewer brings or brought, newest first.")
    async def my_deposits(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Deposit]:
        rows = tables.Deposit.filter(account_id=info.context.require_viewer())
        return await keyset_page(
            rows, lambda row: Deposit(row=row), order=("-id",), first=first, after=after
        )


@strawberry.type
class DepositMutation:
    @strawberry.mutation(
        description=(
            "Bring a deposit to a haat, so that your bids are taken there. Pay its `payment` by a "
            "service or in cash at the haat. What you do not use goes back by the way it came."
        ),
        extensions=[ErrorsAsData()],
    )
    async def bring_deposit(self, info: Info, input: BringDepositInput) -> BringDepositResult:
        deposit = await depositing.bring(
            info.context.require_viewer(),
            ids.decode(input.haat_id, "Haat"),
            input.amount,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return Deposit(row=deposit)

    @strawberry.mutation(
        description="Have a deposit back now; refused while you lead or owe at that haat.",
        extensions=[ErrorsAsData()],
    )
    async def take_back_deposit(self, info: Info, input: DepositInput) -> TakeBackDepositResult:
        deposit = await depositing.take_back(
            info.context.require_viewer(),
            ids.decode(input.deposit_id, "Deposit"),
            clock=info.context.clock,
        )
        return Deposit(row=deposit)

    @strawberry.mutation(
        description="Write a receipt for cash taken for a deposit (an officer of the haat).",
        extensions=[ErrorsAsData()],
    )
    async def take_deposit_cash(self, info: Info, input: TakeDepositCashInput) -> TakeCashResult:
        receipt = await taking_cash.take_deposit(
            info.context.require_viewer(),
            ids.decode(input.deposit_id, "Deposit"),
            input.amount,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return PaymentTry(row=receipt)

    @strawberry.mutation(
        description="Say which deposit a haat asks for, on lots scheduled from now (its officers).",
        extensions=[ErrorsAsData()],
    )
    async def set_deposit_rule(
        self, info: Info, input: SetDepositRuleInput
    ) -> SetDepositRuleResult:
        haat = await setting_deposits.set_rule(
            info.context.require_viewer(),
            ids.decode(input.haat_id, "Haat"),
            basis_points=input.basis_points,
            floor=input.floor,
            ceiling=input.ceiling,
            clock=info.context.clock,
        )
        return Haat(row=haat)
