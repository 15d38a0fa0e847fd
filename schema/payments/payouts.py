"""Earnings: where they are sent to, each sending, and the statement of a time."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from hmk_graph.accounts import queries as account_queries
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, paying_out, queries, statements
from hmk_graph.payments import payout_models as tables
from hmk_graph.phone import masked
from schema import ids
from schema.accounts.people_context import Info
from schema.loaders import loader, moment
from schema.pages import Connection, keyset_page
from schema.scalars import Cursor

strawberry.enum(tables.PayoutMethod, description="By which way earnings are sent.")
strawberry.enum(
    tables.PayoutAccountState, description="How it stands with a place that earnings are sent to."
)
strawberry.enum(tables.PayoutState, description="How it stands with one sending.")


@strawberry.type(
    description="Where earnings are sent to. Who earns them sees it, and administrators."
)
class PayoutAccount:
    row: strawberry.Private[tables.PayoutAccount]

    @strawberry.field(description="Its id.")
    def id(self) -> strawberry.ID:
        return ids.encode("PayoutAccount", self.row.id)

    @strawberry.field(description="Whose earnings: seller or shop.")
    def kind(self) -> str:
        return self.row.earner.partition(":")[0]

    @strawberry.field(description="Which shop earns; null for a person's own earnings.")
    def shop_id(self) -> strawberry.ID | None:
        shop_id = chart.shop_of_due(self.row.earner)
        return None if shop_id is None else ids.encode("Shop", shop_id)

    @strawberry.field(description="By which way.")
    def method(self) -> tables.PayoutMethod:
        return self.row.method

    @strawberry.field(
        description="The number; to its owner with all but the last three digits hidden."
    )
    def number(self, info: Info) -> str:
        own = self.row.owner_id == info.context.viewer_id
        return masked(self.row.number) if own else self.row.number

    @strawberry.field(description="Bank and branch; empty for mobile money.")
    def bank(self) -> str:
        return self.row.bank

    @strawberry.field(description="In whose name it stands.")
    def holder(self) -> str:
        return self.row.holder

    @strawberry.field(description="Who earns: the name of the person who looks after it.")
    async def owner_name(self) -> str:
        return await loader(account_queries.names).load(self.row.owner_id)

    @strawberry.field(description="How it stands.")
    def state(self) -> tables.PayoutAccountState:
        return self.row.state

    @strawberry.field(description="Why it was rejected or restricted; empty otherwise.")
    def reason(self) -> str:
        return self.row.reason

    @strawberry.field(description="When it was told.")
    def asked_at(self) -> datetime:
        return self.row.asked_at


@strawberry.type(description="Earnings that are sent in one piece.")
class Payout:
    row: strawberry.Private[tables.Payout]

    @strawberry.field(description="Its id; the sender writes its number beside the sum.")
    def id(self) -> strawberry.ID:
        return ids.encode("Payout", self.row.id)

    @strawberry.field(description="Where it is sent to.")
    async def account(self) -> PayoutAccount:
        return PayoutAccount(row=await loader(queries.payout_accounts).load(self.row.account_id))

    @strawberry.field(description="How much is sent.")
    def amount(self) -> Paisa:
        return Paisa(self.row.amount_paisa)

    @strawberry.field(description="What the platform keeps beside it; 0 unless it was announced.")
    def fee(self) -> Paisa:
        return Paisa(self.row.fee_paisa)

    @strawberry.field(description="How it stands.")
    def state(self) -> tables.PayoutState:
        return self.row.state

    @strawberry.field(description="When it was cut from the earnings.")
    def cut_at(self) -> datetime:
        return self.row.cut_at

    @strawberry.field(description="When somebody began to send it.")
    def sent_at(self) -> datetime | None:
        return self.row.sent_at

    @strawberry.field(description="Whether it is on its way for more than a day: ask after it.")
    async def overdue(self, info: Info) -> bool:
        return paying_out.is_overdue(self.row, await moment(info.context.clock))

    @strawberry.field(description="Under which number of the service or bank it was sent.")
    def reference(self) -> str | None:
        return self.row.reference

    @strawberry.field(description="When it arrived, or was given up.")
    def settled_at(self) -> datetime | None:
        return self.row.settled_at

    @strawberry.field(description="Why it did not arrive; empty otherwise.")
    def failure(self) -> str:
        return self.row.failure


@strawberry.type(description="A movement on one's earnings.")
class StatementLine:
    at: datetime = strawberry.field(description="When.")
    words_bn: str = strawberry.field(description="What it was, in Bengali.")
    ref: str = strawberry.field(description="The number of the deal or payout.")
    amount: Paisa = strawberry.field(description="How much: above zero what came.")
    balance: Paisa = strawberry.field(description="What stood then.")


@strawberry.type(description="What moved on one's earnings in a time, to be printed or kept.")
class Statement:
    told: strawberry.Private[statements.Statement]

    @strawberry.field(description="The first day.")
    def since(self) -> date:
        return self.told.since

    @strawberry.field(description="The last day.")
    def until(self) -> date:
        return self.told.until

    @strawberry.field(description="What stood before.")
    def opening(self) -> Paisa:
        return self.told.opening

    @strawberry.field(description="All that came.")
    def came(self) -> Paisa:
        return self.told.came

    @strawberry.field(description="All that left.")
    def left(self) -> Paisa:
        return self.told.left

    @strawberry.field(description="What stood at the end.")
    def closing(self) -> Paisa:
        return self.told.closing

    @strawberry.field(description="The movements, the oldest first.")
    def lines(self) -> list[StatementLine]:
        return [
            StatementLine(
                at=line.at,
                words_bn=line.words,
                ref=line.ref,
                amount=line.amount,
                balance=line.balance,
            )
            for line in self.told.lines
        ]

    @strawberry.field(description="The same as a table for a spreadsheet: CSV, in Bengali.")
    def csv(self) -> str:
        return statements.as_csv(self.told)


@strawberry.type(description="What somebody has earned and not been paid out yet.")
class Earnings:
    standing: Paisa = strawberry.field(description="All that stands there.")
    on_its_way: Paisa = strawberry.field(description="What of it is being sent.")


@strawberry.type
class PayoutQuery:
    @strawberry.field(description="Where the viewer's earnings are sent to, newest first.")
    async def my_payout_accounts(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[PayoutAccount]:
        rows = tables.PayoutAccount.filter(owner_id=info.context.require_viewer())
        return await keyset_page(rows, _account, order=("-id",), first=first, after=after)

    @strawberry.field(description="What was and is sent to the viewer, newest first.")
    async def my_payouts(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Payout]:
        rows = tables.Payout.filter(account__owner_id=info.context.require_viewer())
        return await keyset_page(rows, _payout, order=("-id",), first=first, after=after)

    @strawberry.field(description="What the viewer has earned with animals and not been paid out.")
    async def my_earnings(self, info: Info) -> Earnings:
        return Earnings(**await queries.earnings(_seller(info)))

    @strawberry.field(
        description="What moved on the viewer's earnings with animals, over 92 days at most."
    )
    async def my_statement(self, info: Info, since: date, until: date) -> Statement:
        account = _seller(info)
        return Statement(told=await statements.statement(account, since=since, until=until))

    @strawberry.field(
        description="Places to be checked, oldest first. Administrators; others see none."
    )
    async def payout_accounts_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[PayoutAccount]:
        rows = await queries.payout_accounts_waiting(info.context.require_viewer())
        return await keyset_page(rows, _account, order=("id",), first=first, after=after)

    @strawberry.field(
        description="Payouts to be sent or on their way, oldest first, for administrators."
    )
    async def payouts_waiting(
        self, info: Info, first: int = 20, after: Cursor | None = None
    ) -> Connection[Payout]:
        rows = await queries.payouts_waiting(info.context.require_viewer())
        return await keyset_page(rows, _payout, order=("id",), first=first, after=after)


def _seller(info: Info) -> chart.AccountName:
    return chart.due_to_seller(info.context.require_viewer())


def _account(row: tables.PayoutAccount) -> PayoutAccount:
    return PayoutAccount(row=row)


def _payout(row: tables.Payout) -> Payout:
    return Payout(row=row)
