"""What is counted of requests: few names, whatever strangers write."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from schema.documents import Documents
from tests.house.test_metrics import figure
from tests.schema.house import House, serving

HELLO = "query Hello { hello }"
TICKS = "subscription Ticks { ticks(count: 1) }"
WAITS = "subscription Waits { waits }"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    file = tmp_path / "documents.json"
    file.write_bytes(orjson.dumps({"Hello": HELLO, "Ticks": TICKS, "Waits": WAITS}))
    async with serving(documents=Documents(file)) as house:
        yield house


async def ask(house: House, **body: Any) -> dict[str, Any]:
    async with httpx.AsyncClient() as client:
        answer: dict[str, Any] = (await client.post(house.url, json=body)).json()
    return answer


def requests(operation: str, outcome: str) -> float:
    return figure("hmk_requests_total", operation=operation, outcome=outcome)


async def test_a_registered_document_is_counted_and_timed_by_its_name(house: House):
    before = requests("Hello", "ok")

    await ask(house, query=HELLO)

    assert requests("Hello", "ok") == before + 1
    assert figure("hmk_request_seconds_count", operation="Hello") == before + 1


async def test_what_a_stranger_calls_his_operation_makes_no_label(house: House):
    before = requests("query", "ok")

    await ask(house, query="query EachOfMyRequestsIsNamedAnew { hello }")

    assert requests("query", "ok") == before + 1
    assert requests("EachOfMyRequestsIsNamedAnew", "ok") == 0


async def test_errors_are_counted_by_operation_and_code(house: House):
    counted = {"operation": "query", "code": "GRAPHQL_VALIDATION_FAILED"}
    before = figure("hmk_errors_total", **counted)
    refused = requests("query", "refused")

    answer = await ask(house, query="{ nothingOfTheKind }")

    assert answer["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
    assert figure("hmk_errors_total", **counted) == before + 1
    assert requests("query", "refused") == refused + 1


async def test_what_cannot_be_read_is_counted_as_such(house: House):
    before = requests("unread", "refused")

    await ask(house, query=7)

    assert requests("unread", "refused") == before + 1


async def test_who_listens_is_counted_as_long_as_he_does(house: House):
    async with house.greeted() as talk:
        await talk.ask("waiting", WAITS)
        assert (await talk.hear())["type"] == "next"
        while_waiting = figure("hmk_subscriptions", operation="Waits")

        await talk.ask("short", TICKS)
        answers = [(await talk.hear())["type"] for _ in range(2)]

    assert while_waiting == 1
    assert answers == ["next", "complete"]
    assert requests("Ticks", "ok") >= 1
    assert figure("hmk_subscriptions", operation="Ticks") == 0
