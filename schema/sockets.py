"""Who is connected by WebSocket, and how the ones who may no longer be are let go."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from schema.context import Authenticate, ContextFactory, Identity, TokenRefused
from schema.documents import Documents
from schema.gathering import Cohorts

SOCKETS_PER_ACCOUNT = 5
# Mobile networks put whole towns behind one address; this only stops a single machine.
SOCKETS_PER_ADDRESS = 200
REMEMBERED_SESSIONS = 1_000
AUTHENTICATE_S = 10.0
DRAIN_S = 5.0

FORBIDDEN = 4403
RESTART = 1012


@dataclass(eq=False)
class Socket:
    """One open connection. Whoever ends it says with which code; its own task then closes it."""

    address: str
    identity: Identity | None = None
    ended: asyncio.Future[tuple[int, str]] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    expiry: asyncio.TimerHandle | None = None

    def end(self, code: int, reason: str) -> None:
        """Have the connection closed; the first to say so decides the code."""
        if not self.ended.done():
            self.ended.set_result((code, reason))

    def expire(self, in_s: float) -> None:
        """Have the connection closed when its token ends."""
        loop = asyncio.get_running_loop()
        reason = f"Forbidden: {TokenRefused.expired}"
        self.expiry = loop.call_later(in_s, self.end, FORBIDDEN, reason)


class Sockets:
    """All connections of this process. Only its one event loop touches it, so it needs no lock."""

    def __init__(
        self, *, per_account: int = SOCKETS_PER_ACCOUNT, per_address: int = SOCKETS_PER_ADDRESS
    ) -> None:
        self.per_account = per_account
        self.per_address = per_address
        self.draining = False
        self._open: set[Socket] = set()
        self._addresses: Counter[str] = Counter()
        self._revoked: dict[int, None] = {}
        self._empty = asyncio.Event()
        self._empty.set()

    def __len__(self) -> int:
        return len(self._open)

    def __bool__(self) -> bool:
        return True  # an empty registry is one, too

    @property
    def sessions(self) -> set[int]:
        """Return the sessions by which people are connected."""
        return {s.identity.session_id for s in self._open if s.identity is not None}

    def admit(self, address: str) -> Socket | None:
        """Take in a connection; None if its address has too many already."""
        if self._addresses[address] >= self.per_address:
            return None
        socket = Socket(address)
        self._open.add(socket)
        self._addresses[address] += 1
        self._empty.clear()
        return socket

    def enter(self, socket: Socket, identity: Identity) -> bool:
        """Note whose connection it is; False if the person has too many already."""
        own = sum(
            1 for s in self._open if s.identity and s.identity.account_id == identity.account_id
        )
        if own >= self.per_account:
            return False
        socket.identity = identity
        # The session may have been revoked between the look into the database and now.
        if identity.session_id in self._revoked:
            socket.end(FORBIDDEN, "Forbidden: SESSION_REVOKED")
        return True

    def leave(self, socket: Socket) -> None:
        """Forget a connection that is gone."""
        if socket.expiry is not None:
            socket.expiry.cancel()
        self._open.discard(socket)
        self._addresses[socket.address] -= 1
        if not self._addresses[socket.address]:
            del self._addresses[socket.address]
        if not self._open:
            self._empty.set()

    def close_session(
        self, session_id: int, *, code: int = FORBIDDEN, reason: str = "Forbidden: SESSION_REVOKED"
    ) -> int:
        """Close the connections of a session that was revoked; return how many there were."""
        self._revoked[session_id] = None
        if len(self._revoked) > REMEMBERED_SESSIONS:
            del self._revoked[next(iter(self._revoked))]
        return self._end(lambda who: who.session_id == session_id, code, reason)

    def close_account(
        self, account_id: int, *, code: int = FORBIDDEN, reason: str = "Forbidden: ACCOUNT_CHANGED"
    ) -> int:
        """Close the connections of an account whose rights changed; return how many there were."""
        return self._end(lambda who: who.account_id == account_id, code, reason)

    async def drain(self, *, within_s: float = DRAIN_S) -> None:
        """Let nobody in any more, close all, and wait for them to be gone, but not for ever."""
        self.draining = True
        for socket in self._open:
            socket.end(RESTART, "Service restart")
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._empty.wait()

    def _end(self, whose: Callable[[Identity], bool], code: int, reason: str) -> int:
        found = [s for s in self._open if s.identity is not None and whose(s.identity)]
        for socket in found:
            socket.end(code, reason)
        return len(found)


@dataclass(frozen=True, kw_only=True)
class Edge:
    """What both transports need to find out who asks. `now` answers an aware time.

    Without `cohorts` each listener is served alone. `documents` are those that may be named.
    """

    authenticate: Authenticate
    context_factory: ContextFactory
    now: Callable[[], datetime]
    sockets: Sockets
    cohorts: Cohorts | None = None
    documents: Documents = field(default_factory=Documents)

    async def identify(self, authorization: object, address: str) -> Identity | None:
        """Return who an `Authorization` value speaks for; None if there is no value.

        Raises:
            TokenRefused: The value is no bearer token, or the token is no good.
        """
        token = _bearer(authorization)
        async with asyncio.timeout(AUTHENTICATE_S):
            identity = await self.authenticate(token, address)
        if identity is None and token is not None:
            raise TokenRefused(TokenRefused.invalid)
        if identity is not None and identity.expires_at <= self.now():
            raise TokenRefused(TokenRefused.expired)
        return identity


def _bearer(authorization: object) -> str | None:
    if authorization is None:
        return None
    if not isinstance(authorization, str):
        raise TokenRefused(TokenRefused.invalid)
    scheme, _, token = authorization.strip().partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise TokenRefused(TokenRefused.invalid)
    return token.strip()
