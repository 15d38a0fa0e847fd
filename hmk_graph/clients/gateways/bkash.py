"""bKash tokenized checkout, by its documented fields (mode 0011: paying without an agreement).

Refusals come with HTTP 200 and a code of their own, in four shapes; so the body decides, and what
no body decides is asked. The money is taken by `execute`, which is called only when a query says
that the payer has agreed, and after every doubt about it the payment is queried.
"""

from __future__ import annotations

import json
from asyncio import Lock
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import httpx

from hmk_graph import payments
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

CHECKOUT = "/v1.2.0-beta/tokenized/checkout"
REFUND = "/v2/tokenized-checkout/refund/payment"
DONE = "0000"
# A token lives an hour; it is fetched anew before that.
EARLIER_S = 120
CODES = Path(str(payments.__file__)).parent / "data" / "bkash_status_codes.json"

Seconds = Callable[[], float]
"""A monotonic clock, for the age of the token."""


class Bkash:
    """One merchant at bKash. `http` has the base address; credentials never show in a log."""

    name: ClassVar[str] = "bkash"
    smallest: ClassVar[Paisa] = taka(1)
    # No limit of a payment is documented; a wallet holds at most five lakh.
    largest: ClassVar[Paisa] = taka(500_000)

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        username: str,
        password: str,
        app_key: str,
        app_secret: str,
        seconds: Seconds,
    ) -> None:
        self._http = http
        self._login = {"username": username, "password": password}
        self._app = {"app_key": app_key, "app_secret": app_secret}
        self._seconds = seconds
        self._token = ""
        self._good_until = 0.0
        # Many payments that find the token too old together fetch one.
        self._lock = Lock()

    async def start(self, bill: Bill) -> Started:
        """Create a payment; the payer agrees to it at the address that comes back."""
        body = await self._call(
            f"{CHECKOUT}/create",
            {
                "mode": "0011",
                "payerReference": bill.payer_phone or bill.invoice,
                "callbackURL": bill.back_url,
                "amount": as_taka(bill.amount),
                "currency": "BDT",
                "intent": "sale",
                "merchantInvoiceNumber": bill.invoice,
            },
        )
        payment, url = text(body, "paymentID"), text(body, "bkashURL")
        if not payment or not url:
            raise GatewayRefused(_words(body))
        return Started(gateway_ref=payment, pay_url=url)

    async def settle(self, known: Known) -> Found:
        """Execute a payment to which the payer has agreed; else say how it stands."""
        standing, agreed = await self._query(known)
        if standing.verdict is not Verdict.PENDING or not agreed:
            return standing
        try:
            body = await self._call(f"{CHECKOUT}/execute", {"paymentID": known.gateway_ref})
        except GatewayDown:
            return await self.look(known)
        executed = _found(body)
        if executed.verdict is Verdict.PAID:
            return executed
        if _action(body) == "customer_fault":
            return Found(verdict=Verdict.FAILED, words=_words(body))
        # "Executed before", "process failed", a shape nobody documented: only a query can tell.
        return await self.look(known)

    async def look(self, known: Known) -> Found:
        """Query a payment."""
        return (await self._query(known))[0]

    async def _query(self, known: Known) -> tuple[Found, bool]:
        try:
            body = await self._call(f"{CHECKOUT}/payment/status", {"paymentID": known.gateway_ref})
        except GatewayDown:
            return Found(verdict=Verdict.UNKNOWN), False
        agreed = "complete" in (
            text(body, "userVerificationStatus").lower(),
            text(body, "verificationStatus").lower(),
        )
        return _found(body), agreed

    async def refund(self, known: Known, *, amount: Paisa, ref: str, reason: str) -> Found:
        """Give money of a payment back. A doubt is UNKNOWN: it is asked after, never repeated."""
        wanted = {**_named(known), "refundAmount": as_taka(amount), "sku": ref, "reason": reason}
        try:
            body = await self._call(f"{REFUND}/transaction", wanted)
        except GatewayDown:
            return Found(verdict=Verdict.UNKNOWN)
        return _refund(body, amount) or Found(verdict=Verdict.FAILED, words=_words(body))

    async def look_refund(
        self,
        known: Known,
        *,
        amount: Paisa,
        ref: str,
        earlier: Sequence[str],
    ) -> Found:
        """Find a refund of this amount, none of the earlier ones: bKash keeps no number of ours."""
        try:
            body = await self._call(f"{REFUND}/status", _named(known))
        except GatewayDown:
            return Found(verdict=Verdict.UNKNOWN)
        listed = body.get("refundTransactions")
        if not isinstance(listed, list):
            return Found(verdict=Verdict.UNKNOWN, words=_words(body))
        for entry in listed:
            if isinstance(entry, dict) and text(entry, "refundTrxId") not in earlier:
                found = _refund(entry, amount)
                if found is not None:
                    return found
        return Found(verdict=Verdict.FAILED, words="no such refund")

    async def read(self, body: str, headers: Mapping[str, str]) -> Notice:
        """Refuse everything: its webhook is not used.

        What it would tell is asked from server to server anyway, within a minute, and its envelope
        can only be proven with a certificate fetched from yet another host.
        """
        raise Forged

    async def _call(self, path: str, body: Mapping[str, Any]) -> Answer:
        """Call with a token; one that bKash no longer takes is fetched anew, once.

        Raises:
            GatewayDown: No answer that makes sense.
        """
        for fresh in (False, True):
            token = await self._bearer(fresh=fresh)
            headers = {"Authorization": token, "X-App-Key": self._app["app_key"]}
            status, answer = await ask(self._http, "POST", path, json=body, headers=headers)
            if status not in (401, 403):
                break
        if status in (401, 403) or status >= 500:
            raise GatewayDown
        return answer

    async def _bearer(self, *, fresh: bool) -> str:
        async with self._lock:
            if fresh or self._seconds() >= self._good_until:
                _, body = await ask(
                    self._http,
                    "POST",
                    f"{CHECKOUT}/token/grant",
                    json=self._app,
                    headers=self._login,
                )
                token, lives = text(body, "id_token"), text(body, "expires_in")
                if text(body, "statusCode") not in ("", DONE) or not token:
                    raise GatewayDown
                self._token = token
                lives_s = int(lives) if lives.isdigit() else 3_600
                self._good_until = self._seconds() + max(0, lives_s - EARLIER_S)
            return self._token


