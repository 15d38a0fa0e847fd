from __future__ import annotations

from datetime import datetime
from itertools import product

import pytest

from hmk_graph.accounts import access, applying, approval, queries
from hmk_graph.accounts.approval import MOVES, Move, Party
from hmk_graph.accounts.errors import (
    NotOnOneself,
)
from hmk_graph.accounts.models import (
    Account,
    ApplicationState,
    SellerApplication,
)
from hmk_graph.clock import DHAKA
from hmk_graph.errors import NotFound, StaleState
from tests import factories
from tests.accounts.applications import CLOCK, application, decide, written
from tests.accounts.people import told

database = pytest.mark.usefixtures("db")


def test_the_table_is_that_of_the_rules():
    steps = {
        (source.value, step.to.value, step.by.value)
        for step in MOVES.values()
        for source in step.sources
    }

    assert steps == {
        ("DRAFT", "SUBMITTED", "OWNER"),
        ("NEEDS_INFO", "SUBMITTED", "OWNER"),
        ("SUBMITTED", "VERIFIED", "OFFICER"),
        ("SUBMITTED", "NEEDS_INFO", "OFFICER"),
        ("SUBMITTED", "REJECTED", "OFFICER"),
        ("VERIFIED", "SUSPENDED", "OFFICER"),
        ("SUSPENDED", "VERIFIED", "OFFICER"),
        *(
            (state, "TERMINATED", "OFFICER")
            for state in ("DRAFT", "SUBMITTED", "NEEDS_INFO", "VERIFIED", "SUSPENDED")
        ),
    }


@pytest.mark.parametrize(
    ("submitted", "due"),
    [
        ("2026-05-17 10:00", "2026-05-20 10:00"),  # Sunday: Monday, Tuesday, Wednesday
        ("2026-05-20 10:00", "2026-05-25 10:00"),  # Wednesday: Thursday, Sunday, Monday
        ("2026-05-21 23:59", "2026-05-26 23:59"),  # Thursday: Sunday, Monday, Tuesday
        ("2026-05-22 00:00", "2026-05-26 00:00"),  # Friday
        ("2026-05-23 10:00", "2026-05-26 10:00"),  # Saturday
        ("2026-05-24 03:00", "2026-05-27 03:00"),  # Sunday in Dhaka, still Saturday in London
    ],
)
def test_officers_have_three_working_days_and_friday_and_saturday_are_none(
    submitted: str, due: str
):
    begun = datetime.fromisoformat(submitted).replace(tzinfo=DHAKA)

    assert approval.decision_due(begun) == datetime.fromisoformat(due).replace(tzinfo=DHAKA)


@database
@pytest.mark.parametrize(
    ("state", "move"), list(product(ApplicationState, [m for m in Move if m is not Move.SUBMIT]))
)
async def test_each_decision_in_each_state_is_as_the_table_says(
    state: ApplicationState, move: Move
):
    officer, second = await factories.officer(), await factories.officer()
    made = await application(state)
    allowed = state in MOVES[move].sources
    offered = await queries.allowed_transitions(officer.id, made)

    if not allowed:
        with pytest.raises(StaleState) as refused:
            await decide(officer, made, move)
        assert refused.value.current == state.value
        assert refused.value.allowed == approval.sources(move)
        assert (await SellerApplication.get()).state is state
        assert await told(made.account_id) == []
    else:
        decided = await decide(officer, made, move)
        if MOVES[move].needs_second_officer:
            decided = await decide(second, made, move)
        assert decided.state is MOVES[move].to
        verified = decided.state is ApplicationState.VERIFIED
        assert await access.is_verified_seller(made.account_id) is verified
        assert (await told(made.account_id))[0] == "seller_decided"
    assert (move in offered) is allowed


@database
@pytest.mark.parametrize("move", [m for m in Move if m is not Move.SUBMIT])
@pytest.mark.parametrize("who", ["stranger", "seller", "officer elsewhere", "owner"])
async def test_only_an_officer_of_the_area_decides(who: str, move: Move):
    source = next(state for state in ApplicationState if state in MOVES[move].sources)
    made = await application(source)
    elsewhere = await factories.upazila("kishoreganj-itna")
    someone = {
        "stranger": await factories.person(),
        "seller": await factories.verified_seller(),
        "officer elsewhere": await factories.officer(elsewhere),
        "owner": await Account.get(id=made.account_id),
    }[who]

    with pytest.raises(NotFound):
        await decide(someone, made, move)

    assert (await SellerApplication.get(id=made.id)).state is source
    assert await queries.allowed_transitions(someone.id, made) == (
        approval.allowed_transitions(source, {Party.OWNER}) if who == "owner" else []
    )


@database
async def test_an_officer_does_not_decide_about_himself():
    officer = await factories.officer()
    made = await written(officer)
    await applying.submit(officer.id, clock=CLOCK)

    with pytest.raises(NotOnOneself):
        await decide(officer, made, Move.VERIFY)

    assert not await access.is_verified_seller(officer.id)
    assert await queries.allowed_transitions(officer.id, made) == [Move.SUBMIT]
