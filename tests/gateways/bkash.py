"""bKash tokenized checkout, simulated (mode 0011)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.gateways.books import Books, Payment

USERNAME, PASSWORD, APP_KEY, APP_SECRET = "sandbox", "sandbox-password", "key", "secret"
CHECKOUT = "/v1.2.0-beta/tokenized/checkout"
REFUND = "/v2/tokenized-checkout/refund/payment"


class Bkash:
    def __init__(self, books: Books, base: str) -> None:
        self.books = books
        self.base = base

    def routes(self) -> list[Route]:
        post = ["POST"]
        return [
            Route(f"{CHECKOUT}/token/grant", self.grant, methods=post),
            Route(f"{CHECKOUT}/create", self.create, methods=post),
            Route(f"{CHECKOUT}/execute", self.execute, methods=post),
            Route(f"{CHECKOUT}/payment/status", self.status, methods=post),
            Route(f"{REFUND}/transaction", self.refund, methods=post),
            Route(f"{REFUND}/status", self.refund_status, methods=post),
        ]

    async def grant(self, request: Request) -> Response:
        body = await request.json()
        known = (request.headers.get("username"), request.headers.get("password"))
        app = (body.get("app_key"), body.get("app_secret"))
        if known != (USERNAME, PASSWORD) or app != (APP_KEY, APP_SECRET):
            return await self.say({"statusCode": "2001", "statusMessage": "Invalid App Key"})
        token = self.books.number("token")
        self.books.tokens.add(token)
        return await self.say(
            {
                "statusCode": "0000",
                "statusMessage": "Successful",
                "id_token": token,
                "token_type": "Bearer",
                "expires_in": 3600,
                "refresh_token": self.books.number("refresh"),
            }
        )

    async def create(self, request: Request) -> Response:
        if (refused := self.refused(request)) is not None:
            return refused
        body = await request.json()
        if Decimal(body["amount"]) < 1 or body["currency"] != "BDT" or body["mode"] != "0011":
            return await self.say({"statusCode": "2006", "statusMessage": "Invalid amount"})
        ref = self.books.number("TR0011")
        payment = Payment(
            gateway="bkash",
            ref=ref,
            invoice=body["merchantInvoiceNumber"],
            amount=body["amount"],
            back_url=body["callbackURL"],
        )
        self.books.payments[f"bkash {ref}"] = payment
        return await self.say(
            {
                "statusCode": "0000",
                "statusMessage": "Successful",
                "paymentID": ref,
                "bkashURL": f"{self.base}/pay/bkash/{ref}",
                "callbackURL": payment.back_url,
                "successCallbackURL": f"{payment.back_url}?paymentID={ref}&status=success",
                "failureCallbackURL": f"{payment.back_url}?paymentID={ref}&status=failure",
                "cancelledCallbackURL": f"{payment.back_url}?paymentID={ref}&status=cancel",
                "amount": payment.amount,
                "intent": "sale",
                "currency": "BDT",
                "paymentCreateTime": self.time(),
                "transactionStatus": "Initiated",
                "merchantInvoiceNumber": payment.invoice,
            }
        )

    async def execute(self, request: Request) -> Response:
        if (refused := self.refused(request)) is not None:
            return refused
        payment = self.books.of("bkash", (await request.json())["paymentID"])
        if payment is None:
            return await self.say({"statusCode": "2002", "statusMessage": "Invalid payment ID"})
        payment.executions += 1
        if payment.state == "paid":
            return await self.say(
                {
                    "statusCode": "2117",
                    "statusMessage": "Payment execution already been called before",
                }
            )
        if not payment.agreed:
            return await self.say({"statusCode": "2056", "statusMessage": "Invalid Payment State"})
        for fault, code, words in (
            ("insufficient", "2023", "Insufficient Balance"),
            ("blocked", "2058", "Not a customer wallet"),
        ):
            if self.books.goes_wrong("bkash", fault):
                return await self.say({"statusCode": code, "statusMessage": words})
        payment.state = "paid"
        payment.trx = payment.trx or self.books.number("BKX")
        return await self.say({"statusCode": "0000", **self.told(payment)})

    async def status(self, request: Request) -> Response:
        if (refused := self.refused(request)) is not None:
            return refused
        payment = self.books.of("bkash", (await request.json())["paymentID"])
        if payment is None:
            return await self.say({"errorCode": "2002", "errorMessage": "Invalid payment ID"})
        agreed = "Complete" if payment.agreed else "Incomplete"
        return await self.say(
            {
                "statusCode": "0000",
                "mode": "0011",
                **self.told(payment),
                "verificationStatus": agreed,
                "userVerificationStatus": agreed,
            }
        )

    async def refund(self, request: Request) -> Response:
        if (refused := self.refused(request)) is not None:
            return refused
        body = await request.json()
        payment = self.books.of("bkash", body["paymentId"])
        if payment is None or payment.trx != body["trxId"] or payment.state != "paid":
            return await self.v2_fault("2034", "Transaction not found")
        gone = sum(Decimal(refund["refundAmount"]) for refund in payment.refunds.values())
        if self.books.goes_wrong("bkash", "refund_refused"):
            return await self.v2_fault("2071", "Refund is not allowed")
        if gone + Decimal(body["refundAmount"]) > Decimal(payment.amount):
            return await self.v2_fault("2070", "Refund amount is more than the payment")
        trx = self.books.number("RFX")
        payment.refunds[trx] = {
            "refundTrxId": trx,
            "refundTransactionStatus": "Completed",
            "refundAmount": body["refundAmount"],
            "completedTime": self.time(),
        }
        return await self.say(
            {
                "originalTrxId": payment.trx,
                "originalTrxAmount": payment.amount,
                "currency": "BDT",
                **payment.refunds[trx],
            }
        )

    async def refund_status(self, request: Request) -> Response:
        if (refused := self.refused(request)) is not None:
            return refused
        payment = self.books.of("bkash", (await request.json())["paymentId"])
        if payment is None:
            return await self.v2_fault("2034", "Transaction not found")
        return await self.say(
            {
                "originalTrxId": payment.trx,
                "originalTrxAmount": payment.amount,
                "refundTransactions": list(payment.refunds.values()),
            }
        )

    def refused(self, request: Request) -> Response | None:
        if self.books.goes_wrong("bkash", "maintenance"):
            body = {"statusCode": "503", "statusMessage": "System under maintenance"}
            return JSONResponse(body, status_code=503)
        token = request.headers.get("authorization")
        if self.books.goes_wrong("bkash", "expired_token"):
            self.books.tokens.discard(token or "")
        if token not in self.books.tokens or request.headers.get("x-app-key") != APP_KEY:
            return JSONResponse({"message": "The incoming token has expired"}, status_code=401)
        return None

    def told(self, payment: Payment) -> dict[str, Any]:
        paid = payment.state == "paid"
        wrong = self.books.goes_wrong
        told: dict[str, Any] = {
            "statusMessage": "Successful",
            "paymentID": payment.ref,
            "transactionStatus": "Completed" if paid else "Initiated",
            "amount": "1.00" if paid and wrong("bkash", "wrong_amount") else payment.amount,
            "currency": "USD" if paid and wrong("bkash", "wrong_currency") else "BDT",
            "intent": "sale",
            "merchantInvoiceNumber": (
                "HMKANOTHERS" if paid and wrong("bkash", "wrong_invoice") else payment.invoice
            ),
        }
        return {**told, "trxID": payment.trx, "paymentExecuteTime": self.time()} if paid else told

    def time(self) -> str:
        return f"{self.books.time('bkash'):%Y-%m-%dT%H:%M:%S:000 GMT+0600}"

    async def v2_fault(self, code: str, words: str) -> Response:
        body = {
            "internalCode": "refund_failed",
            "externalCode": code,
            "errorMessageEn": words,
            "errorMessageBn": "ফেরত দেওয়া গেল না",
        }
        return await self.say(body, 400)

    async def say(self, body: dict[str, Any], status: int = 200) -> Response:
        return await self.books.answer("bkash", body, status)
