"""Deposits behind bids: held on taking the lead and free on losing it, in the bid's transaction.

Of a lot whose haat asks for a deposit, the row names the one hold that stands behind its leader. A
group of bids moves it once, from who led before to who leads after (docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hmk_graph.haat.auction import LotState
from hmk_graph.haat.deposit_rules import DepositRule, Security, rule_of
from hmk_graph.haat.lot_models import Lot
from hmk_graph.money import Paisa
from hmk_graph.payments import chart, ledger
from hmk_graph.payments.ledger import Move

KIND = "haat.deposit"


@dataclass(frozen=True, kw_only=True)
class HeldDeposit:
    """A hold of the ledger, and how much it holds."""

    hold_id: int
    amount: Paisa


@dataclass(kw_only=True)
class Purses:
    """What bidders have free while bids are judged one after another, and what the leader has held.

    Their accounts are locked, so that nothing else moves meanwhile.
    """

    rule: DepositRule
    free: dict[int, Paisa]
    leader_id: int | None
    held: Paisa

    def behind(self, bidder_id: int) -> Security:
        """Return what a person may bid with; a leader's hold is his own to use again."""
        own = self.held if bidder_id == self.leader_id else 0
        return Security(rule=self.rule, free=Paisa(self.free.get(bidder_id, 0) + own))

    def lead(self, leader_id: int, maximum: Paisa) -> None:
        """Have a person lead by a bid that was accepted; who led before has his own free again."""
        if self.leader_id is not None:
            self.free[self.leader_id] = Paisa(self.free.get(self.leader_id, 0) + self.held)
        self.leader_id, self.held = leader_id, self.rule.needed(maximum)
        self.free[leader_id] = Paisa(self.free.get(leader_id, 0) - self.held)


def rule_for(lot: Lot) -> DepositRule | None:
    """Return the rule that a lot was scheduled with; None: it asks for no deposit."""
    return rule_of(lot.deposit_basis_points, lot.deposit_floor_paisa, lot.deposit_ceiling_paisa)


async def purses(lot: Lot | None, bidders: Collection[int]) -> Purses | None:
    """Lock what the bidders on a locked lot have left at its haat; None if it asks for nothing."""
    rule = rule_for(lot) if lot is not None else None
    if lot is None or rule is None:
        return None
    people = {*bidders} | ({lot.leader_id} if lot.leader_id is not None else set())
    names = {chart.deposit_at(lot.haat_id, person): person for person in people}
    standing = await ledger.locked_if_there(*names)
    return Purses(
        rule=rule,
        free={names[name]: balance.free for name, balance in standing.items()},
        leader_id=lot.leader_id,
        held=Paisa(lot.deposit_held_paisa),
    )


async def move_hold(lot: Lot, found: Purses, *, line: int) -> int | None:
    """Let the hold behind a lot's leader follow the lead; return its number (None: there is none).

    `line` is the line of the log that it stands at from now on.
    """
    if (found.leader_id, found.held) == (lot.leader_id, lot.deposit_held_paisa):
        standing: int | None = lot.deposit_hold_id
        return standing
    holds = []
    if found.leader_id is not None and found.held:
        holds.append(
            Move(
                kind=KIND,
                ref=f"{lot.id}:{line}",
                debit=chart.deposit_at(lot.haat_id, found.leader_id),
                credit=chart.FORFEITED,
                amount=found.held,
            )
        )
    written = await ledger.exchange(lot.deposit_hold_id, *holds)
    return written[0] if written else None


async def follow_voided(lot: Lot, leader_id: int | None, after: LotState) -> None:
    """Hold for who leads a locked lot `after` bids were voided; its row is still as before.

    Nobody loses a lead that he never gave up: what he has free is held, though it be too little.
    """
    found = await purses(lot, [] if leader_id is None else [leader_id])
    if found is None:
        return
    if found.leader_id is not None:
        found.free[found.leader_id] = Paisa(found.free.get(found.leader_id, 0) + found.held)
    found.leader_id, found.held = leader_id, Paisa(0)
    if leader_id is not None and after.leader_max is not None:
        free = found.free.get(leader_id, Paisa(0))
        found.held = Paisa(min(found.rule.needed(after.leader_max), free))
    hold_id = await move_hold(lot, found, line=after.line)
    await note(lot, hold_id, found.held)


def behind(lot: Lot) -> HeldDeposit | None:
    """Return the hold that stands behind the leader of a locked lot."""
    if lot.deposit_hold_id is None:
        return None
    return HeldDeposit(hold_id=lot.deposit_hold_id, amount=Paisa(lot.deposit_held_paisa))


async def let_go(lot: Lot) -> None:
    """Give the deposit behind the leader of a locked lot free: nobody buys."""
    if lot.deposit_hold_id is not None:
        await ledger.release(lot.deposit_hold_id, ref=f"{lot.id}:end")
        await note(lot, None, Paisa(0))


async def note(lot: Lot, hold_id: int | None, held: Paisa) -> None:
    """Write down which hold stands behind a locked lot's leader, if one does."""
    lot.deposit_hold_id, lot.deposit_held_paisa = hold_id, held
    await Lot.filter(id=lot.id).update(deposit_hold_id=hold_id, deposit_held_paisa=held)
