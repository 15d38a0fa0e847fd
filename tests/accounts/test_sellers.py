from __future__ import annotations

import asyncio
from typing import Any

import pytest

from hmk_graph import event_log
from hmk_graph.accounts import access, applying, approval, approving_sellers, queries
from hmk_graph.accounts.approval import MOVES, Move
from hmk_graph.accounts.errors import (
    ApplicationIncomplete,
    NotAHome,
    PhoneNotValid,
    ReasonTooShort,
    SecondOfficerNeeded,
    StillOwing,
)
from hmk_graph.accounts.models import (
    Account,
    AccountState,
    ApplicationState,
    RoleGrant,
    SellerApplication,
)
from hmk_graph.errors import BadInput, NotFound, StaleState
from tests import factories
from tests.accounts.applications import CLOCK, WHY, application, decide, written
from tests.accounts.people import told
from tests.factories import NOON

pytestmark = pytest.mark.usefixtures("db")


async def test_a_seller_goes_all_the_way():
    seller, officer = await factories.person(), await factories.officer()
    made = await written(seller)

    submitted = await applying.submit(seller.id, clock=CLOCK)
    assert submitted.due_at == approval.decision_due(NOON)
    await decide(officer, made, Move.ASK_FOR_MORE)
    await written(seller, statement="দেশি ষাঁড়, নিজের খামারের")
    await applying.submit(seller.id, clock=CLOCK)
    await decide(officer, made, Move.VERIFY, "")
    assert await access.is_verified_seller(seller.id)
    await decide(officer, made, Move.SUSPEND)
    assert not await access.is_verified_seller(seller.id)
    await decide(officer, made, Move.RESTORE, "")
    assert await access.is_verified_seller(seller.id)

    assert await SellerApplication.all().count() == 1
    assert await told(seller.id) == [
        "seller_decided",
        "seller_decided",
        "role_granted",
        "seller_decided",
        "role_revoked",
        "seller_decided",
        "role_granted",
    ]


async def test_an_end_for_good_takes_two_officers():
    made = await application(ApplicationState.VERIFIED)
    officer, second = await factories.officer(), await factories.officer()

    asked = await decide(officer, made, Move.TERMINATE)
    assert asked.state is ApplicationState.VERIFIED
    assert await access.is_verified_seller(made.account_id)
    with pytest.raises(SecondOfficerNeeded):
        await decide(officer, made, Move.TERMINATE)
    ended = await decide(second, made, Move.TERMINATE)

    assert ended.state is ApplicationState.TERMINATED
    assert (ended.decided_by_id, ended.second_officer_id) == (officer.id, second.id)
    assert not await access.is_verified_seller(made.account_id)
    event = (await event_log.after(f"accounts.account.{made.account_id}", 0))[0]
    assert event.payload["officer_id"] == officer.id
    assert event.payload["second_officer_id"] == second.id


async def test_the_word_of_one_who_is_no_officer_any_more_ends_nobody():
    made = await application(ApplicationState.VERIFIED)
    gone, second, third = [await factories.officer() for _ in range(3)]
    await decide(gone, made, Move.TERMINATE)
    await Account.filter(id=gone.id).update(state=AccountState.SUSPENDED)

    still = await decide(second, made, Move.TERMINATE)
    assert (still.state, still.ending_asked_by_id) == (ApplicationState.VERIFIED, second.id)
    ended = await decide(third, made, Move.TERMINATE)

    assert ended.state is ApplicationState.TERMINATED
    assert (ended.decided_by_id, ended.second_officer_id) == (second.id, third.id)


async def test_any_other_decision_drops_the_wish_to_end():
    made = await application(ApplicationState.VERIFIED)
    officer, second = await factories.officer(), await factories.officer()
    await decide(officer, made, Move.TERMINATE)
    await decide(second, made, Move.SUSPEND)

    still = await decide(second, made, Move.TERMINATE)

    assert still.state is ApplicationState.SUSPENDED
    assert still.ending_asked_by_id == second.id


async def test_an_end_waits_until_nothing_is_open():
    made = await application(ApplicationState.VERIFIED)
    officer = await factories.officer()

    async def busy(account_id: int) -> list[str]:
        assert account_id == made.account_id
        return ["lots"]

    with pytest.raises(StillOwing) as refused:
        await approving_sellers.decide(
            officer.id, made.id, Move.TERMINATE, reason=WHY, open_obligations=busy, clock=CLOCK
        )

    assert refused.value.open == ["lots"]
    assert (await SellerApplication.get()).ending_asked_by_id is None


