"""The three services behind one address, with the page on which a payer agrees.

Run it: `python -m tests.gateways.simulator PORT [FOLDER]`. It listens on 127.0.0.1 alone.
"""

from __future__ import annotations

import asyncio
import sys
from html import escape

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.gateways.bkash import Bkash
from tests.gateways.books import FAULTS, Books, Payment, form_of
from tests.gateways.nagad import Nagad, keys
from tests.gateways.sslcommerz import SslCommerz

PAGE = """<!doctype html><html lang="bn"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>{gateway} (ডেমো)</title>
<style>body{{font:18px/1.6 system-ui;max-width:22rem;margin:3rem auto;padding:0 1rem}}
button{{font:inherit;display:block;width:100%;min-height:3rem;margin:.6rem 0}}</style>
<h1>{gateway}</h1><p>ডেমো: আসল টাকা লাগে না। Demo: no real money.</p>
<p><strong>৳{amount}</strong></p><form method="post">
<button name="act" value="pay">টাকা দিন · Pay</button>
<button name="act" value="cancel">বাতিল · Cancel</button></form></html>"""


class Simulator:
    """The services, their books, and what a payer does on their pages."""

    def __init__(self, base: str, folder: str) -> None:
        self.books = Books()
        self.ssl = SslCommerz(self.books, base)
        self.nagad = Nagad(self.books, base, keys(folder))
        self.bkash = Bkash(self.books, base)

    def app(self) -> Starlette:
        page = "/pay/{gateway}/{ref}"
        return Starlette(
            routes=[
                *self.bkash.routes(),
                *self.ssl.routes(),
                *self.nagad.routes(),
                Route(page, self.show),
                Route(page, self.act, methods=["POST"]),
                Route("/sim/fault", self.fault, methods=["POST"]),
                Route("/sim/payments", self.list),
            ]
        )

    async def show(self, request: Request) -> Response:
        payment = self._payment(request)
        if payment is None:
            return HTMLResponse("", status_code=404)
        return HTMLResponse(
            PAGE.format(gateway=escape(payment.gateway), amount=escape(payment.amount))
        )

    async def act(self, request: Request) -> Response:
        payment = self._payment(request)
        if payment is None:
            return HTMLResponse("", status_code=404)
        pays = (await form_of(request)).get("act") == "pay"
        self._decide(payment, pays=pays)
        if payment.callback_url and not self.books.goes_wrong(payment.gateway, "notify_never"):
            await self._notify(payment)
        status = "success" if pays else "cancel"
        joint = "&" if "?" in payment.back_url else "?"
        back = f"{payment.back_url}{joint}paymentID={payment.ref}&status={status}"
        return RedirectResponse(back, status_code=303)

    def _decide(self, payment: Payment, *, pays: bool) -> None:
        if payment.state != "open":
            return
        if payment.gateway == "bkash":
            payment.agreed = pays
            return
        if not pays:
            payment.state = "canceled"
            return
        failed = any(self.books.goes_wrong(payment.gateway, f) for f in ("insufficient", "blocked"))
        payment.state = "failed" if failed else "paid"
        payment.trx = self.books.number("TRX")

    async def _notify(self, payment: Payment) -> None:
        times = 2 if self.books.goes_wrong(payment.gateway, "notify_twice") else 1
        async with httpx.AsyncClient(timeout=5) as http:
            for _ in range(times):
                try:
                    await http.post(payment.callback_url, data=self.ssl.notification(payment))
                except httpx.HTTPError:
                    await asyncio.sleep(0)  # the shop is away; the real service tries again later

    async def fault(self, request: Request) -> Response:
        told = await request.json()
        if told["fault"] not in FAULTS:
            return JSONResponse({"unknown": told["fault"]}, status_code=400)
        self.books.faults[told["gateway"], told["fault"]] += told.get("times", 1)
        return JSONResponse({"ok": True})

    async def list(self, request: Request) -> Response:
        return JSONResponse(
            [
                {"gateway": p.gateway, "ref": p.ref, "invoice": p.invoice, "state": p.state}
                | {"executions": p.executions, "refunds": len(p.refunds)}
                for p in self.books.payments.values()
            ]
        )

    def _payment(self, request: Request) -> Payment | None:
        return self.books.of(request.path_params["gateway"], request.path_params["ref"])


def main(port: int, folder: str) -> None:
    base = f"http://127.0.0.1:{port}"
    app = Simulator(base, folder).app()
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="critical", lifespan="off")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ".hmk")
