"""Kinds of services as data: loaded from a file, added to by administrators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import orjson
from tortoise.connection import get_connection

from hmk_graph.accounts import access
from hmk_graph.accounts.rules import line_of
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.media.models import MediaKind
from hmk_graph.media.rules import PROOFS
from hmk_graph.services.errors import SlugTaken
from hmk_graph.services.models import Category, CategoryKind, Way

# Any number will do, as long as every process of ours takes the same one.
LOCK = 4_800_225
LONGEST_NAME = 80
MOST_UNITS = 8
_SLUG = re.compile(r"[a-z][a-z0-9-]{1,38}[a-z0-9]", re.ASCII)
_UNIT = re.compile(r"[a-z][a-z_]{1,18}[a-z]", re.ASCII)
OWN = {"slug", "name_bn", "name_en", "kind", "ways", "pricing_unit", "pricing_units", "order"}
OWN |= {"children", "needs_licence", "payment_forbidden", "provider_gender_choice"}
OWN |= {"group_booking", "papers"}


@dataclass(frozen=True, kw_only=True)
class NewCategory:
    """What an administrator says of a category. `units` are slugs, the usual one first.

    `papers` are what an officer has to see before he lets somebody work in it.
    """

    slug: str
    name_bn: str
    name_en: str
    kind: CategoryKind
    ways: Sequence[Way]
    units: Sequence[str]
    needs_licence: bool = False
    gender_choice: bool = False
    group_booking: bool = False
    papers: Sequence[MediaKind] = ()
    facts: dict[str, Any] = field(default_factory=dict)  # Any: JSON


@whole_command
async def load() -> None:
    """Have the categories of the file; a second time puts back what the file says, and no more."""
    async with transaction():
        connection = get_connection("default")
        await connection.execute_query("SELECT pg_advisory_xact_lock($1)", [LOCK])
        for row in _read():
            parent_id = await _put(row, None)
            for place, child in enumerate(row.get("children", ()), start=1):
                units = row["pricing_units"]
                whole = {"pricing_units": units, "order": row["order"] * 100 + place, **child}
                await _put(whole, parent_id)


@whole_command
async def save_category(
    administrator_id: int,
    new: NewCategory,
    *,
    category_id: int | None,
    parent_id: int | None,
    idempotency_key: str,
) -> Category:
    """Add a category, or change one (but not its slug, by which others know it).

    Raises:
        NotAllowed: The person is no administrator.
        NotFound: There is no such category, or no such parent.
        SlugTaken: There is one of that slug.
        BadInput: A slug, name or unit is at fault, or a way or unit is missing.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    columns = _checked(new)
    async with transaction(actor_id=administrator_id, command_id=idempotency_key):
        given = {"category": category_id, "parent": parent_id, **columns}
        earlier = await recall(administrator_id, "saveServiceCategory", idempotency_key, **given)
        if earlier is not None:
            return await Category.get(id=earlier["category_id"])
        await access.acting(administrator_id)
        await access.require_administrator(administrator_id)
        if parent_id is not None and not await Category.exists(id=parent_id, parent_id=None):
            raise NotFound
        if category_id is None:
            category = await _added(columns, parent_id)
        else:
            category = await _changed(category_id, columns)
        answer = {"category_id": category.id}
        await remember(administrator_id, "saveServiceCategory", idempotency_key, answer)
    return category


async def known() -> list[Category]:
    """Return all categories, each parent before its children."""
    return await Category.all().order_by("position", "id")


async def by_ids(ids: Sequence[int]) -> list[Category | None]:
    """Return the categories with these ids, in their order; None for one that there is not."""
    found = await Category.in_bulk(list(set(ids)), "id")
    return [found.get(category_id) for category_id in ids]


async def bookable(category_id: int, way: Way) -> Category:
    """Return a category whose services are used in a way.

    Raises:
        NotFound: There is none, or its services are used otherwise.
    """
    category = await Category.get_or_none(id=category_id)
    if category is None or way.value not in category.ways:
        raise NotFound
    return category


