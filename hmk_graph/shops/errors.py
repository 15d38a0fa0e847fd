"""What shops refuse, each with what would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hmk_graph.errors import DomainError


class ShopAddressTaken(DomainError):
    """Another shop has that slug, or that host name."""

    code = "SHOP_ADDRESS_TAKEN"
    bn = "এই ঠিকানাটি আরেকটি দোকানের। অন্য একটি বেছে নিন।"
    en = "Another shop has this address. Choose another one."
    field = "slug"


class ShopAddressReserved(DomainError):
    """The slug is a word that the house keeps for itself."""

    code = "SHOP_ADDRESS_RESERVED"
    bn = "“{slug}” শব্দটি দোকানের ঠিকানা হতে পারে না।"
    en = "“{slug}” cannot be the address of a shop."
    field = "slug"

    def __init__(self, slug: str) -> None:
        super().__init__(slug=slug)


NEEDED_BN = {"about": "দোকানের পরিচিতি", "products": "বিক্রির জন্য অন্তত একটি পণ্য"}
NEEDED_EN = {"about": "some words about the shop", "products": "at least one product on sale"}


class ShopIncomplete(DomainError):
    """Before a shop is published something is needed; `missing` names it."""

    code = "SHOP_INCOMPLETE"
    bn = "প্রকাশের আগে এগুলো লাগবে: {listed_bn}।"
    en = "Before publishing, this is needed: {listed_en}."

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(
            listed_bn=", ".join(NEEDED_BN[each] for each in missing),
            listed_en=", ".join(NEEDED_EN[each] for each in missing),
        )
        self.missing = list(missing)


class ShopStillOwing(DomainError):
    """Orders of the shop are open; it cannot be closed before they are over."""

    code = "SHOP_STILL_OWING"
    bn = "{orders}টি অর্ডার এখনো শেষ হয়নি।"
    en = "{orders} orders are still open."

    def __init__(self, orders: int) -> None:
        super().__init__(orders=orders)
        self.orders = orders


class ProductIncomplete(DomainError):
    """A product needs a variant with a price before it is offered."""

    code = "PRODUCT_INCOMPLETE"
    bn = "আগে অন্তত একটি দাম দিন।"
    en = "Give it at least one price first."


class VariantExists(DomainError):
    """The product has that variant already."""

    code = "VARIANT_EXISTS"
    bn = "এই ধরনটি আগেই আছে।"
    en = "The product has this variant already."


class StockChanged(DomainError):
    """The stock is another than was seen: goods were sold or counted meanwhile."""

    code = "STOCK_CHANGED"
    bn = "এর মধ্যে মজুদ বদলে গেছে (এখন {on_hand})। আবার দেখে নিন।"
    en = "The stock has changed meanwhile (now {on_hand}). Look at it again."

    def __init__(self, *, on_hand: int, version: int) -> None:
        super().__init__(on_hand=on_hand, version=version)
        self.on_hand = on_hand
        self.version = version


class StockPromised(DomainError):
    """So many are promised to buyers that the stock cannot be lower."""

    code = "STOCK_PROMISED"
    bn = "{reserved}টি ক্রেতাদের জন্য রাখা আছে; এর কম করা যায় না।"
    en = "{reserved} are kept for buyers; it cannot be less."

    def __init__(self, *, reserved: int) -> None:
        super().__init__(reserved=reserved)
        self.reserved = reserved


@dataclass(frozen=True, kw_only=True)
class Short:
    """A variant of which fewer are free than were asked for."""

    variant_id: int
    wanted: int
    left: int


class OutOfStock(DomainError):
    """Not enough is there; `short` names every line that is short, and what is left."""

    code = "OUT_OF_STOCK"
    bn = "কিছু পণ্য আর যথেষ্ট নেই। পরিমাণ কমিয়ে আবার চেষ্টা করুন।"
    en = "Some goods are not there in that quantity any more. Ask for less."

    def __init__(self, short: Sequence[Short]) -> None:
        super().__init__(short=[vars(one) for one in short])
        self.short = list(short)
