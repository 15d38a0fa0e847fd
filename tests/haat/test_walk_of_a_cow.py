"""A cow from its shed to the money of who raised it, as front ends send it (docs/walks.md)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.haat.closing import close_lot, open_lot
from hmk_graph.haat.hasil_models import HasilRule
from hmk_graph.haat.models import Haat
from hmk_graph.haat.sale_models import Deal
from hmk_graph.money import taka
from hmk_graph.payments import chart, ledger, paying_out, proving
from hmk_graph.payments.payout_models import PayoutAccount
from schema import ids
from tests import factories
from tests.factories import NOON, at
from tests.haat.test_carrying import carried, way_of
from tests.schema.whole_house import asked, done
from tests.walking import OPERATIONS

pytestmark = pytest.mark.usefixtures("db")
ENDS = NOON + timedelta(hours=1)
PRICE, TOLL, DEPOSIT = taka(80_500), taka(4_025), taka(9_000)


async def sent(name: str, who: Account, *, now: datetime = NOON, **given: Any) -> dict[str, Any]:
    """Send a mutation of the document, and return its answer: a refusal has a code."""
    [answer] = (await asked(OPERATIONS[name], who.id, now=now, input=given)).values()
    return dict(answer)


async def did(name: str, who: Account, *, now: datetime = NOON, **given: Any) -> dict[str, Any]:
    """Send a mutation of the document that is not refused."""
    answer = await sent(name, who, now=now, **given)
    assert "code" not in answer, answer
    return answer


async def found(name: str, who: Account | None, *, now: datetime = NOON, **given: Any) -> Any:
    """Send a query of the document, and return its one field."""
    [answer] = (await asked(OPERATIONS[name], who.id if who else None, now=now, **given)).values()
    return answer


async def cleared(seller: Account, officer: Account) -> dict[str, str]:
    """Have a seller register a cow, and the officer's vet clear it."""
    animal = await did(
        "RegisterAnimal",
        seller,
        species="cattle",
        sex="bull",
        breed="pabna",
        originId=f"Place:{(await factories.union()).id}",
        teeth=2,
        tags=[{"scheme": "farm.tag", "value": "T-7"}],
        weight={"grams": 410_000, "method": "LOAD_CELL", "measuredAt": "2026-05-19T09:00:00+06:00"},
        defects=[],
        idempotencyKey="k",
    )
    this = {"animalId": animal["id"]}
    await did("RequestCheck", seller, **this)
    vet = {"vetName": "ডা. সালমা", "registrationNo": "BVC-7"}
    paper = await did("ClearAnimal", officer, **this, **vet)
    assert paper["passed"] is True
    return this


async def auctioned(
    seller: Account, officer: Account, haat: Haat, this: dict[str, str]
) -> dict[str, str]:
    """Have the cow's lot run from noon, and return which one it is."""
    lot = await did(
        "SubmitLot",
        seller,
        **this,
        haatId=f"Haat:{haat.id}",
        start=taka(70_000),
        reserve=taka(75_000),
        idempotencyKey="k",
    )
    which = {"lotId": lot["id"]}
    times = {"startsAt": NOON.isoformat(), "endsAt": ENDS.isoformat()}
    before = NOON - timedelta(hours=2)
    await did("ScheduleLot", officer, now=before, **which, **times)
    await open_lot(ids.decode(lot["id"], "Lot"), at(NOON))
    return which


async def bid(
    person: Account, officer: Account, haat: Haat, which: dict[str, str], maximum: int
) -> dict[str, Any]:
    """Have a person register, leave his deposit in cash, and bid."""
    where = {"haatId": f"Haat:{haat.id}"}
    await did("RegisterBidder", person, **where)
    without = {**which, "maximum": taka(maximum), "idempotencyKey": "no deposit"}
    assert (await sent("PlaceBid", person, **without))["code"] == "INSUFFICIENT_DEPOSIT"
    left = await did(
        "BringDeposit",
        person,
        **where,
        amount=DEPOSIT,
        idempotencyKey="k",
    )
    cash = {"depositId": left["id"], "amount": DEPOSIT, "idempotencyKey": f"of {person.id}"}
    await did("TakeDepositCash", officer, **cash)
    return await did(
        "PlaceBid", person, **which, maximum=taka(maximum), idempotencyKey="with deposit"
    )


