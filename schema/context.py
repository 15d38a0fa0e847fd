"""Who asks, and the tools that resolvers are handed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeVar, overload

import strawberry

from hmk_graph import reading
from hmk_graph.accounts.rules import network_of
from hmk_graph.accounts.sessions import Assisted
from hmk_graph.clock import Clock
from hmk_graph.dispatch.ports import Announce, Whereabouts, to_nobody
from hmk_graph.dispatch.sightings import TableWhereabouts
from hmk_graph.errors import NotSignedIn
from hmk_graph.media.errors import StoreUnavailable
from hmk_graph.media.ports import ObjectStore
from hmk_graph.media.serving import Guards
from realtime.hub import Hub
from realtime.leases import Leases
from realtime.presence import Presence
from schema.cursors import Course, Cursors
from schema.following import Snapshots
from schema.metering import Meter, Payer

T = TypeVar("T")

network_of_address = lru_cache(4_096)(network_of)

TokenFault = Literal["TOKEN_EXPIRED", "TOKEN_INVALID"]


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What a good access token says: whose it is, by which session, and until when (aware).

    `assisted` says that it is an operator's who acts for that person (`schema/assisting.py`).
    """

    account_id: int
    session_id: int
    expires_at: datetime
    assisted: Assisted | None = None


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Where a request comes from. `identity` is None for a request without a token.

    `operator_id` is who sends it for somebody else, and pays for it as well.
    """

    address: str
    request_id: str
    identity: Identity | None
    operator_id: int | None = None


class Personal(Generic[T]):
    """A field of a context that differs per caller, or leads to what no table tells of.

    Whoever reads it makes the answer that caller's own: it is not kept for others.
    """

    def __init__(self, default: T | None = None) -> None:
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, context: None, owner: type) -> T | None: ...
    @overload
    def __get__(self, context: object, owner: type) -> T: ...
    def __get__(self, context: Any, owner: type) -> T | None:  # Any: of any class of contexts
        """Return the value; of the class itself, the default that the dataclass asks for."""
        if context is None:
            return self.default
        reading.refuse(f"it is asked of the context: {self.name}")
        value: T = context.__dict__[self.name]
        return value

    def __set__(self, context: Any, value: T) -> None:
        context.__dict__[self.name] = value


@dataclass(kw_only=True)
class Context:
    """What `info.context` is: one per HTTP request, one per socket."""

    clock: Clock
    hub: Hub
    cursors: Cursors
    address: Personal[str] = Personal()
    request_id: Personal[str] = Personal()
    snapshots: Snapshots = field(default_factory=Snapshots)
    presence: Personal[Presence | None] = Personal()
    leases: Leases | None = None
    whereabouts: Personal[Whereabouts] = Personal(TableWhereabouts())
    announce: Announce = to_nobody
    viewer_id: Personal[int | None] = Personal()
    operator_id: Personal[int | None] = Personal()
    session_id: Personal[int | None] = Personal()
    expires_at: Personal[datetime | None] = Personal()
    course: Course = field(default_factory=Course)
    store: ObjectStore | None = None
    guards: Guards = field(default_factory=dict)
    meter: Meter | None = None

    @property
    def payer(self) -> Payer | None:
        """Return who pays for the request; None: the house asks itself, or nothing is counted.

        What an answer says does not hang on it, so reading this leaves the answer fit to be kept.
        """
        address: str = self.__dict__["address"]
        if self.meter is None or not address:
            return None
        return Payer(self.__dict__["viewer_id"], network_of_address(address))

    async def charge(self, cost: int, uses: Mapping[str, int] | None = None) -> None:
        """Have the caller pay for an operation.

        Raises:
            TooMany: He has asked for too much lately.
        """
        payer = self.payer
        if payer is None or self.meter is None:
            return
        operator_id: int | None = self.__dict__["operator_id"]
        if operator_id is not None:
            await self.meter.charge(payer._replace(account_id=operator_id), cost, uses)
        await self.meter.charge(payer, cost, uses)

    @property
    def signed_in(self) -> bool:
        """Say whether somebody asks whom we know; who it is stays unread."""
        return self.__dict__["viewer_id"] is not None

    @property
    def onlooker_id(self) -> int | None:
        """Return as whom to look at what is the same for all who may see it.

        That is the viewer, and nobody in a rendering that many share. What differs from viewer to
        viewer asks for `viewer_id`, and is then shared with nobody.
        """
        return self.viewer_id

    def require_store(self) -> ObjectStore:
        """Return where files are kept.

        Raises:
            StoreUnavailable: There is no such place.
        """
        if self.store is None:
            raise StoreUnavailable
        return self.store

    def require_viewer(self) -> int:
        """Return the account that asks.

        Raises:
            NotSignedIn: Nobody is signed in.
        """
        if self.viewer_id is None:
            raise NotSignedIn
        return self.viewer_id


class TokenRefused(NotSignedIn):
    """A token was sent and is no good; `reason` tells the client whether refreshing can help."""

    bn = "সাইন ইনের মেয়াদ শেষ হয়েছে বা চাবিটি ঠিক নেই। আবার সাইন ইন করুন।"
    en = "The access token has expired or is not valid. Sign in again."
    expired: ClassVar[TokenFault] = "TOKEN_EXPIRED"
    invalid: ClassVar[TokenFault] = "TOKEN_INVALID"

    def __init__(self, reason: TokenFault) -> None:
        super().__init__(reason=reason)
        self.reason = reason


Authenticate: TypeAlias = Callable[[str | None, str], Awaitable[Identity | None]]
"""Takes the bearer token (None: there was none) and the caller's address.

Answers None for a request without a token. For a token that is no good it raises `TokenRefused`, or
answers None (read as invalid) or an Identity that has ended (read as expired).
"""

ContextFactory: TypeAlias = Callable[[Caller], Context]

Info: TypeAlias = strawberry.Info[Context, None]
