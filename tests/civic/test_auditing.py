"""The audit is read by administrators alone: who did what, for whom, with whom, and why."""

from __future__ import annotations

import csv
import io
import json
import typing
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from tortoise.connection import get_connection

from hmk_graph.accounts import access, suspending
from hmk_graph.accounts.models import Account, Role
from hmk_graph.audit_trail import AuditEntry
from hmk_graph.civic import audit_exporting, audit_words, auditing
from hmk_graph.civic.auditing import Wanted
from hmk_graph.errors import BadInput, NotAllowed, NotFound
from hmk_graph.event_log import Event
from hmk_graph.pages import audit_files
from schema.pages import Key, beyond
from tests import factories
from tests.accounts.people import SECRET
from tests.factories import NOON, at
from tests.house.test_event_kinds import KINDS
from tests.schema.whole_house import answered, asked

pytestmark = pytest.mark.usefixtures("db")
WHY = "ভুয়া দর দিয়েছেন, ফোন 01712345678"
ENTRIES = """query ($filter: AuditFilter, $after: Cursor) {
    auditEntries(filter: $filter, first: 2, after: $after) { pageInfo { hasNextPage endCursor }
        edges { node { what { bn en } exactly { en } actorName secondOfficerName onBehalfOfName
            reason objectId personName kind at } } } }"""
EXPORT = "query ($filter: AuditFilter) { auditExport(filter: $filter) { url expiresAt } }"
SEQS = iter(range(1, 1_000_000))


async def kept(kind: str = "haat.bidder_banned", **columns: Any) -> AuditEntry:
    """Have the audit keep something that was done at NOON."""
    made = {"stream": "haat.lot.7", "payload": {}, "at": NOON, **columns}
    return await AuditEntry.create(kind=kind, epoch=9, seq=next(SEQS), **made)


def nodes(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in data["auditEntries"]["edges"]]


async def seen(viewer: Account, **filter: Any) -> list[str]:
    """Return the kinds of entries that a person sees."""
    data = await asked(ENTRIES, viewer.id, filter=filter)
    return [node["kind"] for node in nodes(data)]


async def test_an_entry_says_who_did_what_to_whom_with_whom_and_why_without_phones():
    reader, first, second, barred = (
        await factories.administrator(),
        await factories.person("প্রথম কর্মকর্তা"),
        await factories.person("দ্বিতীয় কর্মকর্তা"),
        await factories.person("মিথ্যা দরদাতা"),
    )
    facts = {"officer_id": first.id, "second_officer_id": second.id, "reason": WHY}
    await kept(stream=f"accounts.account.{barred.id}", payload=facts, actor_id=second.id)

    (entry,) = nodes(await asked(ENTRIES, reader.id))

    assert entry["what"] == {"bn": "নিলামে ডাকা বন্ধ", "en": "Barred from bidding"}
    assert entry["actorName"] == "প্রথম কর্মকর্তা"
    assert entry["secondOfficerName"] == "দ্বিতীয় কর্মকর্তা"
    assert entry["personName"] == "মিথ্যা দরদাতা"
    assert entry["objectId"] == f"Account:{barred.id}"
    assert entry["reason"] == "ভুয়া দর দিয়েছেন, ফোন ***"


async def test_what_an_operator_did_names_both_and_says_what_it_was():
    reader, operator, citizen = (
        await factories.administrator(),
        await factories.operator("শিউলি আক্তার"),
        await factories.person("ময়না বিবি"),
    )
    done = {"actor_id": operator.id, "on_behalf_of_id": citizen.id}
    await kept("accounts.acted_for", payload={"operation": "requestBlood"}, **done)

    (entry,) = nodes(await asked(ENTRIES, reader.id))

    assert (entry["actorName"], entry["onBehalfOfName"]) == ("শিউলি আক্তার", "ময়না বিবি")
    assert (entry["what"]["en"], entry["exactly"]) == (
        "Done for a citizen",
        {"en": "asking for blood"},
    )
    assert entry["secondOfficerName"] is None


