"""Nagad checkout, simulated: encrypted and signed like the real one, with keys of its own."""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.gateways.books import Books, Payment

MERCHANT = "683002007104225"


@cache
def keys(folder: str) -> dict[str, str]:
    """Return the PEM keys of the service and of its merchant, made once and kept in a folder."""
    from pathlib import Path

    place = Path(folder) / "nagad-keys.json"
    if not place.exists():
        made = {}
        for who in ("nagad", "merchant"):
            key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
            made[f"{who}_private"] = key.private_bytes(
                Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
            ).decode()
            made[f"{who}_public"] = (
                key.public_key()
                .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
                .decode()
            )
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(made))
    known: dict[str, str] = json.loads(place.read_text())
    return known


class Nagad:
    def __init__(self, books: Books, base: str, pem: dict[str, str]) -> None:
        self.books = books
        self.base = base
        self.own: Any = load_pem_private_key(pem["nagad_private"].encode(), None)
        self.merchant: Any = load_pem_public_key(pem["merchant_public"].encode())

    def routes(self) -> list[Route]:
        start = "/api/dfs/check-out"
        return [
            Route(start + "/initialize/{merchant}/{invoice}", self.initialize, methods=["POST"]),
            Route(start + "/complete/{ref}", self.complete, methods=["POST"]),
            Route("/api/dfs/verify/payment/{ref}", self.verify),
        ]

    async def initialize(self, request: Request) -> Response:
        told = self.opened(await request.json())
        invoice = request.path_params["invoice"]
        if told is None or told["merchantId"] != MERCHANT or told["orderId"] != invoice:
            return await self.say({"reason": "4000", "message": "Invalid request"}, 400)
        ref = self.books.number("NGD")
        payment = Payment(gateway="nagad", ref=ref, invoice=invoice, amount="0", back_url="")
        payment.challenge = told["challenge"]
        self.books.payments[f"nagad {ref}"] = payment
        answer = {"paymentReferenceId": ref, "challenge": payment.challenge}
        return await self.say(self.sealed(answer))

    async def complete(self, request: Request) -> Response:
        body = await request.json()
        told, payment = self.opened(body), self.books.of("nagad", request.path_params["ref"])
        if told is None or payment is None or told["challenge"] != payment.challenge:
            return await self.say({"reason": "4001", "message": "Invalid challenge"}, 400)
        payment.amount, payment.back_url = told["amount"], body["merchantCallbackURL"]
        url = f"{self.base}/pay/nagad/{payment.ref}"
        return await self.say({"status": "Success", "callBackUrl": url})

    async def verify(self, request: Request) -> Response:
        payment = self.books.of("nagad", request.path_params["ref"])
        if self.books.goes_wrong("nagad", "maintenance"):
            return await self.say({"message": "maintenance"}, 503)
        if payment is None:
            return await self.say({"reason": "4004", "message": "Not found"}, 404)
        paid = payment.state == "paid"
        wrong = self.books.goes_wrong
        status = {"open": "Initiated", "paid": "Success", "canceled": "Cancelled"}
        return await self.say(
            {
                "merchantId": MERCHANT,
                "orderId": (
                    "HMKANOTHERS" if paid and wrong("nagad", "wrong_invoice") else payment.invoice
                ),
                "paymentRefId": payment.ref,
                "amount": "1.00" if paid and wrong("nagad", "wrong_amount") else payment.amount,
                "clientMobileNo": "017****5678",
                "issuerPaymentRefNo": payment.trx,
                "issuerPaymentDateTime": f"{self.books.time('nagad'):%Y-%m-%d %H:%M:%S.0}",
                "status": status.get(payment.state, "Failed"),
                "statusCode": "000" if paid else "001",
            }
        )

    def opened(self, body: dict[str, str]) -> dict[str, str] | None:
        plain = self.own.decrypt(base64.b64decode(body["sensitiveData"]), padding.PKCS1v15())
        self.merchant.verify(
            base64.b64decode(body["signature"]), plain, padding.PKCS1v15(), SHA256()
        )
        told: dict[str, str] = json.loads(plain)
        return told

    def sealed(self, told: dict[str, str]) -> dict[str, str]:
        plain = json.dumps(told).encode()
        signature = self.own.sign(plain, padding.PKCS1v15(), SHA256())
        if self.books.goes_wrong("nagad", "wrong_signature"):
            signature = b"x" * len(signature)
        return {
            "sensitiveData": base64.b64encode(
                self.merchant.encrypt(plain, padding.PKCS1v15())
            ).decode(),
            "signature": base64.b64encode(signature).decode(),
        }

    async def say(self, body: dict[str, Any], status: int = 200) -> Response:
        return await self.books.answer("nagad", body, status)
