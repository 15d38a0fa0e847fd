"""An officer decides who may drive; it takes two to end it for good."""

from __future__ import annotations

from typing import Any

import pytest

from hmk_graph.accounts import access
from hmk_graph.accounts.approval import Move
from hmk_graph.accounts.errors import SecondOfficerNeeded
from hmk_graph.accounts.models import Role
from hmk_graph.dispatch.approving_drivers import decide_driver
from hmk_graph.dispatch.models import Driver
from hmk_graph.services import papering
from tests import factories
from tests.dispatch import fleet
from tests.factories import NOON, at

pytestmark = pytest.mark.usefixtures("db")

END: dict[str, Any] = {
    "reason": "ভুয়া লাইসেন্স দেখিয়েছেন",
    "papers": papering.missing_for_calls,
    "clock": at(NOON),
}


async def test_an_end_for_good_takes_two_officers():
    driver = (await fleet.crew()).driver
    first, second = await factories.officer(), await factories.officer()

    await decide_driver(first.id, driver.id, Move.TERMINATE, **END)
    with pytest.raises(SecondOfficerNeeded):
        await decide_driver(first.id, driver.id, Move.TERMINATE, **END)
    assert (await Driver.get()).state == "VERIFIED"
    await decide_driver(second.id, driver.id, Move.TERMINATE, **END)

    ended = await Driver.get()
    assert ended.state == "TERMINATED"
    assert (ended.decided_by_id, ended.second_officer_id) == (first.id, second.id)


async def test_the_word_of_one_who_is_no_officer_any_more_ends_nobody():
    driver = (await fleet.crew()).driver
    upazila = await factories.upazila()
    gone, second, third = [await factories.officer() for _ in range(3)]
    await decide_driver(gone.id, driver.id, Move.TERMINATE, **END)
    await access.revoke_role(None, gone.id, Role.OFFICER, upazila.id, clock=at(NOON))

    await decide_driver(second.id, driver.id, Move.TERMINATE, **END)
    waiting = await Driver.get()
    assert (waiting.state, waiting.ending_asked_by_id) == ("VERIFIED", second.id)
    await decide_driver(third.id, driver.id, Move.TERMINATE, **END)

    ended = await Driver.get()
    assert ended.state == "TERMINATED"
    assert (ended.decided_by_id, ended.second_officer_id) == (second.id, third.id)
