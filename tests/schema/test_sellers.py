"""Who may sell, over HTTP: a person applies, an officer of the area decides."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.accounts.models import SellerApplication
from tests import factories
from tests.accounts.people import (
    Wall,
)
from tests.schema.phones import REFUSAL, Phone, house_phone

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with house_phone() as phone:
        yield phone


APPLICATION = "id state contactPhone applicantName allowedMoves dueAt reason endingAsked"
SAVE = f"""mutation ($input: SaveSellerApplicationInput!) {{
    saveSellerApplication(input: $input)
    {{ ... on SellerApplication {{ {APPLICATION} }} {REFUSAL} }} }}"""
SUBMIT = f"""mutation {{ submitSellerApplication {{
    ... on SellerApplication {{ {APPLICATION} }} {REFUSAL}
    ... on ApplicationIncomplete {{ missing }} }} }}"""
DECIDE = f"""mutation ($id: ID!, $decision: SellerMove!, $reason: String! = "") {{
    decideSellerApplication(
        input: {{applicationId: $id, decision: $decision, reason: $reason}})
    {{ ... on SellerApplication {{ {APPLICATION} }} {REFUSAL} }} }}"""
QUEUE = f"""query ($first: Int, $after: Cursor) {{
    sellerApplications(first: $first, after: $after) {{ edges {{ node {{ {APPLICATION} }} }}
    pageInfo {{ hasNextPage endCursor }} }} }}"""


async def draft() -> dict[str, Any]:
    return {
        "farmName": "রহিমা খামার",
        "contactPhone": "০১৮১২৩৪৫৬৭৮",
        "placeId": f"Place:{(await factories.union()).id}",
    }


async def test_a_person_applies_an_officer_sees_the_phone_masked_and_verifies(phone: Phone):
    seller, officer = await factories.person("রহিমা"), await factories.officer()
    await phone.be(seller)
    given = await draft()
    saved = await phone.ask(SAVE, input=given)
    lacking = await phone.ask(SUBMIT)
    await phone.ask(SAVE, input={**given, "village": "চরপাড়া", "statement": "দেশি ষাঁড়"})
    submitted = await phone.ask(SUBMIT)

    await phone.be(officer)
    queue = await phone.ask(QUEUE)
    decided = await phone.ask(DECIDE, id=saved["id"], decision="VERIFY")

    assert saved["contactPhone"] == "+8801812345678"
    assert (saved["state"], saved["allowedMoves"]) == ("DRAFT", ["SUBMIT"])
    assert lacking["missing"] == ["village", "statement"]
    assert (submitted["state"], submitted["dueAt"]) == ("SUBMITTED", "2026-05-25T06:00:00Z")
    seen = queue["edges"][0]["node"]
    assert (seen["contactPhone"], seen["applicantName"]) == ("••••••••678", "রহিমা")
    assert seen["allowedMoves"] == ["VERIFY", "ASK_FOR_MORE", "REJECT", "TERMINATE"]
    assert (decided["state"], decided["contactPhone"]) == ("VERIFIED", "••••••••678")
    await phone.be(seller)
    roles = await phone.ask("{ me { roles { role placeId } sellerApplication { state } } }")
    assert roles == {
        "roles": [{"role": "VERIFIED_SELLER", "placeId": None}],
        "sellerApplication": {"state": "VERIFIED"},
    }


async def waiting(number: int, wall: Wall) -> None:
    """Have an application handed in; two each at the same time."""
    someone = await factories.person(f"বিক্রেতা {number}")
    await SellerApplication.create(
        account=someone,
        state="SUBMITTED",
        farm_name="খামার",
        contact_phone=someone.phone or "",
        place=await factories.union(),
        created_at=wall.now,
        submitted_at=wall.now + timedelta(hours=number // 2),
    )


async def test_the_queue_is_read_in_pages_each_application_once(phone: Phone):
    officer = await factories.officer()
    for number in range(5):
        await waiting(number, phone.wall)
    await phone.be(officer)

    seen, after = [], None
    while True:
        page = await phone.ask(QUEUE, first=2, after=after)
        seen += [edge["node"]["applicantName"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert seen == [f"বিক্রেতা {number}" for number in range(5)]
    assert (await phone.fault(QUEUE, first=101))["code"] == "BAD_USER_INPUT"


async def test_the_queue_takes_as_many_statements_for_many_as_for_one(
    phone: Phone, caplog: pytest.LogCaptureFixture
):
    await phone.be(await factories.officer())
    counts = []
    for number in range(6):
        await waiting(number, phone.wall)
        with caplog.at_level("DEBUG", logger="tortoise.db_client"):
            caplog.clear()
            assert len((await phone.ask(QUEUE))["edges"]) == number + 1
            counts.append(sum(record.name == "tortoise.db_client" for record in caplog.records))

    assert counts[0] > 0
    assert set(counts) == {counts[0]}


async def test_an_application_of_another_area_is_not_found_and_none_is_listed(phone: Phone):
    seller = await factories.person()
    await phone.be(seller)
    given = {**await draft(), "village": "চরপাড়া", "statement": "দেশি ষাঁড়"}
    saved = await phone.ask(SAVE, input=given)
    await phone.ask(SUBMIT)
    elsewhere = await factories.officer(await factories.upazila("kishoreganj-itna"))

    for stranger in (elsewhere, await factories.person(), await factories.verified_seller()):
        await phone.be(stranger)
        known = await phone.ask(DECIDE, id=saved["id"], decision="VERIFY")
        unknown = await phone.ask(DECIDE, id="SellerApplication:999999", decision="VERIFY")
        assert known == unknown
        assert known["code"] == "NOT_FOUND"
        assert (await phone.ask(QUEUE))["edges"] == []

    assert (await SellerApplication.get()).state == "SUBMITTED"


async def test_decisions_are_refused_with_their_types(phone: Phone):
    officer, seller = await factories.officer(), await factories.person()
    await phone.be(seller)
    saved = await phone.ask(SAVE, input=await draft())
    await phone.be(officer)

    stale = await phone.ask(DECIDE, id=saved["id"], decision="VERIFY")
    short = await phone.ask(DECIDE, id=saved["id"], decision="TERMINATE", reason="না")
    why = "ভুয়া তথ্য দেওয়া"
    first = await phone.ask(DECIDE, id=saved["id"], decision="TERMINATE", reason=why)
    again = await phone.ask(DECIDE, id=saved["id"], decision="TERMINATE", reason=why)
    owners = await phone.fault(DECIDE, id=saved["id"], decision="SUBMIT")

    assert (stale["__typename"], short["__typename"]) == ("StaleState", "ReasonTooShort")
    assert (first["state"], first["endingAsked"]) == ("DRAFT", True)
    assert again["__typename"] == "SecondOfficerNeeded"
    assert owners["field"] == "decision"
