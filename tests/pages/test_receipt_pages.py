"""The page to which the code on a receipt leads."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from hmk_graph.pages import receipt_pages

PROOF = {
    "genuine": True,
    "number": "2026-000123",
    "tag": "T-7<b>",
    "price": 8_000_000,
    "hasil": 400_000,
    "issuedAt": "2026-11-24T16:51:00+00:00",
    "takenBack": False,
    "species": {"nameBn": "গরু", "nameEn": "Cattle"},
}


async def opened(answer: dict[str, Any] | None, code: str = "c0de") -> httpx.Response:
    async def execute(query: str, variables: dict[str, Any]) -> dict[str, Any] | None:
        assert variables == {"code": code}
        return None if answer is None else {"verifyReceipt": answer}

    app = Starlette(routes=receipt_pages.routes(execute))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as visitor:
        return await visitor.get(f"/receipt/{code}")


async def test_a_genuine_receipt_is_shown_with_what_it_proves_and_no_name():
    page = await opened(PROOF)

    assert page.status_code == 200
    for shown in ("রসিদটি আসল", "২০২৬-০০০১২৩", "গরু", "T-7&lt;b&gt;", "৳৮০,০০০", "২৪ নভেম্বর"):
        assert shown in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"


async def test_money_that_was_given_back_is_told():
    assert "পরে টাকা ফেরত হয়েছে" in (await opened({**PROOF, "takenBack": True})).text


@pytest.mark.parametrize(
    ("answer", "status"), [({"genuine": False}, 404), (None, 503)], ids=["forged", "database away"]
)
async def test_what_is_not_proved_is_not_called_genuine(answer: dict[str, Any] | None, status: int):
    page = await opened(answer)

    assert page.status_code == status
    assert "রসিদটি আসল /" not in page.text


async def test_a_code_that_is_none_is_not_even_asked():
    assert (await opened(PROOF, "c" * 65)).status_code == 404
