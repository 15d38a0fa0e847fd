"""Signing in by phone and code, staying signed in, and ending sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from hmk_graph.accounts import errors as refusals
from hmk_graph.accounts import queries, sessions, signing_in
from hmk_graph.accounts.sessions import Because, Credentials
from schema import ids
from schema.accounts.choices import TokenDelivery
from schema.accounts.people import Me
from schema.accounts.people_context import Info
from schema.accounts.refusals import (
    AccountSuspended,
    CodeNotRight,
    CodeNotSent,
    PhoneNotValid,
    SessionEnded,
)
from schema.errors import ErrorsAsData, NotFound


@strawberry.input(description="Whom to send a code.")
class RequestCodeInput:
    phone: str = strawberry.field(description="A mobile number of Bangladesh, in any spelling.")


@strawberry.input(description="The code that came by text message.")
class ConfirmCodeInput:
    phone: str = strawberry.field(description="The phone it was sent to, in any spelling.")
    code: str = strawberry.field(description="Six digits, Latin or Bengali.")
    device: str = strawberry.field(
        default="", description="What to call this device in the list of sessions."
    )
    token_delivery: TokenDelivery = strawberry.field(
        default=TokenDelivery.COOKIE, description="How the refresh token travels."
    )


@strawberry.input(description="The refresh token, unless it travels in the cookie.")
class RefreshSessionInput:
    refresh_token: str | None = strawberry.field(
        default=None,
        description="What BODY gave. Left out, the cookie's is used and replaced there.",
    )


@strawberry.input(description="Which session to end.")
class RevokeSessionInput:
    session_id: strawberry.ID = strawberry.field(description="One of one's own sessions.")


@strawberry.type(description="A code is on its way, whether or not anybody has this phone.")
class CodeSent:
    expires_at: datetime = strawberry.field(description="Until when the code is good.")
    resend_at: datetime = strawberry.field(description="When the next may be asked for.")


@strawberry.type(description="The device is signed in.")
class SignedIn:
    access_token: str = strawberry.field(
        description="For the header `Authorization: Bearer`. Keep it in memory only."
    )
    access_token_expires_at: datetime = strawberry.field(
        description="When to refresh at the latest."
    )
    refresh_token: str | None = strawberry.field(
        description="Good for one refresh; null where it travels in the cookie."
    )
    refresh_token_expires_at: datetime = strawberry.field(
        description="When the session ends if it is not used."
    )
    session_id: strawberry.ID = strawberry.field(description="This device's session.")
    is_new: bool = strawberry.field(description="Whether the account was made just now.")
    account_id: strawberry.Private[int]

    @strawberry.field(description="The person.")
    async def me(self) -> Me | None:
        row = await queries.account(self.account_id)
        return Me.of(row) if row else None

    @classmethod
    def of(cls, held: Credentials, *, refresh_token: str | None, is_new: bool) -> SignedIn:
        """Show a device its credentials; the refresh token only where it is given."""
        return cls(
            access_token=held.access_token,
            access_token_expires_at=held.access_expires_at,
            refresh_token=refresh_token,
            refresh_token_expires_at=held.refresh_expires_at,
            session_id=ids.encode("Session", held.session_id),
            is_new=is_new,
            account_id=held.account_id,
        )


@strawberry.type(description="Sessions were ended. Their sockets close.")
class SessionsEnded:
    count: int = strawberry.field(description="How many.")


RequestCodeResult = Annotated[
    CodeSent | PhoneNotValid | CodeNotSent,
    strawberry.union("RequestCodeResult", description="Said of known and unknown phones alike."),
]
ConfirmCodeResult = Annotated[
    SignedIn | CodeNotRight | PhoneNotValid | AccountSuspended,
    strawberry.union("ConfirmCodeResult", description="The credentials, or why not."),
]
RefreshSessionResult = Annotated[
    SignedIn | SessionEnded,
    strawberry.union("RefreshSessionResult", description="New credentials, or why not."),
]
RevokeSessionResult = Annotated[
    SessionsEnded | NotFound,
    strawberry.union(
        "RevokeSessionResult", description="The end, or that there is no such session."
    ),
]


@strawberry.type
class SigningInMutation:
    @strawberry.mutation(
        description="Have a one-time code sent to a phone. An earlier one is void from then on.",
        extensions=[ErrorsAsData()],
    )
    async def request_code(self, info: Info, input: RequestCodeInput) -> RequestCodeResult:
        sent = await signing_in.request_code(
            input.phone,
            address=info.context.address,
            clock=info.context.clock,
            send_code=info.context.send_code,
            secret=info.context.secret,
            fixed_code=info.context.fixed_code,
        )
        return CodeSent(expires_at=sent.expires_at, resend_at=sent.resend_at)

    @strawberry.mutation(
        description="Sign this device in by the code. The first time makes the account.",
        extensions=[ErrorsAsData()],
    )
    async def confirm_code(self, info: Info, input: ConfirmCodeInput) -> ConfirmCodeResult:
        in_cookie = input.token_delivery is TokenDelivery.COOKIE
        if in_cookie:
            info.context.require_cookie("tokenDelivery")
        signed_in = await signing_in.confirm_code(
            input.phone,
            input.code,
            device=input.device,
            address=info.context.address,
            clock=info.context.clock,
            secret=info.context.secret,
        )
        held = signed_in.credentials
        if in_cookie:
            _keep(info, held)
        return SignedIn.of(
            held,
            refresh_token=None if in_cookie else held.refresh_token,
            is_new=signed_in.is_new,
        )

    @strawberry.mutation(
        description="Trade the refresh token for new credentials. Send no access token along.",
        extensions=[ErrorsAsData()],
    )
    async def refresh_session(self, info: Info, input: RefreshSessionInput) -> RefreshSessionResult:
        if input.refresh_token is not None:
            held = await _refreshed(info, input.refresh_token)
            return SignedIn.of(held, refresh_token=held.refresh_token, is_new=False)
        # What came in the cookie never leaves in a body: a script on the page could read that.
        cookie = info.context.require_cookie("refreshToken")
        try:
            held = await _refreshed(info, cookie.came or "")
        except refusals.SessionEnded:
            info.context.forget_refresh_token()
            raise
        _keep(info, held)
        return SignedIn.of(held, refresh_token=None, is_new=False)

    @strawberry.mutation(description="End the session by which one asks.")
    async def sign_out(self, info: Info) -> SessionsEnded:
        viewer_id, session_id = info.context.require_session()
        await sessions.revoke(
            viewer_id, session_id, clock=info.context.clock, because=Because.SIGNED_OUT
        )
        info.context.forget_refresh_token()
        return SessionsEnded(count=1)

    @strawberry.mutation(
        description="End one of one's sessions: a lost phone, for example.",
        extensions=[ErrorsAsData()],
    )
    async def revoke_session(self, info: Info, input: RevokeSessionInput) -> RevokeSessionResult:
        await sessions.revoke(
            info.context.require_viewer(),
            ids.decode(input.session_id, "Session"),
            clock=info.context.clock,
        )
        return SessionsEnded(count=1)

    @strawberry.mutation(description="End all of one's sessions but this.")
    async def revoke_other_sessions(self, info: Info) -> SessionsEnded:
        viewer_id, session_id = info.context.require_session()
        return SessionsEnded(
            count=await sessions.revoke_others(viewer_id, session_id, clock=info.context.clock)
        )


async def _refreshed(info: Info, token: str) -> Credentials:
    return await sessions.refresh(
        token,
        address=info.context.address,
        clock=info.context.clock,
        secret=info.context.secret,
    )


def _keep(info: Info, held: Credentials) -> None:
    info.context.require_cookie("tokenDelivery").set(held.refresh_token, sessions.LIFETIME)
