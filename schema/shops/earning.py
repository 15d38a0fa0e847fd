"""What a shop has earned, and where it is sent to; for its owner alone."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.payments import queries, statements
from hmk_graph.payments.chart import AccountName
from hmk_graph.shops import earning
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Info
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound
from schema.payments.payout_steps import SellerPayoutInput
from schema.payments.payouts import Earnings, PayoutAccount, Statement

ShopPayoutResult = Annotated[
    PayoutAccount | NotFound | IdempotencyConflict | InProgress | AccountSuspended,
    strawberry.union("ShopPayoutResult", description="The place, or why it was refused."),
]


@strawberry.input(description="Where a shop's earnings shall be sent.")
class ShopPayoutInput(SellerPayoutInput):
    shop_id: strawberry.ID = strawberry.field(description="Whose earnings: a shop of the viewer.")


@strawberry.type
class EarningQuery:
    @strawberry.field(
        description="What the viewer's shop has earned by orders that are over; null for others."
    )
    async def shop_earnings(self, info: Info, shop_id: strawberry.ID) -> Earnings | None:
        try:
            account = await _account(info, shop_id)
        except errors.NotFound:
            return None
        return Earnings(**await queries.earnings(account))

    @strawberry.field(
        description="What moved on its earnings, over 92 days at most; null for others."
    )
    async def shop_statement(
        self, info: Info, shop_id: strawberry.ID, since: date, until: date
    ) -> Statement | None:
        try:
            account = await _account(info, shop_id)
        except errors.NotFound:
            return None
        return Statement(told=await statements.statement(account, since=since, until=until))


@strawberry.type
class EarningMutation:
    @strawberry.mutation(
        description=(
            "Say where your shop's earnings shall be sent. An administrator checks it; until then "
            "they go where they went."
        ),
        extensions=[ErrorsAsData()],
    )
    async def set_shop_payout(self, info: Info, input: ShopPayoutInput) -> ShopPayoutResult:
        account = await earning.ask(
            info.context.require_viewer(),
            ids.decode(input.shop_id, "Shop"),
            method=input.method,
            number=input.number,
            holder=input.holder,
            bank=input.bank,
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return PayoutAccount(row=account)


async def _account(info: Info, shop_id: strawberry.ID) -> AccountName:
    return await earning.account_of(info.context.require_viewer(), ids.decode(shop_id, "Shop"))
