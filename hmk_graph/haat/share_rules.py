"""The rules of shares: how many, for how long, and from which state to which. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from enum import StrEnum

from hmk_graph.haat.machines import Actor
from hmk_graph.haat.share_models import PoolState, ShareState
from hmk_graph.money import Paisa
from hmk_graph.payments import rules
from hmk_graph.state_machines import Machine, to

HELD_FOR = timedelta(minutes=15)
# Who shall pay a part of what nobody took has as long for it as for a second chance.
REST_WITHIN = timedelta(hours=12)
OBJECT_WITHIN = timedelta(hours=48)
LONGEST_POOL = timedelta(days=45)


class PoolCommand(StrEnum):
    """What can be done with a pool."""

    FILL = "FILL"
    SPLIT = "SPLIT"
    MERGE = "MERGE"
    DIVIDE = "DIVIDE"
    SETTLE = "SETTLE"
    CANCEL = "CANCEL"


class ShareCommand(StrEnum):
    """What can be done with a share."""

    PAY = "PAY"
    LAPSE = "LAPSE"
    RETURN = "RETURN"


P, PC = PoolState, PoolCommand
POOL: Machine = {
    (P.OPEN, PC.FILL): to(P.FULL, Actor.HOUSE),
    (P.OPEN, PC.SPLIT): to(P.SPLITTING, Actor.CLOCK),
    (P.OPEN, PC.MERGE): to(P.MERGED, Actor.CLOCK),
    (P.OPEN, PC.CANCEL): to(P.CANCELED, Actor.CLOCK, Actor.HOUSE, Actor.OFFICER),
    (P.SPLITTING, PC.FILL): to(P.FULL, Actor.HOUSE),
    (P.SPLITTING, PC.CANCEL): to(P.CANCELED, Actor.CLOCK, Actor.HOUSE, Actor.OFFICER),
    (P.FULL, PC.DIVIDE): to(P.DIVIDED, Actor.SELLER),
    (P.FULL, PC.CANCEL): to(P.CANCELED, Actor.OFFICER),
    (P.DIVIDED, PC.SETTLE): to(P.SETTLED, Actor.CLOCK),
    (P.DIVIDED, PC.CANCEL): to(P.CANCELED, Actor.OFFICER),
}
S, SC = ShareState, ShareCommand
SHARE: Machine = {
    (S.HELD, SC.PAY): to(S.PAID, Actor.PAYMENTS),
    (S.HELD, SC.LAPSE): to(S.LAPSED, Actor.CLOCK, Actor.BUYER, Actor.HOUSE),
    (S.PAID, SC.RETURN): to(S.RETURNED, Actor.HOUSE),
}


def free_number(taken: Collection[int], parts: int) -> int | None:
    """Return the lowest number of a share that nobody has; None: all are taken."""
    return next((number for number in range(1, parts + 1) if number not in taken), None)


def rests(share: Paisa, *, missing: int, among: int) -> Sequence[Paisa]:
    """Divide the price of the missing shares among so many; the parts add up to it."""
    return rules.split(Paisa(share * missing), [1] * among)
