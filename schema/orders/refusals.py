"""What ordering refuses, as data."""

from __future__ import annotations

import strawberry

from hmk_graph.money import Paisa
from hmk_graph.orders import errors
from schema import ids
from schema.errors import UserError, answers


@answers(errors.CartEmpty)
@strawberry.type(description="Returned when nothing is in the cart.")
class CartEmpty(UserError):
    pass


@answers(errors.CartFull)
@strawberry.type(description="Returned when the cart holds as many different goods as one may.")
class CartFull(UserError):
    most: int = strawberry.field(description="How many that is.")


@answers(errors.CartChanged)
@strawberry.type(description="Returned when the cart is another than the one that was shown.")
class CartChanged(UserError):
    version: int = strawberry.field(description="Its present version.")


@answers(errors.NotOnSale)
@strawberry.type(description="Returned when some goods cannot be ordered now.")
class NotOnSale(UserError):
    variant_ids: strawberry.Private[list[int]]

    @strawberry.field(description="Which.")
    def variants(self) -> list[strawberry.ID]:
        return [ids.encode("Variant", one) for one in self.variant_ids]


@answers(errors.OwnShop)
@strawberry.type(description="Returned when somebody orders from himself.")
class OwnShop(UserError):
    pass


@strawberry.type(description="A price that is another than was shown.")
class PriceChange:
    entry: strawberry.Private[errors.PriceChange]

    @strawberry.field(description="Of which variant.")
    def variant_id(self) -> strawberry.ID:
        return ids.encode("Variant", self.entry.variant_id)

    @strawberry.field(description="What was shown.")
    def old_price(self) -> Paisa:
        return Paisa(self.entry.old)

    @strawberry.field(description="What it costs now.")
    def new_price(self) -> Paisa:
        return Paisa(self.entry.new)


@answers(errors.PricesChanged)
@strawberry.type(
    description="Returned when goods cost something else than was shown. Agree, and try again."
)
class PricesChanged(UserError):
    changed: strawberry.Private[list[errors.PriceChange]]

    @strawberry.field(description="Every price that changed.")
    def changes(self) -> list[PriceChange]:
        return [PriceChange(entry=one) for one in self.changed]


@answers(errors.CashNotTaken)
@strawberry.type(
    description="Returned when a shop takes no cash, or goods were refused at the door too often."
)
class CashNotTaken(UserError):
    pass


@answers(errors.WayNotOffered)
@strawberry.type(description="Returned when the shop does not hand goods over in that way.")
class WayNotOffered(UserError):
    shop_id: strawberry.Private[int]

    @strawberry.field(description="Which shop.")
    def shop(self) -> strawberry.ID:
        return ids.encode("Shop", self.shop_id)


@answers(errors.TooManyOfLine)
@strawberry.type(description="Returned when there are not so many of a line.")
class TooManyOfLine(UserError):
    most: int = strawberry.field(description="How many would do.")


@answers(errors.DeliveryCodeWrong)
@strawberry.type(description="Returned when the code is not the one that the buyer shows.")
class DeliveryCodeWrong(UserError):
    left: int = strawberry.field(description="How often it may still be tried.")


@answers(errors.ReturnOpen)
@strawberry.type(description="Returned when goods of the order are on their way back.")
class ReturnOpen(UserError):
    pass


@answers(errors.CashAtTheDoor)
@strawberry.type(
    description="Returned when the goods are paid in cash: who takes it hands them over."
)
class CashAtTheDoor(UserError):
    pass
