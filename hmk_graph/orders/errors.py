"""What ordering refuses, each with what would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hmk_graph.errors import DomainError


class CartEmpty(DomainError):
    """Nothing is in the cart."""

    code = "CART_EMPTY"
    bn = "ঝুড়িতে কিছু নেই।"
    en = "The cart is empty."


class CartFull(DomainError):
    """The cart holds as many different things as one may."""

    code = "CART_FULL"
    bn = "এক ঝুড়িতে সর্বোচ্চ {most}টি আলাদা পণ্য রাখা যায়।"
    en = "One cart holds at most {most} different goods."

    def __init__(self, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class CartChanged(DomainError):
    """The cart is another than the one that was shown; `version` is its present one."""

    code = "CART_CHANGED"
    bn = "এর মধ্যে ঝুড়ি বদলে গেছে। আবার দেখে নিন।"
    en = "The cart has changed meanwhile. Look at it again."

    def __init__(self, *, version: int) -> None:
        super().__init__(version=version)
        self.version = version


class NotOnSale(DomainError):
    """Some goods cannot be ordered now; `variant_ids` says which."""

    code = "NOT_ON_SALE"
    bn = "ঝুড়ির কিছু পণ্য এখন বিক্রি হচ্ছে না। সেগুলো বাদ দিন।"
    en = "Some goods in the cart are not on sale now. Take them out."

    def __init__(self, variant_ids: Sequence[int]) -> None:
        super().__init__(variant_ids=list(variant_ids))
        self.variant_ids = list(variant_ids)


class OwnShop(DomainError):
    """Nobody orders from himself."""

    code = "OWN_SHOP"
    bn = "নিজের দোকান থেকে নিজে কেনা যায় না।"
    en = "You cannot order from your own shop."


@dataclass(frozen=True, kw_only=True)
class PriceChange:
    """A variant that costs something else than the person was shown; amounts in paisa."""

    variant_id: int
    old: int
    new: int


class PricesChanged(DomainError):
    """Some prices are others than those in the cart; confirm them, and check out again."""

    code = "PRICES_CHANGED"
    bn = "কিছু পণ্যের দাম বদলে গেছে। নতুন দাম দেখে সম্মতি দিন।"
    en = "Some prices have changed. Look at the new ones and agree to them."

    def __init__(self, changes: Sequence[PriceChange]) -> None:
        super().__init__(changes=[vars(one) for one in changes])
        self.changed = list(changes)


class CashNotTaken(DomainError):
    """A shop takes no cash at the door, or goods were refused at this phone's door too often."""

    code = "CASH_NOT_TAKEN"
    bn = "এই অর্ডারে ক্যাশ অন ডেলিভারি চলে না। আগে টাকা দিয়ে অর্ডার করুন।"
    en = "Cash on delivery is not offered for this order. Pay beforehand instead."


class WayNotOffered(DomainError):
    """A shop does not bring goods, or does not have them fetched."""

    code = "WAY_NOT_OFFERED"
    bn = "দোকানটি এভাবে পণ্য দেয় না। অন্য উপায় বেছে নিন।"
    en = "The shop does not hand goods over in that way. Choose the other one."

    def __init__(self, shop_id: int) -> None:
        super().__init__(shop_id=shop_id)
        self.shop_id = shop_id


class TooManyOfLine(DomainError):
    """More of a line than there are; `most` would do."""

    code = "TOO_MANY_OF_LINE"
    bn = "সর্বোচ্চ {most}টি দেওয়া যায়।"
    en = "At most {most} of it."
    field = "quantity"

    def __init__(self, *, line_id: int, most: int) -> None:
        super().__init__(line_id=line_id, most=most)
        self.line_id = line_id
        self.most = most


class DeliveryCodeWrong(DomainError):
    """The code is not the buyer's; `left` tries remain."""

    code = "DELIVERY_CODE_WRONG"
    bn = "কোডটি মেলেনি। আর {left} বার চেষ্টা করা যাবে।"
    en = "The code is another. {left} tries are left."
    field = "code"

    def __init__(self, *, left: int) -> None:
        super().__init__(left=left)
        self.left = left


class ReturnOpen(DomainError):
    """Goods of the order are on their way back; it is not closed before that is over."""

    code = "RETURN_OPEN"
    bn = "একটি ফেরত এখনো শেষ হয়নি।"
    en = "A return is still open."


class CashAtTheDoor(DomainError):
    """Who pays in cash is handed the goods by whoever takes the money, not by his own word."""

    code = "CASH_AT_THE_DOOR"
    bn = "ক্যাশ অন ডেলিভারিতে যিনি টাকা নেন, তিনিই কোড দিয়ে পণ্য বুঝিয়ে দেন।"
    en = "With cash on delivery, whoever takes the money hands the goods over by the code."
