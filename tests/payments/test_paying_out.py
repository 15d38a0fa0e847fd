"""Earnings leave the house once, and no sooner than they may."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.forced_models import ForcedAct, ForcedAnswer
from hmk_graph.accounts.models import Account
from hmk_graph.errors import BadInput, NotAllowed, StaleState
from hmk_graph.idempotency import IdempotencyConflict
from hmk_graph.money import Paisa, taka
from hmk_graph.payments import chart, ledger, paying_out, payout_accounts, proving, statements
from hmk_graph.payments.errors import ReferenceUsed
from hmk_graph.payments.ledger import Move
from hmk_graph.payments.machines import PayoutAccountCommand
from hmk_graph.payments.payout_models import (
    Commission,
    Payout,
    PayoutAccount,
    PayoutAccountState,
    PayoutMethod,
    PayoutState,
)
from tests import factories
from tests.factories import at

pytestmark = pytest.mark.usefixtures("db")
EARNED = taka(80_000)
# The ledger writes the database's own time; a day later all of it has rested, however long ago this
# file was read: a run of all tests may take more than an hour.
RESTED = datetime.now(UTC) + timedelta(hours=36)


async def earn(seller: Account, amount: Paisa = EARNED, *, ref: str = "1") -> None:
    """Let money become a seller's, as a deal does that is complete."""
    move = Move(
        kind="haat.price.post",
        ref=ref,
        debit=chart.gateway("bkash"),
        credit=chart.due_to_seller(seller.id),
        amount=amount,
    )
    await ledger.post(move)


async def ask(seller: Account, *, number: str = "01712-345678", key: str = "k") -> PayoutAccount:
    return await payout_accounts.ask(
        seller.id,
        chart.due_to_seller(seller.id),
        method=PayoutMethod.BKASH,
        number=number,
        holder="রহিমা খাতুন",
        bank="",
        idempotency_key=key,
        clock=at(RESTED),
    )


async def decide(
    account: PayoutAccount, command: PayoutAccountCommand, *, by: Account | None = None
) -> PayoutAccount:
    administrator = by or await factories.administrator()
    return await payout_accounts.decide(
        administrator.id, account.id, command, reason="নামের সাথে নম্বর মেলে না", clock=at(RESTED)
    )


async def earner() -> tuple[Account, PayoutAccount]:
    """Return a seller who has earned, and where it is sent to."""
    seller = await factories.verified_seller()
    await earn(seller)
    account = await decide(await ask(seller), PayoutAccountCommand.APPROVE)
    return seller, account


async def cut(account: PayoutAccount, now: datetime = RESTED) -> Payout:
    assert await paying_out.cut_when_due(account.id, at(now)) == now + timedelta(hours=24)
    newest = await Payout.filter(account_id=account.id).order_by("-id").first()
    assert newest is not None
    return newest


async def standing(seller: Account) -> tuple[int, int, int]:
    """Return what the seller is due, what of it is held, and what has left by the bank."""
    due = await ledger.balance(chart.due_to_seller(seller.id))
    return due.posted, due.held, (await ledger.balance(chart.bank())).posted


async def test_what_has_rested_is_cut_whole_sent_and_proved():
    seller, account = await earner()
    administrator = await factories.administrator()

    payout = await cut(account)
    assert (payout.amount_paisa, payout.fee_paisa) == (EARNED, 0)
    assert await standing(seller) == (EARNED, EARNED, 0)
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    payout = await paying_out.confirm(
        administrator.id, payout.id, reference=" 9HT4 K2  ", clock=at(RESTED)
    )

    assert (payout.state, payout.reference) == (PayoutState.PAID, "9HT4 K2")
    assert await standing(seller) == (0, 0, EARNED)
    kinds = [e.kind for e in await event_log.after(f"accounts.account.{seller.id}", 0)]
    assert kinds.count("payments.payout_moved") == 3
    assert (await proving.prove()).fits


async def test_what_came_within_a_day_stays_until_the_next_cut():
    seller, account = await earner()

    assert await paying_out.cut_when_due(account.id, at(datetime.now(UTC))) is not None

    assert not await Payout.exists()
    assert await standing(seller) == (EARNED, 0, 0)


async def test_nothing_is_cut_where_nothing_is_due_or_one_is_open():
    seller, account = await earner()
    await cut(account)
    await earn(seller, taka(5), ref="2")

    for _ in range(3):
        await paying_out.cut_when_due(account.id, at(RESTED))

    assert await Payout.all().count() == 1


async def test_of_many_cuts_at_once_one_holds_the_money():
    seller, account = await earner()

    await asyncio.gather(*(paying_out.cut_when_due(account.id, at(RESTED)) for _ in range(8)))

    assert await Payout.all().count() == 1
    assert await standing(seller) == (EARNED, EARNED, 0)


