"""Lists in pages: each row once, whatever happens meanwhile."""

from __future__ import annotations

import base64
import random
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from tortoise.connection import get_connection

from hmk_graph.errors import BadInput
from hmk_graph.event_log import EventRow
from schema.pages import Connection, Key, keyset_page, read_cursor, window, write_cursor
from schema.scalars import BadCursor, Cursor

NOON = datetime(2026, 5, 27, 6, tzinfo=UTC)
NEWEST_FIRST = ("-at", "id")
# Both columns may be null; the rows of the tests repeat times and people, so ties are everywhere.
ORDERS = [
    ("id",),
    ("-id",),
    NEWEST_FIRST,
    ("actor_id", "id"),
    ("-actor_id", "id"),
    ("command_id", "-actor_id", "at", "-id"),
]


@pytest.mark.parametrize(
    ("first", "last", "size", "backward"),
    [(None, None, 20, False), (1, None, 1, False), (100, None, 100, False), (None, 7, 7, True)],
)
def test_a_page_is_twenty_from_the_front_if_nothing_else_is_asked(
    first: int | None, last: int | None, size: int, backward: bool
):
    found = window(first, last)

    assert (found.size, found.backward) == (size, backward)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [(0, None, "first"), (-1, None, "first"), (101, None, "first"), (None, 0, "last"),
     (None, 101, "last"), (5, 5, "last")],
)  # fmt: skip
def test_a_page_of_another_size_is_refused(first: int | None, last: int | None, name: str):
    with pytest.raises(BadInput) as refusal:
        window(first, last)

    assert refusal.value.params["name"] == name


def keys(*order: str) -> list[Key]:
    return [Key.of(EventRow, spelled) for spelled in order]


def test_a_cursor_brings_back_what_it_was_made_of():
    row = EventRow(id=7, at=NOON + timedelta(microseconds=1), actor_id=None)
    order = keys("-at", "actor_id", "id")

    assert read_cursor(write_cursor(row, order), order) == [row.at, None, 7]


def forged(*values: object, name: str = "-at,id") -> Cursor:
    return Cursor(base64.urlsafe_b64encode(orjson.dumps([name, *values])).decode().rstrip("="))


@pytest.mark.parametrize(
    "cursor",
    [
        "zzz", "!!!", "=", "abc def", "গরু", "A" * 1_000, "bnVsbA", "W10",
        forged(NOON.isoformat()),
        forged(NOON.isoformat(), 1, 2),
        forged(NOON.isoformat(), 1, name="id"),
        forged("yesterday", 1),
        forged("0001-01-01T00:00:00+23:00", 1),
        forged(None, 1),
        forged(NOON.isoformat(), None),
        forged(NOON.isoformat(), "x"),
        forged(NOON.isoformat(), 2**63),
        forged(NOON.isoformat(), 1.5e300),
        forged(NOON.isoformat(), True),
        forged(NOON.isoformat(), [1]),
        forged(NOON.isoformat(), {}),
    ],
)  # fmt: skip
def test_a_cursor_that_was_not_given_out_for_this_list_is_refused(cursor: str):
    with pytest.raises(BadCursor):
        read_cursor(Cursor(cursor), keys(*NEWEST_FIRST))


def test_a_number_that_the_column_cannot_hold_is_refused_before_the_database_sees_it():
    with pytest.raises(BadCursor):
        read_cursor(forged(2**40, 1, name="epoch,id"), keys("epoch", "id"))


def test_a_text_with_a_nul_is_refused_before_the_database_sees_it():
    with pytest.raises(BadCursor):
        read_cursor(forged("a\0", 1, name="stream,id"), keys("stream", "id"))


async def rows(count: int) -> None:
    """Write rows with few different times and people, and with nulls."""
    chance = random.Random(7)
    await EventRow.bulk_create(
        EventRow(
            stream="toy",
            epoch=1,
            seq=i + 1,
            kind="toy",
            payload={},
            at=NOON + timedelta(minutes=chance.randrange(4)),
            actor_id=chance.choice([None, None, 1, 2]),
            command_id=chance.choice([None, "ক", "খ"]),
        )
        for i in range(count)
    )


