"""People over HTTP: the whole way from a phone's request to the row and the cookie."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from hmk_graph.accounts import queries
from hmk_graph.accounts.models import Account, PhoneCode, Session
from tests import factories
from tests.accounts.people import (
    PHONE,
    other_than,
    signed_in,
)
from tests.schema.phones import CONFIRM, REFRESH, REFUSAL, REQUEST, Phone, house_phone

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with house_phone() as phone:
        yield phone


async def test_a_browser_signs_in_and_gets_its_refresh_token_in_a_cookie_only(phone: Phone):
    held = await phone.sign_in("০১৭১২৩৪৫৬৭৮")

    assert held["isNew"]
    assert held["me"]["phone"] == PHONE
    assert held["refreshToken"] is None
    assert phone.response is not None
    cookie = phone.response.headers["set-cookie"]
    assert cookie.startswith("hmk_refresh=")
    assert cookie.split("; ")[1:] == [
        "Path=/graphql",
        f"Max-Age={60 * 24 * 3600}",
        "HttpOnly",
        "SameSite=Strict",
        "Secure",
    ]
    assert phone.http.cookies["hmk_refresh"] not in phone.response.text
    assert await phone.ask("{ me { phone roles { role } } }") == {"phone": PHONE, "roles": []}


async def test_a_browser_refreshes_by_its_cookie_which_turns(phone: Phone):
    await phone.sign_in()
    before = phone.http.cookies["hmk_refresh"]
    phone.wall.turn(minutes=20)
    phone.token = None

    held = await phone.ask(REFRESH)

    assert held["refreshToken"] is None
    assert phone.http.cookies["hmk_refresh"] not in (before, "")
    phone.token = held["accessToken"]
    assert (await phone.ask("{ me { phone } }"))["phone"] == PHONE


async def test_a_program_gets_its_tokens_in_the_body_and_no_cookie(phone: Phone):
    held = await phone.sign_in(delivery="BODY")
    assert "set-cookie" not in phone.response.headers
    phone.token = None

    following = await phone.ask(REFRESH, token=held["refreshToken"])

    assert "set-cookie" not in phone.response.headers
    assert following["refreshToken"] not in (None, held["refreshToken"])


async def test_what_came_in_a_cookie_is_never_told_in_a_body(phone: Phone):
    await phone.sign_in()
    secret = phone.http.cookies["hmk_refresh"]

    for query, given in ((REFRESH, {}), (REFRESH, {"token": "guessed"})):
        answer = await phone.send(query, **given)
        assert secret not in str(answer)
        found = answer["data"]["refreshSession"]
        assert found.get("refreshToken") is None


async def test_a_copied_cookie_ends_the_session_and_the_browser_forgets_it(phone: Phone):
    await phone.sign_in()
    copied = phone.http.cookies["hmk_refresh"]
    phone.token = None
    await phone.ask(REFRESH)
    phone.wall.turn(seconds=11)
    phone.http.cookies.clear()
    phone.http.cookies.set("hmk_refresh", copied, domain="haat.test", path="/graphql")

    refused = await phone.ask(REFRESH)

    assert (refused["__typename"], refused["code"]) == ("SessionEnded", "SESSION_ENDED")
    assert "Max-Age=0" in phone.response.headers["set-cookie"]
    assert not await Session.exists(revoked_at=None)


async def test_without_a_cookie_there_is_nothing_to_refresh(phone: Phone):
    refused = await phone.ask(REFRESH)

    assert refused["code"] == "SESSION_ENDED"
    assert "set-cookie" not in phone.response.headers


async def test_signing_out_ends_the_session_and_the_cookie(phone: Phone):
    held = await phone.sign_in()

    assert await phone.ask("mutation { signOut { count } }") == {"count": 1}

    assert "Max-Age=0" in phone.response.headers["set-cookie"]
    assert "hmk_refresh" not in phone.http.cookies
    assert (await phone.fault("{ me { id } }"))["reason"] == "TOKEN_INVALID"
    session = await Session.get()
    assert (session.revoked_because, held["sessionId"]) == ("SIGNED_OUT", f"Session:{session.id}")


async def test_refusals_of_signing_in_are_typed_in_both_languages(phone: Phone):
    bad = await phone.ask(REQUEST, phone="02-9882333")
    await phone.ask(REQUEST, phone=PHONE)
    wrong = await phone.ask(CONFIRM, phone=PHONE, code=other_than(phone.gateway.code))
    soon = await phone.fault(REQUEST, phone=PHONE)
    shape = await phone.fault(CONFIRM, phone=PHONE, code="12")

    assert (bad["__typename"], bad["field"]) == ("PhoneNotValid", "phone")
    assert (wrong["__typename"], wrong["attemptsLeft"]) == ("CodeNotRight", 4)
    assert (soon["code"], soon["retryAfter"]) == ("RATE_LIMITED", 60)
    assert (shape["code"], shape["field"]) == ("BAD_USER_INPUT", "code")
    for said in (bad, wrong, soon, shape):
        assert said["messageBn"] != said["messageEn"]
        assert said["messageEn"].isascii() or "“" in said["messageEn"]


async def test_a_gateway_that_is_down_is_a_refusal_that_may_be_tried_again(phone: Phone):
    phone.gateway.down = True

    refused = await phone.ask(REQUEST, phone=PHONE)

    assert (refused["__typename"], refused["retryable"]) == ("CodeNotSent", True)
    phone.gateway.down = False
    assert "expiresAt" in await phone.ask(REQUEST, phone=PHONE)


async def test_aliases_of_one_request_share_one_budget(phone: Phone):
    await phone.ask(REQUEST, phone=PHONE)
    wrong = other_than(phone.gateway.code)
    tries = " ".join(
        f'a{number}: confirmCode(input: {{phone: "{PHONE}", code: "{wrong}"}}) {{ __typename }}'
        for number in range(15)
    )

    answer = await phone.send(f"mutation {{ {tries} }}")

    # Whether or not the house lets so many aliases in, five are weighed at most.
    found = [one for one in (answer.get("data") or {}).values() if one]
    assert len(found) <= 5
    assert sum(code.attempts for code in await PhoneCode.all()) <= 5


@pytest.mark.parametrize(
    "query",
    [
        "{ mySessions { id } }",
        "{ sellerApplications { edges { node { id } } } }",
        "mutation { signOut { count } }",
        "mutation { revokeOtherSessions { count } }",
        'mutation { revokeSession(input: {sessionId: "Session:1"}) { __typename } }',
        'mutation { updateProfile(input: {name: "x"}) { __typename } }',
        "mutation { submitSellerApplication { __typename } }",
        "mutation { eraseMyAccount { __typename } }",
        'mutation { suspendAccount(input: {accountId: "Account:1", reason: "because of it"})'
        " { __typename } }",
        'mutation { grantRole(input: {accountId: "Account:1", role: ADMINISTRATOR})'
        " { __typename } }",
    ],
)
async def test_nobody_is_asked_to_sign_in_first(phone: Phone, query: str):
    assert (await phone.fault(query))["code"] == "UNAUTHENTICATED"


async def test_me_is_null_for_nobody(phone: Phone):
    assert await phone.ask("{ me { id } }") is None


async def test_an_expired_token_says_so_and_one_of_a_revoked_session_too(phone: Phone):
    held = await phone.sign_in()
    other = await signed_in(await Account.get(), phone.wall)

    await phone.ask("mutation { revokeOtherSessions { count } }")
    phone.token = other.access_token
    assert (await phone.fault("{ me { id } }"))["reason"] == "TOKEN_INVALID"
    phone.wall.turn(minutes=15)
    phone.token = held["accessToken"]
    assert (await phone.fault("{ me { id } }"))["reason"] == "TOKEN_EXPIRED"


REVOKE = f"""mutation ($id: ID!) {{
    revokeSession(input: {{sessionId: $id}}) {{ ... on SessionsEnded {{ count }} {REFUSAL} }} }}"""


async def test_another_persons_session_and_no_session_are_the_same_not_found(phone: Phone):
    await phone.sign_in()
    theirs = await signed_in(await factories.person(), phone.wall)

    answers = [
        await phone.ask(REVOKE, id=text)
        for text in (
            f"Session:{theirs.session_id}",
            "Session:999999",
            f"Session:{2**63}",
            "Session:0",
            "Session:-1",
            "Account:1",
            "১",
        )
    ]

    assert {answer["code"] for answer in answers} == {"NOT_FOUND"}
    assert all(answer == answers[0] for answer in answers)
    assert await queries.live_identity(theirs.session_id) is not None


async def test_ones_own_lost_phone_is_signed_out(phone: Phone):
    await phone.sign_in()
    lost = await signed_in(await Account.get(), phone.wall, "lost")

    seen = await phone.ask("{ mySessions { device isCurrent address } }")
    ended = await phone.ask(REVOKE, id=f"Session:{lost.session_id}")

    assert sorted((one["device"], one["isCurrent"]) for one in seen) == [
        ("Nokia", True),
        ("lost", False),
    ]
    assert ended == {"count": 1}
    assert await queries.live_identity(lost.session_id) is None
