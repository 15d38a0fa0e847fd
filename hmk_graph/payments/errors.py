"""What the ledger refuses."""

from __future__ import annotations

from typing import Any

from hmk_graph.errors import DomainError
from hmk_graph.money import Paisa, in_bengali, in_english


class NotEnoughMoney(DomainError):
    """The account holds `available` free paisa, and `needed` were asked of it."""

    code = "NOT_ENOUGH_MONEY"
    bn = "হাতে আছে {available}, লাগবে {needed}।"
    en = "{available} is available, and {needed} is needed."

    def __init__(self, *, needed: Paisa, available: Paisa) -> None:
        super().__init__(needed=needed, available=available)
        self.needed = needed
        self.available = available

    def words_en(self) -> dict[str, Any]:
        """Write the amounts as people group them."""
        return {name: in_english(value) for name, value in self.params.items()}

    def words_bn(self) -> dict[str, Any]:
        """Write the amounts as people group them, in Bengali digits."""
        return {name: in_bengali(value) for name, value in self.params.items()}


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
