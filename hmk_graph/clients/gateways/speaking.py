"""What all gateways have in common: HTTP with a time-out, JSON read carefully, taka as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import httpx

from hmk_graph.money import TAKA, Paisa
from hmk_graph.payments.ports import GatewayDown

# bKash documents 30 s; nobody waits for longer, and what is not known then is asked.
TIMEOUT_S = 30.0
LARGEST_ANSWER = 256 * 1024
AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")

Answer = dict[str, Any]
"""A JSON object of a gateway. `Any`: whatever it says, read field by field."""


def client(base: str) -> httpx.AsyncClient:
    """Return an HTTP client for one gateway; the caller closes it."""
    return httpx.AsyncClient(base_url=base, timeout=TIMEOUT_S, follow_redirects=False)


async def ask(
    http: httpx.AsyncClient,
    method: str,
    path: str,
    *,
    json: Mapping[str, Any] | None = None,
    form: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, Answer]:
    """Send a request and return the status and the JSON object of the answer.

    Raises:
        GatewayDown: No answer, or none that is an object. What was sent may have been done.
    """
    try:
        response = await http.request(
            method, path, json=json, data=form, params=query, headers=headers
        )
        if len(response.content) > LARGEST_ANSWER:
            raise GatewayDown
        body = response.json()
    except (httpx.HTTPError, ValueError, RecursionError):
        # The cause would carry the request, and with it keys and passwords.
        raise GatewayDown from None
    if not isinstance(body, dict):
        raise GatewayDown
    return response.status_code, body


def text(body: Mapping[str, Any], name: str) -> str:
    """Return a field as text; empty when it is missing or no scalar."""
    value = body.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def as_taka(amount: Paisa) -> str:
    """Write an amount as gateways want it: 1250.50."""
    return f"{amount // TAKA}.{amount % TAKA:02d}"


def as_paisa(written: object) -> Paisa | None:
    """Read an amount that a gateway wrote, without any float; None when it is none."""
    plain = str(written).strip() if isinstance(written, str | int | float) else ""
    if not AMOUNT.fullmatch(plain):
        return None
    whole, _, part = plain.partition(".")
    return Paisa(int(whole) * TAKA + int(part.ljust(2, "0") or "0"))