def ids(found: Connection[int]) -> list[int]:
    return [edge.node for edge in found.edges]


def number(row: EventRow) -> int:
    return row.id


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("order", ORDERS, ids=",".join)
async def test_a_walk_in_either_direction_meets_each_row_once_in_order(
    order: tuple[str, ...],
):
    await rows(60)
    expected = [row.id for row in await EventRow.all().order_by(*order)]

    forward: list[int] = []
    after: Cursor | None = None
    while True:
        found = await keyset_page(EventRow.all(), number, order=order, first=7, after=after)
        forward += ids(found)
        after = found.page_info.end_cursor
        if not found.page_info.has_next_page:
            break
    backward: list[int] = []
    before: Cursor | None = None
    while True:
        found = await keyset_page(EventRow.all(), number, order=order, last=7, before=before)
        backward = ids(found) + backward
        before = found.page_info.start_cursor
        if not found.page_info.has_previous_page:
            break

    assert forward == expected
    assert backward == expected


@pytest.mark.usefixtures("db")
async def test_rows_that_are_added_or_go_away_shift_no_page():
    await rows(20)
    listed = [row.id for row in await EventRow.all().order_by(*NEWEST_FIRST)]

    first = await keyset_page(EventRow.all(), number, order=NEWEST_FIRST, first=10)
    await EventRow.create(
        stream="toy", epoch=1, seq=99, kind="toy", payload={}, at=NOON + timedelta(days=1)
    )
    await EventRow.filter(id=listed[9]).delete()
    cursor = first.page_info.end_cursor
    second = await keyset_page(EventRow.all(), number, order=NEWEST_FIRST, first=10, after=cursor)

    assert ids(first) + ids(second) == listed


@pytest.mark.usefixtures("db")
async def test_a_page_between_two_cursors_holds_what_lies_between():
    await rows(12)
    whole = await keyset_page(EventRow.all(), number, order=NEWEST_FIRST)
    left, right = whole.edges[2].at(), whole.edges[8].at()

    front = await keyset_page(
        EventRow.all(), number, order=NEWEST_FIRST, first=3, after=left, before=right
    )
    back = await keyset_page(
        EventRow.all(), number, order=NEWEST_FIRST, last=3, after=left, before=right
    )

    assert ids(front) == ids(whole)[3:6]
    assert ids(back) == ids(whole)[5:8]


@pytest.mark.usefixtures("db")
async def test_the_conditions_of_the_query_hold_on_every_page():
    await rows(40)
    own = EventRow.filter(actor_id=1)
    expected = [row.id for row in await own.order_by("id")]

    first = await keyset_page(own, number, order=("id",), first=3)
    cursor = first.page_info.end_cursor
    rest = await keyset_page(own, number, order=("id",), first=100, after=cursor)

    assert ids(first) + ids(rest) == expected


@pytest.mark.usefixtures("db")
async def test_an_empty_list_is_a_page_without_cursors():
    found = await keyset_page(EventRow.all(), number, order=("id",))

    assert found.edges == []
    assert found.page_info.start_cursor is None
    assert found.page_info.end_cursor is None
    assert not found.page_info.has_next_page
    assert not found.page_info.has_previous_page


@pytest.mark.usefixtures("db")
async def test_a_page_is_one_statement(monkeypatch: pytest.MonkeyPatch):
    await rows(30)
    statements: list[str] = []
    client = type(get_connection("default"))
    run = client.execute_query

    async def counted(self: object, query: str, values: object = None) -> object:
        statements.append(query)
        return await run(self, query, values)

    monkeypatch.setattr(client, "execute_query", counted)
    found = await keyset_page(EventRow.all(), number, order=NEWEST_FIRST, first=5)
    await keyset_page(EventRow.all(), number, order=NEWEST_FIRST, after=found.page_info.end_cursor)

    assert len(statements) == 2