async def test_each_filter_finds_its_own_and_each_of_two_officers_is_found_as_what_he_was():
    reader, first, second, citizen = (
        await factories.administrator(),
        *[await factories.person() for _ in range(3)],
    )
    two = {"officer_id": first.id, "second_officer_id": second.id}
    await kept("haat.bidder_banned", payload=two, actor_id=second.id)
    await kept("haat.lot_voided", stream="haat.lot.8", at=NOON + timedelta(hours=1))
    await kept("civic.complaint_moved", stream="civic.complaint.3", on_behalf_of_id=citizen.id)

    assert await seen(reader, actorId=f"Account:{first.id}") == ["haat.bidder_banned"]
    assert await seen(reader, actorId=f"Account:{second.id}") == []
    assert await seen(reader, secondOfficerId=f"Account:{second.id}") == ["haat.bidder_banned"]
    assert await seen(reader, onBehalfOfId=f"Account:{citizen.id}") == ["civic.complaint_moved"]
    assert await seen(reader, objectId="Lot:8") == ["haat.lot_voided"]
    assert await seen(reader, kind="haat.lot_voided") == ["haat.lot_voided"]
    later = (NOON + timedelta(minutes=1)).isoformat()
    assert await seen(reader, since=later) == ["haat.lot_voided"]
    assert "haat.lot_voided" not in await seen(reader, until=later)


async def test_pages_go_on_where_the_last_ended_also_within_one_moment():
    reader = await factories.administrator()
    made = [await kept(f"haat.kind_{number}") for number in range(5)]

    found, after = [], None
    while True:
        data = await asked(ENTRIES, reader.id, after=after)
        found += [node["kind"] for node in nodes(data)]
        page = data["auditEntries"]["pageInfo"]
        after = page["endCursor"]
        if not page["hasNextPage"]:
            break

    assert found == [entry.kind for entry in reversed(made)]


async def test_who_is_no_administrator_sees_nothing_and_gets_no_link():
    await kept()

    for someone in (await factories.officer(), await factories.person()):
        assert await seen(someone) == []
        refused = await answered(EXPORT, someone.id)
        assert [error.extensions["code"] for error in refused.errors or ()] == ["FORBIDDEN"]


async def test_times_in_no_order_and_things_that_the_audit_does_not_know_are_refused():
    with pytest.raises(BadInput):
        Wanted(since=NOON, until=NOON)
    with pytest.raises(NotFound):
        auditing.stream_of("Nothing", 1)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.audited], ids=lambda k: k.kind)
def test_each_kind_that_is_audited_has_words_of_its_own(kind: type[Event]):
    words = audit_words.words_of(kind.kind)

    assert words == audit_words.KINDS[kind.kind]
    assert words.bn != words.en


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.kind)
def test_whatever_an_operator_does_is_called_by_its_context_at_least(kind: type[Event]):
    assert audit_words.words_of(kind.kind) != audit_words.OTHER


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.kind)
def test_an_officer_in_the_facts_is_a_number_by_which_the_index_finds_him(kind: type[Event]):
    assert typing.get_type_hints(kind).get("officer_id", int) in (int, int | None)


async def free(address: str, cost: int) -> None:
    """Take nothing."""


async def taken(url: str) -> httpx.Response:
    """Follow a link, a minute after NOON."""
    routes = audit_files.routes(free, secret=SECRET, clock=at(NOON + timedelta(minutes=1)))
    transport = httpx.ASGITransport(app=Starlette(routes=routes))
    async with httpx.AsyncClient(transport=transport, base_url="http://hmk") as visitor:
        return await visitor.get(url)


async def linked(viewer: Account, wanted: Wanted | None = None) -> str:
    found = await audit_exporting.link(viewer.id, wanted or Wanted(), secret=SECRET, clock=at(NOON))
    return f"/audit.csv?token={found.token}"


