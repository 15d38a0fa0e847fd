"""Earnings as sellers and administrators see them, from the asking to the proof."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hmk_graph.clock import DHAKA
from hmk_graph.money import taka
from hmk_graph.payments import paying_out
from hmk_graph.payments.payout_models import PayoutAccount
from tests import factories
from tests.factories import at
from tests.payments.test_paying_out import RESTED, earn
from tests.schema.whole_house import asked, done

pytestmark = pytest.mark.usefixtures("db")
WAITING = """{ payoutAccountsWaiting { edges { node { id number ownerName kind } } }
    payoutsWaiting { edges { node { id amount fee overdue account { number holder } } } } }"""
MINE = """query ($since: Date!, $until: Date!) { myEarnings { standing onItsWay }
    myPayoutAccounts { edges { node { number state } } }
    myPayouts { edges { node { state amount reference } } }
    myStatement(since: $since, until: $until) { opening came left closing csv
        lines { wordsBn ref amount balance } } }"""


def nodes(connection: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


async def test_earnings_are_sent_where_an_administrator_has_checked_and_proved():
    seller, administrator = await factories.verified_seller(), await factories.administrator()
    await earn(seller, taka(80_000))
    place = await done(
        "setSellerPayout",
        seller.id,
        "... on PayoutAccount { id number state }",
        method="NAGAD",
        number="০১৭১২-৩৪৫৬৭৮",
        holder="রহিমা খাতুন",
        idempotencyKey="k",
    )
    assert (place["number"], place["state"]) == ("••••••••678", "PENDING")

    shown = await asked(WAITING, administrator.id)
    assert nodes(shown["payoutAccountsWaiting"])[0]["number"] == "+8801712345678"
    await done(
        "decidePayoutAccount",
        administrator.id,
        "... on PayoutAccount { state }",
        payoutAccountId=place["id"],
        decision="APPROVE",
    )
    account = await PayoutAccount.get()
    await paying_out.cut_when_due(account.id, at(RESTED))
    [waiting] = nodes((await asked(WAITING, administrator.id))["payoutsWaiting"])
    assert (waiting["amount"], waiting["fee"], waiting["overdue"]) == (taka(80_000), 0, False)
    this = {"payoutId": waiting["id"]}
    sent = await done("sendPayout", administrator.id, "... on Payout { state }", **this)
    paid = await done(
        "confirmPayout",
        administrator.id,
        "... on Payout { state reference }",
        **this,
        reference="NGD 77",
    )

    assert (sent["state"], paid["state"], paid["reference"]) == ("PROCESSING", "PAID", "NGD 77")
    today = datetime.now(UTC).astimezone(DHAKA).date()
    mine = await asked(MINE, seller.id, since=str(today - timedelta(days=1)), until=str(today))
    assert mine["myEarnings"] == {"standing": 0, "onItsWay": 0}
    assert [one["state"] for one in nodes(mine["myPayouts"])] == ["PAID"]
    statement = mine["myStatement"]
    assert (statement["came"], statement["left"], statement["closing"]) == (
        taka(80_000),
        taka(80_000),
        0,
    )
    assert [line["wordsBn"] for line in statement["lines"]] == ["পশুর দাম", "পরিশোধ"]
    assert statement["csv"].count("\r\n") == 5


async def test_who_is_no_administrator_sees_no_queue_and_moves_nothing():
    seller, officer = await factories.verified_seller(), await factories.officer()
    await earn(seller)
    await done(
        "setSellerPayout",
        seller.id,
        method="BANK",
        number="1234 5678 9012",
        bank="সোনালী ব্যাংক, করিমগঞ্জ",
        holder="রহিমা খাতুন",
        idempotencyKey="k",
    )

    shown = await asked(WAITING, officer.id)

    assert (nodes(shown["payoutAccountsWaiting"]), nodes(shown["payoutsWaiting"])) == ([], [])
