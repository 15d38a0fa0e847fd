"""What the ledger and paying refuse."""

from __future__ import annotations

from typing import Any

from hmk_graph.errors import DomainError
from hmk_graph.money import Paisa, in_bengali, in_english


class _InAmounts:
    """For refusals whose data are amounts."""

    params: dict[str, Any]

    def words_en(self) -> dict[str, Any]:
        """Write the amounts as people group them."""
        return {name: in_english(value) for name, value in self.params.items()}

    def words_bn(self) -> dict[str, Any]:
        """Write the amounts as people group them, in Bengali digits."""
        return {name: in_bengali(value) for name, value in self.params.items()}


class NotEnoughMoney(_InAmounts, DomainError):
    """The account holds `available` free paisa, and `needed` were asked of it."""

    code = "NOT_ENOUGH_MONEY"
    bn = "হাতে আছে {available}, লাগবে {needed}।"
    en = "{available} is available, and {needed} is needed."

    def __init__(self, *, needed: Paisa, available: Paisa) -> None:
        super().__init__(needed=needed, available=available)
        self.needed = needed
        self.available = available


class AlreadyPosted(DomainError):
    """The same reason has moved money before; it does so once."""

    code = "ALREADY_POSTED"
    bn = "এই টাকা আগেই হিসাবে উঠেছে।"
    en = "This money has been posted before."

    def __init__(self, kind: str, ref: str) -> None:
        super().__init__(kind=kind, ref=ref)


class NotPending(DomainError):
    """The promise was kept, dropped or never made; money that has moved cannot be promised."""

    code = "NOT_PENDING"
    bn = "এই টাকা আর আটকে রাখা নেই।"
    en = "This money is no longer held."


class NothingDue(DomainError):
    """The sum is paid, or no longer to be paid; `state` says which."""

    code = "NOTHING_DUE"
    bn = "এখানে আর কোনো টাকা দেওয়ার নেই।"
    en = "Nothing is due here any more."

    def __init__(self, state: str) -> None:
        super().__init__(state=state)
        self.state = state


class AmountOutOfRange(_InAmounts, DomainError):
    """One payment by this way is between `smallest` and `largest`, and never more than is due."""

    code = "AMOUNT_OUT_OF_RANGE"
    bn = "একবারে {smallest} থেকে {largest} পর্যন্ত দেওয়া যায়।"
    en = "One payment is between {smallest} and {largest}."
    field = "amount"

    def __init__(self, *, smallest: Paisa, largest: Paisa) -> None:
        super().__init__(smallest=smallest, largest=largest)
        self.smallest = smallest
        self.largest = largest


class GatewayUnavailable(DomainError):
    """The payment service did not answer; no money has moved, and one may try again."""

    code = "GATEWAY_UNAVAILABLE"
    bn = "টাকা নেওয়ার সেবাটি এখন সাড়া দিচ্ছে না। কোনো টাকা কাটা হয়নি। একটু পরে আবার চেষ্টা করুন।"
    en = "The payment service does not answer just now. No money was taken. Try again in a moment."
    retryable = True


class NotRefundable(_InAmounts, DomainError):
    """So much was not captured, or is going back already; `left` may still be given back."""

    code = "NOT_REFUNDABLE"
    bn = "সর্বোচ্চ {left} ফেরত দেওয়া যায়।"
    en = "At most {left} can be given back."
    field = "amount"

    def __init__(self, *, left: Paisa) -> None:
        super().__init__(left=left)
        self.left = left


class ReferenceUsed(DomainError):
    """The number proves another payout or refund already."""

    code = "REFERENCE_USED"
    bn = "এই লেনদেন নম্বর অন্য একটি পরিশোধের প্রমাণ।"
    en = "This number proves another payment."
    field = "reference"
