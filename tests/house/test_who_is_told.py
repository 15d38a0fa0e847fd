"""Failure 29: of every kind of event it is written down who is told, and in both languages."""

from __future__ import annotations

import re
import typing
from dataclasses import fields
from string import Formatter
from typing import Any

import pytest

from hmk_graph.event_log import Event
from hmk_graph.notifications import tables, wording
from hmk_graph.notifications.models import Urgency
from hmk_graph.notifications.rows import Nobody, Row, Told, told_by
from schema import root
from tests.house.test_event_kinds import KINDS, sample

# A text message in Bengali holds 67 letters in each part of several, one in Latin letters 153.
PARTS = 2
SMS_BN, SMS_EN = 67 * PARTS, 153 * PARTS
BY_KIND = {kind.kind: kind for kind in KINDS}
TOLD = [(kind, row) for kind, rows in tables.ROWS.items() for row in rows if isinstance(row, Told)]
each_told = pytest.mark.parametrize(
    ("kind", "row"), TOLD, ids=[f"{kind}-{row.role}-{n}" for n, (kind, row) in enumerate(TOLD)]
)
TYPES = root.build()._schema.type_map


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def held(kind: type[Event]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def likely(kind: type[Event]) -> dict[str, Any]:
    """Return a payload with amounts of a lakh and the longest time."""
    payload = sample(kind).payload()
    for name, hint in held(kind).items():
        if hint in (int, int | None):
            payload[name] = 1_25_000_00 if name not in ("number", "ahead") else 27
        elif "datetime" in str(hint):
            payload[name] = "2026-09-24T12:45:00+00:00"  # ২৪ সেপ্টেম্বর, সন্ধ্যা ৬:৪৫
    return payload


def test_of_every_kind_of_event_it_is_written_down_who_is_told():
    assert set(tables.ROWS) == set(BY_KIND)


def test_the_rows_of_a_context_stand_in_its_own_table():
    for module in tables.modules():
        context = module.__name__.rsplit(".", 1)[1].split("_")[0]
        assert {kind.split(".")[0] for kind in module.ROWS} == {context}


@pytest.mark.parametrize("kind", sorted(tables.ROWS))
def test_each_role_has_an_answer_whatever_the_event_says(kind: str):
    last: dict[str, Row] = {row.role: row for row in tables.ROWS[kind]}

    assert last
    assert [role for role, row in last.items() if row.when] == []


@pytest.mark.parametrize("kind", sorted(tables.ROWS))
def test_whoever_is_not_told_is_not_told_for_a_reason(kind: str):
    silent = [row for row in tables.ROWS[kind] if isinstance(row, Nobody)]

    assert [row for row in silent if len(row.why) < 15] == []


@each_told
def test_a_row_speaks_of_what_its_event_holds(kind: str, row: Told):
    known = held(BY_KIND[kind])
    spoken = names(row.bn) | names(row.en) | set(row.when)
    spoken |= {name for name in (row.until, row.urgent_before, row.about and row.about[1]) if name}

    assert spoken <= set(known)
    assert names(row.bn) == names(row.en)
    for name in (row.until, row.urgent_before):
        assert name is None or "datetime" in str(known[name])


@each_told
def test_what_is_told_leads_to_something_that_asks_who_may_see_it(kind: str, row: Told):
    if row.about is not None:
        assert row.about[0] in tables.GUARDS
        assert row.about[0] in TYPES


@each_told
@pytest.mark.parametrize("empty", [False, True])
def test_both_languages_say_it_in_their_own_letters_and_digits(kind: str, row: Told, empty: bool):
    text_bn, text_en = wording.words(row, sample(BY_KIND[kind], empty=empty).payload())
    own = {name for name, hint in held(BY_KIND[kind]).items() if hint in (str, str | None)}

    assert text_bn and text_en
    assert not re.search("[A-Za-z0-9]", row.bn.format_map(_Blank()))
    assert names(row.bn) & own or not re.search("[A-Za-z0-9]", text_bn)
    assert names(row.en) & own or not re.search("[\u0980-\u09ff]", text_en.replace("৳", ""))
    assert re.search("[।?!]$|: \\{\\w+\\}$", row.bn)
    assert re.search("[.?!]$|: \\{\\w+\\}$", row.en)


class _Blank(dict[str, Any]):
    def __missing__(self, _name: str) -> Any:
        return _Nothing()


class _Nothing:
    def __format__(self, _spec: str) -> str:
        return ""


@each_told
def test_a_text_message_is_short_and_carries_nobodys_free_words(kind: str, row: Told):
    if row.urgency not in (Urgency.IMPORTANT, Urgency.URGENT) and row.urgent_before is None:
        return
    text_bn, text_en = wording.words(row, likely(BY_KIND[kind]))

    free = {name for name, hint in held(BY_KIND[kind]).items() if hint in (str, str | None)}
    assert (names(row.bn) | names(row.en)) & free == set()
    assert len(text_bn) <= SMS_BN, len(text_bn)
    assert len(text_en) <= SMS_EN


def test_of_a_roles_rows_the_first_that_fits_counts():
    rows = (
        Told(role="A", topic="BIDS", when={"x": (1,)}, bn="এক।", en="One."),  # type: ignore[arg-type]
        Nobody(role="A", why="two is nothing to tell"),
        Told(role="B", topic="BIDS", bn="দুই।", en="Two."),  # type: ignore[arg-type]
    )

    assert [row.en for row in told_by(rows, {"x": 1})] == ["One.", "Two."]
    assert [row.en for row in told_by(rows, {"x": 2})] == ["Two."]