def _named(known: Known) -> dict[str, str]:
    return {"paymentId": known.gateway_ref or "", "trxId": known.trx or ""}


def _found(body: Answer) -> Found:
    status = text(body, "transactionStatus")
    amount = as_paisa(body.get("amount"))
    if status == "Completed" and text(body, "statusCode") in ("", DONE) and amount is not None:
        return Found(
            verdict=Verdict.PAID,
            amount=amount,
            currency=text(body, "currency"),
            invoice=text(body, "merchantInvoiceNumber"),
            trx=text(body, "trxID") or None,
        )
    if status == "Initiated":
        return Found(verdict=Verdict.PENDING, words=_words(body))
    if status in ("Failed", "Declined", "Expired"):
        return Found(verdict=Verdict.FAILED, words=_words(body))
    if status == "Cancelled":
        return Found(verdict=Verdict.CANCELED, words=_words(body))
    return Found(verdict=Verdict.UNKNOWN, words=_words(body))


def _refund(body: Answer, amount: Paisa) -> Found | None:
    """Return what an answer says of a refund of this amount; None if it speaks of no such one."""
    if not text(body, "refundTrxId") or as_paisa(body.get("refundAmount")) != amount:
        return None
    done = text(body, "refundTransactionStatus") == "Completed"
    return Found(
        verdict=Verdict.PAID if done else Verdict.PENDING,
        amount=amount,
        trx=text(body, "refundTrxId"),
    )


@cache
def _actions() -> dict[str, str]:
    told = json.loads(CODES.read_text(encoding="utf-8"))["codes"]
    return {code["code"]: code["our_action"] for code in told}


def _action(body: Answer) -> str:
    return _actions().get(text(body, "statusCode") or text(body, "errorCode"), "")


def _words(body: Answer) -> str:
    """Return what a refusal says, in whichever of its four shapes."""
    names = ("statusMessage", "errorMessage", "errorMessageEn", "message")
    codes = ("statusCode", "errorCode", "externalCode", "internalCode")
    code = next((text(body, name) for name in codes if text(body, name)), "")
    return f"{code} {next((text(body, name) for name in names if text(body, name)), '')}".strip()
