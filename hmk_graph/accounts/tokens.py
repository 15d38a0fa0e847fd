"""Tokens and hashes: what a device holds, and what we keep of it. Pure but for the random source.

One secret serves all; a key of its own is derived for each purpose, so that no two can be confused.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import jwt

from hmk_graph.accounts.errors import TokenExpired, TokenInvalid

ACCESS_LIFETIME = timedelta(minutes=15)
ALGORITHM = "HS256"
ISSUER = "hmk"
AUDIENCE = "hmk-graph"
# The form of the claims; raised when their meaning changes, so that old tokens are refused.
VERSION = 1
REQUIRED = ["exp", "sub", "iat", "sid", "ver", "iss", "aud"]
# PyJWT takes a key of five bytes with a warning; HMAC-SHA-256 asks for 32 (RFC 7518, 3.2).
SECRET_BYTES = 32
LONGEST_TOKEN = 1_000
TOKENS_KEPT = 4_096
CODE_RANGE = 10**6


class SecretTooShort(ValueError):
    """The secret that everything hangs on has fewer than 32 bytes."""


@dataclass(frozen=True, kw_only=True)
class AccessClaims:
    """What a genuine access token says. Whether the session still lives is asked apart."""

    account_id: int
    session_id: int
    expires_at: datetime


def key_for(secret: str, purpose: str) -> bytes:
    """Return the key of one purpose.

    Raises:
        SecretTooShort: The secret has fewer than 32 bytes.
    """
    if len(secret.encode()) < SECRET_BYTES:
        raise SecretTooShort(f"the secret needs at least {SECRET_BYTES} bytes")
    return hmac.digest(secret.encode(), f"hmk {purpose}".encode(), "sha256")


def fresh_code() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(CODE_RANGE):06d}"


def code_hash(
    code: str, *, phone: str, challenge_id: int, secret: str, asked_by_id: int | None = None
) -> bytes:
    """Return what is kept of a code. Bound to phone, challenge and asker, it fits no other row.

    Keyed, because a million codes are tried in a second: whoever reads the table learns nothing.
    """
    asker = "" if asked_by_id is None else f"\0{asked_by_id}"
    message = f"{challenge_id}\0{phone}\0{code}{asker}".encode()
    return hmac.digest(key_for(secret, "phone code"), message, "sha256")


def access_token(
    account_id: int,
    session_id: int,
    *,
    now: datetime,
    secret: str,
    lifetime: timedelta = ACCESS_LIFETIME,
) -> tuple[str, datetime]:
    """Return an access token, and when it ends."""
    ends = (now + lifetime).replace(microsecond=0)
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(account_id),
        "sid": session_id,
        "ver": VERSION,
        "iat": int(now.timestamp()),
        "exp": int(ends.timestamp()),
    }
    return jwt.encode(claims, key_for(secret, "access token"), algorithm=ALGORITHM), ends


def read_access(token: str, *, now: datetime, secret: str) -> AccessClaims:
    """Return what an access token says, while it is good.

    Times are compared with `now` instead of the library's own clock.

    Raises:
        TokenExpired: It is genuine, and too old.
        TokenInvalid: Anything else: another key or algorithm, a missing claim, no token at all.
    """
    claims = claims_of(token, secret)
    check_time(claims, now)
    return claims


def check_time(claims: AccessClaims, now: datetime) -> None:
    """Refuse what has ended.

    Raises:
        TokenExpired: It has.
    """
    if claims.expires_at <= now:
        raise TokenExpired


# A phone sends the same token for a quarter of an hour, and what is genuine once stays so; only its
# time and its session are asked again. A token that is none raises, and is not kept.
@lru_cache(TOKENS_KEPT)
def claims_of(token: str, secret: str) -> AccessClaims:
    """Return what a genuine access token says; whether it has ended is asked apart.

    Raises:
        TokenInvalid: Another key or algorithm, a missing claim, no token at all.
    """
    key = key_for(secret, "access token")
    if len(token) > LONGEST_TOKEN:
        raise TokenInvalid
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            audience=AUDIENCE,
            options={"require": REQUIRED, "verify_exp": False, "verify_iat": False},
        )
    except (jwt.PyJWTError, ValueError):
        raise TokenInvalid from None
    return _weighed(claims)


def fresh_refresh_token() -> str:
    """Return 256 random bits."""
    return _written(secrets.token_bytes(32))


def fresh_salt() -> bytes:
    """Return the random part of a successor."""
    return secrets.token_bytes(32)


def successor(token: str, salt: bytes, *, secret: str) -> str:
    """Return the refresh token that follows another.

    It is 256 bits that nobody can foretell: the salt is random and drawn when the token is spent.
    The same token and salt give the same successor, so an answer that was lost on the way can be
    given again without a second living token, and without keeping any token in the clear.
    """
    message = salt + hashlib.sha256(token.encode()).digest()
    return _written(hmac.digest(key_for(secret, "refresh token"), message, "sha256"))


def refresh_hash(token: str) -> bytes:
    """Return what is kept of a refresh token. It is random enough to need no key."""
    return hashlib.sha256(token.encode()).digest()


def _weighed(claims: dict[str, Any]) -> AccessClaims:
    sub, sid, exp = claims["sub"], claims["sid"], claims["exp"]
    numbers = all(type(claim) is int for claim in (sid, exp, claims["ver"]))
    if claims["ver"] != VERSION or not numbers or not sub.isdecimal():
        raise TokenInvalid
    ends = datetime.fromtimestamp(exp, UTC)
    return AccessClaims(account_id=int(sub), session_id=sid, expires_at=ends)


def _written(random: bytes) -> str:
    return base64.urlsafe_b64encode(random).rstrip(b"=").decode()
