"""Receipts: for buyer and seller to keep and print, and for anybody to check."""

from __future__ import annotations

from datetime import datetime

import segno
import strawberry

from hmk_graph import errors
from hmk_graph.haat import receipting, species
from hmk_graph.money import Paisa
from schema import ids
from schema.accounts.people_context import Info
from schema.haat.animal_facts import Species
from schema.haat.sessions import Haat

PAGE = "/receipt/"


@strawberry.type(description="A line of a printed receipt, in Bengali.")
class ReceiptLine:
    label: str = strawberry.field(description="What it is.")
    value: str = strawberry.field(description="How much, who or what.")


@strawberry.type(description="What was paid for an animal that was handed over. It never changes.")
class Receipt:
    issued: strawberry.Private[receipting.Issued]

    @strawberry.field(description="The number that people read out: 2026-000123.")
    def number(self) -> str:
        return receipting.number_of(self.issued.receipt)

    @strawberry.field(description="The deal's id.")
    def deal_id(self) -> strawberry.ID:
        return ids.encode("Deal", self.issued.receipt.deal_id)

    @strawberry.field(description="At which haat.")
    def haat(self) -> Haat:
        return Haat(row=self.issued.haat)

    @strawberry.field(description="The buyer's name.")
    def buyer_name(self) -> str:
        return self.issued.buyer_name

    @strawberry.field(description="The seller's name.")
    def seller_name(self) -> str:
        return self.issued.seller_name

    @strawberry.field(description="The animal's tag that was read at the handover.")
    def tag(self) -> str:
        return self.issued.receipt.tag

    @strawberry.field(description="What it weighed then, in grams.")
    def grams(self) -> int:
        grams: int = self.issued.receipt.grams
        return grams

    @strawberry.field(description="The price.")
    def price(self) -> Paisa:
        return Paisa(self.issued.receipt.price_paisa)

    @strawberry.field(description="What the haat took: whole taka, half up.")
    def hasil(self) -> Paisa:
        return Paisa(self.issued.receipt.hasil_paisa)

    @strawberry.field(description="Both together, as the buyer has paid it.")
    def total(self) -> Paisa:
        return Paisa(self.issued.receipt.price_paisa + self.issued.receipt.hasil_paisa)

    @strawberry.field(description="When it was issued: at the handover.")
    def issued_at(self) -> datetime:
        return self.issued.receipt.issued_at

    @strawberry.field(description="Where anybody can check it; the printed code leads there.")
    def verification_url(self, info: Info) -> str:
        return f"{info.context.public_url}{PAGE}{self.issued.receipt.code}"

    @strawberry.field(description="That address as a QR code, a drawing in SVG.")
    def qr_svg(self, info: Info) -> str:
        code = segno.make(
            f"{info.context.public_url}{PAGE}{self.issued.receipt.code}", micro=False, error="m"
        )
        return code.svg_inline(scale=4)

    @strawberry.field(description="What is signed: one fact a line, amounts in paisa.")
    def signed_text(self) -> str:
        return receipting.text_of(self.issued.receipt)

    @strawberry.field(
        description="The signature of `signedText` (Ed25519, hex), to be checked by `receiptKey`."
    )
    def signature(self, info: Info) -> str:
        text = receipting.text_of(self.issued.receipt)
        return receipting.signature_of(text, info.context.secret)

    @strawberry.field(description="What is printed, in its order, in Bengali.")
    def printed(self) -> list[ReceiptLine]:
        lines = receipting.printed_bn(self.issued)
        return [ReceiptLine(label=label, value=value) for label, value in lines]


@strawberry.type(description="What a receipt proves to anybody. It names no person.")
class ReceiptProof:
    proof: strawberry.Private[receipting.Proof | None]

    @strawberry.field(description="Whether the receipt is ours, and says what our ledger says.")
    def genuine(self) -> bool:
        return self.proof is not None

    @strawberry.field(description="Its number.")
    def number(self) -> str | None:
        return receipting.number_of(self.proof.receipt) if self.proof else None

    @strawberry.field(description="What kind of animal.")
    def species(self) -> Species | None:
        return Species.of(species.known(self.proof.animal.species)) if self.proof else None

    @strawberry.field(description="The tag that was read at the handover.")
    def tag(self) -> str | None:
        return self.proof.receipt.tag if self.proof else None

    @strawberry.field(description="The price.")
    def price(self) -> Paisa | None:
        return Paisa(self.proof.receipt.price_paisa) if self.proof else None

    @strawberry.field(description="What the haat took.")
    def hasil(self) -> Paisa | None:
        return Paisa(self.proof.receipt.hasil_paisa) if self.proof else None

    @strawberry.field(description="When it was issued.")
    def issued_at(self) -> datetime | None:
        return self.proof.receipt.issued_at if self.proof else None

    @strawberry.field(description="Whether an officer has given the buyer his money back since.")
    def taken_back(self) -> bool:
        return self.proof is not None and self.proof.taken_back


@strawberry.type
class ReceiptQuery:
    @strawberry.field(
        description=(
            "The receipt of a deal, for its two people and the officers of its haat; null until "
            "the animal is handed over."
        )
    )
    async def receipt(self, info: Info, deal_id: strawberry.ID) -> Receipt | None:
        viewer_id = info.context.require_viewer()
        try:
            found = await receipting.of_deal(viewer_id, ids.decode(deal_id, "Deal"))
        except errors.NotFound:
            return None
        return None if found is None else Receipt(issued=found)

    @strawberry.field(
        description="Whether a printed receipt is genuine, by its code. No sign-in needed."
    )
    async def verify_receipt(self, code: str) -> ReceiptProof:
        return ReceiptProof(proof=await receipting.prove(code))

    @strawberry.field(
        description="The public key (Ed25519, hex) of what signs receipts. No sign-in needed."
    )
    def receipt_key(self, info: Info) -> str:
        return receipting.public_key(info.context.secret)
