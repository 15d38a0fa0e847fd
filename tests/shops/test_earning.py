"""What shops earn leaves the house as what sellers earn does, and nobody leaves before it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hmk_graph.accounts import suspending
from hmk_graph.accounts.errors import StillOwing
from hmk_graph.accounts.models import Account
from hmk_graph.clock import DHAKA
from hmk_graph.event_log import transaction
from hmk_graph.obligations import open_obligations
from hmk_graph.orders import closing
from hmk_graph.orders.models import PayMethod
from hmk_graph.payments import chart, ledger, paying_out, payout_accounts, proving
from hmk_graph.payments.machines import PayoutAccountCommand
from hmk_graph.payments.payout_models import Payout, PayoutAccount, PayoutAccountState
from hmk_graph.shops import opening
from hmk_graph.shops.models import Shop, ShopState
from tests import factories
from tests.factories import NOON, at
from tests.orders.test_order_money import delivered, paid
from tests.payments.test_paying_out import RESTED, earn
from tests.payments.tills import Till
from tests.schema.whole_house import asked, done
from tests.shops import stalls
from tests.shops.stalls import DELIVERY, PRICE

pytestmark = pytest.mark.usefixtures("db")
EARNED = 2 * PRICE + DELIVERY
SHOWN = """query ($shop: ID!, $since: Date!, $until: Date!) {
    shopEarnings(shopId: $shop) { standing onItsWay }
    shopStatement(shopId: $shop, since: $since, until: $until) { opening came left closing csv
        lines { wordsBn ref amount balance } } }"""
TODAY = datetime.now(UTC).astimezone(DHAKA).date()
DAYS = {"since": str(TODAY - timedelta(days=1)), "until": str(TODAY + timedelta(days=1))}


async def earned() -> tuple[Shop, int]:
    """Return a shop that an order paid online has brought money, and the order's number."""
    order, group = await stalls.ordered(method=PayMethod.ONLINE)
    await paid(group, Till())
    await delivered(order)
    await closing.close(group.buyer_id, order.id, token=None, clock=at(NOON))
    return await Shop.get(id=order.shop_id), order.id


async def named(shop: Shop, *, by: int | None = None, key: str = "k") -> dict[str, Any]:
    """Say where the earnings of a shop shall be sent, as its owner unless it is said otherwise."""
    return await done(
        "setShopPayout",
        shop.owner_id if by is None else by,
        "... on PayoutAccount { id shopId number state }",
        shopId=f"Shop:{shop.id}",
        method="BKASH",
        number="01712-345678",
        holder="পনির আপা",
        idempotencyKey=key,
    )


async def sent(shop: Shop) -> Payout:
    """Have an administrator check where a shop's earnings go, and take their payout in hand."""
    administrator = await factories.administrator()
    account = await PayoutAccount.get(earner=chart.due_to_shop(shop.id), state="PENDING")
    await payout_accounts.decide(
        administrator.id, account.id, PayoutAccountCommand.APPROVE, clock=at(RESTED)
    )
    await paying_out.cut_when_due(account.id, at(RESTED))
    payout = await Payout.get(account_id=account.id)
    return await paying_out.send(administrator.id, payout.id, clock=at(RESTED))


async def proved(payout: Payout) -> None:
    administrator = await factories.administrator()
    await paying_out.confirm(
        administrator.id, payout.id, reference=f"BKASH {payout.id}", clock=at(RESTED)
    )


async def test_what_an_order_brought_is_sent_to_where_the_owner_said():
    shop, order_id = await earned()
    place = await named(shop)
    assert place == {
        "kind": "PayoutAccount",
        "id": place["id"],
        "shopId": f"Shop:{shop.id}",
        "number": "••••••••678",
        "state": "PENDING",
    }

    payout = await sent(shop)
    under_way = await asked(SHOWN, shop.owner_id, shop=f"Shop:{shop.id}", **DAYS)
    await proved(payout)

    assert under_way["shopEarnings"] == {"standing": EARNED, "onItsWay": EARNED}
    shown = await asked(SHOWN, shop.owner_id, shop=f"Shop:{shop.id}", **DAYS)
    assert shown["shopEarnings"] == {"standing": 0, "onItsWay": 0}
    assert shown["shopStatement"]["lines"] == [
        {"wordsBn": "অর্ডারের দাম", "ref": str(order_id), "amount": EARNED, "balance": EARNED},
        {"wordsBn": "পরিশোধ", "ref": str(payout.id), "amount": -EARNED, "balance": 0},
    ]
    assert "অর্ডারের দাম" in shown["shopStatement"]["csv"]
    assert (await ledger.balance(chart.bank())).posted == EARNED
    assert (await proving.prove()).fits


async def test_nobody_else_names_the_place_or_sees_what_was_earned():
    shop, _ = await earned()
    rival = await stalls.shop(await factories.person())

    refused = await named(shop, by=rival.owner_id)

    assert refused["code"] == "NOT_FOUND"
    assert not await PayoutAccount.exists()
    for viewer_id in (rival.owner_id, (await factories.administrator()).id):
        shown = await asked(SHOWN, viewer_id, shop=f"Shop:{shop.id}", **DAYS)
        assert shown == {"shopEarnings": None, "shopStatement": None}


async def test_a_shop_and_its_owner_earn_apart():
    shop, _ = await earned()
    owner = await Account.get(id=shop.owner_id)
    await earn(owner)

    await named(shop)
    payout = await sent(shop)

    assert payout.amount_paisa == EARNED
    assert (await ledger.balance(chart.due_to_seller(owner.id))).held == 0


async def test_a_closed_shop_is_still_paid_out():
    shop, _ = await earned()
    async with transaction() as events:
        events += await opening.end_for_good(shop)

    place = await named(shop)

    assert place["state"] == "PENDING"
    assert (await Shop.get()).state is ShopState.TERMINATED
    assert (await sent(shop)).amount_paisa == EARNED


async def test_nobody_leaves_before_his_shop_was_paid_out():
    shop, _ = await earned()
    await named(shop)

    async def leave() -> None:
        await suspending.erase(shop.owner_id, open_obligations=open_obligations, clock=at(NOON))

    with pytest.raises(StillOwing) as unpaid:
        await leave()
    payout = await sent(shop)
    with pytest.raises(StillOwing) as under_way:
        await leave()
    await proved(payout)
    await leave()

    assert (unpaid.value.open, under_way.value.open) == (["earnings"], ["earnings"])
    assert (await Account.get(id=shop.owner_id)).phone is None


async def test_nobody_leaves_before_he_was_paid_out_himself():
    seller = await factories.verified_seller()
    await earn(seller)

    with pytest.raises(StillOwing) as refused:
        await suspending.erase(seller.id, open_obligations=open_obligations, clock=at(NOON))

    assert refused.value.open == ["earnings"]
    assert (await Account.get(id=seller.id)).phone == seller.phone


async def test_of_an_erased_person_no_number_and_no_name_stays_where_money_went():
    shop, _ = await earned()
    await named(shop)
    await proved(await sent(shop))
    await named(shop, key="another")

    await payout_accounts.forget(shop.owner_id)
    await payout_accounts.forget(shop.owner_id)

    rows = await PayoutAccount.filter(owner_id=shop.owner_id)
    assert {row.state for row in rows} == {PayoutAccountState.REPLACED}
    assert {(row.number, row.bank, row.holder) for row in rows} == {("", "", "")}
    assert len(rows) == 2
