"""Signed-in devices: how a session starts, goes on, and ends.

A refresh token is good once. One that comes again was copied, by whoever: the session ends, and
both holders have to sign in. A lost answer on a bad line looks the same for a moment, so within
`GRACE` of its use a token gives the very successor that it gave before, as long as nobody has used
that. A thief within these seconds gains a copy that betrays him at its second use, no more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from hmk_graph.accounts import rules, tokens
from hmk_graph.accounts.errors import SessionEnded
from hmk_graph.accounts.events import AssistanceEnded, SessionRevoked, SessionStarted
from hmk_graph.accounts.models import Assistance, RefreshToken, Session
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import Event, transaction, whole_command

# It slides: each refresh gives sixty more days.
LIFETIME = timedelta(days=60)
GRACE = timedelta(seconds=10)
# Ended sessions are kept so long for whoever asks what happened; spent tokens to know a copied one.
KEPT = timedelta(days=30)


class Because(StrEnum):
    """Why a session ended before its time."""

    SIGNED_OUT = "SIGNED_OUT"
    REVOKED = "REVOKED"
    TOKEN_REUSED = "TOKEN_REUSED"
    SUSPENDED = "SUSPENDED"
    ERASED = "ERASED"
    OPERATOR = "OPERATOR"
    RIGHT_LOST = "RIGHT_LOST"
    TIME = "TIME"


@dataclass(frozen=True, kw_only=True)
class Assisted:
    """That a session is an operator's who acts for the account's person, and since when."""

    assistance_id: int
    operator_id: int
    opened_at: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """What a device holds. The tokens are shown to nobody else, `repr` included."""

    account_id: int
    session_id: int
    access_token: str = field(repr=False)
    access_expires_at: datetime
    refresh_token: str = field(repr=False)
    refresh_expires_at: datetime


async def start(
    account_id: int, *, device: str, address: str, now: datetime, secret: str, events: list[Event]
) -> Credentials:
    """Write a new session in the caller's transaction, which has locked the account."""
    session = await Session.create(
        account_id=account_id,
        device=rules.device_of(device),
        address=address[:43],
        created_at=now,
        last_used_at=now,
        expires_at=now + LIFETIME,
    )
    refresh_token = tokens.fresh_refresh_token()
    await _keep(refresh_token, session.id, now)
    events.append(
        SessionStarted(account_id=account_id, session_id=session.id, device=session.device)
    )
    return _credentials(session, refresh_token, now, secret)


async def refresh(token: str, *, address: str, clock: Clock, secret: str) -> Credentials:
    """Spend a refresh token, and return its successor with a new access token.

    Raises:
        SessionEnded: The token is unknown, its session ended, or it was spent before; in the last
            case the session is ended now, and stays so although this is a refusal.
    """
    outcome = await _refresh(token, address=address, clock=clock, secret=secret)
    if isinstance(outcome, SessionEnded):
        raise outcome
    return outcome


@whole_command
async def revoke(
    account_id: int, session_id: int, *, clock: Clock, because: Because = Because.REVOKED
) -> None:
    """End one of one's own sessions. Ending it again is no matter.

    Raises:
        NotFound: There is no such session, or it is another person's.
    """
    async with transaction(actor_id=account_id) as events:
        session = await Session.select_for_update(no_key=True).get_or_none(
            id=session_id, account_id=account_id
        )
        if session is None:
            raise NotFound
        events += await _end([session], because, await clock())


@whole_command
async def revoke_others(account_id: int, current_session_id: int, *, clock: Clock) -> int:
    """End all of one's sessions but one, and return how many those were."""
    async with transaction(actor_id=account_id) as events:
        others = [
            session
            for session in await _locked_open(account_id)
            if session.id != current_session_id
        ]
        events += await _end(others, Because.REVOKED, await clock())
    return len(others)


async def end_all(account_id: int, because: Because, now: datetime) -> list[Event]:
    """End all sessions of a person in the caller's transaction, and return what happened."""
    return await _end(await _locked_open(account_id), because, now)


async def end_assistances(
    held: Collection[Assistance], because: Because, now: datetime
) -> list[Event]:
    """End assistances in the caller's transaction, and return what happened; ended ones stay so."""
    running = await Session.filter(
        assistance_id__in=[each.id for each in held if each.ended_at is None], revoked_at=None
    ).order_by("id")
    return await _end(running, because, now)


