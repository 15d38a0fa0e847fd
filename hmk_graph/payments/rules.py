"""The arithmetic of the ledger and the form of its chain. Pure functions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from hmk_graph.money import Paisa
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.models import Phase

# What the first transfer is chained to: it is nobody's hash.
BEGINNING = "0" * 64


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A transfer as the chain tells it; `pending` and `reverses` are numbers of transfers."""

    id: int
    kind: str
    ref: str
    phase: Phase
    debit: AccountName
    credit: AccountName
    amount: Paisa
    pending: int | None
    reverses: int | None
    at: datetime


@dataclass(frozen=True)
class Balance:
    """What stands on an account: posted credits less debits, and what of it is promised."""

    posted: int = 0
    held: int = 0

    @property
    def free(self) -> Paisa:
        """Return what may be taken."""
        return Paisa(self.posted - self.held)


def canonical(entry: Entry) -> bytes:
    """Return the bytes of an entry that its hash covers: JSON, keys sorted, UTC, integers only."""
    told = {
        "id": entry.id,
        "kind": entry.kind,
        "ref": entry.ref,
        "phase": str(entry.phase),
        "debit": entry.debit,
        "credit": entry.credit,
        "amount": entry.amount,
        "pending": entry.pending,
        "reverses": entry.reverses,
        "at": entry.at.astimezone(UTC).isoformat(),
    }
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def chained(previous: str, entry: Entry) -> str:
    """Return the hash of an entry behind the one whose hash is `previous`, in hex."""
    return hashlib.sha256(bytes.fromhex(previous) + canonical(entry)).hexdigest()


def balances(entries: Iterable[Entry]) -> dict[AccountName, Balance]:
    """Replay entries in the order of their numbers and return what stands on each account.

    Both sides of each entry move by the same amount, so the posted sum over all accounts is zero.
    """
    promised: dict[int, Paisa] = {}
    found: dict[AccountName, Balance] = {}
    for entry in entries:
        debit = found.get(entry.debit, Balance())
        credit = found.get(entry.credit, Balance())
        held, moved = debit.held, 0
        if entry.phase is Phase.PENDING:
            promised[entry.id] = entry.amount
            held += entry.amount
        elif entry.phase is not Phase.POSTED:
            held -= promised.pop(entry.pending or 0, Paisa(0))
        if entry.phase in (Phase.POSTED, Phase.POST):
            moved = entry.amount
        found[entry.debit] = Balance(debit.posted - moved, held)
        found[entry.credit] = Balance(credit.posted + moved, credit.held)
    return found


def split(total: Paisa, parts: Sequence[int]) -> list[Paisa]:
    """Divide an amount by weights; the last part takes the remainder, so that the parts add up.

    Weights are positive whole numbers, at least one.
    """
    whole = sum(parts)
    shares = [Paisa(total * part // whole) for part in parts[:-1]]
    return [*shares, Paisa(total - sum(shares))]
