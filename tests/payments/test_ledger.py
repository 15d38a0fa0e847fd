"""Money moves once, never below zero, and always from somewhere to somewhere."""

from __future__ import annotations

import asyncio
import contextvars
import random
from collections.abc import Coroutine
from typing import Any

import pytest

from hmk_graph.errors import DomainError
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, ledger, proving, sealing
from hmk_graph.payments.chart import FORFEITED, SUSPENSE, AccountName
from hmk_graph.payments.errors import AlreadyPosted, NotEnoughMoney, NotPending
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.models import LedgerAccount, Transfer
from hmk_graph.payments.rules import Balance
from tests.factories import NOON, at

BKASH = chart.gateway("bkash")
SUMAIYA = chart.held_for(1)
ZAHIR = chart.held_for(2)
HUNDRED = taka(100)
OUTSIDE = contextvars.Context()


def move(
    ref: str,
    amount: Paisa = HUNDRED,
    *,
    debit: AccountName = BKASH,
    credit: AccountName = SUMAIYA,
    kind: str = "paid",
) -> Move:
    return Move(kind=kind, ref=ref, debit=debit, credit=credit, amount=amount)


async def balances(*names: AccountName) -> list[int]:
    return [(await ledger.balance(name)).posted for name in names]


async def test_what_one_account_gets_another_gives(db):
    await ledger.post(move("1"))
    await ledger.post(move("2", taka(40), debit=SUMAIYA, credit=ZAHIR))

    assert await balances(BKASH, SUMAIYA, ZAHIR) == [-taka(100), taka(60), taka(40)]


async def test_several_moves_happen_together_or_not_at_all(db):
    await ledger.post(move("1"))

    with pytest.raises(NotEnoughMoney):
        await ledger.post(
            move("2", taka(60), debit=SUMAIYA, credit=ZAHIR),
            move("3", taka(60), debit=SUMAIYA, credit=ZAHIR),
        )

    assert await balances(SUMAIYA, ZAHIR) == [taka(100), 0]
    assert await Transfer.all().count() == 1


async def test_what_one_move_brings_the_next_may_take(db):
    await ledger.post(move("1"), move("2", taka(100), debit=SUMAIYA, credit=ZAHIR))

    assert await balances(SUMAIYA, ZAHIR) == [0, taka(100)]


async def test_nobody_spends_more_than_he_has(db):
    await ledger.post(move("1"))

    with pytest.raises(NotEnoughMoney) as refused:
        await ledger.post(move("2", taka(101), debit=SUMAIYA, credit=ZAHIR))

    assert (refused.value.needed, refused.value.available) == (taka(101), taka(100))
    assert refused.value.message_bn == "হাতে আছে ৳১০০, লাগবে ৳১০১।"


async def test_a_reason_moves_money_once(db):
    await ledger.post(move("1"))

    with pytest.raises(AlreadyPosted):
        await ledger.post(move("1"))

    assert await balances(SUMAIYA) == [taka(100)]


async def test_what_is_promised_can_neither_be_spent_nor_promised_again(db):
    await ledger.post(move("1"))
    [promise] = await ledger.hold(move("2", taka(70), debit=SUMAIYA, credit=FORFEITED))

    for again in (ledger.post, ledger.hold):
        with pytest.raises(NotEnoughMoney):
            await again(move("3", taka(31), debit=SUMAIYA, credit=ZAHIR))

    assert await ledger.balance(SUMAIYA) == Balance(taka(100), taka(70))
    assert await ledger.pending("paid", "2") == promise


async def test_a_promise_is_kept_in_part_and_the_rest_is_free(db):
    await ledger.post(move("1"))
    [promise] = await ledger.hold(move("2", taka(70), debit=SUMAIYA, credit=ZAHIR))

    await ledger.capture(promise, ref="2", amount=taka(50))

    assert await ledger.balance(SUMAIYA) == Balance(taka(50), 0)
    assert await balances(ZAHIR) == [taka(50)]
    assert await ledger.pending("paid", "2") is None


@pytest.mark.parametrize("expired", [False, True])
async def test_a_promise_that_is_dropped_leaves_all_as_it_was(db, expired):
    await ledger.post(move("1"))
    [promise] = await ledger.hold(move("2", taka(70), debit=SUMAIYA, credit=ZAHIR))

    await ledger.release(promise, ref="2", expired=expired)

    assert await ledger.balance(SUMAIYA) == Balance(taka(100), 0)
    assert await balances(ZAHIR) == [0]


async def test_more_than_was_promised_is_not_taken(db):
    await ledger.post(move("1"))
    [promise] = await ledger.hold(move("2", taka(70), debit=SUMAIYA, credit=ZAHIR))

    with pytest.raises(NotPending):
        await ledger.capture(promise, ref="2", amount=taka(71))

    assert await ledger.balance(SUMAIYA) == Balance(taka(100), taka(70))


