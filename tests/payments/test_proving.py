"""The chain is public by its roots; the proof names whatever somebody changed behind our back."""

from __future__ import annotations

from datetime import date, timedelta

import asyncpg
import pytest

from hmk_graph.money import taka
from hmk_graph.payments import chart, ledger, proving, sealing
from hmk_graph.payments.chart import FORFEITED
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.models import Seal
from hmk_graph.payments.rules import BEGINNING
from tests.factories import NOON, at

BKASH = chart.gateway("bkash")
SUMAIYA = chart.held_for(1)


async def three_transfers() -> None:
    await ledger.post(Move(kind="paid", ref="1", debit=BKASH, credit=SUMAIYA, amount=taka(100)))
    promised = Move(kind="deposit", ref="1", debit=SUMAIYA, credit=FORFEITED, amount=taka(30))
    [promise] = await ledger.hold(promised)
    await ledger.release(promise, ref="1")


async def test_an_empty_ledger_holds(db):
    proof = await proving.prove()

    assert (proof.fits, proof.transfers, proof.head) == (True, 0, BEGINNING)


async def test_what_is_sealed_is_chained_in_order_and_once(db):
    await three_transfers()

    sealed = [await sealing.seal(at(NOON)), await sealing.seal(at(NOON))]

    assert sealed == [3, 0]
    assert [seal.number for seal in await Seal.all().order_by("number")] == [1, 2, 3]
    proof = await proving.prove()
    assert proof.fits
    assert proof.head == (await Seal.get(number=3)).hash


async def test_a_days_root_is_the_hash_of_its_last_seal_in_dhaka(db):
    await three_transfers()
    await sealing.seal(at(NOON))
    late = NOON.replace(hour=18)  # midnight in Dhaka
    await ledger.post(Move(kind="paid", ref="2", debit=BKASH, credit=SUMAIYA, amount=taka(1)))
    await sealing.seal(at(late))

    roots = await sealing.roots(first=10)

    assert [(root.day, root.number) for root in roots] == [
        (date(2026, 5, 21), 4),
        (date(2026, 5, 20), 3),
    ]
    assert roots[1].hash == (await Seal.get(number=3)).hash
    assert await sealing.roots(before=date(2026, 5, 21), first=10) == roots[1:]


async def test_what_is_not_sealed_yet_is_proved_as_well(db):
    await three_transfers()

    proof = await proving.prove()

    assert (proof.fits, proof.transfers) == (True, 3)


FORGERIES = {
    "an amount": "UPDATE payments_transfer SET amount_paisa = amount_paisa + 1 WHERE ref = '1' AND"
    " kind = 'paid'",
    "a reason": "UPDATE payments_transfer SET ref = 'x' WHERE kind = 'paid'",
    "a time": "UPDATE payments_transfer SET at = at + interval '1 second' WHERE kind = 'paid'",
    "a removed transfer": "DELETE FROM payments_seal WHERE number = 2",
    "a balance": "UPDATE payments_account SET balance_paisa = balance_paisa + 1 WHERE guarded",
    "a promise": "UPDATE payments_account SET held_paisa = held_paisa + 1 WHERE guarded",
    "a hash": "UPDATE payments_seal SET hash = repeat('0', 64) WHERE number = 3",
}


@pytest.mark.parametrize("what", FORGERIES)
async def test_who_owns_the_database_cannot_change_it_unseen(db: str, what: str):
    await three_transfers()
    await sealing.seal(at(NOON + timedelta(minutes=1)))

    connection = await asyncpg.connect(db)
    await connection.execute("SET session_replication_role = replica")  # no trigger speaks up
    changed = await connection.execute(FORGERIES[what])
    await connection.close()

    assert changed.endswith("1")
    proof = await proving.prove()
    assert not proof.fits
    assert all(fault.bn and fault.en for fault in proof.faults)