async def test_of_confirming_and_failing_at_once_one_counts():
    administrator = await factories.administrator()
    seller, account = await earner()
    payout = await cut(account)
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    other = await factories.administrator()
    await paying_out.fail(other.id, payout.id, reason="নম্বরটি বন্ধ আছে", clock=at(RESTED))

    outcomes = await asyncio.gather(
        paying_out.confirm(administrator.id, payout.id, reference="TRX 1", clock=at(RESTED)),
        paying_out.fail(administrator.id, payout.id, reason="নম্বরটি বন্ধ আছে", clock=at(RESTED)),
        paying_out.confirm(administrator.id, payout.id, reference="TRX 2", clock=at(RESTED)),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["Payout", "StaleState", "StaleState"]
    payout = await Payout.get()
    paid = payout.state is PayoutState.PAID
    assert await standing(seller) == ((0, 0, EARNED) if paid else (EARNED, 0, 0))
    assert (await proving.prove()).fits


async def test_a_payout_that_did_not_arrive_is_cut_anew():
    administrator = await factories.administrator()
    seller, account = await earner()
    payout = await cut(account)
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))

    waiting = await given_up(paying_out.fail, payout, by=administrator)
    assert (waiting.state, await standing(seller)) == (PayoutState.PROCESSING, (EARNED, EARNED, 0))
    with pytest.raises(SecondOfficerNeeded):
        await given_up(paying_out.fail, payout, by=administrator)
    await given_up(paying_out.fail, payout, by=await factories.administrator())
    again = await cut(account, RESTED + timedelta(days=1))

    assert again.id != payout.id
    assert (again.state, again.amount_paisa) == (PayoutState.PENDING, EARNED)
    for one in (administrator, await factories.administrator()):
        await given_up(paying_out.cancel, again, by=one)
    assert await standing(seller) == (EARNED, 0, 0)


async def given_up(undo: Any, payout: Payout, *, by: Account) -> Payout:
    """Say as an administrator that a payout does not go on."""
    gone: Payout = await undo(by.id, payout.id, reason="নম্বরটি বন্ধ আছে", clock=at(RESTED))
    return gone


async def test_a_payout_that_is_proved_meanwhile_is_failed_by_nobody():
    administrator, second = await factories.administrator(), await factories.administrator()
    _, account = await earner()
    payout = await cut(account)
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    await given_up(paying_out.fail, payout, by=administrator)

    await paying_out.confirm(second.id, payout.id, reference="TRX 1", clock=at(RESTED))

    with pytest.raises(StaleState):
        await given_up(paying_out.fail, payout, by=second)
    assert (await ForcedAct.get()).answer is ForcedAnswer.LAPSED


async def test_one_number_proves_one_payout_and_twice_is_no_matter():
    administrator = await factories.administrator()
    proved = []
    for number in range(2):
        _, account = await earner_with(f"{number}")
        payout = await cut(account)
        await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
        proved.append(payout)
    first, second = proved

    for _ in range(2):
        await paying_out.confirm(administrator.id, first.id, reference="TRX 1", clock=at(RESTED))
    with pytest.raises(ReferenceUsed):
        await paying_out.confirm(administrator.id, second.id, reference="TRX 1", clock=at(RESTED))
    with pytest.raises(StaleState):
        await paying_out.confirm(administrator.id, first.id, reference="TRX 2", clock=at(RESTED))

    assert (await Payout.get(id=second.id)).state is PayoutState.PROCESSING


async def earner_with(ref: str) -> tuple[Account, PayoutAccount]:
    seller = await factories.verified_seller(f"বিক্রেতা {ref}")
    await earn(seller, ref=ref)
    return seller, await decide(await ask(seller), PayoutAccountCommand.APPROVE)


async def test_none_but_administrators_move_payouts_and_none_his_own():
    administrator = await factories.administrator()
    await earn(administrator)
    own = await ask(administrator)
    officer = await factories.officer()

    with pytest.raises(NotAllowed):
        await decide(own, PayoutAccountCommand.APPROVE, by=administrator)
    with pytest.raises(NotAllowed):
        await decide(own, PayoutAccountCommand.APPROVE, by=officer)
    account = await decide(own, PayoutAccountCommand.APPROVE)
    payout = await cut(account)
    with pytest.raises(NotAllowed):
        await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    with pytest.raises(NotAllowed):
        await paying_out.send(officer.id, payout.id, clock=at(RESTED))

    assert (await Payout.get()).state is PayoutState.PENDING


