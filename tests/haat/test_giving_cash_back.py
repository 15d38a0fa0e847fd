"""Cash that goes back waits at its haat for an officer to put it into its payer's hand."""

from __future__ import annotations

import asyncio

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.errors import NotAllowed, NotFound
from hmk_graph.haat import handing_over, taking_cash
from hmk_graph.haat.sale_models import Deal
from hmk_graph.payments.paying_models import Refund, RefundState
from tests import factories
from tests.factories import at
from tests.haat.deals import ALL, LATER, bought, decided, hand_over, pay, standing
from tests.schema.whole_house import asked, done

pytestmark = pytest.mark.usefixtures("db")
WAITING = "{ cashToGiveBack { edges { node { id amount payerName gateway state } } } }"


async def refunded(officer: Account, buyer: Account) -> tuple[Deal, Refund]:
    """Have an officer decide that a buyer has all his cash back."""
    deal = await bought(buyer)
    await pay(deal)
    await hand_over(deal)
    await handing_over.dispute(deal.buyer_id, deal.id, reason="ওজন অনেক কম, পশুটি অসুস্থ")
    await decided(deal, officer.id)
    return deal, await Refund.get()


async def test_an_officer_finds_whom_cash_waits_for_and_puts_it_into_his_hand():
    officer, buyer = await factories.officer(), await factories.person("নগদ ক্রেতা")
    deal, refund = await refunded(officer, buyer)

    [edge] = (await asked(WAITING, officer.id))["cashToGiveBack"]["edges"]
    given = await done(
        "giveCashBack", officer.id, "... on HandRefund { state }", refundId=edge["node"]["id"]
    )

    assert edge["node"] == {
        "id": f"HandRefund:{refund.id}",
        "amount": ALL,
        "payerName": "নগদ ক্রেতা",
        "gateway": "cash",
        "state": "APPROVED",
    }
    assert given["state"] == "SUCCEEDED"
    assert await standing(deal) == (0, 0, 0, 0)
    assert (await asked(WAITING, officer.id))["cashToGiveBack"]["edges"] == []


async def test_two_officers_at_once_give_it_back_once():
    officer, other = await factories.officer(), await factories.officer()
    deal, refund = await refunded(officer, await factories.person())

    await asyncio.gather(
        *(taking_cash.give_back(one.id, refund.id, clock=at(LATER)) for one in (officer, other) * 3)
    )

    assert (await Refund.get()).state is RefundState.SUCCEEDED
    assert await standing(deal) == (0, 0, 0, 0)


async def test_neither_a_strange_officer_nor_the_payer_gives_it_back():
    officer, buyer = await factories.officer(), await factories.person()
    deal, refund = await refunded(officer, buyer)
    itna = await factories.upazila("kishoreganj-itna")
    stranger = await factories.officer(itna)

    with pytest.raises(NotFound):
        await taking_cash.give_back(stranger.id, refund.id, clock=at(LATER))
    assert (await asked(WAITING, stranger.id))["cashToGiveBack"]["edges"] == []
    await factories.granted(buyer, "ADMINISTRATOR")
    with pytest.raises(NotAllowed):
        await taking_cash.give_back(buyer.id, refund.id, clock=at(LATER))
    assert (await asked(WAITING, buyer.id))["cashToGiveBack"]["edges"] == []

    assert (await standing(deal))[0] == ALL
