"""SSLCommerz, by its documented fields: hosted page, signed notification, query by our number.

Its own sample trusts the posted amount. Here a notification only says whom to ask for, and the
query tells amount, currency and risk, all of which are compared with our own bill.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from typing import ClassVar
from urllib.parse import parse_qsl

import httpx

from hmk_graph.clients.gateways.speaking import Answer, as_paisa, as_taka, ask, text
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

SESSION = "/gwprocess/v4/api.php"
QUERY = "/validator/api/merchantTransIDvalidationAPI.php"
PAID = ("VALID", "VALIDATED")
# Required fields about a person whom we need not name to a gateway.
NOBODY = {
    "cus_name": "HMK",
    "cus_email": "noreply@example.com",
    "cus_add1": "Kishoreganj",
    "cus_city": "Kishoreganj",
    "cus_postcode": "2300",
    "cus_country": "Bangladesh",
    "shipping_method": "NO",
    "num_of_item": "1",
    "product_name": "HMK",
    "product_category": "general",
    "product_profile": "general",
}


class SslCommerz:
    """One store at SSLCommerz."""

    name: ClassVar[str] = "sslcommerz"
    smallest: ClassVar[Paisa] = taka(10)
    largest: ClassVar[Paisa] = taka(500_000)

    def __init__(self, http: httpx.AsyncClient, *, store_id: str, store_password: str) -> None:
        self._http = http
        self._store = {"store_id": store_id, "store_passwd": store_password}

    async def start(self, bill: Bill) -> Started:
        """Open a session; the payer pays on the page of the address that comes back."""
        form = {
            **NOBODY,
            **self._store,
            "total_amount": as_taka(bill.amount),
            "currency": "BDT",
            "tran_id": bill.invoice,
            "success_url": bill.back_url,
            "fail_url": bill.back_url,
            "cancel_url": bill.back_url,
            "ipn_url": bill.callback_url,
            "cus_phone": bill.payer_phone,
            "value_a": bill.invoice,
        }
        _, body = await ask(self._http, "POST", SESSION, form=form)
        session, url = text(body, "sessionkey"), text(body, "GatewayPageURL")
        if text(body, "status") != "SUCCESS" or not session or not url:
            raise GatewayRefused(text(body, "failedreason"))
        return Started(gateway_ref=session, pay_url=url)

    async def settle(self, known: Known) -> Found:
        """Look: the gateway takes the money by itself."""
        return await self.look(known)

    async def look(self, known: Known) -> Found:
        """Query a payment by our own number."""
        try:
            body = await self._query({"tran_id": known.invoice})
        except GatewayDown:
            return Found(verdict=Verdict.UNKNOWN)
        entries = body.get("element")
        if text(body, "APIConnect") != "DONE" or not isinstance(entries, list):
            return Found(verdict=Verdict.UNKNOWN, words=text(body, "APIConnect"))
        tries = [entry for entry in entries if isinstance(entry, dict)]
        # One session may have been tried with several cards: a paid one counts before all others.
        tries.sort(key=lambda entry: text(entry, "status") not in PAID)
        return _found(tries[0]) if tries else Found(verdict=Verdict.PENDING)

    async def refund(self, known: Known, *, amount: Paisa, ref: str, reason: str) -> Found:
        """Give money back, under our own number, which makes a repeat the same refund."""
        try:
            body = await self._query(
                {
                    "bank_tran_id": known.trx or "",
                    "refund_amount": as_taka(amount),
                    "refund_remarks": reason[:255],
                    "refund_trans_id": ref,
                    "refe_id": ref,
                }
            )
        except GatewayDown:
            return Found(verdict=Verdict.UNKNOWN)
        return _refund(body, amount)

    async def look_refund(
        self,
        known: Known,
        *,
        amount: Paisa,
        ref: str,
        earlier: Sequence[str],
    ) -> Found:
        """Ask for the refund again: under the same number it is the same one."""
        return await self.refund(known, amount=amount, ref=ref, reason="")

    async def read(self, body: str, headers: Mapping[str, str]) -> Notice:
        """Return whose payment a notification speaks of, if its signature holds."""
        told = dict(parse_qsl(body, keep_blank_values=True))
        if not signed(told, self._store["store_passwd"]):
            raise Forged
        key = f"{told.get('val_id') or told.get('tran_id', '')} {told.get('status', '')}"
        return Notice(event_key=key[:120], invoice=told.get("tran_id", "")[:30])

    async def _query(self, query: Mapping[str, str]) -> Answer:
        wanted = {**query, **self._store, "format": "json", "v": "1"}
        _, body = await ask(self._http, "GET", QUERY, query=wanted)
        return body


def signed(told: Mapping[str, str], password: str) -> bool:
    """Say whether a notification carries the signature of whoever knows the store's password.

    Of the two that are sent, SHA-256 is asked for; MD5 can be forged and is not believed alone.
    """
    names = told.get("verify_key", "").split(",")
    given = told.get("verify_sign_sha2", "")
    if not given or not {"tran_id", "status", "amount"} <= set(names):
        return False
    secret = hashlib.sha256(password.encode()).hexdigest()
    covered = {**{name: told.get(name, "") for name in names}, "store_passwd": secret}
    text_ = "&".join(f"{name}={covered[name]}" for name in sorted(covered))
    return hmac.compare_digest(hashlib.sha256(text_.encode()).hexdigest(), given)


def _found(entry: Answer) -> Found:
    status, amount = text(entry, "status"), as_paisa(entry.get("amount"))
    if status in PAID and amount is not None:
        return Found(
            verdict=Verdict.PAID,
            amount=amount,
            currency=text(entry, "currency") or text(entry, "currency_type"),
            invoice=text(entry, "tran_id"),
            trx=text(entry, "bank_tran_id") or None,
            risky=text(entry, "risk_level") != "0",
        )
    if status == "CANCELLED":
        return Found(verdict=Verdict.CANCELED)
    # A card that failed may be followed by another within the session, until it expires.
    pending = status in ("PENDING", "UNATTEMPTED", "FAILED", "")
    return Found(verdict=Verdict.PENDING if pending else Verdict.FAILED, words=status)


def _refund(body: Answer, amount: Paisa) -> Found:
    if text(body, "APIConnect") != "DONE":
        return Found(verdict=Verdict.UNKNOWN, words=text(body, "APIConnect"))
    trx = text(body, "refund_ref_id") or None
    match text(body, "status").lower():
        case "success" | "refunded":
            return Found(verdict=Verdict.PAID, amount=amount, trx=trx)
        case "processing":
            return Found(verdict=Verdict.PENDING, amount=amount, trx=trx)
        case "failed" | "cancelled":
            return Found(verdict=Verdict.FAILED, words=text(body, "errorReason")[:120])
        case _:
            return Found(verdict=Verdict.UNKNOWN)
