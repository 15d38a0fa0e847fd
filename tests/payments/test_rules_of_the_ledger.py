"""The replay and the chain, over any ledger that could be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hmk_graph.clock import DHAKA
from hmk_graph.money import Paisa
from hmk_graph.payments.chart import FORFEITED, SUSPENSE, AccountName, held_for, is_guarded
from hmk_graph.payments.models import Phase
from hmk_graph.payments.rules import BEGINNING, Balance, Entry, balances, chained, split

AT = datetime(2026, 5, 20, 6, 0, tzinfo=UTC)
NAMES = [SUSPENSE, FORFEITED, held_for(1), held_for(2)]


@st.composite
def ledgers(draw: st.DrawFn) -> list[Entry]:
    """Make a ledger whose promises are resolved once, by no more than they were."""
    entries: list[Entry] = []
    waiting: list[Entry] = []
    for number in range(1, draw(st.integers(0, 30)) + 1):
        if waiting and draw(st.booleans()):
            origin = waiting.pop(draw(st.integers(0, len(waiting) - 1)))
            phase = draw(st.sampled_from([Phase.POST, Phase.VOID, Phase.EXPIRE]))
            amount = Paisa(draw(st.integers(1, origin.amount)))
            entry = replace(origin, id=number, phase=phase, amount=amount, pending=origin.id)
        else:
            debit, credit = draw(st.permutations(NAMES))[:2]
            entry = Entry(
                id=number,
                kind="k",
                ref=str(number),
                phase=draw(st.sampled_from([Phase.POSTED, Phase.PENDING])),
                debit=debit,
                credit=credit,
                amount=Paisa(draw(st.integers(1, 10**15))),
                pending=None,
                reverses=None,
                at=AT,
            )
            if entry.phase is Phase.PENDING:
                waiting.append(entry)
        entries.append(entry)
    return entries


@given(ledgers())
def test_the_sum_over_all_accounts_is_zero_after_each_step(entries: list[Entry]):
    for end in range(len(entries) + 1):
        assert sum(balance.posted for balance in balances(entries[:end]).values()) == 0


@given(ledgers())
def test_what_is_promised_is_exactly_what_no_later_entry_resolves(entries: list[Entry]):
    resolved = {entry.pending for entry in entries}
    for name, balance in balances(entries).items():
        assert balance.held == sum(
            entry.amount
            for entry in entries
            if entry.debit == name and entry.phase is Phase.PENDING and entry.id not in resolved
        )


@given(ledgers().filter(bool), st.data())
def test_whoever_changes_an_entry_changes_every_hash_behind_it(
    entries: list[Entry], data: st.DataObject
):
    place = data.draw(st.integers(0, len(entries) - 1))
    forged = list(entries)
    forged[place] = replace(entries[place], amount=Paisa(entries[place].amount + 1))

    assert hashes(entries)[:place] == hashes(forged)[:place]
    assert not set(hashes(entries)[place:]) & set(hashes(forged)[place:])


def hashes(entries: list[Entry]) -> list[str]:
    made = [BEGINNING]
    for entry in entries:
        made.append(chained(made[-1], entry))
    return made[1:]


def test_a_hash_does_not_depend_on_the_zone_that_a_time_is_told_in():
    entry = Entry(
        id=1,
        kind="k",
        ref="1",
        phase=Phase.POSTED,
        debit=SUSPENSE,
        credit=FORFEITED,
        amount=Paisa(1),
        pending=None,
        reverses=None,
        at=AT,
    )
    assert chained(BEGINNING, entry) == chained(BEGINNING, replace(entry, at=AT.astimezone(DHAKA)))
    assert chained(BEGINNING, entry) != chained(
        BEGINNING, replace(entry, at=AT + timedelta(microseconds=1))
    )


@given(st.integers(0, 10**15), st.lists(st.integers(1, 10**6), min_size=1, max_size=9))
def test_the_parts_of_an_amount_add_up_to_it(total: int, weights: list[int]):
    parts = split(Paisa(total), weights)

    assert sum(parts) == total
    assert all(part >= 0 for part in parts)


def test_only_what_belongs_to_somebody_is_guarded():
    assert [is_guarded(AccountName(name)) for name in ("person:1:held", "shop:2:due")] == [True] * 2
    assert [is_guarded(name) for name in (SUSPENSE, AccountName("ext:bkash"))] == [False] * 2
    assert Balance(100, 30).free == 70
