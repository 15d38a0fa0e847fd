"""A browser's refresh token: in a cookie that no script can read and no other site can send.

`RefreshCookies` goes around the application. It hands each HTTP request its cookie by a context
variable, since a resolver has no hold on the response; over a socket there is none.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import timedelta
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "hmk_refresh"
PATH = "/graphql"
LONGEST_HEADER = 8_000


class RefreshCookie:
    """The cookie of one request: what came, and what goes back."""

    def __init__(self, came: str | None, *, secure: bool) -> None:
        self.came = came
        self.header: str | None = None
        self._secure = secure

    def set(self, token: str, lifetime: timedelta) -> None:
        """Have the browser keep a token."""
        self.header = self._written(token, int(lifetime.total_seconds()))

    def clear(self) -> None:
        """Have the browser forget its token."""
        self.header = self._written("", 0)

    def _written(self, token: str, seconds: int) -> str:
        parts = [
            f"{NAME}={token}",
            f"Path={PATH}",
            f"Max-Age={seconds}",
            "HttpOnly",
            "SameSite=Strict",
        ]
        return "; ".join([*parts, "Secure"] if self._secure else parts)


_current: ContextVar[RefreshCookie | None] = ContextVar("refresh_cookie", default=None)


def current() -> RefreshCookie | None:
    """Return the cookie of the request that is being answered; None over a socket."""
    return _current.get()


class RefreshCookies:
    """The ASGI layer that reads the cookie of each request and writes that of its response."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self._app = app
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; a socket passes through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cookie = RefreshCookie(_sent(Headers(scope=scope)), secure=self._secure)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and cookie.header is not None:
                MutableHeaders(scope=message).append("Set-Cookie", cookie.header)
            await send(message)

        token = _current.set(cookie)
        try:
            await self._app(scope, receive, send_with_cookie)
        finally:
            _current.reset(token)


def _sent(headers: Headers) -> str | None:
    jar: SimpleCookie = SimpleCookie()
    text = headers.get("cookie", "")
    if len(text) > LONGEST_HEADER:
        return None
    try:
        jar.load(text)
    except CookieError:
        return None
    return jar[NAME].value or None if NAME in jar else None