async def test_of_many_who_resolve_one_promise_exactly_one_does(db):
    await ledger.post(move("1"))
    [promise] = await ledger.hold(move("2", taka(70), debit=SUMAIYA, credit=ZAHIR))

    outcomes = await asyncio.gather(
        *(ledger.capture(promise, ref=f"c{n}") for n in range(10)),
        *(ledger.release(promise, ref=f"r{n}") for n in range(10)),
        return_exceptions=True,
    )

    assert sorted(type(o).__name__ for o in outcomes) == ["NotPending"] * 19 + ["int"]
    assert (await ledger.balance(SUMAIYA)).held == 0


async def test_of_many_who_spend_the_same_money_exactly_one_does(db):
    await ledger.post(move("1"))

    outcomes = await asyncio.gather(
        *(ledger.post(move(f"s{n}", taka(60), debit=SUMAIYA, credit=ZAHIR)) for n in range(20)),
        return_exceptions=True,
    )

    assert sorted(type(o).__name__ for o in outcomes) == ["NotEnoughMoney"] * 19 + ["list"]
    assert await balances(SUMAIYA, ZAHIR) == [taka(40), taka(60)]


async def test_of_the_same_reason_many_times_at_once_one_moves_money(db):
    outcomes = await asyncio.gather(
        *(ledger.post(move("1")) for _ in range(20)), return_exceptions=True
    )

    assert sorted(type(o).__name__ for o in outcomes) == ["AlreadyPosted"] * 19 + ["list"]
    assert await balances(SUMAIYA) == [taka(100)]


async def test_a_transfer_is_taken_back_once(db):
    [first] = await ledger.post(move("1"))

    await ledger.reverse(first, ref="1")
    with pytest.raises(NotPending):
        await ledger.reverse(first, ref="2")

    assert await balances(BKASH, SUMAIYA) == [0, 0]


async def test_what_the_surrounding_transaction_loses_the_ledger_loses(db):
    with pytest.raises(ZeroDivisionError):
        async with transaction():
            await ledger.post(move("1"))
            raise ZeroDivisionError

    assert await balances(SUMAIYA) == [0]
    assert await Transfer.exists() is False


async def test_two_who_pay_each_other_crosswise_never_wait_for_ever(db):
    people = [chart.held_for(n) for n in range(5)]
    await ledger.post(*(move(f"in {name}", taka(1_000), credit=name) for name in people))
    rng = random.Random(7)

    @whole_command
    async def swap(number: int) -> None:
        there, back = rng.sample(people, 2)
        async with transaction():
            await ledger.post(
                move(f"a{number}", taka(1), debit=there, credit=back),
                move(f"b{number}", taka(2), debit=back, credit=there),
            )

    await asyncio.gather(*(swap(number) for number in range(100)))

    assert sum(await balances(*people)) == taka(5_000)


async def test_any_storm_of_moves_leaves_a_ledger_that_proves(db):
    rng = random.Random(11)
    names = [*(chart.held_for(n) for n in range(4)), BKASH, SUSPENSE]
    promises: list[int] = []

    @whole_command
    async def act(number: int) -> None:
        debit, credit = rng.sample(names, 2)
        wanted = move(f"{number}", Paisa(rng.randint(1, 5_000)), debit=debit, credit=credit)
        match rng.randrange(4):
            case 0:
                promises.extend(await ledger.hold(wanted))
            case 1 if promises:
                await ledger.capture(rng.choice(promises), ref=f"{number}")
            case 2 if promises:
                await ledger.release(rng.choice(promises), ref=f"{number}")
            case _:
                await ledger.post(wanted)

    for start in range(0, 300, 30):
        outcomes = await asyncio.gather(
            *(act(number) for number in range(start, start + 30)), return_exceptions=True
        )
        faults = [o for o in outcomes if o is not None and not isinstance(o, DomainError)]
        assert faults == []
        await sealing.seal(at(NOON))

    proof = await proving.prove()
    assert proof.faults == []
    assert proof.transfers == await Transfer.all().count() > 100
    stored = await LedgerAccount.filter(guarded=True)
    assert all(0 <= account.held_paisa <= account.balance_paisa for account in stored)


async def test_an_unguarded_account_is_summed_with_its_promises(db):
    await ledger.post(move("1"))
    await ledger.hold(move("2", taka(30)))

    assert await ledger.balance(BKASH) == Balance(-taka(100), taka(30))


async def test_two_payments_through_one_gateway_do_not_wait_for_each_other(db):
    await ledger.post(move("0"))
    async with transaction():
        await ledger.post(move("1"))

        async with asyncio.timeout(60):
            await in_a_task_of_its_own(ledger.post(move("2", credit=ZAHIR)))

    assert await balances(BKASH, ZAHIR) == [-taka(300), taka(100)]


async def in_a_task_of_its_own(work: Coroutine[Any, Any, Any]) -> None:
    """Run as another request would: without the transaction that is open here."""
    await asyncio.create_task(work, context=OUTSIDE)
