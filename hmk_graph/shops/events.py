"""What happens to shops and their products. A shop's stream is public."""

from dataclasses import dataclass
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class ShopEvent(Event):
    """Something on a shop's public stream."""

    shop_id: int

    @property
    def stream(self) -> str:
        return f"shops.shop.{self.shop_id}"


@dataclass(frozen=True, kw_only=True)
class ShopMoved(ShopEvent):
    """A shop opened, paused, was suspended, ..."""

    kind: ClassVar[str] = "shops.shop_moved"
    state: str


@dataclass(frozen=True, kw_only=True)
class ShopDescribed(ShopEvent):
    """A shop tells something else of itself."""

    kind: ClassVar[str] = "shops.shop_described"


@dataclass(frozen=True, kw_only=True)
class ProductMoved(ShopEvent):
    """A product is offered, paused, or offered no more."""

    kind: ClassVar[str] = "shops.product_moved"
    product_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class ProductDescribed(ShopEvent):
    """A product, its variants or its prices are others than before."""

    kind: ClassVar[str] = "shops.product_described"
    product_id: int


@dataclass(frozen=True, kw_only=True)
class ShopDecided(Event):
    """An officer, or two for an end for good, decided about a person's shop; told to him alone."""

    kind: ClassVar[str] = "shops.shop_decided"
    audited: ClassVar[bool] = True
    account_id: int
    shop_id: int
    decision: str
    state: str
    reason: str
    # None: it was decided before officers were written down here.
    officer_id: int | None = None
    second_officer_id: int | None = None

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"
