"""Receipts of animals: written at the handover, signed for whoever keeps them, proved to anybody.

A receipt is genuine when its code is known here and the chained ledger holds the same sums for its
deal. The signature (Ed25519, RFC 8032) lets it be checked away from here, by the public key.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hmk_graph import times
from hmk_graph.accounts.queries import names
from hmk_graph.bengali import in_bengali_digits
from hmk_graph.clock import DHAKA
from hmk_graph.haat import collecting, deal_queries, hasil, species
from hmk_graph.haat.animal_models import Animal
from hmk_graph.haat.models import Haat
from hmk_graph.haat.receipt_models import Receipt
from hmk_graph.haat.sale_models import Deal, DealState, Listing
from hmk_graph.haat.setting_hasil import holding, rules_of
from hmk_graph.money import in_bengali
from hmk_graph.payments import ledger
from hmk_graph.payments.paying_models import Intent

CODE = re.compile(r"[0-9a-f]{32}")
# The purpose is a part of the key: what signs receipts signs nothing else.
PURPOSE = b"hmk receipts 1"


async def write(deal: Deal, listing: Listing, *, tag: str, grams: int, now: datetime) -> Receipt:
    """Write the receipt of a deal, in the transaction that hands its animal over."""
    animal = await Animal.get(id=deal.animal_id)
    [rules] = await rules_of([listing.haat_id])
    # The rule is the one by which the sum was reckoned: a second chance is taken later than made.
    due = await Intent.get(purpose=collecting.PURPOSE, subject_id=deal.id)
    rule = holding(rules, animal.species, due.created_at) if deal.hasil_paisa else None
    return await Receipt.create(
        deal_id=deal.id,
        code=secrets.token_hex(16),
        tag=tag,
        grams=grams,
        price_paisa=deal.amount_paisa,
        hasil_paisa=deal.hasil_paisa,
        hasil_rule_id=rule.id if rule else None,
        issued_at=now,
    )


@dataclass(frozen=True, kw_only=True)
class Issued:
    """A receipt with all that is printed on it."""

    receipt: Receipt
    deal: Deal
    animal: Animal
    haat: Haat
    buyer_name: str
    seller_name: str


async def of_deal(viewer_id: int, deal_id: int) -> Issued | None:
    """Return a deal's receipt for buyer, seller or an officer of the haat; None before it is there.

    Raises:
        NotFound: There is no such deal, or it is none of the viewer's business.
    """
    deal = await deal_queries.visible_deal(viewer_id, deal_id)
    receipt = await Receipt.get_or_none(deal_id=deal.id).prefetch_related("hasil_rule")
    if receipt is None:
        return None
    buyer_name, seller_name = await names([deal.buyer_id, deal.seller_id])
    return Issued(
        receipt=receipt,
        deal=deal,
        animal=await Animal.get(id=deal.animal_id),
        haat=await Haat.get(listings__deals=deal.id).prefetch_related("place"),
        buyer_name=buyer_name,
        seller_name=seller_name,
    )


def printed_bn(issued: Issued) -> list[tuple[str, str]]:
    """Return what is printed, line by line in Bengali: what it is, and how much, who or when."""
    receipt, kilos = issued.receipt, f"{issued.receipt.grams / 1_000:g}"
    per_kg = issued.deal.per_kg_paisa
    rate = f", কেজিপ্রতি {in_bengali(per_kg)}" if per_kg is not None else ""
    rule = f" ({hasil.in_words_bn(receipt.hasil_rule)})" if receipt.hasil_rule else ""
    return [
        ("রসিদ নং", in_bengali_digits(number_of(receipt))),
        ("তারিখ", times.long_day(receipt.issued_at, "bn")),
        ("হাট", issued.haat.place.name_bn),
        ("ক্রেতা", issued.buyer_name),
        ("বিক্রেতা", issued.seller_name),
        ("পশু", species.known(issued.animal.species).name_bn),
        ("ট্যাগ", receipt.tag),
        ("ওজন", f"{in_bengali_digits(kilos)} কেজি{rate}"),
        ("দাম", in_bengali(receipt.price_paisa)),
        ("হাসিল, ক্রেতা দেন", f"{in_bengali(receipt.hasil_paisa)}{rule}"),
        ("মোট", in_bengali(receipt.price_paisa + receipt.hasil_paisa)),
    ]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What a receipt proves to anybody; `taken_back`: an officer has given the money back since."""

    receipt: Receipt
    deal: Deal
    animal: Animal
    taken_back: bool


async def prove(code: str) -> Proof | None:
    """Return what the receipt with a code proves; None if it is not genuine.

    The row has to say what the ledger says, which is chained and whose roots are public.
    """
    wanted = code.strip().lower()
    receipt = await Receipt.get_or_none(code=wanted) if CODE.fullmatch(wanted) else None
    if receipt is None:
        return None
    deal = await Deal.get(id=receipt.deal_id)
    moved = [await ledger.amount_of(kind, collecting.ref_of(deal)) for kind in collecting.SHARES]
    if moved != [receipt.price_paisa, receipt.hasil_paisa]:
        return None
    return Proof(
        receipt=receipt,
        deal=deal,
        animal=await Animal.get(id=deal.animal_id),
        taken_back=deal.state is DealState.REFUNDED,
    )


def number_of(receipt: Receipt) -> str:
    """Return the number that people read out: the year in Dhaka, and a count."""
    return f"{receipt.issued_at.astimezone(DHAKA).year}-{receipt.id:06d}"


def text_of(receipt: Receipt) -> str:
    """Return what is signed: one fact a line, amounts in paisa, the time in UTC."""
    facts = {
        "receipt": number_of(receipt),
        "code": receipt.code,
        "deal": receipt.deal_id,
        "tag": receipt.tag,
        "grams": receipt.grams,
        "price_paisa": receipt.price_paisa,
        "hasil_paisa": receipt.hasil_paisa,
        "hasil_rule": receipt.hasil_rule_id or "",
        "issued_at": receipt.issued_at.isoformat(),
    }
    return "".join(f"{name}={fact}\n" for name, fact in facts.items())


def signature_of(text: str, secret: str) -> str:
    """Sign a receipt's text with the house's key; 128 characters of hex."""
    return _key(secret).sign(text.encode()).hex()


def public_key(secret: str) -> str:
    """Return the key by which anybody checks signatures; 64 characters of hex."""
    key = _key(secret).public_key()
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def _key(secret: str) -> Ed25519PrivateKey:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return Ed25519PrivateKey.from_private_bytes(derived.derive(secret.encode()))
