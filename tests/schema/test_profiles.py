"""Profiles, and what administrators do with accounts, over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from hmk_graph.accounts import queries
from hmk_graph.accounts.models import Account
from tests import factories
from tests.accounts.people import (
    signed_in,
)
from tests.schema.phones import REFUSAL, Phone, house_phone

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with house_phone() as phone:
        yield phone


UPDATE = f"""mutation ($input: UpdateProfileInput!) {{
    updateProfile(input: $input) {{ ... on Me {{ name language homeId }} {REFUSAL} }} }}"""


async def test_a_person_writes_his_profile(phone: Phone):
    await phone.sign_in()
    union, upazila = await factories.union(), await factories.upazila()

    written = await phone.ask(
        UPDATE, input={"name": " রহিমা  খাতুন", "language": "EN", "homeId": f"Place:{union.id}"}
    )
    refused = await phone.ask(UPDATE, input={"homeId": f"Place:{upazila.id}"})
    unknown = await phone.ask(UPDATE, input={"homeId": "Place:999999"})
    empty = await phone.fault(UPDATE, input={"name": " "})

    assert written == {"name": "রহিমা খাতুন", "language": "EN", "homeId": f"Place:{union.id}"}
    assert (refused["__typename"], unknown["__typename"]) == ("NotAHome", "NotFound")
    assert (empty["code"], empty["field"]) == ("BAD_USER_INPUT", "name")


SUSPEND = f"""mutation ($id: ID!, $reason: String!) {{
    suspendAccount(input: {{accountId: $id, reason: $reason}})
    {{ ... on AccountStanding {{ id state }} {REFUSAL} }} }}"""
RESTORE = SUSPEND.replace("suspendAccount", "restoreAccount")
GRANT = f"""mutation ($id: ID!, $role: Role!, $place: ID) {{
    grantRole(input: {{accountId: $id, role: $role, placeId: $place}})
    {{ ... on RoleChanged {{ role held }} {REFUSAL} }} }}"""
TAKE = GRANT.replace("grantRole", "revokeRole")
WHY = "ভুয়া ডাক দেওয়া হয়েছে"


FIND = "query ($phone: String!) { personByPhone(phone: $phone) { id name state roles { role } } }"


async def test_an_administrator_finds_a_person_by_phone_and_nobody_else_does(phone: Phone):
    someone = await factories.verified_seller("রহিমা খাতুন")

    await phone.be(await factories.administrator())
    found = await phone.ask(FIND, phone=someone.phone)
    nobody = await phone.ask(FIND, phone="01999999999")
    wrong = await phone.fault(FIND, phone="12")
    await phone.be(await factories.officer())
    hidden = await phone.ask(FIND, phone=someone.phone)

    assert found == {
        "id": f"Account:{someone.id}",
        "name": "রহিমা খাতুন",
        "state": "ACTIVE",
        "roles": [{"role": "VERIFIED_SELLER"}],
    }
    assert (nobody, hidden) == (None, None)
    assert wrong["code"] == "PHONE_NOT_VALID"


async def test_an_administrator_suspends_restores_and_appoints(phone: Phone):
    someone, place = await factories.person(), await factories.upazila()
    theirs = await signed_in(someone, phone.wall)
    await phone.be(await factories.administrator())
    who = f"Account:{someone.id}"

    assert (await phone.ask(SUSPEND, id=who, reason=WHY))["state"] == "SUSPENDED"
    assert await queries.live_identity(theirs.session_id) is None
    assert (await phone.ask(SUSPEND, id=who, reason=WHY))["__typename"] == "StaleState"
    assert (await phone.ask(RESTORE, id=who, reason=WHY))["state"] == "ACTIVE"
    given = await phone.ask(GRANT, id=who, role="OFFICER", place=f"Place:{place.id}")
    assert given == {"role": "OFFICER", "held": True}
    taken = await phone.ask(TAKE, id=who, role="OFFICER", place=f"Place:{place.id}")
    assert taken == {"role": "OFFICER", "held": False}
    assert (await phone.ask(GRANT, id="Account:999999", role="OFFICER"))["code"] == "NOT_FOUND"


@pytest.mark.parametrize("who", ["citizen", "seller", "officer"])
async def test_nobody_else_does_and_known_and_unknown_ids_are_answered_alike(
    phone: Phone, who: str
):
    makers = {
        "citizen": factories.person,
        "seller": factories.verified_seller,
        "officer": factories.officer,
    }
    someone, other = await makers[who](), await factories.person()
    await phone.be(someone)

    for query, given in (
        (SUSPEND, {"reason": WHY}),
        (RESTORE, {"reason": WHY}),
        (GRANT, {"role": "ADMINISTRATOR"}),
        (TAKE, {"role": "OFFICER"}),
    ):
        known = await phone.fault(query, id=f"Account:{other.id}", **given)
        unknown = await phone.fault(query, id="Account:999999", **given)
        assert known == unknown
        assert known["code"] == "FORBIDDEN"


async def test_a_person_leaves_and_the_browser_forgets_him(phone: Phone):
    await phone.sign_in()
    erase = f"mutation {{ eraseMyAccount {{ ... on AccountErased {{ id }} {REFUSAL} }} }}"
    await phone.ask(UPDATE, input={"name": "ব্যস্ত"})
    busy = await phone.ask(erase)
    await phone.ask(UPDATE, input={"name": "অবসর"})

    gone = await phone.ask(erase)

    assert busy["__typename"] == "StillOwing"
    account = await Account.get()
    assert gone == {"id": f"Account:{account.id}"}
    assert (account.state, account.phone) == ("ERASED", None)
    assert "Max-Age=0" in phone.response.headers["set-cookie"]
    assert (await phone.fault("{ me { id } }"))["code"] == "UNAUTHENTICATED"
