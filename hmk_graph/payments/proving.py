"""The nightly proof: the whole ledger is replayed, and every figure that does not fit is named."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from hmk_graph.money import in_bengali, in_english
from hmk_graph.payments import sealing
from hmk_graph.payments.chart import AccountName, is_guarded
from hmk_graph.payments.models import Phase
from hmk_graph.payments.rules import BEGINNING, Balance, Entry, chained
from hmk_graph.payments.rules import balances as replayed

AT_ONCE = 2_000
# More than these are not told: somebody has to look anyway.
MOST_FAULTS = 100

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, kw_only=True)
class LedgerFault:
    """Something in the ledger that does not fit."""

    bn: str
    en: str


@dataclass(kw_only=True)
class Proof:
    """What the proof found: how much there is, and what does not fit."""

    transfers: int = 0
    head: str = BEGINNING
    faults: list[LedgerFault] = field(default_factory=list)

    @property
    def fits(self) -> bool:
        """Say whether the ledger holds."""
        return not self.faults

    def blame(self, bn: str, en: str) -> None:
        """Note a fault."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(LedgerFault(bn=bn, en=en))


async def prove(progress: Progress | None = None) -> Proof:
    """Replay every transfer at one moment and compare: chain, promises, balances, sum.

    It reads one snapshot of the database, so payments may go on meanwhile.
    """
    proof = Proof()
    async with in_transaction() as connection:
        await connection.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        entries = [entry async for entry in _chain(proof, progress)]
        entries += await _unsealed(entries)
        proof.transfers = len(entries)
        entries.sort(key=lambda entry: entry.id)
        _check_promises(proof, entries)
        await _check_balances(proof, entries)
    return proof


async def _chain(proof: Proof, progress: Progress | None) -> AsyncIterator[Entry]:
    """Yield the sealed entries; name the first whose hash or number does not follow."""
    number, head, whole = 0, BEGINNING, True
    while found := await sealing.sealed_after(number, first=AT_ONCE):
        for at, told, entry in found:
            head = chained(head, entry)
            if whole and (at != number + 1 or told != head):
                whole = False
                proof.blame(
                    f"হিসাবের শিকল {at} নম্বরে মেলে না (লেনদেন {entry.id})।",
                    f"The chain does not fit at number {at} (transfer {entry.id}).",
                )
            number, head = at, told
            yield entry
        if progress:
            progress("ledger", number, 0)
    proof.head = head


async def _unsealed(sealed: list[Entry]) -> list[Entry]:
    """Return what was committed and not sealed yet."""
    rows = await get_connection("default").execute_query_dict(
        f"SELECT {sealing.ENTRY} FROM payments_transfer t"
        " JOIN payments_account d ON d.id = t.debit_id"
        " JOIN payments_account c ON c.id = t.credit_id WHERE t.id <> ALL($1) ORDER BY t.id",
        [[entry.id for entry in sealed]],
    )
    return [sealing.entry_of(row) for row in rows]


def _check_promises(proof: Proof, entries: list[Entry]) -> None:
    """Each promise is resolved at most once, and by no more than it was."""
    promised: dict[int, Entry] = {e.id: e for e in entries if e.phase is Phase.PENDING}
    seen: set[int] = set()
    for entry in entries:
        if entry.pending is None:
            continue
        origin = promised.get(entry.pending)
        if origin is None or entry.pending in seen or entry.amount > origin.amount:
            proof.blame(
                f"লেনদেন {entry.id} তার প্রতিশ্রুতির সঙ্গে মেলে না।",
                f"Transfer {entry.id} does not keep to its promise.",
            )
        seen.add(entry.pending)


async def _check_balances(proof: Proof, entries: list[Entry]) -> None:
    rows = await get_connection("default").execute_query_dict(
        "SELECT name, balance_paisa, held_paisa FROM payments_account WHERE guarded"
    )
    stored = {
        AccountName(row["name"]): Balance(row["balance_paisa"], row["held_paisa"]) for row in rows
    }
    found = replayed(entries)
    for name, balance in stored.items():
        right = found.get(name, Balance())
        if balance != right or balance.free < 0:
            proof.blame(
                f"{name}: লেখা আছে {in_bengali(balance.posted)}, হিসাবে {in_bengali(right.posted)}।",
                f"{name}: {in_english(balance.posted)} is written,"
                f" {in_english(right.posted)} is right.",
            )
    for name in found:
        if is_guarded(name) and name not in stored:
            proof.blame(f"{name} হিসাবটি নেই।", f"The account {name} is missing.")
    total = sum(balance.posted for balance in found.values())
    if total:
        proof.blame(
            f"সব হিসাবের যোগফল শূন্য নয়: {in_bengali(total)}।",
            f"The sum over all accounts is not zero: {in_english(total)}.",
        )