@pytest.mark.parametrize("move", [m for m in Move if MOVES[m].needs_reason])
async def test_a_step_against_a_person_needs_a_reason(move: Move):
    source = next(state for state in ApplicationState if state in MOVES[move].sources)
    made, officer = await application(source), await factories.officer()

    with pytest.raises(ReasonTooShort):
        await decide(officer, made, move, "  কারণ    নেই  ")

    assert (await SellerApplication.get()).state is source


async def test_of_two_officers_at_once_one_decides_and_the_other_hears_so():
    made = await application(ApplicationState.SUBMITTED)
    officer, second = await factories.officer(), await factories.officer()

    outcomes = await asyncio.gather(
        decide(officer, made, Move.VERIFY, ""),
        decide(second, made, Move.REJECT),
        return_exceptions=True,
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == [
        "SellerApplication",
        "StaleState",
    ]
    assert (await told(made.account_id)).count("seller_decided") == 1


async def test_of_two_first_drafts_at_once_one_row_is_left():
    seller = await factories.person()
    await factories.union()

    await asyncio.gather(*(written(seller) for _ in range(5)))

    assert await SellerApplication.all().count() == 1


async def test_an_incomplete_application_is_not_handed_in():
    seller = await factories.person()
    with pytest.raises(NotFound):
        await applying.submit(seller.id, clock=CLOCK)
    await written(seller, village="", statement="")

    with pytest.raises(ApplicationIncomplete) as refused:
        await applying.submit(seller.id, clock=CLOCK)

    assert refused.value.missing == ["village", "statement"]
    assert (await SellerApplication.get()).state is ApplicationState.DRAFT


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"farm_name": ""}, BadInput),
        ({"farm_name": "ক" * 121}, BadInput),
        ({"farm_name": "a\u202eb"}, BadInput),
        ({"contact_phone": "02-9882333"}, PhoneNotValid),
        ({"place_id": 999_999}, NotFound),
        ({"statement": "ক" * 2_001}, BadInput),
        ({"village": "a\x07"}, BadInput),
    ],
)
async def test_a_faulty_draft_is_refused_and_leaves_nothing(given: dict[str, Any], refusal: type):
    seller = await factories.person()

    with pytest.raises(refusal):
        await written(seller, **given)

    assert not await SellerApplication.exists()


async def test_animals_stand_in_a_union_or_a_municipality():
    seller = await factories.person()

    with pytest.raises(NotAHome):
        await written(seller, place_id=(await factories.upazila()).id)


@pytest.mark.parametrize(
    "state",
    [ApplicationState.SUBMITTED, ApplicationState.VERIFIED, ApplicationState.SUSPENDED],
)
async def test_what_is_with_the_officers_is_not_written_anew(state: ApplicationState):
    made = await application(state)
    seller = await Account.get(id=made.account_id)

    with pytest.raises(StaleState):
        await written(seller, farm_name="অন্য")
    with pytest.raises(StaleState):
        await applying.submit(seller.id, clock=CLOCK)

    assert (await SellerApplication.get()).farm_name == "রহিমা খামার"


async def test_after_a_rejection_one_may_begin_anew():
    made = await application(ApplicationState.REJECTED)

    again = await written(await Account.get(id=made.account_id))

    assert again.id != made.id
    assert again.state is ApplicationState.DRAFT


async def test_an_officer_sees_what_waits_in_his_areas_but_not_his_own():
    officer = await factories.officer()
    here = await application(ApplicationState.SUBMITTED)
    await application(ApplicationState.DRAFT)
    itna = await factories.union("kishoreganj-itna-dhanpur")
    there = await written(await factories.person(), place_id=itna.id)
    own = await written(officer)
    await SellerApplication.filter(id__in=[there.id, own.id]).update(
        state=ApplicationState.SUBMITTED
    )

    async def seen(viewer: Account) -> set[int]:
        rows = await queries.applications_to_decide(viewer.id, [ApplicationState.SUBMITTED])
        return {row.id for row in await rows}

    assert await seen(officer) == {here.id}
    assert await seen(await factories.administrator()) == {here.id, there.id, own.id}
    assert await seen(await factories.person()) == set()
    await RoleGrant.all().update(revoked_at=NOON)
    assert await seen(officer) == set()
