"""Registered documents: named by their hash, and alone answered where only they are trusted."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from schema.documents import Documents, DocumentUnknown
from schema.transport import GRAPHQL_JSON
from tests.schema.house import House, serving

HELLO = "query Hello { hello }"
TICKS = "subscription Ticks($count: Int!) { ticks(count: $count) }"
OTHER = "{ hello }"


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "documents.json"
    place.write_bytes(orjson.dumps({"Hello": HELLO, "Ticks": TICKS}))
    return place


@pytest.fixture
async def strict(file: Path) -> AsyncIterator[House]:
    async with serving(documents=Documents(file, only=True)) as house:
        yield house


async def post(house: House, body: dict[str, Any]) -> httpx.Response:
    async with httpx.AsyncClient(headers={"Accept": GRAPHQL_JSON}) as client:
        return await client.post(house.url, json=body)


@pytest.mark.parametrize(
    "naming",
    [
        {"documentId": f"sha256:{hash_of(HELLO)}"},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_of(HELLO)}}},
        {"query": HELLO},
    ],
    ids=["by id", "by hash", "by its text"],
)
async def test_a_registered_document_is_answered_however_it_is_named(
    strict: House, naming: dict[str, Any]
):
    assert (await post(strict, naming)).json() == {"data": {"hello": "নমস্কার"}}


async def test_a_registered_document_may_be_named_in_an_address(strict: House):
    async with httpx.AsyncClient() as client:
        answer = await client.get(strict.url, params={"documentId": f"sha256:{hash_of(HELLO)}"})

    assert answer.json() == {"data": {"hello": "নমস্কার"}}


async def test_where_only_registered_documents_are_trusted_no_other_is_read(strict: House):
    answer = await post(strict, {"query": OTHER})

    assert answer.status_code == 403
    assert answer.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_TRUSTED"


async def test_nothing_is_registered_by_asking(strict: House):
    hashed = {"persistedQuery": {"version": 1, "sha256Hash": hash_of(OTHER)}}

    with_text = await post(strict, {"query": OTHER, "extensions": hashed})
    after = await post(strict, {"extensions": hashed})

    assert with_text.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_TRUSTED"
    assert after.json()["errors"][0]["message"] == "PersistedQueryNotSupported"


async def test_a_socket_trusts_the_same_documents(strict: House):
    async with strict.greeted() as talk:
        named = {"documentId": f"sha256:{hash_of(TICKS)}", "variables": {"count": 1}}
        await talk.say({"id": "1", "type": "subscribe", "payload": named})
        heard = [await talk.hear(), await talk.hear()]
        await talk.ask("2", OTHER)
        refused = await talk.hear()

    assert heard[0]["payload"] == {"data": {"ticks": 0}}
    assert heard[1] == {"id": "1", "type": "complete"}
    assert (refused["id"], refused["type"]) == ("2", "error")
    assert refused["payload"][0]["extensions"]["code"] == "DOCUMENT_NOT_TRUSTED"


async def test_a_socket_is_told_that_a_document_is_unknown_and_lives_on():
    async with serving() as house, house.greeted() as talk:
        await talk.say({"id": "1", "type": "subscribe", "payload": {"documentId": "sha256:ab"}})
        refused = await talk.hear()
        await talk.ask("2", OTHER)

        assert refused["payload"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_SUPPORTED"
        assert (await talk.hear())["payload"] == {"data": {"hello": "নমস্কার"}}


def test_pages_that_are_built_anew_bring_their_documents(file: Path):
    documents = Documents(file, only=True)
    file.write_bytes(orjson.dumps({"Other": OTHER}))

    assert documents.name_of(OTHER) == "Other"
    assert documents.name_of(HELLO) is None
    with pytest.raises(DocumentUnknown):
        documents.text_of(hash_of(HELLO))
