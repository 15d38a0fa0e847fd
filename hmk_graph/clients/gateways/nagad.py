"""Nagad checkout: two encrypted and signed steps, then a page, then a query by its reference.

Sensitive data are encrypted for Nagad (RSA, PKCS #1 v1.5) and signed by the merchant (SHA-256), as
public clients of it do. Nothing certain is known of its refunds, so they are left to people.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

import httpx
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from hmk_graph.clients.gateways.speaking import Answer, as_paisa, as_taka, ask, text
from hmk_graph.clock import DHAKA
from hmk_graph.money import Paisa, taka
from hmk_graph.payments.ports import (
    Bill,
    Forged,
    Found,
    GatewayDown,
    GatewayRefused,
    Known,
    Notice,
    Started,
    Verdict,
)

API = "/api/dfs"
BDT = "050"
HEADERS = {"X-KM-Api-Version": "v-0.2.0", "X-KM-Client-Type": "MOBILE_WEB"}
VERDICTS = {
    "Success": Verdict.PAID,
    "Aborted": Verdict.CANCELED,
    "Cancelled": Verdict.CANCELED,
    "Failed": Verdict.FAILED,
    "Initiated": Verdict.PENDING,
}
BY_HAND = "Nagad refunds are made by hand"


class Nagad:
    """One merchant at Nagad. Keys are PEM; `now` answers an aware time."""

    name: ClassVar[str] = "nagad"
    smallest: ClassVar[Paisa] = taka(1)
    largest: ClassVar[Paisa] = taka(500_000)

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        merchant_id: str,
        own_key: str,
        nagad_key: str,
        address: str,
        now: Callable[[], Awaitable[datetime]],
    ) -> None:
        own, theirs = (
            load_pem_private_key(own_key.encode(), None),
            load_pem_public_key(nagad_key.encode()),
        )
        if not isinstance(own, rsa.RSAPrivateKey) or not isinstance(theirs, rsa.RSAPublicKey):
            raise TypeError("Nagad's keys are RSA keys.")
        self._http = http
        self._merchant = merchant_id
        self._own = own
        self._theirs = theirs
        self._headers = {**HEADERS, "X-KM-IP-V4": address}
        self._now = now

    async def start(self, bill: Bill) -> Started:
        """Open a payment in two steps; the payer agrees at the address that comes back."""
        stamp = (await self._now()).astimezone(DHAKA).strftime("%Y%m%d%H%M%S")
        challenge = secrets.token_hex(20)
        opened = self._opened(
            await self._post(
                f"{API}/check-out/initialize/{self._merchant}/{bill.invoice}",
                {
                    "dateTime": stamp,
                    **self._sealed(
                        {
                            "merchantId": self._merchant,
                            "datetime": stamp,
                            "orderId": bill.invoice,
                            "challenge": challenge,
                        }
                    ),
                },
            )
        )
        reference = text(opened, "paymentReferenceId")
        completed = await self._post(
            f"{API}/check-out/complete/{reference}",
            {
                **self._sealed(
                    {
                        "merchantId": self._merchant,
                        "orderId": bill.invoice,
                        "currencyCode": BDT,
                        "amount": as_taka(bill.amount),
                        "challenge": text(opened, "challenge"),
                    }
                ),
                "merchantCallbackURL": bill.back_url,
                "additionalMerchantInfo": {},
            },
        )
        url = text(completed, "callBackUrl")
        if not reference or text(completed, "status") != "Success" or not url:
            raise GatewayRefused(text(completed, "reason") or text(completed, "message"))
        return Started(gateway_ref=reference, pay_url=url)

    async def settle(self, known: Known) -> Found:
        """Look: the gateway takes the money when the payer agrees."""
        return await self.look(known)

    async def look(self, known: Known) -> Found:
        """Query a payment by its reference."""
        try:
            _, body = await ask(
                self._http,
                "GET",
                f"{API}/verify/payment/{known.gateway_ref}",
                headers=self._headers,
            )
        except GatewayDown:
            return Found(verdict=Verdict.UNKNOWN)
        verdict = VERDICTS.get(text(body, "status"), Verdict.UNKNOWN)
        if verdict is not Verdict.PAID:
            return Found(verdict=verdict, words=text(body, "statusCode"))
        amount = as_paisa(body.get("amount"))
        if amount is None or text(body, "merchantId") != self._merchant:
            return Found(verdict=Verdict.UNKNOWN)
        return Found(
            verdict=Verdict.PAID,
            amount=amount,
            invoice=text(body, "orderId"),
            trx=text(body, "issuerPaymentRefNo") or text(body, "paymentRefId"),
        )

    async def refund(
        self,
        known: Known,
        *,
        amount: Paisa,
        ref: str,
        reason: str,
    ) -> Found:
        """Leave it to an officer."""
        return Found(verdict=Verdict.FAILED, words=BY_HAND)

    async def look_refund(
        self,
        known: Known,
        *,
        amount: Paisa,
        ref: str,
        earlier: Sequence[str],
    ) -> Found:
        """Leave it to an officer."""
        return Found(verdict=Verdict.FAILED, words=BY_HAND)

    async def read(self, body: str, headers: Mapping[str, str]) -> Notice:
        """Refuse everything: Nagad sends the payer's browser back, and nothing else."""
        raise Forged

    async def _post(self, path: str, body: Mapping[str, Any]) -> Answer:
        status, answer = await ask(self._http, "POST", path, json=body, headers=self._headers)
        if status >= 500:
            raise GatewayDown
        return answer

    def _sealed(self, told: Mapping[str, str]) -> dict[str, str]:
        plain = json.dumps(told).encode()
        return {
            "sensitiveData": base64.b64encode(
                self._theirs.encrypt(plain, padding.PKCS1v15())
            ).decode(),
            "signature": base64.b64encode(
                self._own.sign(plain, padding.PKCS1v15(), SHA256())
            ).decode(),
        }

    def _opened(self, body: Answer) -> Answer:
        """Decrypt an answer and check that Nagad signed it.

        Raises:
            GatewayRefused: It is none, or not Nagad's.
        """
        try:
            plain = self._own.decrypt(
                base64.b64decode(text(body, "sensitiveData")), padding.PKCS1v15()
            )
            signature = base64.b64decode(text(body, "signature"))
            self._theirs.verify(signature, plain, padding.PKCS1v15(), SHA256())
            told = json.loads(plain)
        except (binascii.Error, ValueError, InvalidSignature):
            raise GatewayRefused(text(body, "reason") or text(body, "message")) from None
        if not isinstance(told, dict):
            raise GatewayRefused
        return told
