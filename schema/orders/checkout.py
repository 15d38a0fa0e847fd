"""From a cart to orders and their payment."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph import errors
from hmk_graph.money import Paisa
from hmk_graph.orders import checking_out, collecting, queries, rules
from hmk_graph.orders import models as tables
from hmk_graph.orders.machines import Actor
from hmk_graph.payments import paying
from schema import ids
from schema.accounts.choices import Language
from schema.accounts.people_context import Info
from schema.accounts.refusals import AccountSuspended, NotAHome, PhoneNotValid
from schema.context import Info as AnyInfo
from schema.errors import ErrorsAsData, IdempotencyConflict, InProgress, NotFound, StaleState
from schema.loaders import loader
from schema.orders.carts import shopper
from schema.orders.choices import GroupState, OrderState, PayMethod, Way
from schema.orders.orders import Order
from schema.orders.refusals import (
    CartChanged,
    CartEmpty,
    CashNotTaken,
    NotOnSale,
    OwnShop,
    PricesChanged,
    WayNotOffered,
)
from schema.pages import Connection, keyset_page
from schema.payments.paying import BeginPaymentResult, Payment, PaymentTry
from schema.scalars import Cursor
from schema.shops.refusals import OutOfStock


@strawberry.type(description="One checkout: what was ordered at once. Only its buyer sees it.")
class OrderGroup:
    row: strawberry.Private[tables.Group]
    guest_token: str | None = strawberry.field(
        description="The secret of a guest's link to his orders, told with the checkout."
    )

    @strawberry.field(description="The checkout's id.")
    def id(self) -> strawberry.ID:
        return ids.encode("OrderGroup", self.row.id)

    @strawberry.field(description="How it stands.")
    def state(self) -> GroupState:
        return self.row.state

    @strawberry.field(description="How it is paid.")
    def method(self) -> PayMethod:
        return self.row.method

    @strawberry.field(description="What all of it costs, the ways among it.")
    def total_price(self) -> Paisa:
        return Paisa(self.row.total_paisa)

    @strawberry.field(description="When it was ordered.")
    def created_at(self) -> datetime:
        return self.row.created_at

    @strawberry.field(description="Until when it has to be paid; null in cash.")
    def expires_at(self) -> datetime | None:
        return self.row.expires_at

    @strawberry.field(description="What is to be paid beforehand; null in cash.")
    async def payment(self) -> Payment | None:
        row = await loader(queries.intents_of).load(self.row.id)
        return Payment(row=row) if row else None

    @strawberry.field(description="The order at each shop.")
    async def orders(self) -> list[Order]:
        rows = await loader(queries.orders_in).load(self.row.id)
        return [Order(row=row, seen_as=Actor.BUYER) for row in rows]


@strawberry.input(description="How the goods of one shop come.")
class ShopWayInput:
    shop_id: strawberry.ID = strawberry.field(description="Of which shop.")
    way: Way = strawberry.field(description="How; by courier, if nothing is said.")


@strawberry.input(description="All that is needed to order what is in the cart.")
class CheckOutInput:
    cart_version: int = strawberry.field(description="Of the cart that was shown.")
    name: str = strawberry.field(description="Whom the goods are for.")
    phone: str = strawberry.field(description="Under which number that one is reached.")
    place_id: strawberry.ID = strawberry.field(description="The union or municipality.")
    address: str = strawberry.field(description="House, road, how to find it.")
    method: PayMethod = strawberry.field(description="How it is paid.")
    idempotency_key: str = strawberry.field(description="Made by the client, one a checkout.")
    note: str = strawberry.field(default="", description="What is to be added.")
    ways: list[ShopWayInput] = strawberry.field(
        default_factory=list, description="For shops from which goods are fetched."
    )
    cart_token: str | None = strawberry.field(default=None, description="A guest's secret.")
    language: Language = strawberry.field(
        default=Language.BN, description="In which language a guest is sent text messages."
    )


@strawberry.input(description="A payment for a checkout.")
class PayOrdersInput:
    group_id: strawberry.ID = strawberry.field(description="For which checkout.")
    gateway: str = strawberry.field(description="By which service.")
    idempotency_key: str = strawberry.field(description="Made by the client, one for each try.")
    amount: Paisa | None = strawberry.field(
        default=None, description="How much now; left out, all that is left and one try can take."
    )
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


@strawberry.input(description="A checkout.")
class CancelCheckoutInput:
    group_id: strawberry.ID = strawberry.field(description="Which.")
    guest_token: str | None = strawberry.field(default=None, description="A guest's secret.")


CheckOutResult = Annotated[
    OrderGroup
    | CartEmpty
    | CartChanged
    | NotOnSale
    | OwnShop
    | OutOfStock
    | PricesChanged
    | CashNotTaken
    | WayNotOffered
    | PhoneNotValid
    | NotAHome
    | NotFound
    | AccountSuspended
    | IdempotencyConflict
    | InProgress,
    strawberry.union("CheckOutResult", description="The checkout, or why nothing was ordered."),
]
CancelCheckoutResult = Annotated[
    OrderGroup | StaleState | NotFound,
    strawberry.union("CancelCheckoutResult", description="The checkout, or why it stays."),
]


@strawberry.type
class OrderQuery:
    @strawberry.field(description="One order; null if there is none that the viewer may see.")
    async def order(
        self, info: AnyInfo, id: strawberry.ID, guest_token: str | None = None
    ) -> Order | None:
        try:
            pk = ids.decode(id, "Order")
            seen = await queries.visible_order(info.context.viewer_id, pk, guest_token)
        except errors.NotFound:
            return None
        return Order(row=seen.order, seen_as=seen.part)

    @strawberry.field(description="One checkout of the viewer's; null if there is no such one.")
    async def order_group(
        self, info: AnyInfo, id: strawberry.ID, guest_token: str | None = None
    ) -> OrderGroup | None:
        try:
            pk = ids.decode(id, "OrderGroup")
            row = await queries.visible_group(info.context.viewer_id, pk, guest_token)
        except errors.NotFound:
            return None
        return OrderGroup(row=row, guest_token=None)

    @strawberry.field(description="What the viewer ordered, the newest first.")
    async def my_order_groups(
        self, info: AnyInfo, first: int = 20, after: Cursor | None = None
    ) -> Connection[OrderGroup]:
        found = queries.groups_of(info.context.require_viewer())
        return await keyset_page(
            found,
            lambda row: OrderGroup(row=row, guest_token=None),
            order=("-id",),
            first=first,
            after=after,
        )

    @strawberry.field(description="What is ordered at the viewer's shop, the newest first.")
    async def shop_orders(
        self,
        info: AnyInfo,
        are: list[OrderState] | None = None,
        first: int = 20,
        after: Cursor | None = None,
    ) -> Connection[Order]:
        found = await queries.shop_orders(info.context.require_viewer(), are)
        return await keyset_page(
            found,
            lambda row: Order(row=row, seen_as=Actor.SHOP),
            order=("-id",),
            first=first,
            after=after,
        )


@strawberry.type
class CheckoutMutation:
    @strawberry.mutation(
        description="Order all that is in the cart: an order at each shop, or nothing at all.",
        extensions=[ErrorsAsData()],
    )
    async def check_out(self, info: Info, input: CheckOutInput) -> CheckOutResult:
        who = shopper(info.context, input.cart_token)
        row = await checking_out.check_out(
            who,
            checking_out.Destination(
                name=input.name,
                phone=input.phone,
                place_id=ids.decode(input.place_id, "Place"),
                address=input.address,
                note=input.note,
                language=input.language.value,
            ),
            checking_out.Terms(
                method=input.method,
                cart_version=input.cart_version,
                ways={ids.decode(one.shop_id, "Shop"): one.way for one in input.ways},
            ),
            idempotency_key=input.idempotency_key,
            clock=info.context.clock,
        )
        return OrderGroup(row=row, guest_token=rules.secret_for(who.token, row.cart_version))

    @strawberry.mutation(
        description=(
            "Begin to pay for a checkout: go to the `payUrl` of the answer, and come back. Guests "
            "show their link's secret."
        ),
        extensions=[ErrorsAsData()],
    )
    async def pay_orders(self, info: Info, input: PayOrdersInput) -> BeginPaymentResult:
        context = info.context
        attempt = await collecting.begin(
            context.viewer_id,
            ids.decode(input.group_id, "OrderGroup"),
            paying.gateway_of(context.gateways, input.gateway),
            input.amount,
            token=input.guest_token,
            doors=context.payment_doors,
            idempotency_key=input.idempotency_key,
            clock=context.clock,
        )
        return PaymentTry(row=attempt)

    @strawberry.mutation(
        description="Drop a checkout that is not paid yet.", extensions=[ErrorsAsData()]
    )
    async def cancel_checkout(self, info: Info, input: CancelCheckoutInput) -> CancelCheckoutResult:
        row = await collecting.call_off(
            info.context.viewer_id,
            ids.decode(input.group_id, "OrderGroup"),
            token=input.guest_token,
            clock=info.context.clock,
        )
        return OrderGroup(row=row, guest_token=None)