async def end_assistances_by(operator_id: int, now: datetime) -> list[Event]:
    """End what an operator does for others, who may do so no longer."""
    held = (
        await Assistance.filter(operator_id=operator_id, ended_at=None)
        .order_by("id")
        .select_for_update(no_key=True)
    )
    return await end_assistances(held, Because.RIGHT_LOST, now)


async def prune(before: datetime) -> int:
    """Delete sessions that ended before a moment, and tokens spent before it; return how many."""
    await RefreshToken.filter(spent_at__lt=before).delete()
    return (
        await Session.filter(revoked_at__lt=before).delete()
        + await Session.filter(expires_at__lt=before).delete()
    )


@whole_command
async def _refresh(
    token: str, *, address: str, clock: Clock, secret: str
) -> Credentials | SessionEnded:
    # A refusal is returned, not raised: the end of a copied token's session has to be committed.
    async with transaction() as events:
        session = await _session_of(token)
        if session is None:
            return SessionEnded()
        held = await RefreshToken.get(token_hash=tokens.refresh_hash(token))
        now = await clock()
        if session.revoked_at is not None or session.expires_at <= now:
            return SessionEnded()
        if held.spent_at is None:
            following = await _spend(held, token, now, secret)
        else:
            again = await _given_before(held, token, now, secret)
            if again is None:
                events += await _end([session], Because.TOKEN_REUSED, now)
                return SessionEnded()
            following = again
        session.last_used_at, session.expires_at = now, now + LIFETIME
        session.address = address[:43]
        await session.save(update_fields=["last_used_at", "expires_at", "address"])
    return _credentials(session, following, now, secret)


async def _session_of(token: str) -> Session | None:
    """Lock and return the session of a token; what the token is worth is read after that."""
    held = await RefreshToken.get_or_none(token_hash=tokens.refresh_hash(token))
    if held is None:
        return None
    return await Session.select_for_update(no_key=True).get_or_none(id=held.session_id)


async def _spend(held: RefreshToken, token: str, now: datetime, secret: str) -> str:
    held.spent_at, held.salt = now, tokens.fresh_salt()
    await held.save(update_fields=["spent_at", "salt"])
    following = tokens.successor(token, held.salt, secret=secret)
    await _keep(following, held.session_id, now)
    return following


async def _given_before(held: RefreshToken, token: str, now: datetime, secret: str) -> str | None:
    """Return the successor that a spent token gave, or None if it may not be given again."""
    if held.spent_at is None or held.salt is None or now - held.spent_at > GRACE:
        return None
    following = tokens.successor(token, held.salt, secret=secret)
    unused = await RefreshToken.exists(
        token_hash=tokens.refresh_hash(following), spent_at__isnull=True
    )
    return following if unused else None


async def _keep(token: str, session_id: int, now: datetime) -> None:
    await RefreshToken.create(
        session_id=session_id, token_hash=tokens.refresh_hash(token), issued_at=now
    )


async def _locked_open(account_id: int) -> list[Session]:
    return (
        await Session.filter(account_id=account_id, revoked_at=None)
        .order_by("id")
        .select_for_update(no_key=True)
    )


async def _end(open: Collection[Session], because: Because, now: datetime) -> list[Event]:
    ended = [session for session in open if session.revoked_at is None]
    await Session.filter(id__in=[session.id for session in ended]).update(
        revoked_at=now, revoked_because=because
    )
    told: list[Event] = [
        SessionRevoked(account_id=session.account_id, session_id=session.id, because=because.value)
        for session in ended
    ]
    assisted = [session.assistance_id for session in ended if session.assistance_id]
    return told + (await _end_assisted(assisted, because, now) if assisted else [])


async def _end_assisted(assistance_ids: list[int], because: Because, now: datetime) -> list[Event]:
    running = Assistance.filter(id__in=assistance_ids, ended_at=None)
    told = [
        AssistanceEnded(
            account_id=each.citizen_id,
            assistance_id=each.id,
            operator_id=each.operator_id,
            because=because.value,
        )
        for each in await running.order_by("id")
    ]
    await running.update(ended_at=now, ended_because=because.value)
    return list(told)


def _credentials(session: Session, refresh_token: str, now: datetime, secret: str) -> Credentials:
    access, ends = tokens.access_token(session.account_id, session.id, now=now, secret=secret)
    return Credentials(
        account_id=session.account_id,
        session_id=session.id,
        access_token=access,
        access_expires_at=ends,
        refresh_token=refresh_token,
        refresh_expires_at=session.expires_at,
    )
