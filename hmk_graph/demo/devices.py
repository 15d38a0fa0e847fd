"""A simulated person's device: signs in, stays so, and asks the public API like any other."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from typing import Any

import httpx
import orjson

from hmk_graph.accounts.tokens import ACCESS_LIFETIME
from hmk_graph.demo import documents
from hmk_graph.demo.kept_sessions import KeptSessions
from hmk_graph.demo.people import Person
from hmk_graph.settings import Settings

TIMEOUT_S = 15.0
# A token is changed well before its end, for the clock here may differ from the server's.
FRESH_FOR_S = ACCESS_LIFETIME.total_seconds() * 0.7
# How long a phone that gets no code is left alone, where the answer does not say.
NO_CODE_S = 60.0
STRANGER = Person(phone="", address="127.0.7.250", name="")

# An answer of the API: its shape is that of the question, hence Any.
Answer = dict[str, Any]


class ApiFault(Exception):
    """The API did not do what it was asked; going on later may help."""


class Away(ApiFault):
    """Nobody answers, or the server is not well."""


class Refused(ApiFault):
    """The API said no; `code` says why."""

    def __init__(self, code: str, told: str = "", *, wait_s: float = 0.0) -> None:
        super().__init__(f"{code}: {told}")
        self.code = code
        self.wait_s = wait_s


class Devices:
    """The devices of all simulated people; each opens its connection when it is first used."""

    def __init__(self, settings: Settings, kept: KeptSessions) -> None:
        self.url = f"{here(settings)}/graphql"
        self.code = settings.demo_code
        self.kept = kept
        self._known: dict[str, Device] = {}

    def of(self, person: Person) -> Device:
        """Return a person's device."""
        if person.phone not in self._known:
            self._known[person.phone] = Device(person, self)
        return self._known[person.phone]

    @property
    def stranger(self) -> Device:
        """Return the device of somebody who is not signed in."""
        return self.of(STRANGER)

    async def aclose(self) -> None:
        """Close all connections."""
        for device in self._known.values():
            await device.http.aclose()


class Device:
    """One person's connection and tokens."""

    def __init__(self, person: Person, house: Devices) -> None:
        self.person = person
        self.house = house
        # Each from an address of his own: limits by network then hold as they do in life.
        transport = httpx.AsyncHTTPTransport(
            verify=False, local_address=_own_address(person, house.url)
        )
        self.http = httpx.AsyncClient(transport=transport, timeout=TIMEOUT_S, trust_env=False)
        self._token = ""
        self._fresh_until = 0.0
        self._no_code_until = 0.0
        self._signing_in = asyncio.Lock()

    async def ask(self, document: str, **variables: object) -> Answer:
        """Ask, signed in unless this is the stranger, and return the answer's data.

        Raises:
            Away: Nobody answers, or the server is not well.
            Refused: The answer is an error.
        """
        token = await self._access_token() if self.person.phone else ""
        try:
            return await self._post(document, variables, token)
        except Refused as refusal:
            if refusal.code != "UNAUTHENTICATED" or not token:
                raise
        self._fresh_until = 0.0  # revoked, or the server's clock went on: once more, anew
        return await self._post(document, variables, await self._access_token())

    async def do(self, document: str, **variables: object) -> Answer:
        """Ask for one mutation, and return its answer.

        Raises:
            Away, Refused: As for `ask`; a refusal within the answer counts, too.
        """
        return _allowed(await self.ask(document, **variables))

    async def send(self, url: str, contents: bytes, *, content_type: str) -> None:
        """Send a file to an address of the store, which may be anywhere.

        Raises:
            Away: Nobody takes it there.
        """
        headers = {"content-type": content_type}
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as line:
                response = await line.put(url, content=contents, headers=headers)
        except httpx.HTTPError as fault:
            raise Away(type(fault).__name__) from fault
        if not response.is_success:
            raise Away(f"the store said {response.status_code}")

    async def _access_token(self) -> str:
        loop = asyncio.get_running_loop()
        async with self._signing_in:
            if loop.time() >= self._fresh_until:
                signed_in = await self._refreshed() or await self._signed_in()
                self._token = str(signed_in["accessToken"])
                self._fresh_until = loop.time() + FRESH_FOR_S
                self.house.kept.keep(self.person.phone, str(signed_in["refreshToken"]))
            return self._token

    async def _refreshed(self) -> Answer | None:
        held = self.house.kept.of(self.person.phone)
        if held is None:
            return None
        try:
            return _allowed(await self._post(documents.REFRESH, {"token": held}, ""))
        except Refused:
            self.house.kept.forget(self.person.phone)
            return None

    async def _signed_in(self) -> Answer:
        loop = asyncio.get_running_loop()
        wait_s = self._no_code_until - loop.time()
        if wait_s > 0:
            raise Refused("NO_CODE_YET", "this phone has had its codes", wait_s=wait_s)
        phone = self.person.phone
        try:
            _allowed(await self._post(documents.REQUEST_CODE, {"phone": phone}, ""))
            confirmed = {"phone": phone, "code": self.house.code}
            return _allowed(await self._post(documents.CONFIRM_CODE, confirmed, ""))
        except Refused as refusal:
            self._no_code_until = loop.time() + (refusal.wait_s or NO_CODE_S)
            raise

    async def _post(self, document: str, variables: Mapping[str, object], token: str) -> Answer:
        body = orjson.dumps({"query": document, "variables": variables})
        headers = {"content-type": "application/json"}
        if token:
            headers["authorization"] = f"Bearer {token}"
        try:
            async with asyncio.timeout(TIMEOUT_S):
                response = await self.http.post(self.house.url, content=body, headers=headers)
            answer: Answer = orjson.loads(response.content)
        except (httpx.HTTPError, TimeoutError, orjson.JSONDecodeError) as fault:
            raise Away(type(fault).__name__) from fault
        if answer.get("errors"):
            raise _refusal(answer["errors"][0])
        data: Answer = answer["data"]
        return data


def here(settings: Settings) -> str:
    """Return where the web answers on this machine."""
    # Whoever listens on all addresses listens on this one.
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    return f"http://{host}:{settings.port}"


def _own_address(person: Person, url: str) -> str | None:
    """Return the source address of a person; Linux lets a process use all of 127.0.0.0/8."""
    return person.address if sys.platform == "linux" and url.startswith("http://127.") else None


def _allowed(data: Answer) -> Answer:
    answer: Answer = next(iter(data.values()))
    if "code" in answer:
        raise Refused(str(answer["code"]), str(answer.get("messageEn", "")))
    return answer


def _refusal(error: Answer) -> ApiFault:
    extensions = error.get("extensions") or {}
    code = str(extensions.get("code", "UNKNOWN"))
    if code in ("UNAVAILABLE", "TIMEOUT", "INTERNAL_SERVER_ERROR"):
        return Away(code)
    return Refused(code, str(error.get("message")), wait_s=float(extensions.get("retryAfter") or 0))
