"""Receipts: written with the handover, the same for ever, and proved by the ledger."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tortoise.exceptions import IntegrityError

from hmk_graph.errors import NotFound
from hmk_graph.haat import handing_over, receipting
from hmk_graph.haat.receipt_models import Receipt
from hmk_graph.payments import proving
from tests import factories
from tests.haat.deals import LATER, PRICE, TOLL, bought, decided, hand_over, pay

pytestmark = pytest.mark.usefixtures("db")
SECRET = "a secret of the tests, long enough to be one"


async def test_the_handover_writes_the_receipt_and_nothing_else_does():
    deal = await bought()
    await pay(deal)
    assert await receipting.of_deal(deal.buyer_id, deal.id) is None

    await hand_over(deal)

    issued = await receipting.of_deal(deal.seller_id, deal.id)
    assert issued is not None
    receipt = issued.receipt
    assert (receipt.price_paisa, receipt.hasil_paisa, receipt.tag) == (PRICE, TOLL, "T-7")
    assert (receipt.grams, receipt.issued_at) == (412_000, LATER)
    assert receipt.hasil_rule.legal_ref == "x"
    assert receipting.printed_bn(issued)[-4:] == [
        ("ওজন", "৪১২ কেজি"),
        ("দাম", "৳৮০,০০০"),
        ("হাসিল, ক্রেতা দেন", "৳৪,০০০ (দামের ৫%)"),
        ("মোট", "৳৮৪,০০০"),
    ]


async def test_a_stranger_has_no_receipt_but_may_check_the_code_on_one():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    stranger = await factories.person()
    receipt = await Receipt.get(deal_id=deal.id)

    with pytest.raises(NotFound):
        await receipting.of_deal(stranger.id, deal.id)
    proof = await receipting.prove(f" {receipt.code.upper()} ")

    assert proof is not None
    assert (proof.receipt.id, proof.taken_back) == (receipt.id, False)
    for code in ("", "0" * 32, receipt.code[:-1], "সবুজ", "%" * 32):
        assert await receipting.prove(code) is None


async def test_a_receipt_says_so_when_the_money_was_given_back_since():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    await handing_over.dispute(deal.buyer_id, deal.id, reason="ওজন অনেক কম, পশুটি অসুস্থ")
    officer = await factories.officer()

    await decided(deal, officer.id)

    proof = await receipting.prove((await Receipt.get()).code)
    assert proof is not None
    assert proof.taken_back
    assert (await proving.prove()).fits


async def test_a_row_that_says_more_than_the_ledger_proves_nothing():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    receipt = await Receipt.get()
    other = await bought(tag="T-8")

    forged = await Receipt.create(
        deal_id=other.id,
        code="f" * 32,
        tag="T-8",
        grams=1,
        price_paisa=PRICE,
        hasil_paisa=TOLL,
        issued_at=LATER,
    )

    assert await receipting.prove(forged.code) is None
    with pytest.raises(IntegrityError, match="append-only"):
        await Receipt.filter(id=receipt.id).update(price_paisa=1)


async def test_the_signature_holds_for_every_fact_and_for_no_other():
    deal = await bought()
    await pay(deal)
    await hand_over(deal)
    text = receipting.text_of(await Receipt.get())

    signature = bytes.fromhex(receipting.signature_of(text, SECRET))
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(receipting.public_key(SECRET)))

    assert text.count("\n") == 9
    assert f"price_paisa={PRICE}\n" in text
    key.verify(signature, text.encode())
    with pytest.raises(InvalidSignature):
        key.verify(signature, text.replace("grams=412000", "grams=512000").encode())
    assert receipting.public_key(SECRET + "x") != receipting.public_key(SECRET)
