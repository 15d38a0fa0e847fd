"""A client that signs in and asks about people, and the house it speaks to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
from starlette.applications import Starlette

from hmk_graph.accounts.models import Account
from realtime.hub import Hub
from schema import root, transport
from schema.accounts.people_context import PeopleContext, authenticator
from schema.accounts.refresh_cookie import RefreshCookies, current
from schema.context import Caller
from schema.cursors import Cursors
from schema.sockets import Edge, Sockets
from tests.accounts.people import (
    PHONE,
    SECRET,
    Gateway,
    Wall,
    signed_in,
)

REFUSAL = "... on UserError { __typename code messageBn messageEn field retryable }"
SIGNED_IN = """... on SignedIn {
    accessToken refreshToken refreshTokenExpiresAt sessionId isNew me { id phone name }
}"""
REQUEST = f"""mutation ($phone: String!) {{ requestCode(input: {{phone: $phone}}) {{
    ... on CodeSent {{ expiresAt resendAt }} {REFUSAL} }} }}"""
CONFIRM = f"""mutation ($phone: String!, $code: String!, $delivery: TokenDelivery! = COOKIE) {{
    confirmCode(input: {{phone: $phone, code: $code, device: "Nokia", tokenDelivery: $delivery}})
    {{ {SIGNED_IN} {REFUSAL} ... on CodeNotRight {{ attemptsLeft }} }} }}"""
REFRESH = f"""mutation ($token: String) {{
    refreshSession(input: {{refreshToken: $token}}) {{ {SIGNED_IN} {REFUSAL} }} }}"""


class Phone:
    """A client that speaks to the house; `token` is its access token."""

    def __init__(self, http: httpx.AsyncClient, wall: Wall, gateway: Gateway) -> None:
        self.http = http
        self.wall = wall
        self.gateway = gateway
        self.token: str | None = None
        self.response: httpx.Response | None = None

    async def send(self, query: str, **variables: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        self.response = await self.http.post(
            "/graphql", json={"query": query, "variables": variables}, headers=headers
        )
        answer: dict[str, Any] = self.response.json()
        return answer

    async def ask(self, query: str, **variables: Any) -> Any:
        """Send an operation of one field, and return what the field answers."""
        answer = await self.send(query, **variables)
        assert "errors" not in answer, answer
        return next(iter(answer["data"].values()))

    async def fault(self, query: str, **variables: Any) -> dict[str, Any]:
        """Send an operation, and return the extensions of its one top-level error."""
        answer = await self.send(query, **variables)
        assert len(answer["errors"]) == 1, answer
        extensions: dict[str, Any] = answer["errors"][0]["extensions"]
        return extensions

    async def sign_in(self, phone: str = PHONE, delivery: str = "COOKIE") -> dict[str, Any]:
        await self.ask(REQUEST, phone=phone)
        held: dict[str, Any] = await self.ask(
            CONFIRM, phone=phone, code=self.gateway.code, delivery=delivery
        )
        self.token = held["accessToken"]
        return held

    async def be(self, account: Account) -> None:
        self.token = (await signed_in(account, self.wall)).access_token


@asynccontextmanager
async def house_phone() -> AsyncIterator[Phone]:
    """Open a house of people, and a phone that speaks to it from 203.0.113.7."""
    wall, gateway = Wall(), Gateway()

    async def open_obligations(account_id: int) -> list[str]:
        busy = await Account.exists(id=account_id, name="ব্যস্ত")
        return ["lots"] if busy else []

    def context(caller: Caller) -> PeopleContext:
        who = caller.identity
        return PeopleContext(
            clock=wall,
            hub=cast(Hub, None),  # nothing here listens to a stream
            cursors=Cursors(SECRET.encode()),
            address=caller.address,
            request_id=caller.request_id,
            viewer_id=who.account_id if who else None,
            operator_id=caller.operator_id,
            session_id=who.session_id if who else None,
            expires_at=who.expires_at if who else None,
            secret=SECRET,
            send_code=gateway,
            send_words=gateway.words,
            fixed_code=None,
            open_obligations=open_obligations,
            cookie=current(),
        )

    edge = Edge(
        authenticate=authenticator(secret=SECRET, clock=wall),
        context_factory=context,
        now=lambda: wall.now,
        sockets=Sockets(),
    )
    app = RefreshCookies(Starlette(routes=transport.routes(root.build(), edge)), secure=True)
    door = httpx.ASGITransport(app, client=("203.0.113.7", 4_711))
    async with httpx.AsyncClient(transport=door, base_url="https://haat.test") as http:
        yield Phone(http, wall, gateway)
