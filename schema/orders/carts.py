"""Carts over many shops, of people and of guests."""

from __future__ import annotations

from typing import Annotated

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.orders import carting
from hmk_graph.orders import models as tables
from hmk_graph.orders.carting import Shopper, Wanted
from hmk_graph.shops import queries as shop_queries
from schema import ids
from schema.accounts.refusals import AccountSuspended
from schema.context import Context, Info
from schema.errors import ErrorsAsData, NotFound
from schema.loaders import loader, moment
from schema.orders.refusals import CartFull, NotOnSale
from schema.shops.shops import Shop


@strawberry.type(description="So many of one thing in a cart.")
class CartLine:
    entry: strawberry.Private[Wanted]

    @strawberry.field(description="Which variant.")
    def variant_id(self) -> strawberry.ID:
        return ids.encode("Variant", self.entry.variant_id)

    @strawberry.field(description="Of which product.")
    def product_id(self) -> strawberry.ID:
        return ids.encode("Product", self.entry.product_id)

    @strawberry.field(description="The product's name in Bengali.")
    def name_bn(self) -> str:
        return self.entry.name_bn

    @strawberry.field(description="The product's name in English; may be empty.")
    def name_en(self) -> str:
        return self.entry.name_en

    @strawberry.field(description="The variant's values of the product's options.")
    def choices(self) -> list[str]:
        return self.entry.choices

    @strawberry.field(description="In which unit it is sold.")
    def unit(self) -> str:
        return self.entry.unit

    @strawberry.field(description="At which shop.")
    async def shop(self) -> Shop:
        row = await loader(shop_queries.shops_by_id).load(self.entry.shop_id)
        assert row is not None, "a foreign key holds it"
        return Shop(row=row)

    @strawberry.field(description="How many.")
    def quantity(self) -> int:
        return self.entry.quantity

    @strawberry.field(description="What one cost when it was put in, or was agreed to since.")
    def seen_price(self) -> Paisa:
        return self.entry.seen

    @strawberry.field(description="What one costs now; null if it is not on sale.")
    def price(self) -> Paisa | None:
        return self.entry.price

    @strawberry.field(description="How many can be had now.")
    def available(self) -> int:
        return self.entry.available


@strawberry.type(description="What somebody means to order, over all shops.")
class Cart:
    row: strawberry.Private[tables.Cart]
    token: str | None = strawberry.field(
        description="A guest's secret, told once, with the first thing put in. Keep it."
    )

    @strawberry.field(description="Hand it to checkOut; grows with each change.")
    def version(self) -> int:
        return self.row.version

    async def _lines(self, info: Info) -> list[Wanted]:
        now = await moment(info.context.clock)
        return await loader(carting.wanted_of, now).load(self.row.id)

    @strawberry.field(description="What is in it, in the order in which it was put in; at most 50.")
    async def lines(self, info: Info) -> list[CartLine]:
        return [CartLine(entry=line) for line in await self._lines(info)]

    @strawberry.field(description="What the goods that are on sale cost now, without the way.")
    async def items_price(self, info: Info) -> Paisa:
        lines = await self._lines(info)
        return Paisa(sum(line.quantity * (line.price or 0) for line in lines))


@strawberry.input(description="So many of a variant in the cart.")
class PutInCartInput:
    variant_id: strawberry.ID = strawberry.field(description="Which variant.")
    quantity: int = strawberry.field(description="How many in all, 0 (take it out) to 99.")
    cart_token: str | None = strawberry.field(
        default=None, description="A guest's secret; without one he gets a new cart."
    )


@strawberry.input(description="A cart.")
class AgreeToPricesInput:
    cart_token: str | None = strawberry.field(default=None, description="A guest's secret.")


PutInCartResult = Annotated[
    Cart | NotOnSale | CartFull | NotFound | AccountSuspended,
    strawberry.union("PutInCartResult", description="The cart, or why it stays."),
]
AgreeToPricesResult = Annotated[
    Cart | NotFound,
    strawberry.union("AgreeToPricesResult", description="The cart, or why it stays."),
]


@strawberry.type
class CartQuery:
    @strawberry.field(
        description="The viewer's cart, or that of a guest's secret; null if there is none."
    )
    async def cart(self, info: Info, cart_token: str | None = None) -> Cart | None:
        row = await carting.find(shopper(info.context, cart_token))
        return Cart(row=row, token=None) if row else None


@strawberry.type
class CartMutation:
    @strawberry.mutation(
        description="Have so many of a variant in the cart. Who is not signed in is a guest.",
        extensions=[ErrorsAsData()],
    )
    async def put_in_cart(self, info: Info, input: PutInCartInput) -> PutInCartResult:
        cart, token = await carting.put(
            shopper(info.context, input.cart_token),
            ids.decode(input.variant_id, "Variant"),
            input.quantity,
            clock=info.context.clock,
        )
        return Cart(row=cart, token=token)

    @strawberry.mutation(
        description="Agree to what the goods in the cart cost now.", extensions=[ErrorsAsData()]
    )
    async def agree_to_prices(self, info: Info, input: AgreeToPricesInput) -> AgreeToPricesResult:
        cart = await carting.agree_to_prices(
            shopper(info.context, input.cart_token), clock=info.context.clock
        )
        return Cart(row=cart, token=None)


def shopper(context: Context, cart_token: str | None) -> Shopper:
    """Return who fills the cart: the viewer, or a guest by his secret."""
    return Shopper(account_id=context.viewer_id, token=cart_token)