async def with_children(category_id: int) -> list[int]:
    """Return a category and those below it, by id."""
    below = await Category.filter(parent_id=category_id).values_list("id", flat=True)
    return [category_id, *(int(str(child)) for child in below)]


async def _added(columns: dict[str, Any], parent_id: int | None) -> Category:
    if await Category.exists(slug=columns["slug"]):
        raise SlugTaken
    last = await Category.all().order_by("-position").first()
    position = last.position + 1 if last else 1
    return await Category.create(**columns, parent_id=parent_id, position=position)


async def _changed(category_id: int, columns: dict[str, Any]) -> Category:
    category = await Category.select_for_update(no_key=True).get_or_none(id=category_id)
    if category is None:
        raise NotFound
    kept = {name: value for name, value in columns.items() if name != "slug"}
    category.update_from_dict(kept)
    await category.save(update_fields=list(kept))
    return category


def _checked(new: NewCategory) -> dict[str, Any]:
    if _SLUG.fullmatch(new.slug) is None:
        raise _bad("slug", "a-z, 0-9 and hyphens")
    units = list(dict.fromkeys(new.units))
    if not 1 <= len(units) <= MOST_UNITS or not all(map(_UNIT.fullmatch, units)):
        raise _bad("units", f"1 to {MOST_UNITS} words of a-z and underscores")
    if not new.ways:
        raise _bad("ways", "at least one way")
    return {
        "slug": new.slug,
        "name_bn": line_of(new.name_bn, "nameBn", longest=LONGEST_NAME),
        "name_en": line_of(new.name_en, "nameEn", longest=LONGEST_NAME),
        "kind": new.kind,
        "ways": [way.value for way in dict.fromkeys(new.ways)],
        "units": units,
        "needs_licence": new.needs_licence,
        "gender_choice": new.gender_choice,
        "group_booking": new.group_booking,
        "papers": _papers(new.papers),
    }


def _papers(wanted: Sequence[MediaKind]) -> list[str]:
    if not PROOFS.issuperset(wanted):
        raise _bad("papers", ", ".join(sorted(PROOFS)))
    return sorted(set(wanted))


def _bad(name: str, wanted: str) -> BadInput:
    return BadInput(name, why_bn=f"লিখুন: {wanted}।", why_en=f"write {wanted}.")


def _read() -> list[dict[str, Any]]:
    text = files("hmk_graph.services").joinpath("data/service_categories.json").read_bytes()
    rows: list[dict[str, Any]] = orjson.loads(text)
    return rows


async def _put(row: dict[str, Any], parent_id: int | None) -> int:
    written = await get_connection("default").execute_query_dict(
        _PUT,
        [
            row["slug"],
            row["name_bn"],
            row["name_en"],
            row["kind"].upper(),
            [way.upper() for way in row["ways"]],
            row["pricing_units"],
            row["order"],
            parent_id,
            row.get("needs_licence", False),
            row.get("payment_forbidden", False),
            row.get("provider_gender_choice", False),
            row.get("group_booking", False),
            [kind.upper() for kind in row.get("papers", ())],
            orjson.dumps({key: row[key] for key in sorted(set(row) - OWN)}).decode(),
        ],
    )
    number: int = written[0]["id"]
    return number


_PUT = """
INSERT INTO services_category AS c (slug, name_bn, name_en, kind, ways, units, position, parent_id,
    needs_licence, payment_forbidden, gender_choice, group_booking, papers, facts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::jsonb)
ON CONFLICT (slug) DO UPDATE SET name_bn = excluded.name_bn, name_en = excluded.name_en,
    kind = excluded.kind, ways = excluded.ways, units = excluded.units,
    position = excluded.position, parent_id = excluded.parent_id,
    needs_licence = excluded.needs_licence, payment_forbidden = excluded.payment_forbidden,
    gender_choice = excluded.gender_choice, group_booking = excluded.group_booking,
    papers = excluded.papers, facts = excluded.facts
RETURNING id
"""
