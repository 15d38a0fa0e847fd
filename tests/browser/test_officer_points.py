"""What an officer's page asks for at a full load, counted as the meter counts it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from graphql import get_operation_ast, parse

from hmk_graph.accounts.models import Account, Role
from hmk_graph.settings import POINTS
from schema.cost import cost
from schema.root import build
from tests.browser.driver import Session
from tests.browser.inspecting import settled
from tests.browser.marks import IN_ONE_BROWSER
from tests.factories import administrator, granted, officer, person

pytestmark = IN_ONE_BROWSER

LOADS_A_MINUTE = 15
SENT = ("Network.requestWillBeSent", "Network.webSocketFrameSent")
DESKS = re.findall(
    r"^  '(\w+)',$",
    (Path(__file__).parents[2] / "web/src/pages/officer/desks.ts").read_text(),
    re.MULTILINE,
)


async def dispatcher() -> Account:
    someone = await person("ডাক কেন্দ্র")
    await granted(someone, Role.DISPATCHER)
    return someone


def operations(session: Session) -> Iterator[dict[str, Any]]:
    """Yield what was asked over both transports, as `query` and `variables`."""
    for told in session.of(SENT[0]):
        if told["request"]["url"].endswith("/graphql") and told["request"].get("hasPostData"):
            yield json.loads(told["request"]["postData"])
    for told in session.of(SENT[1]):
        text = told["response"]["payloadData"]
        if told["response"]["opcode"] == 1 and '"subscribe"' in text:
            yield json.loads(text)["payload"]


def points_of(asked: dict[str, Any]) -> int:
    document = parse(asked["query"])
    operation = get_operation_ast(document)
    assert operation is not None
    return cost(SCHEMA, document, operation, asked.get("variables") or {})


SCHEMA = build()._schema


async def loaded(page, session: Session, url: str) -> list[dict[str, Any]]:
    """Load a page wholly and return what it asked."""
    session.events.clear()
    await settled(page, url)
    await page.css("nav.tabs [aria-pressed=true]").appears()
    return list(operations(session))


@pytest.mark.parametrize("who", [administrator, officer, dispatcher])
async def test_every_desk_can_be_loaded_fifteen_times_a_minute(haat, who):
    page = await haat.visitor(await who())
    session = await page.session(*SENT)
    await session.send("Network.enable")
    here = f"{haat.house.lines[0].url}/officer"

    # An administrator sits at all desks; the others begin at their first.
    addresses = [f"{here}?desk={name}" for name in DESKS] if who is administrator else [here]
    minutely = {}
    for address in addresses:
        began = monotonic()
        asked = await loaded(page, session, address)
        assert len(asked) > 1
        # On a slow machine a page asks again before it stands, and is loaded less often.
        loads = min(LOADS_A_MINUTE, 60 / (monotonic() - began))
        minutely[address.partition("desk=")[2]] = loads * sum(points_of(one) for one in asked)

    assert {desk: points for desk, points in minutely.items() if points > POINTS} == {}


async def test_a_dispatcher_is_asked_nothing_that_is_served_to_others(haat):
    page = await haat.visitor(await dispatcher())
    session = await page.session(*SENT)
    await session.send("Network.enable")

    asked = await loaded(page, session, f"{haat.house.lines[0].url}/officer")

    roots = "".join(one["query"] for one in asked)
    assert "deskTrips" in roots
    for served_to_officers in (
        "sellerApplications",
        "checksWaiting",
        "lotsWaiting",
        "flags(",
        "deskFigures",
    ):
        assert served_to_officers not in roots
