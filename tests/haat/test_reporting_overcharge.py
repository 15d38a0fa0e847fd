"""Whoever was charged more than the rule says so, an officer looks, and everybody can count."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts.models import Account
from hmk_graph.errors import BadInput, NotFound, StaleState
from hmk_graph.haat import reporting_overcharge
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.models import Haat
from hmk_graph.haat.overcharge_models import Charged, Overcharge, OverchargeState
from hmk_graph.haat.reporting_overcharge import Told
from hmk_graph.haat.selling_errors import NotOvercharged
from hmk_graph.money import Paisa, taka
from tests import factories
from tests.factories import NOON, at
from tests.haat.deals import PRICE, TOLL, bought
from tests.schema.whole_house import asked, done

pytestmark = pytest.mark.usefixtures("db")
ASKED, TAKEN = taka(90_000), taka(5_000)
WORDS = "রসিদ না দিয়ে বেশি টাকা নিয়েছে"
FOUND = "ইজারাদারকে বাড়তি টাকা ফেরত দিতে বলা হয়েছে"
COUNT = """query ($id: ID!) { overchargeCount(haatId: $id) {
    reported waiting upheld dismissed over } }"""


@pytest.fixture
async def haat(db: str) -> Haat:
    """A haat that takes five in a hundred, 4 000 taka at most."""
    haat = await factories.haat()
    await HasilRule.create(
        haat=haat,
        kind="PERCENT",
        value=500,
        cap_paisa=taka(4_000),
        valid_from=NOON - timedelta(days=1),
        legal_ref="x",
        set_by=await factories.officer(),
    )
    return haat


async def report(
    person: Account,
    haat: Haat,
    *,
    taken: Paisa = TAKEN,
    price: Paisa = ASKED,
    charged: Charged = Charged.BUYER,
    key: str = "k",
    **more: Any,
) -> Overcharge:
    told = Told(charged=charged, species="cattle", price=price, taken=taken, words=WORDS)
    return await reporting_overcharge.report(
        person.id, haat.id, told, idempotency_key=key, clock=at(NOON), **more
    )


async def test_more_than_the_rule_with_its_cap_is_reported_and_told(haat):
    person = await factories.person()

    made = await report(person, haat)

    assert (made.due_paisa, made.taken_paisa) == (taka(4_000), taka(5_000))
    [event] = await event_log.after(f"accounts.account.{person.id}", 0)
    assert (event.kind, event.payload["over"]) == ("haat.overcharge_moved", taka(1_000))


@pytest.mark.parametrize("taken", [taka(1), taka(3_999), taka(4_000)])
async def test_what_the_rule_allows_is_no_overcharge(haat, taken):
    with pytest.raises(NotOvercharged) as refused:
        await report(await factories.person(), haat, taken=taken)

    assert refused.value.due == taka(4_000)
    assert not await Overcharge.exists()


async def test_of_a_seller_nothing_is_due_so_a_taka_is_too_much(haat):
    made = await report(await factories.person(), haat, taken=taka(1), charged=Charged.SELLER)

    assert made.due_paisa == 0


async def test_for_a_deal_the_rule_of_its_day_counts_and_its_price(db):
    deal = await bought()
    haat = await Haat.get(listings__deals=deal.id)
    buyer, seller = await Account.get(id=deal.buyer_id), await Account.get(id=deal.seller_id)
    await HasilRule.filter(haat=haat).update(valid_to=NOON + timedelta(hours=1))

    made = await report(buyer, haat, price=PRICE, taken=Paisa(TOLL + 100), deal_id=deal.id)

    assert (made.due_paisa, made.deal_id) == (TOLL, deal.id)
    with pytest.raises(BadInput):
        await report(seller, haat, charged=Charged.SELLER, deal_id=deal.id)
    with pytest.raises(NotFound):  # the seller is not who buys
        await report(seller, haat, price=PRICE, deal_id=deal.id)
    with pytest.raises(NotFound):
        await report(await factories.person(), haat, price=PRICE, deal_id=deal.id)


async def test_the_same_report_twice_is_one_and_another_waits_until_it_is_decided(haat):
    person = await factories.person()

    first, again = await report(person, haat), await report(person, haat)

    assert first.id == again.id
    with pytest.raises(StaleState):
        await report(person, haat, key="another")
    await reporting_overcharge.withdraw(person.id, first.id, clock=at(NOON))
    await report(person, haat, key="another")


async def test_of_many_reports_at_once_one_waits(haat):
    person = await factories.person()

    outcomes = await asyncio.gather(
        *(report(person, haat, key=str(number)) for number in range(8)), return_exceptions=True
    )

    assert sorted(type(one).__name__ for one in outcomes) == ["Overcharge"] + ["StaleState"] * 7
    assert await Overcharge.all().count() == 1


async def test_an_officer_of_the_haat_decides_once_and_none_about_his_own(haat):
    officer, person = await factories.officer(), await factories.person()
    stranger = await factories.officer(await factories.upazila("kishoreganj-itna"))
    made, own = await report(person, haat), await report(officer, haat)
    for somebody, row in ((stranger, made), (person, made), (officer, own)):
        with pytest.raises(NotFound):
            await reporting_overcharge.decide(
                somebody.id, row.id, upheld=True, finding=FOUND, clock=at(NOON)
            )

    decided = await reporting_overcharge.decide(
        officer.id, made.id, upheld=True, finding=FOUND, clock=at(NOON)
    )

    assert (decided.state, decided.decided_by_id) == (OverchargeState.UPHELD, officer.id)
    with pytest.raises(StaleState):
        await reporting_overcharge.decide(
            officer.id, made.id, upheld=False, finding=FOUND, clock=at(NOON)
        )
    with pytest.raises(StaleState):
        await reporting_overcharge.withdraw(person.id, made.id, clock=at(NOON))


async def test_everybody_can_count_the_reports_and_nobody_sees_whose_they_are(haat):
    officer, person, other = [
        await factories.officer(),
        await factories.person("অভিযোগকারী"),
        await factories.person(),
    ]
    asking = {
        "haatId": f"Haat:{haat.id}",
        "charged": "BUYER",
        "species": "cattle",
        "price": taka(90_000),
        "words": WORDS,
        "idempotencyKey": "k",
    }
    made = await done(
        "reportOvercharge",
        person.id,
        "... on OverchargeReport { id due state }",
        taken=taka(6_500),
        **asking,
    )
    refused = await done(
        "reportOvercharge",
        other.id,
        "... on NotOvercharged { due }",
        taken=taka(100),
        **asking,
    )
    waiting = "{ overchargesWaiting { edges { node { id reporterName taken } } } }"
    [edge] = (await asked(waiting, officer.id))["overchargesWaiting"]["edges"]
    decided = await done(
        "decideOvercharge",
        officer.id,
        "... on OverchargeReport { state finding }",
        reportId=made["id"],
        upheld=True,
        finding=FOUND,
    )

    assert (made["state"], refused["code"], refused["due"]) == (
        *("REPORTED", "NOT_OVERCHARGED"),
        taka(4_000),
    )
    assert edge["node"] == {
        "id": made["id"],
        "reporterName": "অভিযোগকারী",
        "taken": taka(6_500),
    }
    assert (decided["state"], decided["finding"]) == ("UPHELD", FOUND)
    shown = await asked(COUNT, None, id=f"Haat:{haat.id}")
    assert shown["overchargeCount"] == {
        "reported": 1,
        "waiting": 0,
        "upheld": 1,
        "dismissed": 0,
        "over": taka(2_500),
    }
    assert (await asked(waiting, other.id))["overchargesWaiting"]["edges"] == []
