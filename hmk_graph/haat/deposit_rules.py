"""How much has to lie with a haat before a bid is taken. Rules only, nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass

from hmk_graph.money import TAKA, Paisa, share_of, taka


@dataclass(frozen=True, kw_only=True)
class DepositRule:
    """A share of the bidder's maximum, never under `floor`, and never over `ceiling` (None: any).

    By the maximum and not by the price, so that nobody's lead comes to need more because a rival
    bids. Bangladesh allows ten in a hundred to be taken ahead (domain.md B.6, D.5).
    """

    basis_points: int
    floor: Paisa
    ceiling: Paisa | None

    def needed(self, maximum: Paisa) -> Paisa:
        """Return what a bidder who promises `maximum` leaves here, in whole taka, rounded up."""
        share = share_of(maximum, self.basis_points)
        amount = max(self.floor, taka(-(-share // TAKA)))
        return Paisa(amount if self.ceiling is None else min(amount, self.ceiling))


@dataclass(frozen=True, kw_only=True)
class Security:
    """What stands behind one bid: the rule, and what the bidder has free for it."""

    rule: DepositRule
    free: Paisa


def rule_of(basis_points: int, floor: int, ceiling: int | None) -> DepositRule | None:
    """Return a rule from the columns of a haat or a lot; None where no deposit is asked for."""
    if not basis_points and not floor:
        return None
    return DepositRule(
        basis_points=basis_points,
        floor=Paisa(floor),
        ceiling=None if ceiling is None else Paisa(ceiling),
    )
