"""What the resolvers about people are handed beside the rest, and who a token stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TypeAlias

import strawberry

from hmk_graph.accounts import queries, tokens
from hmk_graph.accounts.errors import CodeNotSent, TokenExpired, TokenInvalid
from hmk_graph.accounts.ports import OpenObligations, SendCode, SendWords
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotSignedIn
from hmk_graph.payments.paying import Doors
from hmk_graph.payments.ports import Gateways, Targets
from schema.accounts.refresh_cookie import RefreshCookie
from schema.context import Authenticate, Context, Identity, Personal, TokenRefused
from schema.together import Together

NO_DOORS = Doors(back="", told="")


async def nobody_hears(phone: str, text: str) -> None:  # noqa: ARG001 - the protocol's names
    """Send no text message: there is no way of sending any.

    Raises:
        CodeNotSent: Always.
    """
    raise CodeNotSent


@dataclass(kw_only=True)
class PeopleContext(Context):
    """The context of every request, with what signing in and paying need.

    `fixed_code` is the code of a demo (None: a random one). `cookie` is None over a socket. By
    `gateways` people pay, and by `payment_doors` they and their money come back, to what is paid
    for (`payment_targets`). What is printed leads to `public_url`, which has no slash at its end.
    With `push_key` browsers subscribe to push messages.
    """

    secret: str
    send_code: SendCode
    fixed_code: str | None
    open_obligations: OpenObligations
    send_words: SendWords = nobody_hears
    cookie: Personal[RefreshCookie | None] = Personal()  # noqa: RUF009 - a descriptor, not a value
    gateways: Gateways = field(default_factory=dict)
    payment_doors: Doors = NO_DOORS
    payment_targets: Targets = field(default_factory=dict)
    public_url: str = ""
    push_key: str = ""

    def require_session(self) -> tuple[int, int]:
        """Return the account that asks, and the session by which it does.

        Raises:
            NotSignedIn: Nobody is signed in.
        """
        if self.session_id is None:
            raise NotSignedIn
        return self.require_viewer(), self.session_id

    def require_cookie(self, field: str) -> RefreshCookie:
        """Return the request's cookie; `field` is the input that asked for one.

        Raises:
            BadInput: The request came over a socket, which carries no cookies back.
        """
        if self.cookie is None:
            raise BadInput(
                field,
                why_bn="সকেটে কুকি চলে না; টোকেন উত্তরের মধ্যে নিন।",
                why_en="a socket carries no cookie; take the token in the body.",
            )
        return self.cookie

    def forget_refresh_token(self) -> None:
        """Have the browser forget its refresh token, if the request came from one."""
        if self.cookie is not None and self.cookie.came is not None:
            self.cookie.clear()


Info: TypeAlias = strawberry.Info[PeopleContext, None]


@dataclass
class _Sessions:
    """Looks sessions up for all whose requests come at the same time.

    Each is answered by a reading that began after he asked (`Together`), so that a session which
    was revoked before is refused: nothing is kept from one reading to the next.
    """

    clock: Clock
    wanted: set[int] = field(default_factory=set)
    together: Together = field(default_factory=Together)

    async def look_up(self, session_id: int) -> tuple[datetime, queries.Identity | None]:
        """Return what time it is, and whose session this is if it lives."""
        self.wanted.add(session_id)
        read = await self.together.ask("sessions", partial(self._read, session_id))
        if session_id not in read.asked:  # another, whose reading had failed, took the list along
            read = await self._read(session_id)
        return read.now, read.living.get(session_id)

    async def _read(self, session_id: int) -> _Read:
        asked, self.wanted = self.wanted | {session_id}, set()
        now = await self.clock()
        return _Read(now=now, asked=asked, living=await queries.live_identities(asked))


@dataclass(frozen=True, kw_only=True)
class _Read:
    now: datetime
    asked: set[int]
    living: dict[int, queries.Identity]


def authenticator(*, secret: str, clock: Clock) -> Authenticate:
    """Return the function that tells whose access token this is, if its session still lives."""
    sessions = _Sessions(clock)

    async def authenticate(token: str | None, _address: str) -> Identity | None:
        if token is None:
            return None
        try:
            claims = tokens.claims_of(token, secret)
            now, live = await sessions.look_up(claims.session_id)
            tokens.check_time(claims, now)
        except TokenExpired:
            raise TokenRefused(TokenRefused.expired) from None
        except TokenInvalid:
            raise TokenRefused(TokenRefused.invalid) from None
        if live is None or live.account_id != claims.account_id:
            raise TokenRefused(TokenRefused.invalid)
        return Identity(
            account_id=live.account_id,
            session_id=live.session_id,
            expires_at=claims.expires_at,
            assisted=live.assisted,
        )

    return authenticate