async def test_earnings_go_where_they_went_until_the_new_place_is_checked():
    seller, old = await earner()
    waiting = await ask(seller, number="01912345678", key="new")
    better = await ask(seller, number="01812345678", key="newer")

    assert [(await PayoutAccount.get(id=one.id)).state for one in (old, waiting, better)] == [
        PayoutAccountState.ACTIVE,
        PayoutAccountState.REPLACED,
        PayoutAccountState.PENDING,
    ]
    await decide(better, PayoutAccountCommand.APPROVE)

    assert (await PayoutAccount.get(id=old.id)).state is PayoutAccountState.REPLACED
    assert await paying_out.cut_when_due(old.id, at(RESTED)) is None
    assert (await cut(better)).account_id == better.id
    assert better.number == "+8801812345678"


async def test_a_restricted_place_is_sent_nothing_until_it_is_released():
    administrator = await factories.administrator()
    _, account = await earner()
    payout = await cut(account)
    await decide(account, PayoutAccountCommand.RESTRICT)

    with pytest.raises(StaleState):
        await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    assert await paying_out.cut_when_due(account.id, at(RESTED)) is None
    await decide(account, PayoutAccountCommand.RELEASE)
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))

    with pytest.raises(BadInput):
        await payout_accounts.decide(
            administrator.id,
            account.id,
            PayoutAccountCommand.RESTRICT,
            reason="না",
            clock=at(RESTED),
        )


async def test_the_commission_is_nothing_until_one_is_set_and_is_kept_apart():
    administrator = await factories.administrator()
    seller, account = await earner()
    for _ in range(2):
        await paying_out.set_commission(
            administrator.id,
            kind="seller",
            basis_points=150,
            idempotency_key="k",
            clock=at(RESTED - timedelta(hours=1)),
        )
    assert await Commission.all().count() == 1

    payout = await cut(account)
    assert (payout.amount_paisa, payout.fee_paisa) == (taka(78_800), taka(1_200))
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    await paying_out.confirm(administrator.id, payout.id, reference="TRX 1", clock=at(RESTED))

    assert await standing(seller) == (0, 0, taka(78_800))
    assert (await ledger.balance(chart.PLATFORM_FEE)).posted == taka(1_200)
    with pytest.raises(NotAllowed):
        await paying_out.set_commission(
            seller.id, kind="seller", basis_points=0, idempotency_key="k", clock=at(RESTED)
        )


async def test_one_key_asks_for_one_place():
    seller = await factories.verified_seller()

    first, same = await ask(seller), await ask(seller)

    assert first.id == same.id
    with pytest.raises(IdempotencyConflict):
        await ask(seller, number="01912345678")
    for number in ("02-9551234", "+919830012345", "abc", ""):
        with pytest.raises(BadInput):
            await ask(seller, number=number, key=number)


async def test_a_statement_adds_up_and_no_cell_of_it_is_a_formula():
    administrator = await factories.administrator()
    seller, account = await earner()
    await earn(seller, Paisa(1_050), ref="=1+1")
    payout = await cut(account)
    await paying_out.send(administrator.id, payout.id, clock=at(RESTED))
    await paying_out.confirm(administrator.id, payout.id, reference="TRX 1", clock=at(RESTED))
    today = datetime.now(UTC).astimezone(statements.DHAKA).date()

    told = await statements.statement(
        chart.due_to_seller(seller.id), since=today - timedelta(days=1), until=today
    )

    whole = EARNED + 1_050
    assert [(line.words, line.amount, line.balance) for line in told.lines] == [
        ("পশুর দাম", EARNED, EARNED),
        ("পশুর দাম", 1_050, whole),
        ("পরিশোধ", -whole, 0),
    ]
    assert (told.opening, told.came, told.left, told.closing) == (0, whole, whole, 0)
    rows = statements.as_csv(told).splitlines()
    assert rows[0].startswith("\ufeffতারিখ,সময়,বিবরণ")
    assert rows[3].split(",")[2:] == ["পশুর দাম", "'=1+1", "10.50", "", "80010.50"]
    later = await statements.statement(
        chart.due_to_seller(seller.id),
        since=today + timedelta(days=1),
        until=today + timedelta(days=2),
    )
    assert (later.opening, later.lines, later.closing) == (0, [], 0)


@pytest.mark.parametrize(
    "days", [(date(2026, 5, 2), date(2026, 5, 1)), (date(2026, 1, 1), date(2026, 4, 4))]
)
async def test_a_statement_is_of_some_days_in_their_order(days: tuple[date, date]):
    with pytest.raises(BadInput):
        await statements.statement(chart.due_to_seller(1), since=days[0], until=days[1])
