"""SSLCommerz, simulated: session, notification, query and refund."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.gateways.books import Books, Payment, form_of

STORE, PASSWORD = "hmk_test", "hmk_test@ssl"


class SslCommerz:
    def __init__(self, books: Books, base: str) -> None:
        self.books = books
        self.base = base

    def routes(self) -> list[Route]:
        return [
            Route("/gwprocess/v4/api.php", self.session, methods=["POST"]),
            Route("/validator/api/merchantTransIDvalidationAPI.php", self.query),
        ]

    async def session(self, request: Request) -> Response:
        form = await form_of(request)
        if (form.get("store_id"), form.get("store_passwd")) != (STORE, PASSWORD):
            return await self.say({"status": "FAILED", "failedreason": "Store Credential Error"})
        if not Decimal(10) <= Decimal(form["total_amount"]) <= Decimal(500_000):
            return await self.say({"status": "FAILED", "failedreason": "Amount out of range"})
        ref = self.books.number("SESSION")
        self.books.payments[f"sslcommerz {ref}"] = Payment(
            gateway="sslcommerz",
            ref=ref,
            invoice=form["tran_id"],
            amount=form["total_amount"],
            back_url=form["success_url"],
            callback_url=form["ipn_url"],
        )
        return await self.say(
            {
                "status": "SUCCESS",
                "failedreason": "",
                "sessionkey": ref,
                "GatewayPageURL": f"{self.base}/pay/sslcommerz/{ref}",
            }
        )

    async def query(self, request: Request) -> Response:
        asked = request.query_params
        if (asked.get("store_id"), asked.get("store_passwd")) != (STORE, PASSWORD):
            return await self.say({"APIConnect": "INVALID_REQUEST"})
        if self.books.goes_wrong("sslcommerz", "maintenance"):
            return await self.say({"APIConnect": "INACTIVE"}, 503)
        if "refund_amount" in asked:
            return await self.refund(dict(asked))
        payment = self.books.of("sslcommerz", asked.get("tran_id", ""))
        tried = payment is not None and payment.state != "open"
        return await self.say(
            {
                "APIConnect": "DONE",
                "no_of_trans_found": int(tried),
                "element": [self.told(payment)] if payment is not None and tried else [],
            }
        )

    async def refund(self, asked: dict[str, str]) -> Response:
        payment = next(
            (
                p
                for p in self.books.payments.values()
                if p.gateway == "sslcommerz" and p.trx == asked["bank_tran_id"]
            ),
            None,
        )
        ref = asked["refund_trans_id"]
        if payment is None or self.books.goes_wrong("sslcommerz", "refund_refused"):
            return await self.say({"APIConnect": "DONE", "status": "failed", "errorReason": "No"})
        if ref not in payment.refunds:
            gone = sum(Decimal(refund["amount"]) for refund in payment.refunds.values())
            if gone + Decimal(asked["refund_amount"]) > Decimal(payment.amount):
                body = {"APIConnect": "DONE", "status": "failed", "errorReason": "Amount exceeds"}
                return await self.say(body)
            payment.refunds[ref] = {
                "amount": asked["refund_amount"],
                "refund_ref_id": self.books.number("SSLR"),
            }
        pending = self.books.goes_wrong("sslcommerz", "refund_pending")
        return await self.say(
            {
                "APIConnect": "DONE",
                "bank_tran_id": payment.trx,
                "trans_id": payment.invoice,
                "refund_ref_id": payment.refunds[ref]["refund_ref_id"],
                "status": "processing" if pending else "success",
                "errorReason": "",
            }
        )

    def told(self, payment: Payment) -> dict[str, Any]:
        wrong = self.books.goes_wrong
        paid = payment.state == "paid"
        return {
            "val_id": f"{payment.ref}v",
            "status": {"paid": "VALID", "canceled": "CANCELLED"}.get(payment.state, "FAILED"),
            "tran_id": (
                "HMKANOTHERS" if paid and wrong("sslcommerz", "wrong_invoice") else payment.invoice
            ),
            "amount": "1.00" if paid and wrong("sslcommerz", "wrong_amount") else payment.amount,
            "currency": "USD" if paid and wrong("sslcommerz", "wrong_currency") else "BDT",
            "bank_tran_id": payment.trx,
            "tran_date": f"{self.books.time('sslcommerz'):%Y-%m-%d %H:%M:%S}",
            "card_type": "NAGAD-Nagad",
            "store_amount": payment.amount,
            "risk_level": "1" if paid and wrong("sslcommerz", "risky") else "0",
            "risk_title": "Safe",
        }

    def notification(self, payment: Payment) -> dict[str, str]:
        """Return what is posted to the shop, signed as documented."""
        told = {name: str(value) for name, value in self.told(payment).items()}
        told["store_id"] = STORE
        told |= self._signs(told)
        if self.books.goes_wrong("sslcommerz", "wrong_signature"):
            told["verify_sign_sha2"] = "0" * 64
        return told

    def _signs(self, told: dict[str, str]) -> dict[str, str]:
        signs = {"verify_key": ",".join(sorted(told))}
        for field, made in (("verify_sign", hashlib.md5), ("verify_sign_sha2", hashlib.sha256)):
            covered = {**told, "store_passwd": made(PASSWORD.encode()).hexdigest()}
            text = "&".join(f"{name}={covered[name]}" for name in sorted(covered))
            signs[field] = made(text.encode()).hexdigest()
        return signs

    async def say(self, body: dict[str, Any], status: int = 200) -> Response:
        return await self.books.answer("sslcommerz", body, status)
