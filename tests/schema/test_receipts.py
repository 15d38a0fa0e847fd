"""Receipts as buyer and seller keep them, and as anybody checks them."""

from __future__ import annotations

import pytest

from hmk_graph.haat import receipting
from tests import factories
from tests.accounts.people import SECRET
from tests.haat.deals import PRICE, TOLL, bought, hand_over, pay
from tests.schema.whole_house import asked

pytestmark = pytest.mark.usefixtures("db")
RECEIPT = """query ($id: ID!) { receipt(dealId: $id) {
    number price hasil total grams tag buyerName haat { id } verificationUrl qrSvg signedText
    signature printed { label value } } receiptKey }"""
PROOF = """query ($code: String!) { verifyReceipt(code: $code) {
    genuine number price hasil tag issuedAt takenBack species { slug } } }"""


async def test_a_receipt_shows_all_that_is_printed_and_leads_to_its_proof():
    deal = await bought()
    this = f"Deal:{deal.id}"
    await pay(deal)
    assert (await asked(RECEIPT, deal.buyer_id, id=this))["receipt"] is None
    await hand_over(deal)

    kept = await asked(RECEIPT, deal.buyer_id, id=this)
    receipt = kept["receipt"]

    assert (receipt["price"], receipt["hasil"], receipt["total"]) == (PRICE, TOLL, PRICE + TOLL)
    assert receipt["qrSvg"].startswith("<svg")
    assert len(receipt["printed"]) == 11
    assert receipt["signature"] == receipting.signature_of(receipt["signedText"], SECRET)
    assert kept["receiptKey"] == receipting.public_key(SECRET)
    start, _, code = receipt["verificationUrl"].rpartition("/")
    assert start == "https://hmk.example/receipt"
    proof = (await asked(PROOF, None, code=code))["verifyReceipt"]
    assert proof == {
        "genuine": True,
        "number": receipt["number"],
        "price": PRICE,
        "hasil": TOLL,
        "tag": "T-7",
        "issuedAt": "2026-05-20T07:00:00Z",
        "takenBack": False,
        "species": {"slug": "cattle"},
    }


async def test_a_receipt_is_shown_to_none_but_its_people_and_officers():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    stranger, officer = await factories.person(), await factories.officer()

    seen = {
        one: (await asked(RECEIPT, one, id=f"Deal:{deal.id}"))["receipt"] is not None
        for one in (deal.buyer_id, deal.seller_id, officer.id, stranger.id)
    }

    assert list(seen.values()) == [True, True, True, False]
    assert (await asked(PROOF, stranger.id, code="0" * 32))["verifyReceipt"]["genuine"] is False