def rows(answer: httpx.Response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


async def test_the_file_holds_what_was_asked_for_and_no_cell_that_is_calculated():
    reader = await factories.administrator()
    await kept("haat.lot_voided", payload={"reason": "=HYPERLINK(1)", "officer_id": reader.id})
    await kept("haat.ban_lifted")

    answer = await taken(await linked(reader, Wanted(kind="haat.lot_voided")))

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.startswith("\ufeff")
    head, row = rows(answer)
    assert dict(zip(head, row, strict=True)) == {
        "সময় (ঢাকা)": "2026-05-20 12:00:00+06:00",
        "কাজ": "নিলাম বাতিল",
        "What": "Lot voided",
        "কী সিদ্ধান্ত": "",
        "Exactly": "",
        "কে করেছেন": "প্রশাসক",
        "দ্বিতীয় কর্মকর্তা": "",
        "কার হয়ে": "",
        "কারণ": "'=HYPERLINK(1)",
        "কিসের ওপর": "Lot:7",
        "আদেশের নম্বর": "",
    }


async def test_who_takes_the_audit_home_is_written_into_it():
    reader = await factories.administrator()

    await taken(await linked(reader, Wanted(kind="haat.lot_voided")))

    entry = await AuditEntry.get(kind="civic.audit_exported")
    assert (entry.actor_id, auditing.facts_of(entry)["of_kind"]) == (reader.id, "haat.lot_voided")


async def test_the_file_comes_whole_in_stretches(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(audit_exporting, "STRETCH", 2)
    reader = await factories.administrator()
    made = [await kept(payload={"reason": f"কারণ {number}"}) for number in range(5)]

    _, *found = rows(await taken(await linked(reader)))

    assert [row[8] for row in found] == [f"কারণ {number}" for number in reversed(range(len(made)))]


async def test_a_link_opens_for_nobody_who_may_not_read_any_more():
    reader, other = await factories.administrator(), await factories.administrator()
    url = await linked(reader)
    role = {"role": Role.ADMINISTRATOR, "place_id": None}

    assert (await taken(url[:-1] + ("A" if url[-1] != "A" else "B"))).status_code == 403
    assert (await taken("/audit.csv")).status_code == 403
    suspended = await linked(other)
    await suspending.suspend(reader.id, other.id, reason="কাগজ ফাঁস করেছেন", clock=at(NOON))
    assert (await taken(suspended)).status_code == 403
    third = await factories.administrator()
    await access.revoke_role(third.id, reader.id, clock=at(NOON), **role)
    assert (await taken(url)).status_code == 403
    assert not await AuditEntry.filter(kind="civic.audit_exported").exists()


async def test_a_link_is_good_for_five_minutes():
    reader = await factories.administrator()
    late = at(NOON + audit_exporting.READ_WITHIN)
    found = await audit_exporting.link(reader.id, Wanted(), secret=SECRET, clock=at(NOON))

    with pytest.raises(NotFound):
        await audit_exporting.open_export(found.token, secret=SECRET, clock=late)


async def test_a_file_breaks_off_when_its_reader_loses_the_right_halfway(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(audit_exporting, "STRETCH", 1)
    reader = await factories.administrator()
    for _ in range(3):
        await kept()

    lines = audit_exporting.lines(reader.id, Wanted())
    come = [await anext(lines), await anext(lines)]
    await Account.filter(id=reader.id).update(state="SUSPENDED")

    with pytest.raises(NotAllowed):
        await anext(lines)
    assert len(come) == 2


MANY = 60_000
# An officer has 150 entries, which may be sorted; a page has 21.
OWN = 160
FILL = """
INSERT INTO audit_entry (stream, epoch, seq, kind, payload, actor_id, on_behalf_of_id, at)
SELECT 'haat.lot.' || n / 10 + 1, 9, 1000000 + n, 'haat.kind_' || n % 40,
       jsonb_build_object('officer_id', n % 500, 'second_officer_id', n % 400), n % 400,
       CASE WHEN n % 3 = 0 THEN n % 1000 END, $2::timestamptz + n * interval '1 second'
FROM generate_series(1, $1) AS n
"""
CASES = {
    "all": Wanted(),
    "an officer": Wanted(actor_id=9),
    "a second officer": Wanted(second_officer_id=9),
    "a citizen": Wanted(on_behalf_of_id=9),
    "a kind": Wanted(kind="haat.kind_9"),
    "a thing": Wanted(stream="haat.lot.9"),
    "a time": Wanted(since=NOON + timedelta(hours=2), until=NOON + timedelta(hours=3)),
}


def parts(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", []):
        yield from parts(part)


async def test_each_filter_of_a_big_audit_is_read_by_an_index_also_on_a_late_page():
    reader, run = await factories.administrator(), get_connection("default").execute_query_dict
    await run(FILL, [MANY, NOON])
    await run("ANALYZE audit_entry", [])
    keys = [Key.of(AuditEntry, "-at"), Key.of(AuditEntry, "-id")]
    early = beyond(keys, [NOON + timedelta(hours=2, minutes=30), 5_000], forward=True)

    faults = {}
    for name, wanted in CASES.items():
        for page in ("first", "late"):
            found = await auditing.entries(reader.id, wanted)
            found = found.filter(early) if page == "late" else found
            sql = found.order_by("-at", "-id").limit(21).sql(params_inline=True)
            told = (await run(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", []))[0]["QUERY PLAN"]
            plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
            read = max(
                part["Actual Rows"] + part.get("Rows Removed by Filter", 0) for part in parts(plan)
            )
            if read > OWN or any(part["Node Type"] == "Seq Scan" for part in parts(plan)):
                faults[name, page] = plan

    assert faults == {}
