"""The deposit that bids need, as it is shown."""

from __future__ import annotations

import strawberry

from hmk_graph.haat.deposit_rules import rule_of
from hmk_graph.money import Paisa


@strawberry.type(description="What a bidder leaves at the haat: a share of his maximum.")
class DepositRule:
    basis_points: int = strawberry.field(description="The share, in hundredths of a percent.")
    floor: Paisa = strawberry.field(description="The least.")
    ceiling: Paisa | None = strawberry.field(description="The most; null: no limit.")

    @classmethod
    def of(cls, basis_points: int, floor: int, ceiling: int | None) -> DepositRule | None:
        """Show a rule; None where no deposit is asked for."""
        rule = rule_of(basis_points, floor, ceiling)
        if rule is None:
            return None
        return cls(basis_points=rule.basis_points, floor=rule.floor, ceiling=rule.ceiling)