async def paid_in_parts(deal: str, officer: Account, left: int) -> None:
    """Have the officer take what is due in two parts; the second may not be more than is left."""
    first = taka(50_000)
    for amount, key in ((first, "first"), (left - first, "rest")):
        await did("TakeCash", officer, dealId=deal, amount=amount, idempotencyKey=key)


async def seen(person: Account) -> dict[str, Any]:
    return dict((await found("MyDeals", person))["edges"][0]["node"])


async def paid_out(seller: Account, administrator: Account) -> int:
    """Send a seller what he has earned, once it has rested; return how much."""
    place = await did(
        "SetSellerPayout",
        seller,
        method="BKASH",
        number="01712345678",
        holder="রহিমা খাতুন",
        idempotencyKey="k",
    )
    choice = {"payoutAccountId": place["id"], "decision": "APPROVE"}
    await did("DecidePayoutAccount", administrator, **choice)
    rested = datetime.now(UTC) + timedelta(days=2)  # the ledger's own clock is the database's
    await paying_out.cut_when_due((await PayoutAccount.get()).id, at(rested))
    [edge] = (await found("PayoutsWaiting", administrator))["edges"]
    this = {"payoutId": edge["node"]["id"]}
    await did("SendPayout", administrator, **this)
    sent = await did("ConfirmPayout", administrator, **this, reference="BKS 7781")
    assert sent["state"] == "PAID"
    return int(edge["node"]["amount"])


async def test_a_cow_goes_from_its_shed_to_a_buyer_and_its_price_to_who_raised_it():
    officer, administrator = await factories.officer(), await factories.administrator()
    seller = await factories.verified_seller()
    haat = await factories.haat()
    await done(
        "setDepositRule", officer.id, haatId=f"Haat:{haat.id}", basisPoints=1_000, floor=taka(500)
    )
    await HasilRule.create(
        haat=haat,
        kind="PERCENT",
        value=500,
        valid_from=NOON - timedelta(days=1),
        legal_ref="x",
        set_by=officer,
    )

    # Listed, cleared, auctioned; deposits are left, and the higher maximum wins by one step.
    which = await auctioned(seller, officer, haat, await cleared(seller, officer))
    loser, winner = await factories.person(), await factories.person()
    for person, maximum in ((loser, 79_500), (winner, 90_000)):
        assert (await bid(person, officer, haat, which, maximum))["kind"] == "BidAccepted"
    await close_lot(ids.decode(which["lotId"], "Lot"), at(ENDS))
    assert (await found("Hammer", None, id=which["lotId"], now=ENDS))["price"] == PRICE

    # Price and hasil are one sum, the deposit pays its part, and the rest comes in parts.
    bought = await seen(winner)
    assert (bought["amount"], bought["hasil"]) == (PRICE, TOLL)
    deposited = PRICE + TOLL - bought["payment"]["left"]
    assert 0 < deposited <= DEPOSIT
    await paid_in_parts(bought["id"], officer, bought["payment"]["left"])
    bought = await seen(winner)
    assert (bought["state"], bought["payment"]["left"]) == ("PAID", 0)

    # Carried, handed over by code and tag, receipted, agreed to.
    deal = await Deal.get(id=ids.decode(bought["id"], "Deal"))
    assert len(await way_of(deal, await carried(deal))) > 0
    over = {"code": bought["handoverCode"], "tag": "T-7", "grams": 412_000}
    await did("HandOver", seller, dealId=bought["id"], **over)
    receipt = await found("Receipt", winner, id=bought["id"])
    code = receipt["verificationUrl"].rsplit("/", 1)[1]
    assert (receipt["price"], receipt["hasil"]) == (PRICE, TOLL)
    await did("ConfirmDeal", winner, dealId=bought["id"])
    proof = await found("VerifyReceipt", None, code=code)
    assert proof == {"genuine": True, "price": PRICE, "hasil": TOLL, "takenBack": False}

    # The price is the seller's, the toll the haat's, and nothing of the buyer's is left over.
    assert (await ledger.balance(chart.hasil_of(haat.id))).posted == TOLL
    assert (await ledger.balance(chart.held_for(winner.id))).posted == 0
    assert await paid_out(seller, administrator) == PRICE
    assert (await ledger.balance(chart.due_to_seller(seller.id))).posted == 0
    assert (await proving.prove()).faults == []
