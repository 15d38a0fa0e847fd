from __future__ import annotations

from datetime import timedelta
from typing import Any

import jwt
import pytest

from hmk_graph.accounts import tokens
from hmk_graph.accounts.errors import TokenExpired, TokenInvalid
from tests.accounts.people import SECRET
from tests.factories import NOON

KEY = tokens.key_for(SECRET, "access token")
GOOD: dict[str, Any] = {
    "iss": "hmk",
    "aud": "hmk-graph",
    "sub": "7",
    "sid": 9,
    "ver": 1,
    "iat": int(NOON.timestamp()),
    "exp": int(NOON.timestamp()) + 900,
}


def read(token: str) -> tokens.AccessClaims:
    return tokens.read_access(token, now=NOON, secret=SECRET)


def signed(claims: dict[str, Any], key: Any = KEY, algorithm: str = "HS256") -> str:
    return jwt.encode(claims, key, algorithm=algorithm)


def test_a_token_says_whose_it_is_and_lives_fifteen_minutes():
    token, ends = tokens.access_token(7, 9, now=NOON, secret=SECRET)

    assert read(token) == tokens.AccessClaims(account_id=7, session_id=9, expires_at=ends)
    assert ends == NOON + timedelta(minutes=15)
    assert read(signed(GOOD)).account_id == 7


def test_a_token_ends_at_the_very_second():
    token, ends = tokens.access_token(7, 9, now=NOON, secret=SECRET)

    assert tokens.read_access(token, now=ends - timedelta(microseconds=1), secret=SECRET)
    with pytest.raises(TokenExpired):
        tokens.read_access(token, now=ends, secret=SECRET)


@pytest.mark.parametrize("claim", sorted(GOOD))
def test_a_token_that_lacks_a_claim_is_none(claim: str):
    with pytest.raises(TokenInvalid):
        read(signed({name: value for name, value in GOOD.items() if name != claim}))


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "other"},
        {"aud": "other"},
        {"sub": 7},
        {"sub": "seven"},
        {"sub": "-7"},
        {"sid": "9"},
        {"sid": True},
        {"sid": 9.5},
        {"ver": 2},
        {"ver": True},
        {"exp": "never"},
        {"exp": 1e308},
    ],
)
def test_a_token_with_another_claim_is_none(changed: dict[str, Any]):
    with pytest.raises(TokenInvalid):
        read(signed({**GOOD, **changed}))


@pytest.mark.parametrize(
    "token",
    [
        signed(GOOD, "another key, which is long enough to be taken as one"),
        signed(GOOD, SECRET),  # the secret itself signs nothing
        signed(GOOD, tokens.key_for(SECRET, "phone code")),
        signed(GOOD, KEY * 2, "HS512"),
        signed(GOOD, None, "none"),
        "",
        "a.b.c",
        "x" * 100_000,
        "ক.খ.গ",
    ],
)
def test_a_forged_token_is_none(token: str):
    with pytest.raises(TokenInvalid):
        read(token)


def test_a_short_secret_is_refused():
    with pytest.raises(tokens.SecretTooShort):
        tokens.access_token(7, 9, now=NOON, secret="s" * 31)


def test_a_code_hash_fits_one_phone_one_challenge_and_one_secret():
    def hashed(
        code: str = "123456", phone: str = "+8801712345678", number: int = 1, secret: str = SECRET
    ) -> bytes:
        return tokens.code_hash(code, phone=phone, challenge_id=number, secret=secret)

    others = [
        hashed("123457"),
        hashed(phone="+8801712345679"),
        hashed(number=2),
        hashed(secret="t" * 32),
    ]

    assert len({hashed(), *others}) == 5
    assert hashed() == hashed()


def test_a_successor_is_the_same_for_the_same_salt_and_another_for_another():
    token, salt = tokens.fresh_refresh_token(), tokens.fresh_salt()

    following = tokens.successor(token, salt, secret=SECRET)

    assert following == tokens.successor(token, salt, secret=SECRET)
    assert following != tokens.successor(token, tokens.fresh_salt(), secret=SECRET)
    assert following != tokens.successor(token, salt, secret="t" * 32)
    assert len(following) == len(token) == 43
