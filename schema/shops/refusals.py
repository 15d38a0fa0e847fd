"""What shops refuse, as data."""

from __future__ import annotations

import strawberry

from hmk_graph.shops import errors
from schema import ids
from schema.errors import UserError, answers


@answers(errors.ShopAddressTaken)
@strawberry.type(description="Returned when another shop has the slug or the host name.")
class ShopAddressTaken(UserError):
    pass


@answers(errors.ShopAddressReserved)
@strawberry.type(description="Returned when the house keeps the slug for itself.")
class ShopAddressReserved(UserError):
    pass


@answers(errors.ShopIncomplete)
@strawberry.type(description="Returned when something is needed before the shop is published.")
class ShopIncomplete(UserError):
    missing: list[str] = strawberry.field(description="What: `about`, `products`.")


@answers(errors.ShopStillOwing)
@strawberry.type(description="Returned when orders of the shop are open.")
class ShopStillOwing(UserError):
    orders: int = strawberry.field(description="How many.")


@answers(errors.ProductIncomplete)
@strawberry.type(description="Returned when the product has no variant with a price.")
class ProductIncomplete(UserError):
    pass


@answers(errors.VariantExists)
@strawberry.type(description="Returned when the product has that variant already.")
class VariantExists(UserError):
    pass


@answers(errors.StockChanged)
@strawberry.type(description="Returned when the stock is another than was seen.")
class StockChanged(UserError):
    on_hand: int = strawberry.field(description="How many are there now.")
    version: int = strawberry.field(description="Its present version.")


@answers(errors.StockPromised)
@strawberry.type(description="Returned when fewer would be there than buyers were promised.")
class StockPromised(UserError):
    reserved: int = strawberry.field(description="How many are promised.")


@strawberry.type(description="Goods of which fewer are there than were asked for.")
class ShortLine:
    entry: strawberry.Private[errors.Short]

    @strawberry.field(description="Of which variant.")
    def variant_id(self) -> strawberry.ID:
        return ids.encode("Variant", self.entry.variant_id)

    @strawberry.field(description="How many were asked for.")
    def wanted(self) -> int:
        return self.entry.wanted

    @strawberry.field(description="How many are left.")
    def left(self) -> int:
        return self.entry.left


@answers(errors.OutOfStock)
@strawberry.type(description="Returned when some goods are not there in that quantity.")
class OutOfStock(UserError):
    short: strawberry.Private[list[errors.Short]]

    @strawberry.field(description="Every line that is short.")
    def lines(self) -> list[ShortLine]:
        return [ShortLine(entry=one) for one in self.short]
