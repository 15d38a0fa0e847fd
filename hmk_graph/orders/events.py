"""What happens to orders.

An order's stream is its two sides' alone, so it names neither. What concerns a person beyond the
order's page is told on that person's own stream.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hmk_graph.event_log import Event


@dataclass(frozen=True, kw_only=True)
class OrderEvent(Event):
    """Something on an order, with where it stands now."""

    order_id: int
    state: str

    @property
    def stream(self) -> str:
        return f"orders.order.{self.order_id}"


@dataclass(frozen=True, kw_only=True)
class OrderMoved(OrderEvent):
    """An order took a step: `happened` names it, `by` who did it, `due_at` what runs now."""

    kind: ClassVar[str] = "orders.order_moved"
    happened: str
    by: str
    reason: str
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ParcelMoved(OrderEvent):
    """A parcel of an order was packed, sent, handed over, ..."""

    kind: ClassVar[str] = "orders.parcel_moved"
    parcel_id: int
    parcel_state: str
    carrier: str | None


@dataclass(frozen=True, kw_only=True)
class ReturnMoved(OrderEvent):
    """Goods that come back took a step."""

    kind: ClassVar[str] = "orders.return_moved"
    return_id: int
    return_state: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class MoneyReturned(OrderEvent):
    """An amount of what was paid for an order goes back to its payer, in paisa."""

    kind: ClassVar[str] = "orders.money_returned"
    amount: int


@dataclass(frozen=True, kw_only=True)
class GuestMoneyMoved(OrderEvent):
    """What a guest paid for his checkout is SET_ASIDE, TURNED_DOWN or GOES_BACK (`news`)."""

    kind: ClassVar[str] = "orders.guest_money_moved"
    news: str


@dataclass(frozen=True, kw_only=True)
class OrderTold(Event):
    """One of a person's orders took a step: as who bought, or (`selling`) as who sells."""

    kind: ClassVar[str] = "orders.order_told"
    account_id: int
    group_id: int
    order_id: int
    state: str
    happened: str
    selling: bool

    @property
    def stream(self) -> str:
        return f"accounts.account.{self.account_id}"
