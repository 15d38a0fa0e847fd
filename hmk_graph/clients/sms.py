"""Text messages: through a gateway's HTTP address, or onto a developer's screen."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TextIO

import httpx

from hmk_graph.accounts.errors import CodeNotSent
from hmk_graph.notifications.ports import NobodyKnows, NotTaken
from hmk_graph.settings import Settings

# A person looks at a spinner meanwhile, and may ask again; nothing is tried twice by itself: a
# gateway that answers late may well have sent.
TIMEOUT_S = 10.0
LARGEST_UNICODE_MESSAGE = 70
# Code first, in Latin digits: phones find that and offer to fill it in. With Bengali letters one
# message holds 70 characters; a second would cost as much again.
TEXT = "{code} আপনার কিশোরগঞ্জ অ্যাপের কোড। ৫ মিনিট চলবে। কাউকে বলবেন না।"


def text_of(code: str) -> str:
    """Return the message that carries a code."""
    return TEXT.format(code=code)


class HttpSms:
    """Hands messages to a gateway: POST of JSON `{sender, to, text}` with a bearer token.

    Any 2xx means taken. Nothing of a message is logged or put into an exception.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        url: str,
        token: str,
        sender: str,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        self._http = http
        self._url = url
        self._token = token
        self._sender = sender
        self._timeout_s = timeout_s

    @classmethod
    @asynccontextmanager
    async def opened(cls, *, url: str, token: str, sender: str) -> AsyncIterator[HttpSms]:
        """Open a client of its own, and close it at the end."""
        async with httpx.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False) as http:
            yield cls(http, url=url, token=token, sender=sender)

    async def __call__(self, phone: str, code: str) -> None:
        """Send a code.

        Raises:
            CodeNotSent: As in `words`.
        """
        await self.words(phone, text_of(code))

    async def words(self, phone: str, text: str) -> None:
        """Send a text with a code in it.

        Raises:
            CodeNotSent: The gateway refused, did not answer within ten seconds, or is not there.
        """
        try:
            taken = await self._post(phone, text)
        except (httpx.HTTPError, TimeoutError):
            raise CodeNotSent from None  # the cause would carry the request, and with it the code
        if not taken:
            raise CodeNotSent

    async def text(self, phone: str, text: str) -> None:
        """Send any text.

        Raises:
            NotTaken: The gateway refused, or is not there.
            NobodyKnows: It did not answer within ten seconds, or broke off.
        """
        try:
            taken = await self._post(phone, text)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise NotTaken from None
        except (httpx.HTTPError, TimeoutError):
            raise NobodyKnows from None
        if not taken:
            raise NotTaken

    async def _post(self, phone: str, text: str) -> bool:
        """Hand a message over; return whether the gateway took it."""
        message = {"sender": self._sender, "to": phone, "text": text}
        async with (
            asyncio.timeout(self._timeout_s),
            self._http.stream(
                "POST",
                self._url,
                json=message,
                headers={"Authorization": f"Bearer {self._token}"},
            ) as response,
        ):
            return response.is_success  # the body is not read: it may be of any size


class ConsoleSms:
    """Writes messages where a developer sees them: to a stream of their own, never to the log."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    async def __call__(self, phone: str, code: str) -> None:
        """Write a code."""
        await self.text(phone, text_of(code))

    async def words(self, phone: str, text: str) -> None:
        """Write a text with a code in it."""
        await self.text(phone, text)

    async def text(self, phone: str, text: str) -> None:
        """Write a text."""
        self._stream.write(f"[sms to {phone}] {text}\n")
        self._stream.flush()


class UnseenSms:
    """Takes messages whose code everybody knows; shown, they would only fill the screen."""

    async def __call__(self, phone: str, code: str) -> None:
        """Take a code."""

    async def words(self, phone: str, text: str) -> None:
        """Take a text with a code in it."""

    async def text(self, phone: str, text: str) -> None:
        """Take a text: it stands in the app."""


Texts = HttpSms | ConsoleSms | UnseenSms
"""Any of the ways of text messages."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Texts]:
    """Open the way of text messages: the gateway if one is set, else the developer's screen.

    A fixed code needs no message: it is told with the address.
    """
    if not settings.sms_url:
        yield UnseenSms() if settings.demo_code else ConsoleSms(sys.stderr)
        return
    async with HttpSms.opened(
        url=settings.sms_url, token=settings.sms_token, sender=settings.sms_sender
    ) as gateway:
        yield gateway
